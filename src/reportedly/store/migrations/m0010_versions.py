"""Which article is followed by a newer version of its address, and which statements that one says again.

By it earlier versions step back in lists. A statement that is said again leaves the search of words and
the counts of its speaker, so that what a page says counts once, however often the page was edited. It
stays in its own version.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_LISTED = "words, speaker_actor"
_SPOKEN_BY = "ix_statements_speaker_actor"


def upgrade() -> None:
    """Add the two columns, fill them, and make the triggers heed them."""
    op.add_column("articles", sa.Column("newer_id", sa.String(16)))
    # Of those followed alone: lists ask for the others, in an order of their own.
    followed = sa.text("newer_id IS NOT NULL")
    op.create_index("ix_articles_newer_id", "articles", ["newer_id"], sqlite_where=followed)
    _watch_search()
    _count_statements()
    op.drop_index(_SPOKEN_BY, "statements")
    op.create_index(_SPOKEN_BY, "statements", ["speaker_actor", "dated_on", "withdrawn_at", "said_again_in"])
    op.execute(
        "UPDATE articles SET newer_id = (SELECT article_id FROM changes WHERE previous_id = articles.id)"
    )
    _find_said_again()
    op.execute(
        "UPDATE stories SET report_count = (SELECT count(*) FROM story_reports JOIN articles "
        "ON articles.id = story_reports.article_id WHERE story_reports.story_id = stories.id "
        "AND articles.withdrawn_at IS NULL AND articles.newer_id IS NULL)"
    )


def _watch_search() -> None:
    """Have the index of words hold the statements that no newer version says again."""
    op.add_column("statements", sa.Column("said_again_in", sa.String(16)))
    for event in ("insert", "delete", "forget", "update"):
        op.execute(f"DROP TRIGGER statement_search_{event}")
    add = f"INSERT INTO statement_search(rowid, {_LISTED}) VALUES (new.seq, new.words, new.speaker_actor);"  # noqa: S608 - constants
    drop = (
        f"INSERT INTO statement_search(statement_search, rowid, {_LISTED}) "  # noqa: S608 - constants
        "VALUES ('delete', old.seq, old.words, old.speaker_actor);"
    )
    was, stands = "old.said_again_in IS NULL", "new.said_again_in IS NULL"
    changed = f"UPDATE OF {_LISTED}, said_again_in ON statements"
    _trigger("statement_search_insert", "AFTER INSERT ON statements", add, stands)
    _trigger("statement_search_delete", "AFTER DELETE ON statements", drop, was)
    _trigger("statement_search_forget", f"BEFORE {changed}", drop, was)
    _trigger("statement_search_update", f"AFTER {changed}", add, stands)


def _count_statements() -> None:
    """Keep `actors.said_count`: live statements by speaker that no newer version says again."""
    for name in ("less", "more", "insert", "delete"):
        op.execute(f"DROP TRIGGER said_count_{name}")
    change = "UPDATE actors SET said_count = said_count {sign} 1 WHERE id = {row}.speaker_actor;"
    less, more = change.format(sign="-", row="old"), change.format(sign="+", row="new")
    counts = "{row}.speaker_actor IS NOT NULL AND {row}.withdrawn_at IS NULL AND {row}.said_again_in IS NULL"
    stood, stands = counts.format(row="old"), counts.format(row="new")
    updated = "AFTER UPDATE OF speaker_actor, withdrawn_at, said_again_in ON statements"
    _trigger("said_count_less", updated, less, stood)
    _trigger("said_count_more", updated, more, stands)
    _trigger("said_count_insert", "AFTER INSERT ON statements", more, stands)
    _trigger("said_count_delete", "AFTER DELETE ON statements", less, stood)


def _find_said_again() -> None:
    op.execute(
        "UPDATE statements SET said_again_in = changes.article_id FROM changes "
        "WHERE changes.previous_id = statements.article_id AND statements.withdrawn_at IS NULL AND EXISTS "
        "(SELECT 1 FROM statements AS later WHERE later.article_id = changes.article_id "
        "AND later.withdrawn_at IS NULL AND later.words = statements.words "
        "AND later.speaker_folded = statements.speaker_folded)"
    )


def _trigger(name: str, event: str, action: str, condition: str) -> None:
    op.execute(f"CREATE TRIGGER {name} {event} WHEN {condition} BEGIN {action} END")
