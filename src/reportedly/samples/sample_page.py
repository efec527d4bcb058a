"""The sample pages: read from `pages/`, listed in `pages.toml`.

Every page was written for this project. Its places, people and outlets do not exist, and every
address on it ends in `.example`, a name that nobody can own.
"""

import importlib.resources

import msgspec


class SamplePage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the sample world as it would have been fetched.

    `name` is a short name in kebab case, unlike every other sample's. `url` is its address; two
    samples share one where a page was edited after publishing (the earlier version is listed first).
    `body` holds the bytes as they lie in the package. `is_pasted` says that the body is running text
    (UTF-8) as a person would paste it, and `url` where that person copied it from.
    """

    name: str
    url: str
    body: bytes
    is_pasted: bool


class _Listed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One page's entry in `pages.toml`; `encoding` is the one its bytes are in."""

    name: str
    file: str
    url: str
    note: str
    encoding: str = "utf-8"
    is_pasted: bool = False


class _Listing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole of `pages.toml`."""

    page: tuple[_Listed, ...]


def sample_pages() -> tuple[SamplePage, ...]:
    """Return every page of the sample world, in the order of `pages.toml`.

    An edited page's earlier version comes before its later one, so that keeping them in this order
    leaves the record with the newer as the address's current page.
    """
    return tuple(
        SamplePage(name=listed.name, url=listed.url, body=_body(listed), is_pasted=listed.is_pasted)
        for listed in _listing().page
    )


def _listing() -> _Listing:
    folder = importlib.resources.files("reportedly.samples")
    return msgspec.toml.decode(folder.joinpath("pages.toml").read_bytes(), type=_Listing)


def _body(listed: _Listed) -> bytes:
    folder = importlib.resources.files("reportedly.samples")
    return folder.joinpath("pages", listed.file).read_bytes()
