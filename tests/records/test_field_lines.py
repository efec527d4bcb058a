"""Every field of an article as a line with its evidence."""

import datetime

from reportedly.records import Article, Comment, Entry, Field, Link, Span, Timestamp, field_lines

TEXT = "Night ferry stays\nAna Torv\nIt sails.\nRead also: Storm"
TIME = Field(value=Timestamp(date=datetime.date(2024, 3, 1)), markup="time", confidence=0.5)
ARTICLE = Article(
    page_sha256="0" * 64,
    text=TEXT,
    headline=Field(value="Night ferry stays", span=Span(0, 17), markup="h1", confidence=0.9),
    body=(Span(27, 36),),
    published=TIME,
    authors=(Field(value="Ana Torv", span=Span(18, 26)),),
    captions=(Span(27, 36),),
    comments=(Comment(words=Span(27, 36), author=Span(18, 26), posted=TIME),),
    entries=(Entry(words=(Span(27, 36),), posted=TIME),),
    related=(Field(value=Link(url="/s", words="Storm", label=Span(37, 46)), span=Span(48, 53)),),
)


def test_every_value_is_a_line_under_the_name_its_evidence_has() -> None:
    assert [(line.name, line.words) for line in field_lines(ARTICLE)] == [
        ("headline", "Night ferry stays"),
        ("published", "2024-03-01"),
        ("author", "Ana Torv"),
        ("caption", "It sails."),
        ("comment", "It sails."),
        ("comment_author", "Ana Torv"),
        ("comment_posted", "2024-03-01"),
        ("entry_posted", "2024-03-01"),
        ("entry", "It sails."),
        ("related", "Storm: /s"),
        ("related_label", "Read also"),
    ]


def test_a_line_names_offsets_and_markup_where_it_has_both() -> None:
    headline, published, *_ = field_lines(ARTICLE)
    assert (headline.place, headline.confidence) == ("0–17, h1", 0.9)
    assert (published.place, published.confidence) == ("time", 0.5)


def test_words_of_the_page_and_nothing_more_have_no_confidence() -> None:
    caption = next(line for line in field_lines(ARTICLE) if line.name == "caption")
    assert caption.confidence is None
    assert caption.place == "27–36"


def test_what_an_article_does_not_say_has_no_line() -> None:
    assert field_lines(Article(page_sha256="0" * 64, text="")) == ()
