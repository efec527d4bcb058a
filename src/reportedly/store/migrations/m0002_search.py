"""Full-text search over articles and statements: SQLite's FTS5, kept up by triggers.

Each table has two indexes over its own columns (external content, so no text is held twice): one of
words without accents, and one of trigrams for the rows in scripts that put no spaces between words.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

_BY_WORD = "unicode61 remove_diacritics 2"
_BY_TRIGRAM = "trigram"


def upgrade() -> None:
    """Create both indexes for articles and for statements, and fill them from what is kept."""
    _index("article_search", "articles", ("headline", "lead", "body"), _BY_WORD, only="1")
    _index("article_trigrams", "articles", ("headline", "lead", "body"), _BY_TRIGRAM, only="{row}.unspaced")
    _index("statement_search", "statements", ("words",), _BY_WORD, only="1")
    _index("statement_trigrams", "statements", ("words",), _BY_TRIGRAM, only="{row}.unspaced")


def _index(name: str, content: str, columns: tuple[str, ...], tokenizer: str, *, only: str) -> None:
    listed = ", ".join(columns)
    op.execute(
        f"CREATE VIRTUAL TABLE {name} USING fts5({listed}, content='{content}', content_rowid='seq', "
        f"tokenize='{tokenizer}')"
    )
    new, old = (", ".join(f"{row}.{one}" for one in columns) for row in ("new", "old"))
    add = f"INSERT INTO {name}(rowid, {listed}) VALUES (new.seq, {new});"  # noqa: S608 - constants of this file
    drop = f"INSERT INTO {name}({name}, rowid, {listed}) VALUES ('delete', old.seq, {old});"  # noqa: S608
    _trigger(f"{name}_insert", f"AFTER INSERT ON {content}", only.format(row="new"), add)
    _trigger(f"{name}_delete", f"AFTER DELETE ON {content}", only.format(row="old"), drop)
    # An update of a row is two triggers, as a text may gain or lose the script the index is for;
    # SQLite promises no order among AFTER triggers, hence BEFORE for the old words.
    update = f"UPDATE OF {listed}, unspaced ON {content}"
    _trigger(f"{name}_forget", f"BEFORE {update}", only.format(row="old"), drop)
    _trigger(f"{name}_update", f"AFTER {update}", only.format(row="new"), add)
    op.execute(
        f"INSERT INTO {name}(rowid, {listed}) SELECT seq, {listed} FROM {content} "  # noqa: S608
        f"WHERE {only.format(row=content)}"
    )


def _trigger(name: str, event: str, condition: str, action: str) -> None:
    op.execute(f"CREATE TRIGGER {name} {event} WHEN {condition} BEGIN {action} END")
