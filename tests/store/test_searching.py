"""Finding statements and articles by what a person types."""

import datetime

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.records import words_beside
from reportedly.store import ArticlePage, StatementQuery, Store

from .made_up import NOON, article_of, harbour_page, harbour_reading, page_of, passed_on, reading_of, said

THAI = "ข่าวท่าเรือ\nรัฐมนตรีกล่าวว่า “กำแพงจะอยู่ได้นาน” เมื่อวาน"
HAN = "港口新聞\n部長表示「海堤將於明年完工」並感謝居民。"
KANA = "港のニュース\n大臣は「堤防は来年完成する」と述べた。"


def keep_text(
    store: Store, text: str, words: str | None = None, published: datetime.date | None = None
) -> str:
    page = page_of(text, f"https://isle.example/{abs(hash(text))}")
    statements = (said(text, words),) if words else ()
    return store.keep(page, reading_of(article_of(page, published=published), statements), now=NOON).page_id


def found_words(store: Store, words: str) -> list[str]:
    return [line.words for line in store.find_statements(StatementQuery(words=words)).lines]


@pytest.fixture
def harbour(store: Store) -> Store:
    store.keep(harbour_page(), harbour_reading(), now=NOON)
    return store


WALL = "The wall will hold for sixty winters,"


@pytest.mark.parametrize(
    "typed",
    ["wall", "WALL winters", "wint*", '"sixty winters"', "“sixty winters”", '"sixty win"*', "(wall"],
)
def test_a_statement_is_found_as_people_type(harbour: Store, typed: str) -> None:
    assert found_words(harbour, typed) == [WALL]


@pytest.mark.parametrize("typed", ["wint", '"winters sixty"', "wall quay", "wall AND", "!!!", "cue: wall"])
def test_what_is_not_there_is_not_found(harbour: Store, typed: str) -> None:
    assert found_words(harbour, typed) == []


@pytest.mark.parametrize("typed", [None, "", "   ", '""', "*"])
def test_no_words_leave_the_condition_out(harbour: Store, typed: str | None) -> None:
    assert harbour.find_statements(StatementQuery(words=typed)).total == 2


@pytest.mark.parametrize("name", ["verbol kant", "Vérbol-Kant", "inigo", "KANT inigo", "Íñigo V"])
def test_a_speaker_is_found_in_any_case_and_accent(harbour: Store, name: str) -> None:
    found = harbour.find_statements(StatementQuery(speaker=name))
    assert {line.speaker for line in found.lines} == {"Íñigo Vérbol-Kant"}
    assert found.total == 2


def test_a_speaker_is_found_by_the_mention_too(harbour: Store) -> None:
    (line,) = harbour.find_statements(StatementQuery(speaker="he")).lines
    assert (line.words, line.speaker_mention, line.cue) == ("the quay stays open", "He", "added")


def test_a_speaker_is_not_found_in_the_middle_of_a_word(harbour: Store) -> None:
    assert harbour.find_statements(StatementQuery(speaker="bol")).total == 0


def test_statements_are_found_by_kind(harbour: Store) -> None:
    assert harbour.find_statements(StatementQuery(kind="direct")).total == 2
    assert harbour.find_statements(StatementQuery(kind="indirect")).total == 0


def test_statements_are_found_by_what_they_do_and_where_they_stand(harbour: Store) -> None:
    text, statement = passed_on()
    page = page_of(text, "https://isle.example/quay")
    harbour.keep(page, reading_of(article_of(page), (statement,)), now=NOON)
    for asked in (
        StatementQuery(act="denies"),
        StatementQuery(source_kind="spokesperson"),
        StatementQuery(found_in="caption"),
    ):
        (line,) = harbour.find_statements(asked).lines
        assert (line.act, line.source_kind, line.found_in) == ("denies", "spokesperson", "caption")
    assert harbour.find_statements(StatementQuery(act="asks")).total == 0


def test_a_line_has_the_words_beside_a_statement(store: Store) -> None:
    text, statement = passed_on()
    page = page_of(text)
    store.keep(page, reading_of(article_of(page), (statement,)), now=NOON)
    (line,) = store.find_statements(StatementQuery()).lines
    assert line.beside == words_beside(statement, text)
    assert [relay.shown for relay in line.beside.chain] == ["The Isle Press reported", "citing Tide News"]
    assert (line.beside.negations, line.beside.hedges) == (("did not",), ("may",))


def test_what_somebody_only_thinks_can_be_left_out(store: Store) -> None:
    for act in ("says", "believes", "asks"):
        page = page_of(f"{act}\nThe wall holds.", f"https://isle.example/{act}")
        statement = msgspec.structs.replace(said(page.body.decode(), "The wall holds"), act=act)
        store.keep(page, reading_of(article_of(page), (statement,)), now=NOON)
    assert store.find_statements(StatementQuery()).total == 3
    found = store.find_statements(StatementQuery(speech_only=True)).lines
    assert {line.act for line in found} == {"says", "asks"}


def test_dates_are_both_included_and_the_undated_left_out(store: Store) -> None:
    for day in (1, 2, 3):
        keep_text(store, f"Day {day}\nAll well.", "All well", datetime.date(2031, 4, day))
    keep_text(store, "No day\nAll well.", "All well")
    second, third = datetime.date(2031, 4, 2), datetime.date(2031, 4, 3)

    def total(since: datetime.date | None, until: datetime.date | None) -> int:
        return store.find_statements(StatementQuery(words="well", since=since, until=until)).total

    assert (total(None, None), total(second, None), total(None, second), total(second, third)) == (4, 2, 2, 2)


def test_statements_without_words_asked_for_stand_newest_first(store: Store) -> None:
    for day in (2, 3, 1):
        keep_text(store, f"Day {day}\nAll well.", "All well", datetime.date(2031, 4, day))
    lines = store.find_statements(StatementQuery(limit=2)).lines
    assert [line.published for line in lines] == ["2031-04-03", "2031-04-02"]


def test_the_best_match_stands_first(store: Store) -> None:
    lengthy = "The ferry, the mayor, the dog, the bell and the baker all slept on"
    keep_text(store, f"Long\n{lengthy}.", lengthy)
    keep_text(store, "Short\nThe ferry sank.", "The ferry sank")
    assert found_words(store, "ferry")[0] == "The ferry sank"


def test_an_article_is_found_by_headline_lead_and_body_without_accents(harbour: Store) -> None:
    for words in ("harbour raised", "inigo", "sixty winters quay"):
        assert harbour.search_articles(words).total == 1
    assert harbour.search_articles("glacier") == ArticlePage(lines=(), total=0)
    assert harbour.search_articles("  ") == ArticlePage(lines=(), total=0)


def test_an_excerpt_shows_the_words_found(harbour: Store) -> None:
    (line,) = harbour.search_articles("quay").lines
    assert "the quay stays open" in (line.excerpt or "")


def test_a_headline_counts_more_than_a_mention(store: Store) -> None:
    keep_text(store, "Bakers meet\nA glacier was named once.")
    about = keep_text(store, "The glacier retreats\nIt was measured by two surveyors in spring.")
    assert store.search_articles("glacier").lines[0].id == about


@pytest.mark.parametrize(
    ("text", "said_there", "typed"),
    [
        (THAI, "กำแพงจะอยู่ได้นาน", "อยู่ได้"),
        (HAN, "海堤將於明年完工", "明年完工"),
        (HAN, "海堤將於明年完工", "海堤"),
        (HAN, "海堤將於明年完工", "海 明年 將於明"),
        (KANA, "堤防は来年完成する", "来年完成"),
    ],
)
def test_scripts_without_spaces_are_searched_by_letters(
    store: Store, text: str, said_there: str, typed: str
) -> None:
    keep_text(store, text, said_there)
    keep_text(store, "Plain\nNothing of the sort.", "Nothing")
    assert found_words(store, typed) == [said_there]
    (line,) = store.search_articles(typed).lines
    assert typed.split()[0] in (line.excerpt or "")


def test_words_replaced_by_a_new_reading_are_found_no_more(harbour: Store) -> None:
    page = harbour_page()
    article = article_of(page, headline="Jetty")
    harbour.keep(page, reading_of(article, (), read="2"), now=NOON)
    assert harbour.search_articles("jetty").total == 1
    assert harbour.search_articles("harbour").total == 0


def test_numbers_out_of_range_ask_for_nothing_worse_than_an_empty_page(harbour: Store) -> None:
    assert harbour.find_statements(StatementQuery(limit=-1, offset=-5)).lines == ()
    assert harbour.find_statements(StatementQuery(limit=10**30)).total == 2
    assert harbour.search_articles("wall", offset=10**30) == ArticlePage(lines=(), total=1)


@given(st.text(max_size=40) | st.text(alphabet='"*^:-()+{}\\% ANDORT海港木\x00', max_size=30))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_a_person_types_is_an_error(harbour: Store, typed: str) -> None:
    harbour.search_articles(typed)
    harbour.find_statements(StatementQuery(words=typed, speaker=typed, kind=typed))


def test_half_characters_and_endless_words_are_no_error(harbour: Store) -> None:
    for typed in ("\udce9wall", "wall " * 5000, "a" * 100_000, "海" * 60_000, '"' * 999):
        harbour.find_statements(StatementQuery(words=typed, speaker=typed))
        harbour.search_articles(typed)
