"""The tables of copies: which articles are compared, their fingerprints, and the links between them."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from reportedly.store.schema import UtcMoment, metadata

copy_articles = Table(
    "copy_articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("outlet", Integer, nullable=False),  # 63 bits of the digest of the outlet's key
    Column("digest", String(16), nullable=False),  # of the fingerprints: says when they changed
    Column("version", Text, nullable=False),  # of the room that made the links
    Column("linked_at", UtcMoment, nullable=False),
    Column("is_live", Boolean, nullable=False),  # False once the article was read anew with other words
)
Index("ix_copy_articles_article_id", copy_articles.c.article_id)

copy_tail = Table(
    "copy_tail",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("prints", LargeBinary, nullable=False),  # little-endian 64 bits each, rising
)

copy_segments = Table(
    "copy_segments",
    metadata,
    Column("segment", Integer, primary_key=True),
    Column("level", Integer, nullable=False, unique=True),
    Column("articles", Integer, nullable=False),
)

copy_blocks = Table(
    "copy_blocks",
    metadata,
    # The segment in the upper bits, the upper 40 bits of the first fingerprint in the lower; in the row with
    # the number of the segment below zero `prints` says how its rows begin (64 bits each, the prefixes).
    Column("place", Integer, primary_key=True),
    Column("prints", LargeBinary, nullable=False),
    Column("numbers", LargeBinary, nullable=False),  # little-endian 32 bits each: copy_articles.number
)

copy_sieves = Table(
    "copy_sieves",
    metadata,
    # The segment above 24 bits, the page of its sieve below.
    Column("place", Integer, primary_key=True),
    Column("bits", LargeBinary, nullable=False),  # see copy_sieves
)

copy_links = Table(
    "copy_links",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("copy_id", ForeignKey("articles.id"), nullable=False),
    Column("origin_id", ForeignKey("articles.id")),
    Column("credited", Text),
    Column("record", Text, nullable=False),  # JSON of the CopyLink
)
Index("ix_copy_links_copy_id", copy_links.c.copy_id)
Index("ix_copy_links_origin_id", copy_links.c.origin_id)
