"""What became of each statement on its way to a carrier."""

from copies.made_reports import ORCHARD, WALL, lines, report, span_of
from reportedly.copies import ledger
from reportedly.records import LedgerLine, Relay, Span, SpokenBy, Statement, StatementKind


def said(
    text: str,
    words: str,
    speaker: str | None,
    cue: str | None,
    kind: StatementKind = "direct",
    relay: str | None = None,
) -> SpokenBy:
    """Return a statement whose parts stand in a text; the speaker goes by the name that is written."""
    content = span_of(text, words)
    near = max(0, content.start - 120)
    statement = Statement(
        content=(content,),
        kind=kind,
        speaker=_after(text, speaker, near),
        cue=_after(text, cue, near),
        chain=(Relay(source=span_of(text, relay)),) if relay else (),
    )
    return SpokenBy(statement=statement, speaker=speaker)


def _after(text: str, words: str | None, near: int) -> Span | None:
    if words is None:
        return None
    start = text.index(words, near)
    return Span(start, start + len(words))


TRAM = "The pier moves when a tram goes by."
GUILD = "nobody had asked them, and that the season would be lost"


def tram_in(text: str) -> SpokenBy:
    return said(text, TRAM, "Ilse Brandvik", "told")


def guild_in(text: str, relay: str | None = None) -> SpokenBy:
    return said(text, GUILD, "Oskar Renn", "said that", "indirect", relay)


def lines_of(copy: str, *carried: SpokenBy, origin: str = WALL) -> list[LedgerLine]:
    statements = [tram_in(origin), guild_in(origin)]
    return list(ledger(report("a", origin), statements, report("b", copy), carried))


def fates(copy: str, *carried: SpokenBy) -> list[tuple[str, ...]]:
    return [line.fates for line in lines_of(copy, *carried)]


def test_a_statement_word_for_word_is_the_same() -> None:
    assert fates(WALL, tram_in(WALL), guild_in(WALL)) == [("same",), ("same",)]


def test_a_statement_that_is_not_there_was_cut() -> None:
    copy = lines(WALL, 0, 4) + "\n" + lines(WALL, 5, 12)
    assert fates(copy, tram_in(copy)) == [("same",), ("cut",)]


def test_a_statement_with_another_word_names_the_words() -> None:
    copy = WALL.replace("a tram goes by.”\nFish", "a bus goes by.”\nFish")
    tram = said(copy, TRAM.replace("tram", "bus"), "Ilse Brandvik", "told")
    line, _ = lines_of(copy, tram, guild_in(copy))
    (change,) = line.changes
    assert line.fates == ("reworded",)
    assert change.here is not None
    assert change.there is not None
    assert (change.here.of(copy), change.there.of(WALL)) == ("bus", "tram")


def test_a_statement_of_which_words_are_missing_was_shortened() -> None:
    copy = WALL.replace(", and that the season would be lost", "")
    guild = said(copy, "nobody had asked them", "Oskar Renn", "said that", "indirect")
    assert fates(copy, tram_in(copy), guild) == [("same",), ("shortened",)]


def test_a_statement_in_anothers_mouth_has_another_speaker() -> None:
    copy = WALL.replace("Mayor Ilse Brandvik told", "Deputy Runa Holm told")
    tram = said(copy, TRAM, "Runa Holm", "told")
    assert fates(copy, tram, guild_in(copy))[0] == ("other-speaker",)


def test_a_direct_statement_without_its_marks_lost_them() -> None:
    copy = WALL.replace("“The pier moves when a tram goes by.”", "The pier moves when a tram goes by.")
    tram = said(copy, TRAM, "Ilse Brandvik", "told", "indirect")
    assert fates(copy, tram, guild_in(copy))[0] == ("lost-marks",)


def test_an_indirect_statement_in_marks_gained_them() -> None:
    copy = WALL.replace(GUILD, f"“{GUILD}”")
    guild = said(copy, GUILD, "Oskar Renn", "said that", "direct")
    assert fates(copy, tram_in(copy), guild)[1] == ("gained-marks",)


def test_a_statement_without_the_words_that_said_whose_it_is_lost_its_attribution() -> None:
    copy = WALL.replace("Oskar Renn, who leads their guild, said that nobody", "By now nobody")
    (_, line) = lines_of(copy, tram_in(copy))
    assert line.fates == ("lost-attribution",)
    assert [span.of(WALL) for span in line.lost] == ["Oskar Renn", "said that"]


def test_who_passes_a_statement_on_can_be_lost() -> None:
    origin = WALL.replace("the season would be lost.", "the season would be lost, the Isle Press reported.")
    statements = [guild_in(origin, "Isle Press")]
    copy = origin.replace("the Isle Press reported", "reported")
    (line,) = ledger(report("a", origin), statements, report("b", copy), [guild_in(copy)])
    assert line.fates == ("lost-attribution",)
    assert [span.of(origin) for span in line.lost] == ["Isle Press"]


def test_a_statement_that_the_origin_has_not_was_added() -> None:
    copy = WALL + "\n" + lines(ORCHARD, 2, 3)
    fires = said(copy, "I lit four hundred fires and saved nine trees,", "Tove Aspen", "said")
    assert fates(copy, tram_in(copy), guild_in(copy), fires)[-1] == ("added",)
