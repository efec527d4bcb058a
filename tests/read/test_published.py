"""When an article was published, chosen among what its page says."""

import datetime

import pytest

from reportedly.read.date_candidates import Candidate, Role
from reportedly.read.iso_dates import read_iso
from reportedly.read.markup import read_markup
from reportedly.read.published import Times, choose_times, find_times
from reportedly.read.rendering import parse, render
from reportedly.read.sight import Sight

PARAGRAPH = "The harbour of Lindmoor stayed shut, the harbour master said, until the ice had left the bay. "
BODY = f"<p>{PARAGRAPH * 2}</p><p>{PARAGRAPH * 2}</p>"


def candidate(value: str, source: str, sure: float, role: Role = "published") -> Candidate:
    stamp = read_iso(value)
    assert stamp is not None
    return Candidate(stamp=stamp, role=role, source=source, sure=sure, markup=source)


def times_of(html: str, url: str | None = None, language: str = "en") -> Times:
    tree = parse(html)
    document = render(tree)
    headline = next((i for i, b in enumerate(document.blocks) if document.tag(b) == "h1"), None)
    body = [i for i, b in enumerate(document.blocks) if document.tag(b) == "p" and b.length > len(PARAGRAPH)]
    return find_times(
        Sight(
            document=document,
            markup=read_markup(tree),
            url=url,
            language=language,
            body=body,
            headline=headline,
        )
    )


def published(html: str, url: str | None = None, language: str = "en") -> str | None:
    found = times_of(html, url, language).published
    return found.value.isoformat() if found else None


def chosen(*candidates: Candidate) -> str | None:
    found = choose_times(candidates).published
    return found.value.isoformat() if found else None


def test_exact_markup_wins_over_the_printed_day_of_the_update() -> None:
    assert (
        chosen(
            candidate("2023-12-05T15:26:00Z", "json-ld", 1.0),
            candidate("2024-02-01T09:00:00Z", "json-ld", 1.0, "updated"),
            candidate("2024-02-01", "plain-meta", 0.7),
            candidate("2024-02-01", "shown", 0.75),
        )
        == "2023-12-05T15:26:00+00:00"
    )


def test_a_date_beside_the_headline_outvotes_markup_that_tells_when_the_page_was_built() -> None:
    assert (
        chosen(
            candidate("2024-06-01T03:00:00Z", "json-ld", 1.0),
            candidate("2024-06-01T03:00:00Z", "meta", 0.95),
            candidate("2021-03-04", "shown", 0.75),
        )
        == "2021-03-04"
    )


def test_an_earlier_printed_date_does_not_count_where_the_address_bears_out_the_markup() -> None:
    assert (
        chosen(
            candidate("2025-01-05T14:44:14Z", "json-ld", 1.0),
            candidate("2025-01-05", "address", 0.6),
            candidate("2024-11-20", "shown", 0.75),
        )
        == "2025-01-05T14:44:14+00:00"
    )


def test_several_witnesses_outvote_one() -> None:
    assert (
        chosen(
            candidate("2022-01-04T07:29:00Z", "json-ld", 1.0),
            candidate("2022-01-06T08:29:34", "meta", 0.95),
            candidate("2022-01-06", "shown", 0.75),
        )
        == "2022-01-06T08:29:34"
    )


def test_a_moment_is_given_in_the_zone_of_the_outlet() -> None:
    assert (
        chosen(
            candidate("2019-10-18T22:04:00Z", "json-ld", 1.0),
            candidate("2019-10-19T00:04:00+02:00", "plain-meta", 0.7),
        )
        == "2019-10-19T00:04:00+02:00"
    )


def test_a_printed_time_on_another_day_shows_the_zone_of_a_moment_in_utc() -> None:
    assert (
        chosen(
            candidate("2019-10-18T22:04:00Z", "json-ld", 1.0),
            candidate("2019-10-19T00:04:00", "shown", 0.75),
        )
        == "2019-10-19T00:04:00+02:00"
    )


def test_a_day_alone_borrows_the_time_printed_for_it() -> None:
    assert (
        chosen(candidate("2023-12-05", "json-ld", 1.0), candidate("2023-12-05T15:26:00", "shown", 0.75))
        == "2023-12-05T15:26:00"
    )


def test_an_update_alone_stands_in_with_little_confidence() -> None:
    found = choose_times([candidate("2024-02-01T09:00:00Z", "meta", 0.95, "updated")])
    assert found.published is not None
    assert found.published.confidence < 0.5
    assert found.updated is not None


def test_the_making_stands_in_before_the_update() -> None:
    found = choose_times(
        [candidate("2024-02-01", "meta", 0.95, "updated"), candidate("2023-12-05", "meta", 0.95, "created")]
    )
    assert found.published is not None
    assert found.published.value.isoformat() == "2023-12-05"


def test_an_update_before_the_publishing_is_none() -> None:
    found = choose_times(
        [candidate("2023-12-05", "json-ld", 1.0), candidate("2023-12-01", "json-ld", 1.0, "updated")]
    )
    assert found.updated is None


def test_nothing_later_than_the_fetching_is_believed() -> None:
    fetched_at = datetime.datetime(2023, 12, 6, tzinfo=datetime.UTC)
    later = candidate("2024-05-01T10:00:00Z", "json-ld", 1.0)
    assert choose_times([later, candidate("2023-12-05", "shown", 0.75)], fetched_at).published is not None
    assert choose_times([later], fetched_at) == Times()


def test_without_candidates_nothing_is_said() -> None:
    assert choose_times([]) == Times()


LINKED = '<script type="application/ld+json">{%s}</script>'
META = [
    '<meta property="article:published_time" content="2023-12-05T15:26:00+01:00">',
    '<meta name="bt:pubDate" content="20231205T152600+0100">',
    '<meta name="w-published-date" content="2023-12-05T15:26:00.274+01:00">',
    '<meta name="publication-date" content="Tue, 05 Dec 2023 15:26:00 +0100">',
    '<meta name="DC.date.issued" content="2023-12-05T15:26:00+01:00">',
    '<meta itemprop="datePublished" content="2023-12-05T15:26:00+01:00">',
    LINKED % '"@type": "NewsArticle", "datePublished": "Dec 5, 2023 15:26 CET"',
    LINKED % '"@type": "VideoObject", "uploadDate": "2023-12-05T15:26:00+0100"',
    '<script>var data = {"published_at": "2023-12-05T15:26:00+01:00"}</script>',
    '<abbr class="published" title="2023-12-05T15:26:00+01:00">today</abbr>',
]


@pytest.mark.parametrize("head", META)
def test_the_markup_of_the_world_is_understood(head: str) -> None:
    assert published(f"<html><body>{head}<h1>Harbour shut by ice</h1>{BODY}") == "2023-12-05T15:26:00+01:00"


@pytest.mark.parametrize(
    "name", ["article:expiration_time", "build-date", "event-start-date", "og:image:date", "publisher-id"]
)
def test_other_dates_in_the_markup_are_not_taken(name: str) -> None:
    head = f'<meta name="{name}" content="2023-12-05">'
    assert published(f"<html><head>{head}</head><body><h1>Harbour shut by ice</h1>{BODY}") is None


ADDRESSES = [
    "https://kestrel.example/2023/12/05/harbour",
    "https://kestrel.example/world/2023-12-5-harbour",
    "https://kestrel.example/20231205/harbour",
    "https://kestrel.example/news/harbour-20231205.html",
    "https://kestrel.example/world/2023/dec/05/harbour",
    "https://web.archive.org/web/20240101000000/https://kestrel.example/2023/12/05/harbour",
]


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_day_in_the_address_is_taken(url: str) -> None:
    assert published(f"<html><body><h1>Harbour shut by ice</h1>{BODY}", url) == "2023-12-05"


@pytest.mark.parametrize(
    "url", ["https://kestrel.example/2023/12/harbour", "https://kestrel.example/?d=2023/12/05/"]
)
def test_a_month_in_the_address_or_a_day_in_its_question_is_not(url: str) -> None:
    assert published(f"<html><body><h1>Harbour shut by ice</h1>{BODY}", url) is None


def test_printed_labels_tell_publishing_from_update() -> None:
    line = "<div>Published 5 December 2023, updated 7 December 2023</div>"
    found = times_of(f"<html><body><h1>Harbour shut by ice</h1>{line}{BODY}")
    assert found.published is not None
    assert found.updated is not None
    assert found.published.value.isoformat() == "2023-12-05"
    assert found.updated.value.isoformat() == "2023-12-07"


def test_a_note_far_below_is_found_by_its_label() -> None:
    note = "<footer>Dieser Beitrag wurde am 5. Dezember 2023 um 15:26 von Ada Lind veröffentlicht</footer>"
    rest = "<p>Mehr</p>" * 20
    assert (
        published(f"<html><body><h1>Hafen geschlossen</h1>{BODY}{rest}{note}", language="de")
        == "2023-12-05T15:26:00"
    )


def test_an_article_can_open_with_its_date() -> None:
    body = f"<p>Lindmoor, (5.12.2023). {PARAGRAPH * 2}</p>{BODY}"
    assert published(f"<html><body><h1>Hafen geschlossen</h1>{body}", language="de") == "2023-12-05"


@pytest.mark.parametrize("opening", ["The pier was built on 4 May 1995 by", "On 4 May 1995, Lindmoor"])
def test_a_date_in_the_first_sentence_is_not_the_publishing(opening: str) -> None:
    html = f"<html><body><h1>Harbour shut by ice</h1><p>{opening} {PARAGRAPH * 2}</p>{BODY}"
    assert published(html) is None


def test_dates_in_the_story_comments_and_copyright_are_not_the_publishing() -> None:
    story = f"<p>{PARAGRAPH} The last ice of this kind came on 3 February 2012, he said. {PARAGRAPH}</p>"
    comment = '<div class="comments"><div>Ada Lind</div><div>6 December 2023</div><p>Good to know.</p></div>'
    html = f"<html><body><h1>Harbour shut by ice</h1>{BODY}{story}{comment}<footer>© 2023</footer>"
    assert published(html) is None


def test_a_time_element_says_more_than_what_it_shows() -> None:
    shown = '<div><time datetime="2017-03-01T12:30:00Z">03/01/2017</time></div>'
    assert published(f"<html><body><h1>Harbour shut by ice</h1>{shown}{BODY}") == "2017-03-01T12:30:00+00:00"
