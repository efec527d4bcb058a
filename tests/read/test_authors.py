"""Authors come from markup that names a person, else from the byline, else from the outlet's own name."""

import json
from typing import Any

import pytest

import reportedly

SITE = "The Lindmark Ledger"
STORIES = {
    "en": (
        "The council of Lindmark voted to keep the night ferry after a debate that lasted until dawn.",
        "Mayor Eva Holm said the harbour would stay open for as long as there were boats to enter it.",
        "Fishermen had feared that the pier would close before the herring came back in the spring.",
    ),
    "de": (
        "Der Rat der Stadt hat am Abend beschlossen, dass die Fähre auch in der Nacht fährt.",
        "Die Fischer hatten gefürchtet, dass der Hafen für immer schließt, weil das Geld nicht reicht.",
    ),
    "fr": (
        "Le conseil de la ville a décidé dans la nuit que le bac continuera de traverser la baie cet hiver.",
        "Les pêcheurs avaient peur que le port ne ferme avant que les harengs ne reviennent au printemps.",
    ),
    "es": (
        "El consejo de la ciudad ha decidido esta noche que el barco siga cruzando la bahía en el invierno.",
        "Los pescadores temían que el puerto se cerrara antes de que los peces volvieran en la primavera.",
    ),
    "nl": (
        "De raad van de stad heeft in de nacht besloten dat de veerboot in de winter blijft varen.",
        "De vissers waren bang dat de haven zou sluiten voordat de haring in het voorjaar terug zou komen.",
    ),
}


def authors(
    *, linked: Any = None, head: str = "", above: str = "", below: str = "", lang: str = "en"
) -> list[str]:
    """Return the authors of a page; each span gives its name again."""
    if linked is not None:
        head += f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    head += f'<meta property="og:site_name" content="{SITE}">'
    story = "".join(f"<p>{sentence}</p>" for sentence in STORIES[lang])
    body = f"<h1>Night ferry stays after all</h1>{above}<article>{story}</article>{below}"
    page = f"<!doctype html><html lang={lang}><head>{head}</head><body>{body}</body></html>"
    article = reportedly.read(page.encode())
    for author in article.authors:
        assert author.span is None or author.span.of(article.text) == author.value
    return [author.value for author in article.authors]


def by(author: Any) -> dict[str, Any]:
    """Return an article's linked data with its author."""
    return {"@type": "NewsArticle", "author": author}


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"@type": "Person", "name": "Ana Torv"}, ["Ana Torv"]),
        ([{"name": "Ana Torv"}, {"name": "Per Lund"}], ["Ana Torv", "Per Lund"]),
        ("Ana Torv and Per Lund", ["Ana Torv", "Per Lund"]),
        ("By Ana Torv, Political Editor", ["Ana Torv"]),
        ({"givenName": "Ana", "familyName": "Torv"}, ["Ana Torv"]),
        ({"name": ["Ana Torv", "Per Lund"]}, ["Ana Torv", "Per Lund"]),
        ({"name": "Ana Torv (at)"}, ["Ana Torv"]),
        ({"name": "Ana Torv, MD, PhD"}, ["Ana Torv, MD, PhD"]),
        ({"name": "Ana Torv, NPA"}, ["Ana Torv", "NPA"]),
        ({"name": "Ana &amp; Per"}, ["Ana & Per"]),
        ({"name": "Norland Press Agency"}, ["Norland Press Agency"]),
        ({"name": "Ledger Staff"}, ["Ledger Staff"]),
        ({"name": SITE}, [SITE]),
        ("https://ledger.example/ana", []),
        (7, []),
        (None, []),
    ],
)
def test_linked_data_names_the_authors(author: Any, names: list[str]) -> None:
    assert authors(linked=by(author)) == names


def test_a_reference_into_the_graph_is_followed() -> None:
    graph = {"@graph": [by({"@id": "#ana"}), {"@type": "Person", "@id": "#ana", "name": "Ana Torv"}]}
    assert authors(linked=graph) == ["Ana Torv"]


def test_a_person_in_another_element_goes_before_the_outlets_name() -> None:
    assert authors(linked=by({"name": SITE}), head='<meta name="author" content="Ana Torv">') == ["Ana Torv"]
    assert authors(linked=by({"name": SITE}), above="<p class=byline>By Ana Torv</p>") == ["Ana Torv"]


def test_an_address_or_a_number_is_no_author() -> None:
    assert authors(head='<meta name="article:author" content="https://social.example/ledger">') == []
    assert authors(head='<meta name="author" content="10509">') == []


def test_microdata_of_teasers_below_names_nobody_here() -> None:
    above = '<p>By <span itemprop="author">Ana Torv</span></p>'
    below = '<div><span itemprop="author">Per Lund</span></div>'
    assert authors(above=above, below=below) == ["Ana Torv"]


@pytest.mark.parametrize(
    ("byline", "lang", "names"),
    [
        ("<p>By Ana Torv and Per Lund</p>", "en", ["Ana Torv", "Per Lund"]),
        ("<p>By Ana Torv, 3 February 2024</p>", "en", ["Ana Torv"]),
        ("<p>3 February 2024 • Ana Torv • 3 min read</p>", "en", ["Ana Torv"]),
        ("<div class=byline><p>By</p><p>Ana Torv</p></div>", "en", ["Ana Torv"]),
        ("<p>Von Ana Torv</p>", "de", ["Ana Torv"]),
        ("<p>Par Ana Torv</p>", "fr", ["Ana Torv"]),
        ("<p>Por Ana Torv y Per Lund</p>", "es", ["Ana Torv", "Per Lund"]),
        ("<p class=author>Ana van der Torv</p>", "nl", ["Ana van der Torv"]),
        ("<p>Harbour News</p>", "en", []),
        ("<p class=byline>Last updated</p>", "en", []),
    ],
)
def test_a_printed_byline_gives_spans(byline: str, lang: str, names: list[str]) -> None:
    assert authors(above=byline, lang=lang) == names


def test_a_byline_below_the_report_is_read() -> None:
    assert authors(below="<p>Written by Ana Torv</p>") == ["Ana Torv"]


def test_the_same_name_counts_once() -> None:
    assert authors(linked=by([{"name": "Ana Torv"}, {"name": "ANA TORV"}])) == ["Ana Torv"]


def test_each_meta_element_names_one_of_several_authors() -> None:
    head = (
        '<meta name="citation_author" content="Torv, Ana"><meta name="citation_author" content="Lund, Per">'
    )
    assert authors(head=head) == ["Ana Torv", "Per Lund"]


def test_rdfa_names_the_author() -> None:
    above = '<p><span property="author" typeof="Person"><span property="name">Ana Torv</span></span></p>'
    assert authors(above=above) == ["Ana Torv"]


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"@type": "Person", "name": "Ana Torv for the Ledger"}, ["Ana Torv"]),
        ({"@type": "Person", "name": f"Ana Torv {SITE}"}, ["Ana Torv"]),
        ({"@type": "Person", "name": "Ana T."}, ["Ana T."]),
        ({"@type": "Organization", "name": "Harbour, Sea and River Board"}, ["Harbour, Sea and River Board"]),
        ({"@type": "Organization", "name": "Norland Press | News from the north"}, ["Norland Press"]),
        ({"@type": "Person", "name": "admin"}, []),
        ({"@type": "Person", "name": "publisher"}, []),
        ({"@type": "Person", "name": "Ana Torv https://ledger.example/logo.png"}, ["Ana Torv"]),
    ],
)
def test_what_stands_around_a_declared_name_is_none_of_it(author: Any, names: list[str]) -> None:
    assert authors(linked=by(author)) == names


def test_a_link_that_repeats_the_name_is_no_second_author() -> None:
    above = '<p><a rel="author">Ana Torv</a></p><p><a rel="author">All stories of Ana Torv</a></p>'
    assert authors(above=above) == ["Ana Torv"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Torv, Lindmark", ["Ana Torv"]),
        ("By Ana TorvSenior Editor", ["Ana Torv"]),
        ("By Ana Torv-10 min read", ["Ana Torv"]),
        ("By Ana Torv Ana Torv", ["Ana Torv"]),
        ("By Ana Torv Political Editor", ["Ana Torv"]),
        ("By Ana MacArthur", ["Ana MacArthur"]),
        ("By Ana FitzGerald", ["Ana FitzGerald"]),
    ],
)
def test_what_a_page_sets_against_a_printed_name_is_none_of_it(line: str, names: list[str]) -> None:
    assert authors(above=f"<p>{line}</p>") == names


def test_a_box_for_the_name_holds_a_name_of_any_form() -> None:
    assert authors(above='<p class="author-name">Paddy</p>') == ["Paddy"]


def test_a_list_of_stories_with_their_dates_names_no_author() -> None:
    titles = ("Harbour Stays Open", "Ferry Fares Frozen", "Pier Lights Return")
    stories = "".join(f"<h3>{title}</h3><p>4 May 2024</p>" for title in titles)
    assert authors(above=stories) == []


def test_a_label_among_the_facts_below_the_report_names_the_author() -> None:
    facts = "".join(f"<li>{fact}</li>" for fact in ("Date 4 May 2024", "Words 312", "Length short"))
    below = f"<ul>{facts}<li>Author Ana Torv</li></ul>"
    assert authors(below=below) == ["Ana Torv"]


def test_the_outlet_behind_the_names_in_a_byline_is_no_author() -> None:
    assert authors(above=f"<p>By Ana Torv and Per Lund, {SITE} — Lindmark</p>") == ["Ana Torv", "Per Lund"]
