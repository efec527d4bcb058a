"""Actors, their names and offices, who the people of an article are, and what persons ruled.

Statements learn who speaks, for whom and to whom, and on which day it was said; the search of their
words learns the speaker, so that "all that X said about Y" is one look into one index. Articles kept
before have nobody resolved until they are read again or `reportedly actors resolve` is asked for.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_TEXT, _ID, _MOMENT = sa.Text(), sa.String(16), sa.String(32)


def upgrade() -> None:
    """Create the tables, the columns of statements, the triggers that count, and the wider search."""
    _create_actors()
    _create_facts()
    _create_resolutions()
    _create_rulings()
    _widen_statements()
    _widen_search()
    _count_statements()


def _create_actors() -> None:
    op.create_table(
        "actors",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", _ID, nullable=False, unique=True),
        sa.Column("kind", _ID, nullable=False),
        sa.Column("own_name", _TEXT, nullable=False),
        sa.Column("name", _TEXT, nullable=False),
        sa.Column("country", sa.String(2)),
        sa.Column("origin", _ID, nullable=False),
        sa.Column("source", _TEXT, nullable=False),
        sa.Column("stands_as", _ID, nullable=False),
        sa.Column("said_count", sa.Integer, nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_actors_stands_as", "actors", ["stands_as"])
    op.create_index("ix_actors_said_count", "actors", ["said_count"])
    op.create_table(
        "actor_names",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("actor_id", _ID, sa.ForeignKey("actors.id"), nullable=False, index=True),
        sa.Column("name", _TEXT, nullable=False),
        sa.Column("language", _ID),
        sa.Column("source", _TEXT, nullable=False),
        sa.Column("ruling_id", _ID),
    )
    op.create_table(
        "actor_offices",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("actor_id", _ID, sa.ForeignKey("actors.id"), nullable=False, index=True),
        sa.Column("record", _TEXT, nullable=False),
    )


def _create_facts() -> None:
    op.create_table(
        "actor_keys",
        sa.Column("key", _TEXT, primary_key=True),
        sa.Column("actor_id", _ID, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "actor_facts",
        sa.Column("actor_id", _ID, primary_key=True),
        sa.Column("sort", sa.String(8), primary_key=True),
        sa.Column("value", _TEXT, primary_key=True),
        sa.Column("country", sa.String(2), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("first_on", sa.Date),
        sa.Column("last_on", sa.Date),
        sa.Column("article_id", _ID, nullable=False),
        sqlite_with_rowid=False,
    )


def _create_resolutions() -> None:
    op.create_table(
        "resolutions",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("article_id", _ID, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("run_seq", sa.Integer, sa.ForeignKey("runs.seq"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("name", _TEXT, nullable=False),
        sa.Column("made_actor", _ID),
        sa.Column("own_actor", _ID),
        sa.Column("actor", _ID),
        sa.Column("outlet", _TEXT),
        sa.Column("dated_on", sa.Date),
        sa.Column("record", _TEXT, nullable=False),
    )
    op.create_index("ix_resolutions_article", "resolutions", ["article_id", "ordinal"])
    op.create_index("ix_resolutions_actor", "resolutions", ["actor", "dated_on", "article_id"])
    op.create_index("ix_resolutions_own_actor", "resolutions", ["own_actor"])


def _create_rulings() -> None:
    op.create_table(
        "rulings",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", _ID, nullable=False, unique=True),
        sa.Column("kind", _ID, nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("undone_at", _MOMENT),
        sa.Column("actor_id", _ID, nullable=False, index=True),
        sa.Column("other_id", _ID, index=True),
        sa.Column("folded", _TEXT, index=True),
        sa.Column("outlet", _TEXT),
        sa.Column("language", _ID),
        sa.Column("record", _TEXT, nullable=False),
    )
    op.create_table(
        "ruling_articles",
        sa.Column("article_id", _ID, primary_key=True),
        sa.Column("ruling_id", _ID, primary_key=True),
        sqlite_with_rowid=False,
    )


def _widen_statements() -> None:
    for name in ("speaker_at", "speaks_for_at", "addressee_at"):
        op.add_column("statements", sa.Column(name, sa.Integer))
    for name in ("speaker_ruled", "speaker_actor", "speaks_for_actor", "addressee_actor"):
        op.add_column("statements", sa.Column(name, _ID))
    op.add_column("statements", sa.Column("said_on", _TEXT))
    op.add_column("statements", sa.Column("dated_on", sa.Date))
    op.execute(
        "UPDATE statements SET dated_on = "
        "(SELECT published_on FROM articles WHERE articles.id = statements.article_id)"
    )
    op.create_index(
        "ix_statements_speaker_actor", "statements", ["speaker_actor", "dated_on", "withdrawn_at"]
    )
    op.create_index(
        "ix_statements_speaks_for_actor",
        "statements",
        ["speaks_for_actor", "dated_on"],
        sqlite_where=sa.text("speaks_for_actor IS NOT NULL"),
    )


def _widen_search() -> None:
    """Make the index of words anew with the speaker as a second column."""
    for event in ("insert", "delete", "forget", "update"):
        op.execute(f"DROP TRIGGER statement_search_{event}")
    op.execute("DROP TABLE statement_search")
    op.execute(
        "CREATE VIRTUAL TABLE statement_search USING fts5(words, speaker_actor, content='statements', "
        "content_rowid='seq', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute("CREATE VIRTUAL TABLE statement_words USING fts5vocab(statement_search, row)")
    listed = "words, speaker_actor"
    add = f"INSERT INTO statement_search(rowid, {listed}) VALUES (new.seq, new.words, new.speaker_actor);"  # noqa: S608 - constants
    drop = (
        f"INSERT INTO statement_search(statement_search, rowid, {listed}) "  # noqa: S608 - constants
        "VALUES ('delete', old.seq, old.words, old.speaker_actor);"
    )
    _trigger("statement_search_insert", "AFTER INSERT ON statements", add)
    _trigger("statement_search_delete", "AFTER DELETE ON statements", drop)
    # SQLite promises no order among AFTER triggers, hence BEFORE for the old words.
    _trigger("statement_search_forget", f"BEFORE UPDATE OF {listed} ON statements", drop)
    _trigger("statement_search_update", f"AFTER UPDATE OF {listed} ON statements", add)
    op.execute(
        f"INSERT INTO statement_search(rowid, {listed}) SELECT seq, {listed} FROM statements"  # noqa: S608 - constants
    )


def _count_statements() -> None:
    """Keep `actors.said_count`: live statements by speaker."""
    change = "UPDATE actors SET said_count = said_count {sign} 1 WHERE id = {row}.speaker_actor;"
    less, more = change.format(sign="-", row="old"), change.format(sign="+", row="new")
    stood = "old.speaker_actor IS NOT NULL AND old.withdrawn_at IS NULL"
    stands = "new.speaker_actor IS NOT NULL AND new.withdrawn_at IS NULL"
    updated = "AFTER UPDATE OF speaker_actor, withdrawn_at ON statements"
    _trigger("said_count_less", updated, less, stood)
    _trigger("said_count_more", updated, more, stands)
    _trigger("said_count_insert", "AFTER INSERT ON statements", more, stands)
    _trigger("said_count_delete", "AFTER DELETE ON statements", less, stood)


def _trigger(name: str, event: str, action: str, condition: str = "1") -> None:
    op.execute(f"CREATE TRIGGER {name} {event} WHEN {condition} BEGIN {action} END")
