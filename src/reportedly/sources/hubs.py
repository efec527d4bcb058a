"""WebSub: hubs that tell of a source's news at once (W3C recommendation of 2018)."""

import hashlib
import hmac
from typing import Final
from urllib.parse import quote

LEASE_SECONDS: Final = 7 * 86_400
"""How long a hub is asked to tell of news; it may promise less. A week outlasts any stop of the watch."""

RENEW_SECONDS: Final = 86_400.0
"""How long before its end a promise is renewed, and how long an unanswered wish is waited for."""

_HASHES: Final = frozenset({"sha1", "sha256", "sha384", "sha512"})
"""What a hub may sign with: those of the recommendation. Old hubs know `sha1` alone."""


def callback_of(base: str, token: str) -> str:
    """Return the address at which a hub reaches this desk about one source."""
    return f"{base.rstrip('/')}/hub/{quote(token)}"


def subscription(topic: str, callback: str, secret: str) -> dict[str, str]:
    """Return the form that asks a hub to tell of a topic's news."""
    return {
        "hub.mode": "subscribe",
        "hub.topic": topic,
        "hub.callback": callback,
        "hub.lease_seconds": str(LEASE_SECONDS),
        "hub.secret": secret,
    }


def is_signed(body: bytes, signature: str, secret: str) -> bool:
    """Return whether what a hub sent is signed with the secret that it alone was given."""
    method, _, digest = signature.strip().partition("=")
    if method not in _HASHES or not digest.isascii():
        return False
    expected = hmac.new(secret.encode(), body, getattr(hashlib, method)).hexdigest()
    return hmac.compare_digest(expected, digest.lower())
