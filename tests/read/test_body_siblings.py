"""Paragraphs that go on below a link to another story, and headings between two of them."""

import reportedly
from reportedly.records import Article

FIRST = "Le pont tournant de Lindmark a rouvert ce lundi matin, peu après six heures."
SECOND = "« Nous avons découvert une fissure que personne n’avait vue », explique la direction du port."
THIRD = "Le coût du chantier est passé de quatre à cinq millions."
FOURTH = "Les commerçants du quai, eux, demandent une indemnité."


def body(middle: str, *, tail: str = f"<p>{THIRD}</p><p>{FOURTH}</p>") -> tuple[str, ...]:
    html = (
        '<!doctype html><html lang="fr"><head><title>Le pont rouvre</title></head><body><main>'
        "<h1>Le pont rouvre</h1>"
        f'<div class="su-corps"><p>{FIRST}</p><p>{SECOND}</p>{middle}{tail}</div></main></body></html>'
    )
    article = reportedly.read(html.encode())
    assert isinstance(article, Article)
    return tuple(span.of(article.text) for span in article.body)


def test_short_paragraphs_go_on_below_a_link_to_another_story() -> None:
    link = '<p><b>Lire aussi :</b> <a href="/x">Le bac de secours reprend du service ce soir</a></p>'
    assert body(link) == (FIRST, SECOND, THIRD, FOURTH)


def test_a_heading_between_two_paragraphs_is_one_of_the_text() -> None:
    assert "Un chantier plus cher" in body("<h2>Un chantier plus cher</h2>")
