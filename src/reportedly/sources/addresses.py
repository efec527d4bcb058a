"""Addresses as lists write them: made whole, or refused."""

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

LONGEST_ADDRESS: Final = 4096
"""Characters. Browsers and servers stop at 2,000 to 8,000; a longer one is no address of a page."""

_UNSEEN: Final = re.compile(r"[\x00-\x20\x7f]+")


def whole_address(given: str, base: str = "") -> str | None:
    """Return an http: or https: address made whole by its base; None where it is none.

    Spaces and control characters at its ends or inside are left out, as browsers do: they would
    otherwise reach the header of a request.
    """
    bare = _UNSEEN.sub("", given)
    if not bare or len(bare) > LONGEST_ADDRESS:
        return None
    try:
        address = urljoin(base, bare) if base and not bare.startswith(("https://", "http://")) else bare
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port  # a port that is no number is told here
    except ValueError:
        return None
    return address if is_web and len(address) <= LONGEST_ADDRESS else None
