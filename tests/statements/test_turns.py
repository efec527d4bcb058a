"""What the layout attributes: transcripts, lines of credit, and what stands beside a cue."""

from reportedly.language import load_language
from reportedly.records import Span, Statement
from reportedly.statements import find_statements
from reportedly.statements.tagging import Attribution
from reportedly.text import paragraphs_of

TRANSCRIPT = """The council met in Sandrel.

MAYOR TORV: The quay stays public. We built it.

And we will keep it.

MR. KELL: For how long?

(Laughter.)

MAYOR TORV: For as long as I am here."""


class Links:
    """A tagger that links these words to one cue and one source."""

    name = "links"

    def __init__(self, source: str, cue: str, *content: str) -> None:
        self._words = (source, cue, content)

    yields_below = 0.0

    def attributions(self, text: str, paragraphs: object) -> tuple[Attribution, ...]:
        source, cue, content = self._words
        spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in content)
        heard, said = (Span(text.index(words), text.index(words) + len(words)) for words in (source, cue))
        return (Attribution(content=spans, cue=said, source=heard, confidence=0.9),)


def found(text: str, tagger: Links | None = None) -> tuple[Statement, ...]:
    return find_statements(text, paragraphs_of(text), load_language("en"), tagger).statements


def told(text: str, tagger: Links | None = None) -> list[tuple[str, str]]:
    return [(each.speaker.of(text) if each.speaker else "", each.words(text)) for each in found(text, tagger)]


def test_each_turn_of_a_transcript_is_its_speakers() -> None:
    assert told(TRANSCRIPT) == [
        ("MAYOR TORV", "The quay stays public. We built it. … And we will keep it."),
        ("MR. KELL", "For how long?"),
        ("MAYOR TORV", "For as long as I am here."),
    ]


def test_capitals_and_a_colon_alone_make_no_transcript() -> None:
    assert told("UPDATE: The ferry sails.\n\nNOTE: Bring a coat.\n\nThe quay is wet.") == []


def test_labels_that_never_return_make_no_transcript() -> None:
    assert told("UPDATE: The ferry sails.\n\nWATCH: The quay at dawn.\n\nRELATED: Where to eat.") == []


def test_labels_far_apart_make_no_transcript() -> None:
    between = "\n\n".join(["The quay is wet."] * 9)
    assert told(f"TORV: The quay is ours.\n\n{between}\n\nKELL: No.\n\n{between}\n\nTORV: Yes.") == []


def test_questions_and_answers_are_a_transcript() -> None:
    text = "Q: Who owns the quay?\n\nA: All of us.\n\nQ: Since when?\n\nA: Since the flood."
    assert [speaker for speaker, _ in told(text)] == ["Q", "A", "Q", "A"]


def test_turns_stand_also_where_a_tagger_reads() -> None:
    tagger = Links("MAYOR TORV", ":", "The quay stays public")
    assert told(TRANSCRIPT, tagger) == told(TRANSCRIPT)


def test_a_line_of_credit_names_the_speaker_of_the_quotation_before_it() -> None:
    text = "“The quay is ours.” ― Ana Torv\n\n“It never was.” ― Osk Kell, fisherman"
    assert told(text) == [("Ana Torv", "The quay is ours."), ("Osk Kell, fisherman", "It never was.")]


def test_a_line_of_credit_may_stand_below_the_quotation() -> None:
    assert told("“The quay is ours.”\n\n— Ana Torv") == [("Ana Torv", "The quay is ours.")]


def test_a_credited_quotation_is_taken_out_of_what_a_tagger_links() -> None:
    text = "“The quay is ours.” ― Ana Torv\n\n“It never was.” ― Osk Kell"
    tagger = Links("Ana Torv", "―", "The quay is ours.", "It never was.")
    assert told(text, tagger) == [("Ana Torv", "The quay is ours."), ("Osk Kell", "It never was.")]


def test_a_clause_behind_a_cue_that_follows_a_quotation_was_not_said() -> None:
    text = "“He loves us all,” Ana Torv said, and soon the boats were leaving."
    tagger = Links("Ana Torv", "said", "“He loves us all,”", "and soon the boats were leaving")
    assert told(text, tagger) == [("Ana Torv", "He loves us all,")]


def test_what_a_later_paragraph_tells_was_not_said_with_a_cue_of_the_one_before() -> None:
    text = "Ana Torv said that the quay is old.\n\nThe ferry to Halmgate was late again."
    tagger = Links("Ana Torv", "said", "that the quay is old", "The ferry to Halmgate was late again")
    assert told(text, tagger) == [("Ana Torv", "the quay is old")]


def test_a_quotation_that_runs_on_into_the_next_paragraph_stays_whole() -> None:
    text = "Ana Torv said: “The quay is old.\n\n“The crane is older.”"
    tagger = Links("Ana Torv", "said", "The quay is old.", "The crane is older.")
    assert told(text, tagger) == [("Ana Torv", "The quay is old. … The crane is older.")]
