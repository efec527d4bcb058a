"""The held-back sentences of other languages are well formed; nothing here looks at how they are read."""

import pytest
from benchmarks.languages import codes, read_texts, unmarked

_FEWEST, _FEWEST_TRAPS, _FEWEST_QUOTED = 40, 8, 15
_MARKS = '„“”«»"‚‘»'


def test_marks_become_spans_of_the_text_without_them() -> None:
    row = unmarked("«⟦q1:Nein⟧», ⟦c1:sagt⟧ ⟦s1:Reto Kell⟧, «⟦q1:nie⟧».")
    assert row["text"] == "«Nein», sagt Reto Kell, «nie»."
    assert row["quotes"] == [{"source": [[13, 22]], "cue": [[8, 12]], "content": [[1, 5], [25, 28]]}]


@pytest.mark.parametrize("code", codes())
def test_each_language_has_enough_of_everything(code: str) -> None:
    texts = list(read_texts(code))
    quotes = [(text["text"], quote) for text in texts for quote in text["quotes"]]
    assert len(texts) >= _FEWEST
    assert sum(not text["quotes"] for text in texts) >= _FEWEST_TRAPS
    assert all("⟦" not in text["text"] and "⟧" not in text["text"] for text in texts)
    assert all(start < end for _, quote in quotes for spans in quote.values() for start, end in spans)
    assert all(quote["content"] for _, quote in quotes)


@pytest.mark.parametrize("code", codes())
def test_each_language_has_enough_words_in_quotation_marks(code: str) -> None:
    texts = list(read_texts(code))
    quoted = [
        quote
        for text in texts
        for quote in text["quotes"]
        if text["text"][: quote["content"][0][0]].rstrip("\u00a0 ")[-1:] in tuple(_MARKS)
    ]
    assert len(quoted) >= _FEWEST_QUOTED
