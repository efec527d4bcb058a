"""What comes back out of the record."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.records import (
    Article,
    Comment,
    Entry,
    Field,
    Link,
    Naming,
    NotInRecord,
    Page,
    Refusal,
    Span,
    Statement,
    Timestamp,
)
from reportedly.store import Store

from .made_up import (
    HARBOUR,
    LATER,
    NOON,
    article_of,
    harbour_page,
    harbour_reading,
    page_of,
    quay_statement,
    reading_of,
    refused_reading,
    wall_naming,
)


def keep_dated(store: Store, number: int, published: datetime.date | None) -> str:
    page = page_of(f"Notice {number}\nThe ferry runs.", f"https://isle.example/{number}")
    return store.keep(page, reading_of(article_of(page, published=published)), now=NOON).page_id


def test_an_article_comes_back_equal_with_all_that_stands_on_it(store: Store) -> None:
    kept = store.keep(harbour_page(), harbour_reading(), now=NOON)
    article = store.article(kept.page_id)
    assert article.article == harbour_reading().article
    assert tuple(one.statement for one in article.statements) == harbour_reading().statements
    assert article.namings == harbour_reading().namings
    assert article.statements[0].naming == wall_naming()
    assert [one.refusal.reason for one in article.refusals] == ["scare-quotes"]


def test_every_field_of_an_article_comes_back(store: Store) -> None:
    page = harbour_page()
    somewhere = Span(0, 7)
    field = Field(value="words", span=somewhere, confidence=0.5)
    time = Timestamp(date=datetime.date(2031, 4, 1), time=datetime.time(9, 30), utc_offset_minutes=-210)
    stamp = Field(value=time, span=somewhere)
    article = Article(
        page_sha256=page.sha256, text=HARBOUR, url=page.url, language=field, headline=field, lead=field,
        body=(somewhere, Span(8, 12)), published=stamp, updated=stamp, outlet=field, desk=field,
        authors=(field, field), dateline=field, credits=(field,), story_code=field, section=field,
        captions=(somewhere,), comments=(Comment(words=somewhere, author=Span(8, 9), posted=stamp),),
        entries=(Entry(headline=somewhere, posted=stamp, words=(Span(8, 12),)),),
        related=(Field(value=Link(url="/wall", words="wall", label=Span(8, 9)), span=somewhere),),
        refusals=(Refusal(reason="two-dates", words="Two dates.", span=somewhere),),
    )  # fmt: skip
    kept = store.keep(page, reading_of(article), now=NOON)
    assert store.article(kept.page_id).article == article
    roles = {one.role for one in store.evidence(kept.page_id)}
    assert roles >= {"lead", "author", "comment", "comment_author", "comment_posted", "refusal", "updated"}
    assert roles >= {"entry", "entry_headline", "entry_posted", "related", "related_label"}


def test_the_bytes_of_a_page_come_back_exactly(store: Store) -> None:
    page = Page(body=bytes(range(256)) * 9, fetched_at=NOON, url="https://isle.example/raw", is_pasted=False)
    kept = store.keep(page, refused_reading(), now=NOON)
    assert store.page(kept.page_id) == page
    assert store.page_facts(kept.page_id).byte_count == 2304


def test_a_kept_page_is_found_by_its_bytes_and_address(store: Store) -> None:
    kept = store.keep(harbour_page(), harbour_reading(), now=NOON)
    found = store.find_page(harbour_page().sha256, harbour_page().url)
    assert found == store.page_facts(kept.page_id)
    assert store.find_page(harbour_page().sha256, "https://harbour.example/other") is None


def test_an_identifier_may_be_cut_to_six_digits(store: Store) -> None:
    kept = store.keep(harbour_page(), harbour_reading(), now=NOON)
    assert store.article(kept.page_id[:6].upper()).id == kept.page_id


@pytest.mark.parametrize("identifier", ["", "12345", "0" * 16, "%" * 8, "harbour", "0" * 40])
def test_an_identifier_that_nothing_has_is_not_in_the_record(store: Store, identifier: str) -> None:
    store.keep(harbour_page(), harbour_reading(), now=NOON)
    with pytest.raises(NotInRecord):
        store.article(identifier)


def test_an_unknown_page_or_statement_is_not_in_the_record(store: Store) -> None:
    for question in (store.page, store.page_facts, store.versions, store.statement, store.evidence):
        with pytest.raises(NotInRecord, match="0000"):
            question("0000000000000000")


def test_the_newest_published_article_stands_first_and_the_undated_last(store: Store) -> None:
    days = [datetime.date(2031, 4, 1), None, datetime.date(2031, 4, 3), datetime.date(2031, 4, 2)]
    ids = [keep_dated(store, number, day) for number, day in enumerate(days)]
    assert [line.id for line in store.articles()] == [ids[2], ids[3], ids[0], ids[1]]


def test_a_list_goes_on_where_the_last_one_ended(store: Store) -> None:
    for number in range(5):
        keep_dated(store, number, datetime.date(2031, 4, 1 + number))
    parts = store.articles(limit=2) + store.articles(limit=2, offset=2) + store.articles(limit=9, offset=4)
    assert parts == store.articles()


def test_a_line_says_what_the_article_says_of_itself(store: Store) -> None:
    store.keep(harbour_page(), harbour_reading(), now=LATER)
    (line,) = store.articles()
    assert (line.headline, line.outlet, line.published) == (
        "Harbour wall to be raised",
        "The Tidewater Post",
        "2031-04-01",
    )
    assert (line.credits, line.statement_count, line.read_at) == (("Isle Press Agency",), 2, LATER)


def test_refused_pages_are_listed_with_the_reason(store: Store) -> None:
    store.keep(harbour_page(), refused_reading(), now=NOON)
    (facts,) = store.refused_pages()
    assert facts.refusal == refused_reading().refusal


def test_all_identifiers_are_yielded_in_the_order_kept(store: Store) -> None:
    ids = [keep_dated(store, number, None) for number in range(4)]
    store.keep(harbour_page(), refused_reading(), now=NOON)
    assert list(store.article_ids()) == ids
    assert len(list(store.page_ids())) == 5


def test_versions_of_an_address_are_linked_in_the_order_fetched(store: Store) -> None:
    pages = [page_of(f"Tide table {n}", fetched_at=NOON + datetime.timedelta(hours=n)) for n in range(3)]
    ids = [store.keep(page, refused_reading(), now=LATER).page_id for page in pages]
    versions = store.versions(ids[1])
    assert [one.id for one in versions] == ids
    assert [one.previous_id for one in versions] == [None, ids[0], ids[1]]
    assert [one.next_id for one in versions] == [ids[1], ids[2], None]


def test_a_statement_shared_by_two_addresses_is_shown_where_it_still_stands(store: Store) -> None:
    store.keep(harbour_page("https://a.example/1"), harbour_reading(), now=NOON)
    kept = store.keep(harbour_page("https://b.example/1"), harbour_reading(), now=NOON)
    emptied = reading_of(article_of(harbour_page()), (), statements_version="2")
    store.keep(harbour_page("https://a.example/1"), emptied, now=LATER)
    shared = store.statement(quay_statement().identifier(harbour_page().sha256))
    assert (shared.article_id, shared.withdrawn_at) == (kept.page_id, None)


def test_many_threads_may_ask_while_one_writes(store: Store) -> None:
    def ask() -> list[int]:
        return [store.search_articles("ferry").total for _ in range(15)]

    with ThreadPoolExecutor(12) as pool:
        answers = [pool.submit(ask) for _ in range(12)]
        for number in range(15):
            keep_dated(store, number, None)
        for answer in answers:
            assert answer.result() == sorted(answer.result())
    assert store.counts().articles == 15


def test_many_threads_may_write(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(lambda number: keep_dated(store, number % 20, None), range(40)))
    assert len(set(ids)) == store.counts().articles == 20


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(min_size=1, max_size=60))
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=6))
    return text, [Span(min(pair), max(pair)) for pair in pairs]


@given(texts_with_spans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_span_comes_back_with_its_words(store: Store, given_text: tuple[str, list[Span]]) -> None:
    text, spans = given_text
    page = Page(body=text.encode(), fetched_at=NOON, is_pasted=True)
    headline = Field(value=spans[0].of(text), span=spans[0])
    article = Article(page_sha256=page.sha256, text=text, headline=headline, body=tuple(spans))
    statement = Statement(content=tuple(spans), kind="mixed", speaker=spans[-1], cue=spans[0])
    naming = Naming(mention=spans[-1], name=text, named_at=spans[0], reason="full-name")
    # Hypothesis may hand over a text twice, with other spans: a new version, so that they are written.
    last = reading_of(article, (statement,), (naming,))
    version = msgspec.json.encode(spans).decode()
    reading = msgspec.structs.replace(
        last, read_by=msgspec.structs.replace(last.read_by, version=version), statements_by=last.statements_by
    )
    kept = store.keep(page, reading, now=NOON)
    back = store.article(kept.page_id)
    assert back.article == article
    assert back.statements[0].statement == statement
    assert back.namings == (naming,)
    evidence = store.evidence(kept.page_id)
    assert [one.words for one in evidence] == [one.span.of(text) for one in evidence]
    body = [one.span for one in evidence if one.role == "body"]
    assert body == spans
