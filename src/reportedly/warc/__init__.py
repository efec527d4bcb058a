"""WARC files (ISO 28500): their records written, read back, and read on past whatever is broken in them."""

from reportedly.warc.files import read_at, read_records
from reportedly.warc.http_message import HttpMessage, PackedUnknown, body_of, http_message
from reportedly.warc.packings import PACKINGS, BrokenPacking, unpacked
from reportedly.warc.reading import LARGEST_BLOCK
from reportedly.warc.record import BrokenRecord, WarcRecord, digest_holds
from reportedly.warc.writing import (
    PASTED,
    Written,
    concurrent_request,
    info_record,
    resource_record,
    response_record,
    revisit_record,
)
from reportedly.warc.zst_reading import is_zst, may_hold_records

__all__ = [
    "LARGEST_BLOCK",
    "PACKINGS",
    "PASTED",
    "BrokenPacking",
    "BrokenRecord",
    "HttpMessage",
    "PackedUnknown",
    "WarcRecord",
    "Written",
    "body_of",
    "concurrent_request",
    "digest_holds",
    "http_message",
    "info_record",
    "is_zst",
    "may_hold_records",
    "read_at",
    "read_records",
    "resource_record",
    "response_record",
    "revisit_record",
    "unpacked",
]
