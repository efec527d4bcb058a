"""What the body model sees of a page, and how its networks are run."""

import numpy as np
import pytest

from reportedly.read.body import Opinion, body_blocks, candidates, rule_blocks
from reportedly.read.body_boxes import Boxes, lay_out
from reportedly.read.body_container import Matrix
from reportedly.read.body_features import Told, block_features
from reportedly.read.body_model import BodyModel, load_body_model
from reportedly.read.document import Document
from reportedly.read.rendering import parse, render

SENTENCE = (
    "The harbour office of Lindmoor said on Monday that {} ships had left before the storm reached the coast."
)
PARAGRAPHS = [SENTENCE.format(number) for number in ("eleven", "twelve", "thirteen", "fourteen", "fifteen")]
NOTICE = "To see this content from a network of others, please allow it in the settings of your privacy."


def page(inside: str) -> Document:
    return render(parse(f"<html><body><h1>Ships leave Lindmoor</h1><div>{inside}</div></body></html>"))


def box_of(document: Document, boxes: Boxes, words: str) -> int:
    return next(block.box for block in document.blocks if block.words.startswith(words))


def read(document: Document, opinion: Opinion | None = None) -> list[str]:
    told = Told(headline="Ships leave Lindmoor")
    return [document.blocks[i].words for i in body_blocks(document, told, opinion)]


def test_wrappers_around_single_paragraphs_leave_them_lines_of_one_box() -> None:
    document = page("".join(f"<div><div><p>{words}</p></div></div>" for words in PARAGRAPHS))
    boxes = lay_out(document)
    homes = {boxes.home[block.box] for block in document.blocks[1:]}
    assert len(homes) == 1
    assert boxes.steps[document.blocks[1].box] == boxes.steps[homes.pop()] + 1


def test_a_box_of_two_lines_is_their_home_and_a_paragraph_is_none() -> None:
    document = page(f"<p>{PARAGRAPHS[0]}</p><section><p>One fact.</p><p>Another.</p></section>")
    boxes = lay_out(document)
    fact = box_of(document, boxes, "One fact")
    assert document.boxes[boxes.home[fact]].tag == "section"
    assert document.boxes[boxes.home[box_of(document, boxes, PARAGRAPHS[0])]].tag == "div"


def test_a_box_ends_after_the_last_box_inside_it() -> None:
    document = page(f"<section><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></section><p>{PARAGRAPHS[2]}</p>")
    boxes = lay_out(document)
    section = next(i for i, box in enumerate(document.boxes) if box.tag == "section")
    inside = range(section, boxes.end[section])
    assert box_of(document, boxes, PARAGRAPHS[1]) in inside
    assert box_of(document, boxes, PARAGRAPHS[2]) not in inside


def test_a_box_knows_the_article_around_it() -> None:
    document = page(f"<article><div><p>{PARAGRAPHS[0]}</p></div></article><p>{PARAGRAPHS[1]}</p>")
    boxes = lay_out(document)
    around = boxes.article[box_of(document, boxes, PARAGRAPHS[0])]
    assert document.boxes[around].tag == "article"
    assert boxes.article[box_of(document, boxes, PARAGRAPHS[1])] == -1


def test_features_are_the_same_for_wrapped_paragraphs_but_for_the_wrappers_themselves() -> None:
    bare = page("".join(f"<p>{words}</p>" for words in PARAGRAPHS))
    wrapped = page("".join(f"<div><p>{words}</p></div>" for words in PARAGRAPHS))
    rows = [block_features(d, candidates(d), set(rule_blocks(d)), Told()) for d in (bare, wrapped)]
    assert rows[0].shape == rows[1].shape
    differing = (np.abs(rows[0] - rows[1]) > 1e-6).any(axis=0).sum()
    assert differing < 0.15 * rows[0].shape[1]


@pytest.mark.parametrize("wrapper", ["{}", "<div>{}</div>", '<div class="s1 x9"><div>{}</div></div>'])
def test_paragraphs_are_read_however_they_are_wrapped(wrapper: str) -> None:
    document = page("".join(wrapper.format(f"<p>{words}</p>") for words in PARAGRAPHS))
    assert read(document) == PARAGRAPHS


def test_a_notice_that_stands_again_and_again_is_not_where_the_text_is() -> None:
    notices = f"<section>{f'<p>{NOTICE}</p>' * 9}</section>"
    document = page("".join(f"<p>{words}</p>" for words in PARAGRAPHS) + notices)
    assert read(document) == PARAGRAPHS


def having_opinions(*shares: float) -> Opinion:
    """Return a model that has these opinions of a page's blocks, whatever they look like."""

    def opinion(rows: Matrix) -> Matrix:
        assert len(rows) == len(shares)
        return np.array(shares, dtype=np.float32)

    return opinion


@pytest.mark.parametrize(
    ("last", "goes_on"),
    [
        ("<p>(Reporting by Ana Holt)</p>", True),
        ("<p class='note'>(Reporting by Ana Holt)</p>", False),
        ("<div><p>(Reporting by Ana Holt)</p></div>", False),
    ],
)
def test_a_line_right_below_the_text_needs_less_where_its_markup_is_the_same(
    last: str, *, goes_on: bool
) -> None:
    document = page(f"<p>{PARAGRAPHS[0]}</p>{last}")
    expected = [PARAGRAPHS[0], *(["(Reporting by Ana Holt)"] if goes_on else [])]
    assert read(document, having_opinions(0.1, 0.9, 0.4)) == expected


def test_a_line_that_stands_alone_needs_more_than_one_below_the_text() -> None:
    document = page("".join(f"<p>{words}</p>" for words in PARAGRAPHS[:4]))
    assert read(document, having_opinions(0.1, 0.4, 0.9, 0.2, 0.4)) == [PARAGRAPHS[1]]


def test_a_character_of_an_east_asian_script_counts_for_several_letters() -> None:
    letters, characters = "a" * 100, "渡" * 40
    rows = block_features(page(f"<p>{letters}</p><p>{characters}</p>"), [1, 2], {1, 2}, Told())
    assert rows[0][:2].tolist() == pytest.approx(rows[1][:2].tolist())


def test_every_block_has_a_row_as_wide_as_the_weights() -> None:
    document = page("".join(f"<p>{words}</p>" for words in PARAGRAPHS))
    rows = block_features(document, candidates(document), set(), Told())
    assert rows.shape == (len(candidates(document)), len(load_body_model().mean))
    assert np.isfinite(rows).all()


def test_the_model_says_the_mean_of_its_networks() -> None:
    model = BodyModel(
        mean=np.array([1.0], dtype=np.float32),
        spread=np.array([2.0], dtype=np.float32),
        dense=(np.ones((2, 1, 1), dtype=np.float32), np.zeros((2, 1, 1), dtype=np.float32)),
        convolutions=(),
        last=(
            np.array([[[1.0]], [[-1.0]]], dtype=np.float32),
            np.array([[[0.0]], [[0.0]]], dtype=np.float32),
        ),
    )
    likely = model.probabilities(np.array([[5.0], [1.0]], dtype=np.float32))
    assert likely.tolist() == pytest.approx([0.5, 0.5])


def test_a_convolution_sees_the_neighbours_and_nothing_beyond_the_ends() -> None:
    one = np.ones((1, 1, 1), dtype=np.float32)
    model = BodyModel(
        mean=np.zeros(1, dtype=np.float32),
        spread=np.ones(1, dtype=np.float32),
        dense=(one, one * 0),
        convolutions=((np.array([[[1.0], [0.0], [1.0]]], dtype=np.float32), one * 0),),
        last=(one, one * 0),
    )
    likely = model.probabilities(np.array([[1.0], [2.0], [4.0]], dtype=np.float32))
    logits = np.log(likely / (1 - likely))
    assert logits.tolist() == pytest.approx([1 + 2, 2 + 1 + 4, 4 + 2], abs=1e-3)
