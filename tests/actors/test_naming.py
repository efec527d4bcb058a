"""Who is meant by each mention."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.actors import MAKER, name_mentions
from reportedly.language import Language, load_language
from reportedly.records import Article, Span, Statement

from .marked_text import read_corpus, read_marked

Named = Callable[[str], dict[str, str]]


def test_a_surname_stands_for_the_full_name_before_it(named: Named) -> None:
    assert named("Ana Torv came. [Torv=] said no.") == {"Torv": "Ana Torv"}


def test_a_full_name_that_comes_later_counts_too(named: Named) -> None:
    assert named("[Torv=] said no.\nAna Torv left.") == {"Torv": "Ana Torv"}


def test_accents_do_not_part_a_name(named: Named) -> None:
    assert named("Ana Törv came. [Torv=] said no.") == {"Torv": "Ana Törv"}


def test_titles_and_forms_of_address_are_no_part_of_the_name(named: Named) -> None:
    given = "[Foreign Minister Dr. Ana Torv=] said no. [Sheikh Seyed Omar Lun=] said yes."
    assert set(named(given).values()) == {"Ana Torv", "Omar Lun"}


def test_of_two_people_with_one_surname_the_form_of_address_decides(named: Named) -> None:
    given = "Mr. Per Lund and Mrs. Ida Lund came. [Mr. Lund=] said no. [Mrs. Lund=] said yes."
    assert named(given) == {"Mr. Lund": "Per Lund", "Mrs. Lund": "Ida Lund"}


def test_a_bare_surname_of_two_people_means_the_one_named_last(named: Named) -> None:
    assert named("Ida Lund came. Then Oda Lund came. [Lund=] said no.") == {"Lund": "Oda Lund"}


def test_a_bare_surname_means_who_acts_and_not_a_relative_in_passing(named: Named) -> None:
    assert named("Ida Lund came with a photo of Oda Lund. [Lund=] said no.") == {"Lund": "Ida Lund"}


def test_the_presidents_husband_is_not_the_president(named: Named) -> None:
    assert named("Per Lund, the president's husband, came.\n[The president=] said no.")["The president"] == ""


def test_a_bare_surname_of_two_people_is_less_sure(english: Language) -> None:
    marked = read_marked("Head\nIda Lund came. Then Oda Lund came. [Lund=] said no.")
    last = name_mentions(marked.article, marked.statements, english)[-1]
    assert last.confidence < 0.7


def test_a_title_stands_for_the_one_named_with_it(named: Named) -> None:
    given = "Ostravian President Ana Torv came. [The Ostravian president=] said no. [The president=] left."
    assert set(named(given).values()) == {"Ana Torv"}


def test_the_country_decides_between_two_presidents(named: Named) -> None:
    given = (
        "Ostravian President Ana Torv met President Per Lund of Velmark.\n"
        "[The Ostravian president=] said no. [The Velmark president=] said yes."
    )
    assert list(named(given).values()) == ["Ana Torv", "Per Lund"]


def test_an_apposition_gives_a_title_to_come_back_to(named: Named) -> None:
    assert named("Ana Torv, 43, a baker from Lindmark, came.\n[The baker=] said no.") == {
        "The baker": "Ana Torv"
    }


def test_a_deputy_is_not_the_minister(named: Named) -> None:
    assert named("Deputy Minister Ana Torv came.\n[The minister=] said no.") == {"The minister": ""}


def test_she_is_not_a_man_who_spoke_last(named: Named) -> None:
    given = "Mrs. Ida Lund said yes. [Mr. Per Moe=] said no.\n“Never,” [she=] said."
    assert named(given)["she"] == "Ida Lund"


def test_he_is_the_last_speaker_and_nobody_mentioned_in_passing(named: Named) -> None:
    given = "[Per Moe=] said no to Karl Ost.\n“I told Karl Ost so,” [he=] said."
    assert named(given)["he"] == "Per Moe"


def test_nobody_calls_himself_he_inside_quotation_marks(named: Named) -> None:
    assert named("[Per Moe=] said: “Yes, [he=] said so.”")["he"] == ""


def test_a_pronoun_inside_quotation_marks_is_another_than_who_is_quoted(named: Named) -> None:
    marked = "[Per Moe=] said no to Karl Ost.\n“[He=] knows it,” [Ost=] said."
    assert named(marked)["He"] == "Per Moe"


def test_a_pronoun_after_an_unnamed_speaker_is_not_given_to_another(named: Named) -> None:
    found = named("Per Moe came.\n[A senior official=] said no.\n“Never,” [he=] said.")
    assert found["he"] == "A senior official"


def test_a_source_without_a_name_says_that_it_has_none(english: Language) -> None:
    given = read_marked("A headline\n[A police spokeswoman=] said no.\n“Never,” [she=] said.")
    (naming,) = name_mentions(given.article, given.statements, english)
    assert (naming.name, naming.reason) == ("A police spokeswoman", "unnamed")


@pytest.mark.parametrize(
    ("marked", "words", "name"),
    [
        ("[Residents of Rima=] said no.\n[They=] want a bridge.", "They", "Residents of Rima"),
        ("[A Western diplomat=] said no.\n“No,” [the diplomat=] said.", "the diplomat", "A Western diplomat"),
        ("On Monday [Zemgaz=] said no.\nRent fell.\n[The company=] left.", "The company", "Zemgaz"),
        ("[Ana Torv=] said no.\n“Never,” [the astronaut=] said.", "the astronaut", "Ana Torv"),
        ("[The World Relief Agency=] said no.\n[WRA=] left.", "WRA", "World Relief Agency"),
        ("The Front for the Freedom of the Delta came.\n[The Front=] said no.", "The Front",
         "Front for the Freedom of the Delta"),
        ("[Leslie Wimes=] said no.\n“Never,” [Wines=] said.", "Wines", "Leslie Wimes"),
        ("[Ana Torv, founder and head of Relief for Lindmark and Drossen,=] said no.",
         "Ana Torv, founder and head of Relief for Lindmark and Drossen,", "Ana Torv"),
    ],
)  # fmt: skip
def test_a_later_mention_goes_back_to_who_was_met_before(
    named: Named, marked: str, words: str, name: str
) -> None:
    assert named(marked)[words] == name


def test_a_title_of_another_person_in_the_same_sentence_is_not_the_speakers(named: Named) -> None:
    assert named("[Ana Torv=] said [the astronaut=] had left.")["the astronaut"] == ""


def test_who_behind_a_common_noun_is_not_the_person_named_before_it(named: Named) -> None:
    assert named("Per Moe paid an architect [who=] said no.") == {"who": ""}


def test_who_behind_a_name_is_the_one_named(named: Named) -> None:
    assert named("Per Moe, [who=] said no, left.") == {"who": "Per Moe"}


def test_i_is_left_alone(named: Named) -> None:
    assert named("Per Moe came. [I=] said no.") == {"I": ""}


def test_they_are_the_organisation_that_spoke_last(named: Named) -> None:
    given = "[The Lindmark Dockers Union=] said yes. [They=] said no."
    assert named(given)["They"] == "Lindmark Dockers Union"


def test_an_acronym_stands_for_the_name_it_follows_in_brackets(named: Named) -> None:
    given = "The Northern Health Organization (NHO) met. [The NHO=] said no."
    assert named(given) == {"The NHO": "Northern Health Organization"}


def test_the_ministry_is_the_one_that_was_named(named: Named) -> None:
    given = "[The Foreign Ministry of Ostravia=] said no. [The ministry=] said more."
    assert set(named(given).values()) == {"Foreign Ministry of Ostravia"}


@pytest.mark.parametrize("words", ["Sources", "a senior official", "two diplomats", "the farmer"])
def test_an_unnamed_source_gets_no_name(named: Named, words: str) -> None:
    assert named(f"Ana Torv came. Yesterday [{words}=] said no to sources.")[words] == ""


def test_a_common_noun_that_opens_a_sentence_is_nobody(named: Named) -> None:
    assert named("Ana Torv came.\n[Polls=] say no.") == {"Polls": ""}


def test_two_people_at_once_are_given_no_single_name(named: Named) -> None:
    assert named("[Ana Torv and Per Lund=] said no.") == {"Ana Torv and Per Lund": ""}


def test_whose_spokesman_it_is_does_not_speak(named: Named) -> None:
    given = "Per Lund came. [Lund spokeswoman Ana Torv=] said no. [A spokesman for Lund=] said yes."
    assert named(given) == {"Lund spokeswoman Ana Torv": "Ana Torv", "A spokesman for Lund": ""}


def test_other_mentions_of_the_same_people_are_named_too(english: Language) -> None:
    marked = read_marked("Torv Says No\n[Mayor Ana Torv=] said no. He met Torv.")
    namings = name_mentions(marked.article, marked.statements, english)
    assert [n.mention.of(marked.article.text) for n in namings] == ["Torv", "Mayor Ana Torv", "Torv"]
    assert {n.name for n in namings} == {"Ana Torv"}


def test_the_fullest_mention_is_shown_with_its_title(english: Language) -> None:
    marked = read_marked("Head\n[The mayor=] said no.\nMayor Ana Torv left.")
    naming = name_mentions(marked.article, marked.statements, english)[0]
    assert naming.named_at.of(marked.article.text) == "Mayor Ana Torv"


def test_namings_of_the_corpus_stand_in_text_order_without_overlaps(english: Language) -> None:
    for marked in read_corpus().values():
        mentions = [n.mention for n in name_mentions(marked.article, marked.statements, english)]
        assert all(one.end <= other.start for one, other in itertools.pairwise(mentions))


def test_every_name_is_a_span_of_the_article(english: Language) -> None:
    for marked in read_corpus().values():
        for naming in name_mentions(marked.article, marked.statements, english):
            assert naming.name in naming.named_at.of(marked.article.text)


def test_a_second_reading_gives_the_same(english: Language) -> None:
    marked = read_corpus()["two presidents"]
    first = name_mentions(marked.article, marked.statements, english)
    assert first == name_mentions(marked.article, marked.statements, english)


def test_an_article_without_paragraphs_names_nobody(english: Language) -> None:
    assert name_mentions(Article(page_sha256="0" * 64, text=""), (), english) == ()


def test_the_maker_names_the_room() -> None:
    assert MAKER.room == "actors"


_PIECES = st.sampled_from(
    ["Ana Torv", "Torv", "he", "She", "the president", "President", "of", "and", ",", ". ", "“", "”", '"',
     "'s", "WHO", "(", ")", "\n", "Ministry", "Mr.", "a", "J.", "’", "who", "آقای", "İ", "ß", "ŉ"]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=40).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(text=_TEXTS, data=st.data(), code=st.sampled_from(["en", "de", "fa", "und"]))
def test_odd_text_is_read_without_error_and_every_span_is_in_it(
    text: str, data: st.DataObject, code: str
) -> None:
    places = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(places, places), max_size=4))
    spans = [Span(min(pair), max(pair)) for pair in pairs]
    article = Article(page_sha256="0" * 64, text=text, body=(Span(0, len(text)),))
    statements = [Statement(content=(span,), kind="direct", speaker=span) for span in spans]
    for naming in name_mentions(article, statements, load_language(code)):
        assert naming.mention.end <= len(text)
        assert naming.named_at.of(text)
        assert 0 <= naming.confidence <= 1


def test_a_surname_that_is_an_occupation_is_a_name(named: Named) -> None:
    marked = "Rep. Ana Cobb-Hunter and incumbent Ina Boxer came.\n[Cobb-Hunter=] said no.\n[Boxer=] left."
    assert named(marked) == {"Cobb-Hunter": "Ana Cobb-Hunter", "Boxer": "Ina Boxer"}


def test_a_study_goes_on_from_a_survey(named: Named) -> None:
    marked = "[A recent survey of voters=] found little.\nRents fell.\n[The study=] found that few knew it."
    assert named(marked)["The study"] == "A recent survey of voters"


def test_a_small_word_between_an_office_and_a_name_is_part_of_the_office(named: Named) -> None:
    marked = (
        "Rents rose.\n[Former secretary of state Ana Torv=] said no.\n"
        "The contention of [former minister of trade Ina Holm=] stood."
    )
    assert set(named(marked).values()) == {"Ana Torv", "Ina Holm"}


def test_a_name_behind_the_department_it_heads_is_a_persons(named: Named) -> None:
    marked = "It sat.\n[Director of Government Affairs Anna Torv=] said no."
    assert list(named(marked).values()) == ["Anna Torv"]


def test_one_of_a_people_is_who_has_just_spoken(named: Named) -> None:
    marked = "It sat.\n[Senator Ana Torv=] said no.\n[The Texan=] left."
    assert named(marked)["The Texan"] == "Ana Torv"


def test_former_at_the_head_of_a_sentence_belongs_to_the_office(named: Named) -> None:
    marked = (
        "It sat.\n[Former Governor Ana Torv=] said no.\n[Ina Holm=] said yes.\n[The former governor=] left."
    )
    assert named(marked)["The former governor"] == "Ana Torv"


def test_whose_role_opens_a_sentence_is_whom_it_is_about(named: Named) -> None:
    marked = "It sat.\n[Ina Holm=] said no.\nMr Jon Torv's role was small. They saw it because [he=] left."
    assert named(marked)["he"] == "Jon Torv"


def test_a_verb_tied_to_a_pronoun_is_no_part_of_it(named: Named) -> None:
    given = "Some dockers wait. They’re cold. [They=]’ve left.\nAna Torv came. [She=]'ll stay."
    assert named(given) == {"They": "", "She": "Ana Torv"}


def test_who_behind_opponents_is_not_whom_they_mocked(named: Named) -> None:
    assert named("Ana Torv was mocked by rivals on the quay, [who=] laughed.") == {"who": ""}


def test_who_behind_what_is_said_of_somebody_is_that_one(named: Named) -> None:
    given = "Ana Torv, the Lindmark harbour master and Per Holm's old friend, [who=] stayed, said no."
    assert named(given)["who"] == "Ana Torv"


def test_where_somebody_is_based_is_no_part_of_the_name(named: Named) -> None:
    assert set(named("[Selm-based Ana Torv=] said no.").values()) == {"Ana Torv"}


def test_a_speaker_who_is_called_by_name_has_it(named: Named) -> None:
    assert set(named("[A young docker named Ana Torv=] said no.").values()) == {"Ana Torv"}


def test_a_body_that_is_called_by_name_has_it_whole(named: Named) -> None:
    assert set(named("[A youth group called Colour of Ash=] said no.").values()) == {"Colour of Ash"}


def test_several_people_with_titles_are_not_the_first_of_them(named: Named) -> None:
    given = "Ana Torv came. [Torv, Holm, Gov. Per Lund and Sen. Ida Brenn of Selm=] said no."
    assert set(named(given).values()) == {""}


def test_an_office_before_its_verb_is_not_what_stood_before_the_comma(named: Named) -> None:
    given = "During a stop in Onava, Velmark, [the candidate=] said no."
    assert named(given) == {"the candidate": ""}


def test_the_candidate_is_the_one_whom_a_report_is_about(named: Named) -> None:
    given = "Mary Torv came. [Torv=] said no. Torv added more."
    given += "\nThe dam is old. It leaks. Rain fell. Nobody came.\n[The candidate=] said yes."
    assert named(given)["The candidate"] == "Mary Torv"


def test_the_reporter_is_not_the_one_whom_a_report_is_about(named: Named) -> None:
    given = "Mary Torv came. [Torv=] said no. Torv added more."
    given += "\nThe dam is old. It leaks. Rain fell. Nobody came.\n[The reporter=] said yes."
    assert named(given)["The reporter"] == ""


def test_a_place_behind_a_place_does_not_speak(named: Named) -> None:
    assert set(named("[Students of a school in Selm, Velmark,=] said no.").values()) == {""}


def test_a_place_before_a_surname_makes_nobody_new(named: Named) -> None:
    given = "Mary Torv spoke in Velmark. A Velmark Torv rally ended. [Torv=] said no."
    assert named(given)["Torv"] == "Mary Torv"


def test_the_second_half_of_a_compound_can_name_a_body(named: Named) -> None:
    given = "[The Selm Sun-Times=] reported it.\nPaul Lund came. [He=] said no."
    assert named(given)["He"] == "Paul Lund"


def test_a_poll_of_two_papers_is_neither_of_them(named: Named) -> None:
    assert set(named("[The latest Selm News/Lenne Journal poll=] says no.").values()) == {""}


def test_nobody_goes_back_to_i_and_you(named: Named) -> None:
    assert named("Mary Torv came. [I=] asked why. [She=] said no.")["She"] == "Mary Torv"


def test_a_particle_tied_by_a_hyphen_is_part_of_the_name(named: Named) -> None:
    given = "[Yusuf al-Harran=] said no. [Harran=] said yes. [Al-Harran=] left."
    assert set(named(given).values()) == {"Yusuf al-Harran"}


def test_jr_is_part_of_the_name_and_parts_a_son_from_his_father(named: Named) -> None:
    given = "[Rolf Torv Jr.=] said no. [Rolf Torv Sr.=] said yes."
    assert named(given) == {"Rolf Torv Jr.": "Rolf Torv Jr.", "Rolf Torv Sr.": "Rolf Torv Sr."}
