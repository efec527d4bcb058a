"""On which day each statement of an article was made."""

from collections.abc import Sequence

from reportedly.dates import day_said, find_moments, telling_of
from reportedly.flow.reckoning import day_of_report
from reportedly.language import load_language
from reportedly.records import Article, Moment, Statement


def said_on(article: Article, statement: Statement) -> Moment | None:
    """Return the day on which a statement was made, with the words that say so; None without any day.

    `Moment.inferred_from` says where the day comes from if not from words beside the cue: from an
    `occasion` told of before, or from the day the article was `published`. An article that does not
    say when it was published has none.
    """
    return days_said(article, (statement,))[0]


def days_said(article: Article, statements: Sequence[Statement]) -> tuple[Moment | None, ...]:
    """Return for each statement of an article the day on which it was made, as `said_on` does."""
    published = article.published
    if published is None:
        return (None,) * len(statements)
    language = load_language(article.language.value if article.language else "und")
    anchor, text = day_of_report(article, language) or published.value.date, article.text
    moments = find_moments(text, article.paragraphs, language, anchor).moments
    telling = telling_of(text, article.paragraphs, moments, language, anchor, published.span)
    return tuple(day_said(telling, statement) for statement in statements)
