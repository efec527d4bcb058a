"""The visible text of a page and the blocks it stands in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.document import Region
from reportedly.read.rendering import parse, render


def blocks(html: str) -> list[str]:
    """Return the words of every block."""
    document = render(parse(html))
    return [document.words(block) for block in document.blocks]


def test_one_block_is_one_line_with_its_white_space_folded() -> None:
    document = render(parse("<p>One \n two&nbsp;<b>three</b></p><p>Four</p>"))
    assert document.text == "One two three\nFour"


def test_scripts_styles_and_embedded_media_have_no_words() -> None:
    assert blocks("<script>x()</script><style>p{}</style><p>Words</p><template>no</template>") == ["Words"]


def test_a_line_break_ends_a_block_only_after_a_sentence() -> None:
    assert blocks("<p>The ferry sails.<br>It returns<br>at night<br><br>Notes</p>") == [
        "The ferry sails.",
        "It returns at night",
        "Notes",
    ]


def test_inline_quotations_show_their_marks() -> None:
    assert blocks("<p>She said <q>no</q>.</p>") == ["She said “no”."]


def test_links_are_counted_apart_from_text() -> None:
    document = render(parse("<p>Read <a href='/x'>more here</a></p>"))
    assert [(b.length, b.linked) for b in document.blocks] == [(14, 9)]


def test_a_part_of_a_page_is_known_by_its_tag_and_its_names() -> None:
    document = render(parse("<nav><p>Home</p></nav><div class='post-footer'>Legal</div><p hidden>Gone</p>"))
    assert [document.regions(b) for b in document.blocks] == [
        Region.NAVIGATION,
        Region.FOOTER,
        Region.HIDDEN,
    ]


def test_a_name_that_most_of_the_page_belies_is_not_believed() -> None:
    story = "<p>" + "The council met for a third night and did not agree. " * 9 + "</p>"
    document = render(parse(f"<div class='has-sidebar'>{story}</div>"))
    assert not document.regions(document.blocks[0]) & Region.ASIDE


def test_the_datetime_of_a_time_is_kept_beside_its_block() -> None:
    document = render(parse("<p>One</p><p>At <time datetime='2024-02-02'>noon</time></p>"))
    assert document.times == {1: "2024-02-02"}


@given(
    st.text(max_size=200), st.lists(st.sampled_from(["<p>", "<div>", "</div>", "<b>", "<br>", "<q>", "</q>"]))
)
def test_blocks_never_overlap_and_always_have_words(text: str, tags: list[str]) -> None:
    pieces = [part for tag in tags for part in (tag, text[:20])]
    document = render(parse("".join(pieces) + text))
    end = -1
    for block in document.blocks:
        assert block.span.start > end
        assert document.words(block).strip()
        end = block.span.end


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p><span>12 May</span><span>Anna Torv</span></p>", "12 May Anna Torv"),
        ("<p><a href=/a>sea.example</a><a href=/b>sky.example</a></p>", "sea.example sky.example"),
        ("<p><a href=/a>熊本</a><a href=/b>宮崎</a></p>", "熊本 宮崎"),
        ("<div><b>Date:</b><span>5 May</span></div>", "Date: 5 May"),
        ("<div><em><span>Torv</span></em><time>12.05.24</time></div>", "Torv 12.05.24"),
        ("<div><span>کد خبر</span><span>۱۲۳۴</span></div>", "کد خبر ۱۲۳۴"),
        ("<div><span>It sails.</span><svg></svg><span>On Monday</span></div>", "It sails. On Monday"),
    ],
)
def test_two_elements_that_cannot_be_one_word_stand_apart(html: str, line: str) -> None:
    assert blocks(html) == [line]


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p>the <b>journal</b><i>istes</i></p>", "the journalistes"),
        ("<p><span>T</span>he ferry</p>", "The ferry"),
        ("<p><span>2023</span><span>年</span></p>", "2023年"),
        ("<p><b>CO</b><sub>2</sub> and 3<sup>rd</sup></p>", "CO2 and 3rd"),
        ("<p>see <a href=/a>stud</a><a href=/a>ies</a></p>", "see studies"),
        ("<p><b>12:</b><b>30</b></p>", "12:30"),
        ("<p>(<a href=/a>one</a>) and (<a href=/b>two</a>)</p>", "(one) and (two)"),
    ],
)
def test_one_word_in_two_types_stays_one(html: str, line: str) -> None:
    assert blocks(html) == [line]


def test_links_are_kept_with_the_blocks_they_stand_in() -> None:
    document = render(
        parse("<p>To <a href=/x>one</a></p><a href=/y><h3>Two</h3><p>Three</p></a><a href=/z></a>")
    )
    assert [(start, end, node.attributes["href"]) for start, end, node in document.links] == [
        (0, 0, "/x"),
        (1, 3, "/y"),
    ]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<span class=writer>ليلى الخطيب</span><span class=dt>نشر اليوم</span>", "ليلى الخطيب نشر اليوم"),
        ("<b>serg_81</b><span>5 февраля</span>", "serg_81 5 февраля"),
        ("<span class=first>T</span><span class=rest>he ferry</span>", "The ferry"),
        ("<em class=hit>ferry</em><em class=hit>man</em>", "ferryman"),
    ],
)
def test_elements_styled_by_other_names_stand_apart(html: str, words: str) -> None:
    assert blocks(f"<p>{html}</p>") == [words]
