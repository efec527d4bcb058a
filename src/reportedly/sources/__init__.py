"""Where pages come from: files, pasted text, addresses, and sources that are watched."""

from reportedly.sources.archives import ARCHIVES, open_archive
from reportedly.sources.contract import (
    ENTRY_POINTS,
    HEAD_BYTES,
    Given,
    Kind,
    Unfolded,
    given_file,
    given_page,
)
from reportedly.sources.fetching import fetch_page
from reportedly.sources.files import PAGE_SUFFIXES, files_in, page_of_file, page_of_text
from reportedly.sources.kinds import OUR_KINDS, all_kinds, kind_called, kind_of

__all__ = [
    "ARCHIVES",
    "ENTRY_POINTS",
    "HEAD_BYTES",
    "OUR_KINDS",
    "PAGE_SUFFIXES",
    "Given",
    "Kind",
    "Unfolded",
    "all_kinds",
    "fetch_page",
    "files_in",
    "given_file",
    "given_page",
    "kind_called",
    "kind_of",
    "open_archive",
    "page_of_file",
    "page_of_text",
]
