"""The sample world holds together, and what was written by hand about each page stands on it."""

import datetime
import re
import tomllib
from importlib import resources
from itertools import combinations

import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser

from reportedly.samples import SamplePage, sample_pages
from samples.expected_readings import EXPECTED, encoding, expected, quoted, visible

# Addresses that only name a markup vocabulary; nothing is ever fetched from them.
VOCABULARIES = {"schema.org", "ogp.me", "www.w3.org"}
# An address with a scheme or a leading "//", in markup or script; the group is its host.
ADDRESS = re.compile(r"(?:https?:)?\\?/\\?/([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")


def listed() -> list[dict[str, str]]:
    toml = resources.files("reportedly.samples").joinpath("pages.toml").read_text(encoding="utf-8")
    pages: list[dict[str, str]] = tomllib.loads(toml)["page"]
    return pages


each_page = pytest.mark.parametrize("page", sample_pages(), ids=lambda page: page.name)
each_article = pytest.mark.parametrize(
    "page", [page for page in sample_pages() if expected(page).is_article], ids=lambda page: page.name
)


def test_every_file_under_pages_is_listed_once() -> None:
    folder = resources.files("reportedly.samples").joinpath("pages")
    assert sorted(entry["file"] for entry in listed()) == sorted(file.name for file in folder.iterdir())


def test_every_page_has_a_note_and_a_name_of_its_own() -> None:
    assert all(entry["note"].strip() for entry in listed())
    assert len({page.name for page in sample_pages()}) == len(sample_pages()) >= 12


def test_every_page_has_a_reading_made_by_hand_and_every_reading_a_page() -> None:
    assert {path.stem for path in EXPECTED.glob("*.json")} == {page.name for page in sample_pages()}


def test_the_pages_come_from_at_least_five_outlets() -> None:
    assert len({page.url.split("/")[2] for page in sample_pages()}) >= 5


def test_no_page_has_the_bytes_of_another() -> None:
    assert all(one.body != other.body for one, other in combinations(sample_pages(), 2))


def test_exactly_one_address_has_two_versions() -> None:
    pairs = [(a.name, b.name) for a, b in combinations(sample_pages(), 2) if a.url == b.url]
    assert pairs == [("kna-dam-first", "kna-dam-second")]


def test_the_later_version_corrects_one_sentence_of_the_earlier() -> None:
    first, second = (expected(page) for page in sample_pages() if page.name.startswith("kna-dam"))
    changed = [a for a, b in zip(first.statements, second.statements, strict=True) if a != b]
    assert first.headline != second.headline
    assert len(changed) == 1


@each_page
def test_a_page_decodes_as_it_declares(page: SamplePage) -> None:
    entry = next(entry for entry in listed() if entry["name"] == page.name)
    assert encoding(page) == entry.get("encoding", "utf-8")
    assert "\ufffd" not in page.body.decode(encoding(page), errors="strict")


@each_page
def test_a_page_names_no_address_that_somebody_could_own(page: SamplePage) -> None:
    text = page.url + "\n" + page.body.decode(encoding(page))
    hosts = {host.lower() for host in ADDRESS.findall(text)} - VOCABULARIES
    assert [host for host in sorted(hosts) if not host.endswith(".example")] == []


@each_article
def test_what_the_reading_says_stands_on_the_page(page: SamplePage) -> None:
    reading, text = expected(page), visible(page)
    stated = [reading.headline, reading.lead, reading.desk, reading.dateline]
    stated += [reading.story_code, reading.body_begins, reading.body_ends]
    stated += [*reading.authors, *reading.credits, *reading.not_statements]
    assert [words for words in stated if words is not None and words not in text] == []


@each_page
def test_the_outlet_is_named_by_the_page_or_its_markup(page: SamplePage) -> None:
    assert (expected(page).outlet or "") in page.body.decode(encoding(page))


@each_page
def test_what_must_stay_out_of_the_body_does_stand_in_the_page(page: SamplePage) -> None:
    source = re.sub(r"\s+", " ", page.body.decode(encoding(page)))
    source += LexborHTMLParser(source).text()
    assert [words for words in expected(page).not_content if words not in source] == []


@each_article
def test_the_words_of_every_statement_stand_on_the_page_in_their_order(page: SamplePage) -> None:
    text = visible(page)
    for statement in expected(page).statements:
        at = 0
        for part in statement.parts:
            assert part in text[at:], statement
            at = text.index(part, at) + len(part)


@each_article
def test_every_speaker_mention_and_cue_stands_on_the_page(page: SamplePage) -> None:
    text = visible(page)
    words = [w for said in expected(page).statements for w in (said.speaker, said.speaker_mention, said.cue)]
    assert [word for word in words if word not in text] == []


@each_article
def test_the_cue_stands_close_to_the_words_it_reports(page: SamplePage) -> None:
    text = visible(page)
    for statement in expected(page).statements:
        start = text.index(statement.parts[0])
        end = text.index(statement.parts[-1], start) + len(statement.parts[-1])
        around = text[max(0, start - 200) : end + 60]
        assert statement.cue in around, statement
        assert statement.speaker_mention in around, statement


@each_article
def test_the_kind_of_every_statement_agrees_with_its_quotation_marks(page: SamplePage) -> None:
    text = visible(page)
    for statement in expected(page).statements:
        if statement.kind == "direct":
            first = text.index(statement.parts[0])
            assert text[first - 1] in '"“„«—', statement
        elif statement.kind == "indirect":
            assert not re.search('["“”„«»]', "".join(statement.parts)), statement


@each_article
def test_no_quotation_of_the_body_is_left_out_of_the_reading(page: SamplePage) -> None:
    reading = expected(page)
    known = [part for said in reading.statements for part in said.parts]
    known += [*reading.not_statements, *reading.not_content]
    assert [words for words in quoted(page) if not any(words.strip("“”") in part for part in known)] == []


@each_page
def test_linked_data_is_well_formed(page: SamplePage) -> None:
    blocks = LexborHTMLParser(page.body.decode(encoding(page))).css('script[type="application/ld+json"]')
    for block in blocks:
        assert msgspec.json.decode(block.text())


@each_article
def test_the_dates_of_a_reading_are_iso_8601(page: SamplePage) -> None:
    reading = expected(page)
    for moment in (reading.published, reading.updated, *(comment.posted for comment in reading.comments)):
        if moment is not None:
            assert datetime.datetime.fromisoformat(moment).isoformat() == moment


def test_four_readers_comment_under_one_page() -> None:
    commented = [page for page in sample_pages() if expected(page).comments]
    assert [page.name for page in commented] == ["sandrel-night-trams"]
    comments = expected(commented[0]).comments
    assert len(comments) == 4
    assert all(c.author in visible(commented[0]) and c.words_begin in visible(commented[0]) for c in comments)


def test_the_ferry_story_is_carried_by_three_outlets_and_two_of_them_name_the_first() -> None:
    readings = [expected(page) for page in sample_pages() if page.name.endswith("ferry-pact")]
    assert [reading.credits for reading in readings] == [(), ("Sandrel News",), ("Sandrel News",)]
    assert readings[0].outlet == "Sandrel News"


def test_weekdays_named_beside_a_date_are_right() -> None:
    for page in sample_pages():
        for weekday, date in re.findall(r"Publish date(\w+) (\d+ \w+ \d{4})", visible(page)):
            day = datetime.datetime.strptime(date, "%d %B %Y").replace(tzinfo=datetime.UTC)
            assert day.strftime("%A") == weekday
