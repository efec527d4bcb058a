"""When two addresses are one page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.sources.identity import identity_of, is_one_site

PAGE = "https://tide.example/2024/ferry-stays?id=7"


@pytest.mark.parametrize(
    "other",
    [
        "http://tide.example/2024/ferry-stays?id=7",
        "https://www.tide.example/2024/ferry-stays?id=7",
        "https://m.tide.example/2024/ferry-stays?id=7",
        "https://amp.tide.example/2024/ferry-stays?id=7",
        "https://TIDE.example:443/2024/ferry-stays/?id=7",
        "https://tide.example/2024/ferry-stays?utm_source=feed&id=7&fbclid=x",
        "https://tide.example/2024/ferry-stays?id=7#comments",
        "https://tide.example/2024/ferry-stays/amp?id=7",
        "https://tide.example/amp/2024/ferry-stays?id=7",
        "https://tide.example/2024/ferry%2Dstays?id=7&amp=1",
        "https://tide-example.cdn.ampproject.org/c/s/tide.example/2024/ferry-stays?id=7",
        "https://www.google.com/amp/s/tide.example/2024/ferry-stays?id=7",
    ],
)
def test_one_page_under_another_address_is_one_page(other: str) -> None:
    assert identity_of(other) == identity_of(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://tide.example/2024/ferry-stays?id=8",
        "https://tide.example/2024/ferry-stays",
        "https://sport.tide.example/2024/ferry-stays?id=7",
        "https://tide.example:8443/2024/ferry-stays?id=7",
        "https://tide.example/2024/Ferry-stays?id=7",
        "https://tide.example/amplifier/ferry?id=7",
    ],
)
def test_another_page_is_another(other: str) -> None:
    assert identity_of(other) != identity_of(PAGE)


def test_an_index_file_is_its_folder() -> None:
    assert identity_of("https://tide.example/news/index.html") == identity_of("https://tide.example/news/")


def test_a_host_of_two_parts_keeps_its_first() -> None:
    assert identity_of("https://m.example/a") == "m.example/a"


@given(st.text(max_size=60))
def test_whatever_is_written_has_an_identity_that_is_its_own(text: str) -> None:
    for address in (text, f"https://tide.example/{text}"):
        assert isinstance(identity_of(address), str)


def test_a_site_is_one_with_and_without_www() -> None:
    assert is_one_site("https://www.tide.example/a", "http://tide.example/b")
    assert not is_one_site("https://tide.example/a", "https://other.example/a")
