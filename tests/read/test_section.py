"""Section, outlet, desk and captions where a page shows them."""

import pytest

from read.made_pages import read_made

BAR = "<nav><a href='/'>Home</a> <a href='/r'>Region</a> <a href='/c'>Culture</a></nav>"


@pytest.mark.parametrize(
    "above",
    [
        "<ol class='breadcrumb'><li><a href='/'>Home</a></li><li><a href='/r'>Region</a></li></ol>",
        "<div class='crumb'><a href='/'>Home</a> / <a href='/r'>Region</a></div>",
        "<div><a href='/'>Home</a> › <a href='/r'>Region</a></div>",
        "<dl><dt>Section</dt><dd>Region</dd></dl>",
        "<nav class='bc'><a href='/w'>World</a> › <a href='/w/region'>Region</a></nav>",
        "<nav><a href='/'>Talvern Post</a> <a href='/r'>Region</a></nav>",
        "<p>Category: Region</p>",
        "<div class='article__supertag'>Region</div>",
        f"{BAR}<div class='x7'><a href='/r'>Region</a></div>",
    ],
)
def test_the_section_is_read_as_the_page_shows_it(above: str) -> None:
    article = read_made("en", above=above)
    assert article.section is not None
    assert article.section.value == "Region"


def test_the_deepest_of_the_path_is_the_section() -> None:
    path = "<p class='breadcrumbs'><a href='/'>Home</a> > <a href='/w'>World</a> > <a>Coast</a></p>"
    article = read_made("en", above=path, head="<meta property='article:section' content='World'>")
    assert article.section is not None
    assert article.section.value == "Coast"


def test_a_page_that_shows_only_its_bar_of_sections_names_no_section() -> None:
    assert read_made("en", above=BAR).section is None


@pytest.mark.parametrize(
    ("above", "head", "below"),
    [
        ("<p>Kelmar Ledger</p>", "<title>Night ferry | Kelmar Ledger</title>", ""),
        (
            "<p>Kelmar Ledger | Home | World</p>",
            "<title>Night ferry</title>",
            "<p>Kelmar Ledger. All rights reserved.</p>",
        ),
        ("", "<title>Night ferry</title>", "<footer>© 2024 Kelmar Ledger. All rights reserved.</footer>"),
        ("<header><a href='/'>Kelmar Ledger</a></header>", "<title>Night ferry – KL</title>", ""),
    ],
)
def test_the_outlet_is_read_from_title_masthead_and_foot(above: str, head: str, below: str) -> None:
    article = read_made("en", above=above, head=head, below=below, site="")
    assert article.outlet is not None
    assert article.outlet.value == "Kelmar Ledger"


@pytest.mark.parametrize(
    ("language", "line", "desk"),
    [
        ("tr", "Haber Merkezi 5 Aralık 2023", "Haber Merkezi"),
        ("de", "Redaktion Regionales", "Redaktion Regionales"),
        ("es", "Redacción | 5 de diciembre de 2023", "Redacción"),
        ("fa", "گروه جامعه", "گروه جامعه"),
    ],
)
def test_a_desk_below_the_report_is_read(language: str, line: str, desk: str) -> None:
    article = read_made(language, below=f"<div>{line}</div>")
    assert article.desk is not None
    assert article.desk.value == desk


@pytest.mark.parametrize(
    "above",
    [
        "<figure><figcaption>The ferry</figcaption></figure>",
        "<div class='foto'><p class='foto-alti'>The ferry</p></div>",
        "<div class='pic'><p class='legend'>The ferry</p></div>",
        "<table><tr><td class='tr-caption'>The ferry</td></tr></table>",
    ],
)
def test_captions_are_read_however_templates_call_them(above: str) -> None:
    article = read_made("en", above=above)
    assert [span.of(article.text) for span in article.captions] == ["The ferry"]
