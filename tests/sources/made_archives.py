"""Archives as crawlers, browsers and mail programs write them, about places that do not exist."""

import gzip
import hashlib
import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

from reportedly.sources import Given, given_file
from reportedly.warc import concurrent_request, info_record, response_record, revisit_record

from .handed import NOW

_WORDS = "The ferry sails on, the council of Lindholm said on Friday. " * 4
PAGE = f"<html lang=en><h1>Ferry stays in town</h1><p>{_WORDS}</p><p>{_WORDS}</p></html>".encode()
PLACE = "https://tide.example"


def warc(*, is_packed: bool = True, with_revisit: bool = True) -> bytes:
    """Return a WARC file: a page, another status, a picture, a request, a revisit, a second page."""
    html, picture = (("Content-Type", "text/html"),), (("Content-Type", "image/png"),)
    page = response_record(f"{PLACE}/a", NOW, 200, html, PAGE)
    records = [
        info_record("a.warc.gz", "test", NOW),
        page,
        response_record(f"{PLACE}/gone", NOW, 404, html, b"gone"),
        response_record(f"{PLACE}/picture", NOW, 200, picture, b"PNG"),
        concurrent_request(f"{PLACE}/a", NOW, "GET /a HTTP/1.1", (("Host", "tide.example"),), page),
    ]
    if with_revisit:
        sha256 = hashlib.sha256(PAGE).hexdigest()
        same = (f"{PLACE}/a", NOW)
        again = f"{PLACE}/again"
        size = len(PAGE)
        records.append(revisit_record(again, NOW, 200, html, sha256=sha256, original=same, byte_count=size))
    records.append(response_record(f"{PLACE}/b", NOW, 200, html, PAGE + b"<!-- b -->"))
    data = b"".join(record.packed for record in records)
    return data if is_packed else gzip.decompress(data)


def wacz(
    *, name: str = "archive/data.warc.gz", body: bytes | None = None, packing: int = zipfile.ZIP_STORED
) -> bytes:
    """Return a WACZ file with one WARC file in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr(name, warc() if body is None else body)
    return out.getvalue()


def mail(number: int = 1, *, html: str | None = None) -> bytes:
    """Return a newsletter as a message."""
    message = EmailMessage()
    message["From"] = "Tide News <news@tide.example>"
    message["Date"] = "Fri, 01 Mar 2024 09:30:00 +0100"
    message["Subject"] = f"The morning, number {number}"
    message["Message-ID"] = f"<{number}@tide.example>"
    message.set_content("Words.\n\nFrom here on there are more.")
    if html != "":
        message.add_alternative(html or PAGE.decode(), subtype="html")
    return message.as_bytes()


def mailbox(*messages: bytes) -> bytes:
    """Return messages as a mailbox."""
    return b"".join(
        b"From news@tide.example Fri Mar  1 09:30:00 2024\n"
        + message.replace(b"\nFrom ", b"\n>From ")
        + b"\n"
        for message in messages
    )


def given_as(folder: Path, name: str, body: bytes) -> Given:
    """Return bytes as a file that is handed over."""
    path = folder / name
    path.write_bytes(body)
    return given_file(path, given_at=NOW)
