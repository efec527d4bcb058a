"""Pages, articles, statements, namings, refusals, and the evidence under them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables of the record."""
    _create_pages()
    _create_articles()
    _create_statements()
    _create_listed("namings")
    _create_listed("refusals")
    _create_evidence()


def _create_pages() -> None:
    op.create_table(
        "bodies",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("byte_count", sa.Integer, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "pages",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(16), nullable=False, unique=True),
        sa.Column("url", sa.Text),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("bodies.sha256"), nullable=False, index=True),
        sa.Column("fetched_at", sa.String(32), nullable=False),
        sa.Column("kept_at", sa.String(32), nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("headers", sa.Text, nullable=False),
        sa.Column("is_pasted", sa.Boolean, nullable=False),
        sa.Column("refusal", sa.Text),
    )
    op.create_index("ix_pages_versions", "pages", ["url", "fetched_at", "seq"])
    op.create_table(
        "runs",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("page_id", sa.String(16), sa.ForeignKey("pages.id"), nullable=False),
        sa.Column("makes", sa.String(16), nullable=False),
        sa.Column("room", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("maker", sa.Text, nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
    )
    op.create_index("ix_runs_page", "runs", ["page_id", "makes", "seq"])


def _create_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(16), sa.ForeignKey("pages.id"), nullable=False, unique=True),
        sa.Column("run_seq", sa.Integer, sa.ForeignKey("runs.seq"), nullable=False),
        sa.Column("read_at", sa.String(32), nullable=False),
        sa.Column("withdrawn_at", sa.String(32)),
        sa.Column("headline", sa.Text),
        sa.Column("lead", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("unspaced", sa.Boolean, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("published_on", sa.Date),
        sa.Column("published_order", sa.Text),
        sa.Column("credits", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("ix_articles_newest", "articles", ["published_order", "read_at", "seq"])


def _create_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(16), nullable=False, index=True),
        sa.Column("article_id", sa.String(16), sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("run_seq", sa.Integer, sa.ForeignKey("runs.seq"), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("withdrawn_at", sa.String(32)),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("unspaced", sa.Boolean, nullable=False),
        sa.Column("speaker", sa.Text),
        sa.Column("speaker_mention", sa.Text),
        sa.Column("speaker_folded", sa.Text, nullable=False),
        sa.Column("cue", sa.Text),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("naming", sa.Text),
        sa.UniqueConstraint("article_id", "id", name="uq_statements_article"),
    )


def _create_listed(name: str) -> None:
    op.create_table(
        name,
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("article_id", sa.String(16), sa.ForeignKey("articles.id"), nullable=False, index=True),
        sa.Column("run_seq", sa.Integer, sa.ForeignKey("runs.seq"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )


def _create_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("record", sa.String(16), nullable=False),
        sa.Column("record_id", sa.Text, nullable=False),
        sa.Column("article_id", sa.String(16), sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_index("ix_evidence_record", "evidence", ["article_id", "record", "record_id"])
