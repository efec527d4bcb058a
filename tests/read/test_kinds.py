"""Pages that are no single article are refused with their reason; short articles and tickers are read."""

import datetime
import itertools

import pytest

from reportedly.read.body import body_blocks, told_by
from reportedly.read.kinds import find_entries, refuse
from reportedly.read.markup import read_markup
from reportedly.read.rendering import parse, render
from reportedly.read.sight import Sight
from reportedly.records import Entry, Refusal

SITE = "https://lindmark-post.example"
LONG = (
    "The council of Lindmark voted to keep the night ferry after a debate that lasted until dawn.",
    "Mayor Ana Torv said the harbour would stay open for as long as there were boats to enter it.",
    "Fishermen had feared that the pier would close before the herring came back in the spring.",
)
LONGER = (
    *LONG,
    "The ferry has crossed the bay every night since the year in which the old bridge was lost.",
    "Its captain, who is seventy-one, told the council that he would rather row than stay ashore.",
    "Two bakers asked for a later hour, since bread for the far shore is ready only after one.",
    "The harbour master showed figures on coal, rope and wages that nobody in the hall doubted.",
)
HEADLINES = (
    "Night ferry stays after a vote at dawn",
    "Bakers of Halm fear a wet and short harvest",
    "Old bridge of Morrand opens after two years",
    "School in Quoy gets a roof made of reeds",
    "Herring come back to the bay of Lindmark",
    "Choir of Tolmere wins the winter contest",
    "Lighthouse keeper retires after forty years",
    "Storm takes the roof of the market hall",
    "Town buys three trams that run on salt",
)
DATED = '<meta property="article:published_time" content="2024-02-03T08:00:00Z">'
ARTICLE = '<meta property="og:type" content="article">'

PRESS = "The town of Quoy has finished the reed roof of its school; it opens on 4 May."
DEATH = "Ana Torv, who kept the lighthouse of Tolmere, died on Sunday at home."
CHOIR = "The choir of Tolmere meets on Friday at seven in the old hall; sign in at the door."
ON_COOKIES = "We use cookies, says every page; accept all, say most readers, and few open the settings."
OFFER = "To continue reading, subscribe now. Already a subscriber?"
ASKING = "Subscribe now, the Post asks its readers."
HERRING = "The herring are back in the bay, fishermen said on Monday."
FERRY_ZH = "云桥镇镇长表示，新的渡口将在下个月开放，渔民不必再绕路。"


def page(body: str, *, head: str = "", title: str = "The Lindmark Post", lang: str = "en") -> str:
    """Return a page of HTML."""
    top = f'<!doctype html><html lang="{lang}"><head><title>{title}</title>{head}</head>'
    return f"{top}<body>{body}</body></html>"


def paragraphs(*words: str) -> str:
    """Return paragraphs below a headline."""
    return "<main>" + "".join(f"<p>{w}</p>" for w in words) + "</main>"


def teasers(*, blurb: str = "", number: int = 9) -> str:
    """Return boxes with a linked headline each, and a blurb where one is given."""
    below = f"<p>{blurb}</p>" if blurb else ""
    boxes = (
        f'<div class=card><h3><a href="/a/{i}">{h}</a></h3>{below}</div>' for i, h in enumerate(HEADLINES)
    )
    return "<main>" + "".join(list(boxes)[:number]) + "</main>"


def sight_of(html: str, url: str | None) -> Sight:
    """Return a page as the choosers of its fields see it."""
    tree = parse(html)
    document, markup = render(tree), read_markup(tree)
    body = body_blocks(document, told_by(markup))
    return Sight(document=document, markup=markup, url=url, language=markup.language or "en", body=body)


def refusal(html: str, path: str = "/news/some-page", status: int | None = None) -> Refusal | None:
    """Return what the room says of a page at an address of the made-up outlet."""
    return refuse(sight_of(html, SITE + path), parse(html), status)


BLURB = "The council met until dawn, and nine speakers were heard on the price of rope and tar."
COOKIES = (
    "We value your privacy. We and our partners store and read cookies on your device.",
    "You can accept all cookies, reject all of them, or open the cookie settings to choose.",
)
NO_ARTICLE = {
    "home page of blurbs": ("front-page", page(teasers(blurb=BLURB)), "/"),
    "home page of links": ("front-page", page(teasers()), "/index.html"),
    "home page of an edition": ("front-page", page(teasers(blurb=BLURB), lang="fr"), "/fr/"),
    "home page that calls itself an article": (
        "front-page",
        page(teasers(blurb=BLURB), head=ARTICLE),
        "/",
    ),
    "section of blurbs": ("section-front", page(teasers(blurb=BLURB)), "/world/"),
    "section of links": ("section-front", page(teasers()), "/islands"),
    "archive that calls itself an article": (
        "section-front",
        page(
            teasers(blurb=BLURB),
            head=ARTICLE + '<script type="application/ld+json">{"@type": "CollectionPage"}</script>',
        ),
        "/category/ferries/",
    ),
    "section in German": (
        "section-front",
        page(teasers(blurb="Der Rat der Stadt tagte bis in den Morgen und hörte neun Redner."), lang="de"),
        "/politik/",
    ),
    "search by address": ("search-results", page(teasers(blurb=BLURB, number=4)), "/?s=ferry"),
    "search by title": (
        "search-results",
        page(teasers(number=3), title="Search results for ferry | The Lindmark Post"),
        "/find",
    ),
    "search in Spanish": (
        "search-results",
        page(teasers(blurb=BLURB, number=5), title="Resultados de la búsqueda: barcas", lang="es"),
        "/buscador",
    ),
    "search by type": (
        "search-results",
        page(teasers(), head='<script type="application/ld+json">{"@type": "SearchResultsPage"}</script>'),
        "/found",
    ),
    "gallery by title": (
        "gallery",
        page(
            "<h1>In pictures: the herring fair</h1>"
            + "<figure><img src=a.jpg><figcaption>Boats</figcaption></figure>" * 8
        ),
        "/herring-fair",
    ),
    "gallery by address": (
        "gallery",
        page("<h1>Fischmarkt</h1>" + "<div><img src=a.jpg></div>" * 12, lang="de"),
        "/bildergalerie/fischmarkt",
    ),
    "consent in English": ("consent-wall", page(paragraphs(*COOKIES)), "/news/night-ferry"),
    "consent in German": (
        "consent-wall",
        page(
            paragraphs(
                "Wir verwenden Cookies und ähnliche Techniken, um unser Angebot zu bezahlen.",
                "Mit „Alle akzeptieren“ geben Sie Ihre Einwilligung, auch für unsere Partner.",
            ),
            lang="de",
        ),
        "/politik/faehre",
    ),
    "consent in French": (
        "consent-wall",
        page(
            paragraphs(
                "Avec nos partenaires, nous utilisons des cookies pour mesurer l’audience du site.",
                "Vous pouvez tout accepter, tout refuser, ou continuer sans accepter.",
            ),
            lang="fr",
        ),
        "/le-bac",
    ),
    "login by title": (
        "login",
        page("<h1>Sign in</h1><form><label>Name <input></label><button>Go</button></form>", title="Sign in"),
        "/account",
    ),
    "login by its field": (
        "login",
        page("<form><p>Log in <input name=a> <input type=password></p><a href=x>Forgot password?</a></form>"),
        "/members",
    ),
    "login in Persian": (
        "login",
        page("<h1>ورود به حساب</h1><form><input type=password></form>", title="ورود به حساب", lang="fa"),
        "/hesab",
    ),
    "not found by title": (
        "error-page",
        page(
            paragraphs("We looked in every drawer and could not find what you came for, we are sorry."),
            title="Page not found",
        ),
        "/news/old",
    ),
    "not found by heading": ("error-page", page("<h1>404</h1><p>Nothing here.</p>"), "/news/old"),
    "not found in Arabic": (
        "error-page",
        page("<h1>الصفحة غير موجودة</h1><p>عد إلى الصفحة الأولى.</p>", lang="ar"),
        "/akhbar",
    ),
    "not found in Russian": (
        "error-page",
        page("<h1>Страница не найдена</h1><p>Вернитесь на главную.</p>", lang="ru"),
        "/novosti/1",
    ),
    "forbidden": ("error-page", page("<h1>403 Forbidden</h1><p>nginx</p>", title="403 Forbidden"), "/x"),
    "script shell": (
        "needs-javascript",
        page("<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>"),
        "/story",
    ),
    "request for scripts": (
        "needs-javascript",
        page("<p>Please turn on JavaScript in your browser and load the page again.</p>"),
        "/story",
    ),
    "script shell in German": (
        "needs-javascript",
        page("<div>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</div>", lang="de"),
        "/geschichte",
    ),
    "paywall without the article": (
        "paywall",
        page(
            "<h1>Night ferry stays</h1>"
            + paragraphs("To continue reading, choose a subscription. Already a subscriber? Cancel anytime."),
            head=DATED,
        ),
        "/2024/02/03/night-ferry",
    ),
    "paywall in Swedish": (
        "paywall",
        page(
            "<h1>Nattfärjan blir kvar</h1>"
            + paragraphs("För att läsa vidare behöver du bli prenumerant. Redan prenumerant?"),
            lang="sv",
        ),
        "/nattfarjan",
    ),
    "menus and nothing else": ("no-article", page("<ul><li><a href=/a>A</a><li><a href=/b>B</a></ul>"), "/a"),
    "an empty page": ("no-article", page(""), "/2024/02/03/night-ferry"),
}


@pytest.mark.parametrize("name", NO_ARTICLE)
def test_a_page_that_is_no_article_is_refused_with_its_reason(name: str) -> None:
    reason, html, path = NO_ARTICLE[name]
    found = refusal(html, path)
    assert found is not None
    assert found.reason == reason
    assert found.words.endswith(".")


READ = {
    "a plain story": (page(f"<h1>{HEADLINES[0]}</h1>{paragraphs(*LONG)}"), "/night-ferry"),
    "a story on the front of a blog": (page(f"<h1>{HEADLINES[0]}</h1>{paragraphs(*LONGER)}"), "/"),
    "a story above many teasers": (
        page(f"<h1>{HEADLINES[0]}</h1>{paragraphs(*LONGER)}{teasers(blurb=BLURB)}", head=DATED),
        "/night-ferry",
    ),
    "an undated story above links": (
        page(f"<h1>{HEADLINES[0]}</h1>{paragraphs(*LONGER)}{teasers()}"),
        "/night-ferry",
    ),
    "a brief": (
        page(f"<h1>{HEADLINES[4]}</h1>{paragraphs(HERRING)}{teasers()}", head=DATED),
        "/brief",
    ),
    "a short press release": (
        page(f"<h1>Reed roof finished</h1>{paragraphs(PRESS)}"),
        "/press/2024/reed-roof",
    ),
    "an obituary": (
        page(f"<h1>Ana Torv, 1931-2024</h1>{paragraphs(DEATH)}"),
        "/obituaries/ana-torv",
    ),
    "an event with a word of logging in": (
        page(f"<h1>Choir practice</h1>{paragraphs(CHOIR)}"),
        "/events/choir-practice",
    ),
    "a brief in Chinese": (
        page(f"<h1>云桥镇新渡口开放</h1><main><p>{FERRY_ZH}</p></main>", lang="zh"),
        "/news/20240203",
    ),
    "a story about errors": (
        page(f"<h1>Error 404: how a page not found came to be</h1>{paragraphs(*LONGER)}"),
        "/how-errors-came",
    ),
    "a story about cookies": (
        page(f"<h1>Towns and their cookies</h1>{paragraphs(ON_COOKIES, *LONGER)}"),
        "/towns-and-cookies",
    ),
    "a story about subscribers": (
        page(f"<h1>Paper for subscribers only</h1>{paragraphs(ASKING, *LONG)}"),
        "/paper",
    ),
    "the first lines before a paywall": (
        page(
            f"<h1>{HEADLINES[0]}</h1>{paragraphs(LONG[0], OFFER)}",
            head=DATED,
        ),
        "/night-ferry",
    ),
    "a story below a notice about cookies": (
        page(f"<div class=cookie-banner><p>{COOKIES[0]}</p></div><h1>Ferry</h1>{paragraphs(*LONG)}"),
        "/ferry",
    ),
    "a story with a form to log in": (
        page(f"<form>Log in <input type=password></form><h1>Ferry</h1>{paragraphs(*LONG)}"),
        "/ferry",
    ),
    "a story with pictures": (
        page(f"<h1>In pictures: the fair</h1>{paragraphs(*LONG)}" + "<img src=a.jpg>" * 9),
        "/photos/fair",
    ),
    "a story with a request for scripts": (
        page(f"<p>Please enable JavaScript.</p><h1>Ferry</h1>{paragraphs(*LONG)}"),
        "/ferry",
    ),
    "a story about search results": (
        page(f"<h1>What search results hide</h1>{paragraphs(*LONG)}", head=DATED),
        "/search/what-they-hide-2024-02",
    ),
    "a story whose box is called related": (
        page(f"<h1>Ferry</h1><div class=related-content>{paragraphs(*LONG)}</div>", head=DATED),
        "/ferry",
    ),
    "a list of tips with a link each": (
        page(
            "<h1>Nine walks</h1><main>"
            + "".join(
                f'<h3><a href="/w/{i}">{h}</a></h3><p>{" ".join(LONG)} {BLURB * 2}</p>'
                for i, h in enumerate(HEADLINES)
            )
            + "</main>"
        ),
        "/walks",
    ),
}


@pytest.mark.parametrize("name", READ)
def test_an_article_is_read_however_short_or_crowded(name: str) -> None:
    html, path = READ[name]
    assert refusal(html, path) is None


def test_a_page_served_with_an_error_is_refused_unless_a_story_stands_on_it() -> None:
    short = page(f"<h1>Sorry</h1>{paragraphs(LONG[0])}")
    found = refusal(short, "/ferry", status=404)
    assert found is not None
    assert found.reason == "error-page"
    assert refusal(page(f"<h1>Ferry</h1>{paragraphs(*LONG)}", head=DATED), "/ferry", status=404) is None


def test_an_unsound_address_is_no_trouble() -> None:
    assert refuse(sight_of(page(f"<h1>Ferry</h1>{paragraphs(*LONG)}"), "http://[broken")) is None


def entries(
    html: str, path: str = "/live/ferry-vote"
) -> tuple[list[tuple[str | None, str | None, list[str]]], Sight]:
    """Return the entries of a page as (headline, time, paragraphs)."""
    sight = sight_of(html, SITE + path)
    assert refuse(sight, parse(html)) is None
    return [_shown(sight, entry) for entry in find_entries(sight)], sight


def _shown(sight: Sight, entry: Entry) -> tuple[str | None, str | None, list[str]]:
    text = sight.document.text
    headline = entry.headline.of(text) if entry.headline else None
    posted = entry.posted.value.isoformat() if entry.posted else None
    return headline, posted, [span.of(text) for span in entry.words]


def test_boxes_with_a_time_each_are_the_entries_of_a_ticker() -> None:
    boxes = "".join(
        f'<div class="entry" id="e{i}"><p><time datetime="2024-02-03T0{i}:15:00Z">0{i}:15</time></p>'
        f"<h3>{HEADLINES[i]}</h3><p>{words}</p></div>"
        for i, words in enumerate(LONG)
    )
    found, _ = entries(
        page(f"<h1>Live updates: the ferry vote</h1><div class=feed>{boxes}</div>", head=DATED)
    )
    assert found == [(HEADLINES[i], f"2024-02-03T0{i}:15:00+00:00", [LONG[i]]) for i in range(3)]


def test_paragraphs_that_begin_with_a_time_are_entries_and_go_on_below() -> None:
    html = page(
        "<h1>Liveticker: Die Fähre</h1><main>"
        "<p>14:05 Uhr: Der Rat der Stadt hat die Sitzung eröffnet, neun Redner sind gemeldet.</p>"
        "<p>Vor dem Rathaus stehen viele Fischer mit ihren Netzen und warten auf die Entscheidung.</p>"
        "<p>14:30 Uhr: Die Bürgermeisterin spricht und bittet um Ruhe im Saal.</p>"
        "<p>15:10 Uhr: Die Fähre bleibt, der Rat hat mit großer Mehrheit zugestimmt.</p></main>",
        head=DATED,
        lang="de",
    )
    found, _ = entries(html, "/faehre")
    assert [(when, len(words)) for _, when, words in found] == [
        ("2024-02-03T14:05:00", 2),
        ("2024-02-03T14:30:00", 1),
        ("2024-02-03T15:10:00", 1),
    ]
    assert found[1][2] == ["Die Bürgermeisterin spricht und bittet um Ruhe im Saal."]


def test_headings_that_are_times_head_the_entries_below_them() -> None:
    below = "".join(f"<h3>1{i}:20</h3><p>{words}</p>" for i, words in enumerate(LONG))
    found, _ = entries(
        page(f"<h1>Ferry vote, minute by minute</h1><main>{below}</main>", head=DATED), "/ferry"
    )
    assert found == [(None, f"2024-02-03T1{i}:20:00", [words]) for i, words in enumerate(LONG)]


def test_schema_org_data_dates_the_entries_whose_headlines_stand_on_the_page() -> None:
    updates = ",".join(
        f'{{"headline": "{HEADLINES[i]}", "datePublished": "2024-02-03T0{i}:00:00+01:00"}}' for i in range(2)
    )
    head = (
        '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Ferry vote",'
        f'"datePublished": "2024-02-03", "liveBlogUpdate": [{updates}]}}</script>'
    )
    boxes = "".join(
        f"<section class=post><h2>{HEADLINES[i]}</h2><p>{LONG[i]}</p></section>" for i in range(2)
    )
    found, _ = entries(page(f"<h1>Ferry vote</h1><main>{boxes}</main>", head=head), "/ferry")
    assert found == [(HEADLINES[i], f"2024-02-03T0{i}:00:00+01:00", [LONG[i]]) for i in range(2)]


def test_a_time_of_day_on_a_page_of_two_days_dates_nothing() -> None:
    later = '<meta property="article:modified_time" content="2024-02-04T01:00:00Z">'
    below = "".join(f"<p>1{i}:20 – {words}</p>" for i, words in enumerate(LONG))
    found, _ = entries(page(f"<h1>Live blog</h1><main>{below}</main>", head=DATED + later))
    assert [when for _, when, _ in found] == [None, None, None]


def test_an_article_with_dated_comments_has_no_entries() -> None:
    comments = "".join(f"<li class=comment><i>1{i}:20</i><p>{words}</p></li>" for i, words in enumerate(LONG))
    html = page(f"<h1>Ferry stays</h1>{paragraphs(*LONG)}<ol class=comments>{comments}</ol>", head=DATED)
    assert find_entries(sight_of(html, f"{SITE}/ferry")) == ()
    assert find_entries(sight_of(html, f"{SITE}/live/ferry")) == ()


def test_every_word_of_an_entry_is_the_page_s_own() -> None:
    boxes = "".join(
        f"<article class=e><p>2024-02-0{i + 1} 10:00</p><p>{words}</p></article>"
        for i, words in enumerate(LONG)
    )
    html = page(f"<h1>Live coverage</h1><div>{boxes}</div>")
    sight = sight_of(html, f"{SITE}/ferry")
    found = find_entries(sight)
    assert [e.posted.value.date for e in found if e.posted] == [datetime.date(2024, 2, i) for i in (1, 2, 3)]
    spans = [span for entry in found for span in entry.words]
    assert all(span.of(sight.document.text) in LONG for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


STUB = "Ein Vertrag von 1931 taucht auf, und plötzlich streiten sich drei Gemeinden um den Hafen."
LOCKED = (
    '{"@type": "NewsArticle", "isAccessibleForFree": false, "datePublished": "2024-09-03T05:00:00+02:00"}'
)
WALL = "Zugriff auf alle Artikel, im ersten Monat für einen Euro, jederzeit kündbar. Jetzt weiterlesen!"


def test_a_teaser_before_a_wall_is_no_article_where_the_markup_says_that_it_costs() -> None:
    locked = f'<script type="application/ld+json">{LOCKED}</script>'
    found = refusal(page(paragraphs(STUB, WALL), head=locked, lang="de"))
    assert found is not None
    assert found.reason == "paywall"
    free = locked.replace("false", "true")
    assert refusal(page(paragraphs(STUB, WALL), head=free, lang="de")) is None


def test_links_with_the_day_beside_them_are_teasers() -> None:
    items = "".join(
        f"<li><a href=/c/{i}>古镇老戏台修缮完工</a><span>2024-05-1{i}</span></li>" for i in range(7)
    )
    found = refusal(page(f"<h2>文化</h2><ul>{items}</ul>", lang="zh"), "/wh/index.shtml")
    assert found is not None
    assert found.reason == "section-front"
