"""Pages that are no article by what they call themselves, and by what stands where their text should."""

import datetime

import pytest

from reportedly.read import read_page
from reportedly.records import Page, Refusal

FIRST = "The harbour master closed the north quay on Monday after divers found a crack in its oldest pillar."
SECOND = "Ferries to the outer islands leave from the fish market until the repair is done."
THIRD = "Residents complained about the noise of the pumps, which run through the night."
TEXTS = (FIRST, SECOND, THIRD)
NOW = datetime.datetime(2024, 12, 1, tzinfo=datetime.UTC)


def kind(body: str, path: str, *, head: str = "", lang: str = "en") -> str:
    """Return the reason why a page is refused, "article" where it is none."""
    html = (
        f'<!doctype html><html lang="{lang}"><head>{head}<title>Post</title></head><body>{body}</body></html>'
    )
    found = read_page(Page(body=html.encode(), url=f"https://post.example{path}", fetched_at=NOW))
    return found.reason if isinstance(found, Refusal) else "article"


def cards(number: int, *, tag: str = "h3", title: str = "Story {} about the harbour and its quays") -> str:
    return "".join(
        f"<div class=item><{tag}><a href=/n/{i}>{title.format(i)}</a></{tag}><p>{TEXTS[i % 3]}</p></div>"
        for i in range(number)
    )


def pictures(number: int) -> str:
    return "".join(f"<div class=slide><img src={i}.jpg><p>{TEXTS[i % 3]}</p></div>" for i in range(number))


VIDEO = '<script type="application/ld+json">{"@type": "VideoObject", "name": "x"}</script>'
MORE = "".join(
    f"<div><h2>Quay number {i}</h2><p>{TEXTS[i % 3]}</p><a href=/n/{i}>Read more</a></div>" for i in range(6)
)
FORM = "<form><input type=email><input type=password><button>Log in</button></form>"
PAGES = {
    "author": ("section-front", f"<h1>Ana Torv</h1><p>{FIRST}</p>{cards(4)}", "/author/ana-torv"),
    "tag": ("section-front", f"<h1>Harbour</h1><p>{FIRST}</p>{cards(3)}", "/tag/harbour"),
    "five teasers": ("section-front", f"<h1>Local</h1>{cards(5)}", "/local"),
    "short headlines": ("section-front", f"<h1>Local</h1>{cards(7, title='Quay {} shut')}", "/local"),
    "read more": ("section-front", f"<h1>Local</h1>{MORE}", "/local"),
    "front with a story": (
        "front-page",
        f"<h2><a href=/n/9>{SECOND}</a></h2><p>{FIRST}</p><p>{THIRD}</p>{cards(6)}",
        "/",
    ),
    "search by path": ("search-results", f"<h1>harbour</h1>{cards(6)}", "/search/harbour"),
    "captions as text": ("gallery", f"<h1>In pictures: the harbour</h1>{pictures(8)}", "/photos/harbour"),
    "expired address": (
        "error-page",
        f"<h1>Oops!</h1><p>Sorry, we couldn't find that page. It may have moved.</p><h2>Now</h2>{cards(3)}",
        "/2019/04/05/harbour-master-closes-quay-99812.html",
    ),
    "log-in with a pitch": ("login", f"<h1>Welcome back</h1>{FORM}<h2>Why?</h2><p>{FIRST}</p>", "/login"),
    "video at its address": (
        "video",
        f"<video src=a></video><h1>The quay</h1><p>{FIRST}</p>",
        "/videos/quay",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_calls_itself_something_else_is_refused(name: str) -> None:
    reason, body, path = PAGES[name]
    assert kind(body, path) == reason


def test_a_described_video_is_none_beside_an_article_s_text() -> None:
    assert kind(f"<h1>The quay</h1><p>{FIRST} {SECOND}</p>", "/watch/quay", head=VIDEO) == "video"
    text = "".join(f"<p>{words}</p>" for words in TEXTS * 3)
    assert kind(f"<h1>The quay</h1>{text}", "/news/quay", head=VIDEO) == "article"


WALL = "<p>This article is for subscribers. Subscribe now and read on, cancel anytime.</p>"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{FIRST} At three in the morning the lamp is lit, and old Hoek sells his oven to", "paywall"),
        (f"{FIRST} {SECOND} {THIRD} Nobody has seen the key since the…", "paywall"),
        (f"{FIRST} {SECOND} {THIRD}", "article"),
    ],
)
def test_a_text_that_stops_in_mid_sentence_before_a_wall_is_no_article(text: str, reason: str) -> None:
    assert kind(f"<h1>The oven</h1><p>{text}</p><div>{WALL}</div>", "/plus/the-oven-of-old-hoek") == reason


def test_a_brief_with_teasers_below_it_is_an_article() -> None:
    body = f"<h1>Quay closed</h1><p>1 May 2024</p><p>{FIRST} {SECOND}</p><div class=more>{cards(4)}</div>"
    assert kind(body, "/brief/quay") == "article"


AGE = "<h2>Are you over 18?</h2><p>You must be of legal drinking age. You accept our cookie policy.</p>"
CLOSED = "<h1>Service unavailable for now</h1><p>The site is under maintenance. We will be back soon.</p>"
OFFER = "<div class=paywall><p>Subscribe now and cancel anytime. Already a subscriber? Log in.</p></div>"
CUT = "<p>The envelope was opened two minutes before the deadline, in a room with</p>"


@pytest.mark.parametrize(
    ("body", "reason"),
    [(AGE, "consent-wall"), (CLOSED, "error-page"), (f"<h1>Ferry</h1>{CUT}{OFFER}", "paywall")],
)
def test_a_page_in_an_articles_place_is_told_by_what_it_says(body: str, reason: str) -> None:
    assert kind(body, "/2024/05/ferry-contract-was-won") == reason


def test_a_report_of_repairs_is_no_site_under_repair() -> None:
    report = (
        f"<h1>Lift out of order</h1><p>The lift is temporarily unavailable.</p><p>{FIRST}</p><p>{SECOND}</p>"
    )
    assert kind(report, "/2024/05/lift-out-of-order") == "article"


def test_a_whole_report_above_an_offer_is_an_article() -> None:
    assert kind(f"<h1>Quay closed</h1><p>{FIRST}</p><p>{SECOND}</p>{OFFER}", "/2024/05/quay") == "article"
