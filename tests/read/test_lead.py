"""The lead: what stands under the headline and sums the article up, told from everything else there."""

import pytest

import reportedly
from reportedly.read.lead_names import names_lead, names_other
from reportedly.records import Article

LEAD = "The council of Lindmark keeps the night ferry, and the fishermen are the first to thank it."
STORY = (
    "Councillors voted by nine to four on Monday evening, after a debate that lasted until dawn.",
    "Mayor Ana Torv said the harbour would stay open for as long as there were boats to enter it.",
    "Fishermen had feared that the pier would close before the herring came back in the spring.",
    "The ferry has crossed the bay every night since the bridge was lost to the ice of a hard winter.",
)


def page(
    above: str = "", story: tuple[str, ...] = STORY, described: str = "", title: str = "Night ferry stays"
) -> bytes:
    """Return a page with `above` between its headline and its text."""
    head = f'<meta property="og:description" content="{described}">' if described else ""
    paragraphs = "".join(p if p.startswith("<") else f"<p>{p}</p>" for p in story)
    return (
        f"<!doctype html><html lang=en><head>{head}</head><body><main>"
        f"<header><h1>{title}</h1>{above}</header>"
        f"<div class='text'>{paragraphs}</div></main></body></html>"
    ).encode()


def lead(html: bytes) -> str | None:
    """Return the words of the lead on a page."""
    article = reportedly.read(html)
    if article.lead is None:
        return None
    assert article.lead.span is not None
    assert article.lead.span.of(article.text) == article.lead.value
    return article.lead.value


def body(html: bytes) -> list[str]:
    """Return the paragraphs of the article on a page."""
    article: Article = reportedly.read(html)
    return [span.of(article.text) for span in article.body]


@pytest.mark.parametrize("name", ["article-lead", "standfirst", "story__dek", "perex", "sub-title", "chapo"])
def test_a_block_whose_names_call_it_the_lead_is_the_lead(name: str) -> None:
    assert lead(page(f"<p class='{name}'>{LEAD}</p>")) == LEAD


def test_a_lead_named_by_the_box_around_it_is_the_lead() -> None:
    assert lead(page(f"<div class='storyIntro intro'><p>{LEAD}</p></div>")) == LEAD


def test_an_unnamed_block_that_the_description_repeats_is_the_lead() -> None:
    assert lead(page(f"<span>3 min</span><div class='x1'>{LEAD}</div>", described=LEAD[:60] + "…")) == LEAD


def test_a_place_before_the_lead_does_not_hide_it_from_the_description() -> None:
    words = f"Lindmark. {LEAD}"
    assert lead(page(f"<div class='x1'>{words}</div>", described=LEAD)) == words


def test_an_only_sentence_close_under_the_headline_is_the_lead() -> None:
    assert lead(page(f"<p>3 February 2024, 10:00</p><p>{LEAD}</p>")) == LEAD


def test_a_lower_heading_under_the_headline_is_the_lead() -> None:
    words = "Nine councillors for the crossing, four against it"
    assert lead(page(f"<h2>{words}</h2>")) == words


def test_a_title_shown_twice_is_no_lead() -> None:
    second = "<h2>Night ferry of Lindmark stays in the harbour</h2>"
    html = page(second + f"<p>{LEAD}</p>", title="Night ferry stays in the harbour of Lindmark")
    assert lead(html) == LEAD


def test_a_second_title_above_a_sentence_is_no_lead() -> None:
    assert lead(page(f"<h2>Why nine councillors rose before the gulls did</h2><p>{LEAD}</p>")) == LEAD


def test_a_first_paragraph_named_the_lead_is_no_part_of_the_body() -> None:
    html = page(story=(f"<p class='text-lead'>{LEAD}</p>", *STORY))
    assert lead(html) == LEAD
    assert body(html) == list(STORY)


def test_a_first_paragraph_in_bold_type_is_the_lead() -> None:
    assert lead(page(story=(f"<p><strong>{LEAD}</strong></p>", *STORY))) == LEAD


def test_a_described_first_paragraph_with_a_name_of_its_own_is_the_lead() -> None:
    story = (f"<p class='big strong-type'>{LEAD}</p>", *(f"<p class='big'>{p}</p>" for p in STORY))
    assert lead(page(story=story, described=LEAD)) == LEAD


def test_a_first_paragraph_that_the_description_only_repeats_is_no_lead() -> None:
    html = page(described=STORY[0])
    assert lead(html) is None
    assert body(html) == list(STORY)


def test_an_initial_letter_does_not_make_a_lead() -> None:
    story = (f"<p class='has-drop-cap'>{STORY[0]}</p>", *STORY[1:])
    assert lead(page(story=story, described=STORY[0])) is None


def test_a_page_whose_paragraphs_are_all_bold_shows_no_lead() -> None:
    assert lead(page(story=tuple(f"<p><b>{p}</b></p>" for p in STORY))) is None


def test_a_description_that_the_page_does_not_show_is_no_lead() -> None:
    assert (
        lead(page(described="A vote in Lindmark on the night ferry and what it means for the harbour."))
        is None
    )


def test_captions_bylines_and_entries_of_a_list_are_no_lead() -> None:
    above = (
        "<div class='image-caption'>The night ferry enters the harbour of Lindmark at four.</div>"
        "<p>By Per Lund and Mia Strand, correspondents at the harbour of Lindmark</p>"
        "<ul><li>The ferry leaves at midnight and comes back at four.</li></ul>"
    )
    assert lead(page(above)) is None


def test_a_lead_that_begins_with_by_is_still_a_lead() -> None:
    words = "By nine votes to four the council of Lindmark keeps the night ferry for another ten years."
    assert lead(page(f"<p class='standfirst'>{words}</p>")) == words


def test_the_lead_of_a_page_without_a_visible_headline_is_found_by_its_name() -> None:
    html = page(story=(f"<p class='standfirst'>{LEAD}</p>", *STORY)).replace(
        b"<h1>Night ferry stays</h1>", b""
    )
    assert lead(html) == LEAD


@pytest.mark.parametrize(
    "name", ["with-excerpt", "lead-image", "has-subtitle", "misleading", "hotspot", "adspot"]
)
def test_names_that_only_hold_a_word_for_the_lead_do_not_name_it(name: str) -> None:
    assert not names_lead(name)


def test_a_name_of_a_caption_is_told_from_one_of_a_lead() -> None:
    assert names_lead("img-description")
    assert names_other("img-description")


@pytest.mark.parametrize(
    "line",
    [
        "Lindmark Ledger • 4 May 2024",
        "4 May 2024, harbour magazine",
        "Lindmark, 4 May 2024",
        "4 May 2024 - 15:48 Reading time: 2 min.",
    ],
)
def test_a_date_with_a_few_words_is_no_lead(line: str) -> None:
    assert lead(page(f'<p class="subtitle">{line}</p>')) is None


def test_a_sentence_that_holds_a_date_can_be_the_lead() -> None:
    said = "On 4 May 2024 the council kept the night ferry."
    assert lead(page(f'<p class="subtitle">{said}</p>')) == said
