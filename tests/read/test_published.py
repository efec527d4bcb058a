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


def times_of(
    html: str, url: str | None = None, language: str = "en", fetched_at: datetime.datetime | None = None
) -> Times:
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
        ),
        fetched_at,
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
            candidate("2023-12-11T09:00:00Z", "json-ld", 1.0, "updated"),
            candidate("2023-12-11", "plain-meta", 0.7),
            candidate("2023-12-11", "shown", 0.75),
        )
        == "2023-12-05T15:26:00+00:00"
    )


OLD = candidate("2021-03-04T15:26:00Z", "json-ld", 1.0)
CHANGED = candidate("2024-02-01T09:00:00Z", "json-ld", 1.0, "updated")


def test_an_old_article_that_an_outlet_dates_anew_has_the_new_day() -> None:
    found = choose_times([OLD, CHANGED, candidate("2024-02-01", "shown", 0.75)])
    assert found.published is not None
    assert found.updated is not None
    assert found.published.value.isoformat() == "2024-02-01"
    assert found.updated.value.isoformat() == "2024-02-01T09:00:00+00:00"


@pytest.mark.parametrize(
    "printed",
    [
        [candidate("2024-02-01T09:00:00", "shown", 0.75)],
        [candidate("2024-02-01", "label", 0.9, "updated")],
        [candidate("2024-02-01", "shown", 0.75), candidate("2021-03-04", "shown", 0.75)],
        [candidate("2024-02-01", "shown", 0.3)],
    ],
)
def test_a_day_that_only_tells_of_the_change_leaves_an_old_article_its_own(printed: list[Candidate]) -> None:
    assert chosen(OLD, CHANGED, *printed) == "2021-03-04T15:26:00+00:00"


def test_an_earlier_day_that_is_printed_and_marked_up_outvotes_when_the_page_was_moved() -> None:
    assert (
        chosen(
            candidate("2022-10-24T12:40:59Z", "json-ld", 1.0),
            candidate("2022-10-24T12:40:59Z", "meta", 0.95),
            candidate("2022-10-08", "microdata", 0.9),
            candidate("2022-10-08", "shown", 0.75),
        )
        == "2022-10-08"
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


FETCHED_AT = datetime.datetime(2023, 12, 5, 15, 26, tzinfo=datetime.UTC)


def told(value: str) -> str | None:
    found = choose_times([candidate(value, "json-ld", 1.0)], FETCHED_AT).published
    return found.value.isoformat() if found else None


@pytest.mark.parametrize(
    ("value", "believed"),
    [
        ("2023-12-05T15:20:00Z", "2023-12-05T15:20:00+00:00"),
        ("2023-12-05T15:30:00Z", "2023-12-05T15:30:00+00:00"),
        ("2023-12-06T01:20:00Z", "2023-12-06T01:20:00"),
        ("2023-12-06T01:20:00+10:00", "2023-12-06T01:20:00+10:00"),
        ("2023-12-06T05:20:00", "2023-12-06T05:20:00"),
        ("2023-12-06T05:30:00", None),
        ("2023-12-06", "2023-12-06"),
        ("2023-12-07", None),
    ],
)
def test_a_time_that_lies_ahead_keeps_no_zone_and_none_farther_ahead_than_zones_is_believed(
    value: str, believed: str | None
) -> None:
    assert told(value) == believed


def test_an_update_is_given_in_the_zone_that_another_witness_names() -> None:
    found = choose_times(
        [
            candidate("2023-12-05T15:26:00+01:00", "json-ld", 1.0),
            candidate("2023-12-05T16:00:00Z", "meta", 0.95, "updated"),
            candidate("2023-12-05T17:00:00+01:00", "microdata", 0.9, "updated"),
        ]
    )
    assert found.updated is not None
    assert found.updated.value.isoformat() == "2023-12-05T17:00:00+01:00"


def test_a_bare_day_of_an_update_borrows_the_time_that_another_witness_names() -> None:
    found = choose_times(
        [
            candidate("2023-12-05", "json-ld", 1.0),
            candidate("2023-12-07", "json-ld", 1.0, "updated"),
            candidate("2023-12-07T09:15:00", "meta", 0.95, "updated"),
        ]
    )
    assert found.updated is not None
    assert found.updated.value.isoformat() == "2023-12-07T09:15:00"


def test_the_moment_of_the_publishing_in_another_zone_is_no_update() -> None:
    found = choose_times(
        [
            candidate("2023-12-05T11:38:19Z", "json-ld", 1.0),
            candidate("2023-12-05T12:38:19+01:00", "attribute", 0.85, "updated"),
        ]
    )
    assert found.updated is None


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


def line_of(date: str, head: str = "", rest: str = "") -> str:
    return f"<html><head>{head}</head><body><h1>Harbour shut by ice</h1><div>{date}</div>{BODY}{rest}"


def test_figures_are_read_in_the_order_of_the_day_in_the_markup() -> None:
    modified = '<meta property="article:modified_time" content="2023-03-12T15:26:00Z">'
    assert published(line_of("3/12/2023")) == "2023-12-03"
    assert published(line_of("3/12/2023", modified)) == "2023-03-12"


@pytest.mark.parametrize(
    ("language", "other", "day"),
    [
        ("en", "12/25/2022", "2023-03-12"),
        ("en", "25/12/2022", "2023-12-03"),
        ("en-US", "12/25/2022", "2023-03-12"),
        ("en-US", "25/12/2022", "2023-12-03"),
    ],
)
def test_figures_are_read_in_the_order_of_the_other_dates_on_the_page(
    language: str, other: str, day: str
) -> None:
    html = line_of("3/12/2023", rest=f"<aside><p>Ferry stopped</p><div>{other}</div></aside>")
    assert published(html, language=language) == day


def test_figures_are_read_in_the_order_that_lies_before_the_fetching() -> None:
    html = line_of("3/12/2023")
    found = times_of(html, fetched_at=datetime.datetime(2023, 6, 1, tzinfo=datetime.UTC)).published
    assert found is not None
    assert found.value.isoformat() == "2023-03-12"


def test_a_date_above_the_body_counts_where_the_headline_stands_below_it() -> None:
    html = f"<html><body><div>Harbours 5 December 2023</div>{BODY}<h1>Our partners</h1><p>Quays</p>"
    assert published(html) == "2023-12-05"


@pytest.mark.parametrize(
    ("language", "label"), [("fa", "آخرين ويرايش"), ("ur", "اپ ڈيٹ"), ("fr", "MIS À JOUR LE")]
)
def test_a_label_counts_in_every_spelling_of_its_letters(language: str, label: str) -> None:
    found = times_of(line_of(f"{label} 5/12/2023"), language=language)
    assert found.updated is not None


def test_an_english_label_counts_on_a_page_in_any_language() -> None:
    found = times_of(line_of("Updated on: 5 दिसंबर 2023"), language="hi")
    assert found.updated is not None


def test_a_second_time_in_a_line_is_another_moment_in_the_zone_that_the_first_one_shows() -> None:
    line = '<time datetime="2023-12-05T12:03:41Z">5 December 2023 09:03</time> Updated 5 December 2023 12:20'
    found = times_of(line_of(line))
    assert found.published is not None
    assert found.updated is not None
    assert found.published.value.isoformat() == "2023-12-05T12:03:41+00:00"
    assert found.updated.value.isoformat() == "2023-12-05T12:20:00-03:00"


def test_the_facts_of_one_line_below_the_report_hold_its_date() -> None:
    line = "By the editors of the Lindmoor Post · With reports from the coast · 5 December 2023 | 07:45"
    html = f"<html><body><h1>Harbour shut by ice</h1>{BODY}<div>{line}</div>"
    assert published(html) == "2023-12-05T07:45:00"


@pytest.mark.parametrize(("name", "day"), [("time", "2023-12-05"), ("temperature", None)])
def test_a_bar_above_the_headline_holds_the_date_where_it_is_named_for_one(
    name: str, day: str | None
) -> None:
    bar = f'<ul class="nav-tools"><li class="{name}">5 December 2023</li><li>News</li><li>Coast</li></ul>'
    html = f"<html><body><article>{bar}<h1>Harbour shut by ice</h1>{BODY}</article>"
    assert published(html) == day


def updated(html: str, language: str = "en") -> str | None:
    found = times_of(html, language=language).updated
    return found.value.isoformat() if found else None


def test_an_update_in_the_markup_at_the_publish_time_hides_no_printed_one() -> None:
    at = '"2024-07-02T11:15:00+03:00"'
    linked = f'{{"@type": "NewsArticle", "datePublished": {at}, "dateModified": {at}}}'
    script = f'<script type="application/ld+json">{linked}</script>'
    html = f"{script}<h1>Boats</h1><p>updated 2 July 2024, 17:40</p>{BODY}"
    assert updated(html) == "2024-07-02T17:40:00"


def test_two_times_before_one_day_each_stay_with_their_own_day() -> None:
    line = "First published at 7.30am, 8 May 2024. Last updated at 4.15pm, 8 May 2024"
    html = f"<h1>Frost</h1><p>{line}</p>{BODY}"
    assert (published(html), updated(html)) == ("2024-05-08T07:30:00", "2024-05-08T16:15:00")


def test_of_two_labels_that_end_together_the_longer_one_counts() -> None:
    html = f"<h1>钟</h1><p>2024-05-20 08:12 来源：芦城日报 更新时间：2024-05-20 15:36</p>{BODY}"
    assert published(html, language="zh") == "2024-05-20T08:12:00"
    assert updated(html, "zh") == "2024-05-20T15:36:00"


def test_a_moment_as_of_which_a_page_holds_is_an_update_beside_a_plain_date_in_its_markup() -> None:
    meta = '<meta name="date" content="2024-06-04T14:05:00+02:00">'
    html = f"{meta}<h1>Tore</h1><p>Stand: 04.06.2024 16:30 Uhr</p>{BODY}"
    assert published(html, language="de") == "2024-06-04T14:05:00+02:00"
    assert updated(html, "de") == "2024-06-04T16:30:00"


def test_the_update_of_a_whole_site_is_none_of_the_article() -> None:
    html = f"<h1>Pilots</h1><p>Monday, January 8, 2024</p>{BODY}<p>Site last updated: 30 November 2024.</p>"
    assert (published(html), updated(html)) == ("2024-01-08", None)


def test_a_day_behind_a_long_headline_in_one_line_is_the_articles() -> None:
    headline = "Pilot boats of the three harbours are to share one channel from the first of next month on"
    line = f"<p><b>{headline}</b><br>Monday, January 8, 2024</p>"
    html = f"<title>Ellery Wire - {headline}</title>{line}{BODY}"
    assert published(html) == "2024-01-08"
