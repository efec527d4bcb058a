"""The room `read`: a page becomes the article on it."""

from reportedly.read.decoding import MAX_PAGE_BYTES
from reportedly.read.reading import MAKER, page_text, read_page

__all__ = ["MAKER", "MAX_PAGE_BYTES", "page_text", "read_page"]
