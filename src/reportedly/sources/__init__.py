"""Where pages come from: files, pasted text, addresses."""

from reportedly.sources.fetching import fetch_page
from reportedly.sources.files import files_in, page_of_file, page_of_text

__all__ = ["fetch_page", "files_in", "page_of_file", "page_of_text"]
