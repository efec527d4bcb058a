from types import ModuleType
from typing import Any

from benchmarks.measuring import note_of
from benchmarks.peers import answering, nearest_name

from benchmarks import pages, quotes

Row = dict[str, Any]


def scorer_of(found: Row) -> ModuleType:
    module = ModuleType("score")
    module.score = lambda golds, answers: dict(found)  # type: ignore[attr-defined]
    return module


def test_a_reader_is_held_only_to_the_fields_it_has() -> None:
    score = scorer_of({"body_F1": 0.0, "headline": 0.0, "date": 0.9, "minute": 0.0, "cpu_ms": 2.0})
    answers = [{"id": "a", "published": "2031-05-06", "cpu_ms": 2.0}]
    assert pages.figures(score, [], answers) == {"date": 0.9, "cpu_ms": 2.0, "cpu_ms_95": 2.0}


def test_a_reader_that_gives_times_is_held_to_the_minute() -> None:
    answers = [{"id": "a", "published": "2031-05-06T07:08", "cpu_ms": 2.0}]
    assert pages.figures(scorer_of({"minute": 0.5}), [], answers)["minute"] == 0.5


def test_a_description_is_scored_as_a_lead_in_a_column_of_its_own() -> None:
    answers = [{"id": "a", "description": "The weir closes.", "cpu_ms": 2.0}]
    found = pages.figures(scorer_of({"lead": 0.4}), [], answers)
    assert "lead" not in found
    assert found["lead_described"] == 0.4


def test_one_slow_page_in_a_hundred_leaves_the_95th_percentile_alone() -> None:
    assert pages.percentile_95([1.0] * 99 + [500.0]) == 1.0


def test_an_article_that_was_not_answered_counts_as_without_statements() -> None:
    seen: list[Row] = []
    score = ModuleType("score")

    def take(_golds: list[Row], answers: list[Row]) -> Row:
        seen.extend(answers)
        names = {name for name, _ in quotes._FIGURES.values()}
        return {name: {"f": 0.1, "p": 0.2, "r": 0.3, "acc": 0.4} for name in names}

    score.score = take  # type: ignore[attr-defined]
    found = quotes.figures(score, [{}], [{"id": "a", "cpu_ms": 500.0, "error": "ValueError"}])
    assert seen[0]["quotes"] == []
    assert found["cpu_seconds"] == 0.5
    assert found["speaker_right"] == 0.4


def test_pages_that_were_not_answered_are_counted_by_kind() -> None:
    answers = [{"error": "TimeLimit"}, {"error": "KeyError"}, {"error": "KeyError"}, {"body": "x"}]
    assert note_of(answers) == "2 raised KeyError; 1 stopped at 20 s"


def test_an_answer_keeps_the_name_of_an_error_and_none_of_its_words() -> None:
    def stumble(row: Row) -> Row:
        raise ValueError(row["html"])

    answer = answering.answer(stumble, {"id": "a", "html": "words of a page"})
    assert answer["error"] == "ValueError"
    assert "words" not in str(answer)


def test_author_strings_are_taken_apart() -> None:
    assert answering.names_in("Ida Moor; Per Halm") == ["Ida Moor", "Per Halm"]
    assert answering.names_in(None) == []


def test_the_baseline_takes_the_nearest_name_and_cue() -> None:
    text = "Rain fell.\n“The old weir will hold,” said Ida Moor. Per Halm was silent."
    (found,) = nearest_name.read({"id": "a", "text": text})["quotes"]
    assert [text[slice(*found[role][0])] for role in ("content", "cue", "source")] == [
        "The old weir will hold,",
        "said",
        "Ida Moor",
    ]
