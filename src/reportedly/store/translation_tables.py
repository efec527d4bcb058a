"""The tables of translations: articles as they are compared across languages, and the links between them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from reportedly.store.schema import metadata

meant_languages = Table(
    "meant_languages",
    metadata,
    Column("language", Text, primary_key=True),  # of some article; while there is one, nothing is compared
)

meant_days = Table(
    "meant_days",
    metadata,
    Column("day", Integer, primary_key=True),  # whose articles are all in the index, and later ones will be
)

meant_articles = Table(
    "meant_articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False, unique=True),
    Column("language", Text, nullable=False),
    Column("day", Integer, nullable=False),  # days since 1970 of its publishing, else of its reading
    Column("digest", String(16), nullable=False),  # of what is compared: says when the article changed
    Column("version", Text, nullable=False),  # of the room that made the links
    Column("sketch", LargeBinary, nullable=False),  # two vectors in 8 bits: its beginning, and all of it
)
Index("ix_meant_articles_day", meant_articles.c.day)

translations = Table(
    "translations",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("copy_id", ForeignKey("articles.id"), nullable=False),
    Column("origin_id", ForeignKey("articles.id"), nullable=False),
    Column("record", Text, nullable=False),  # JSON of the CopyLink
)
Index("ix_translations_copy_id", translations.c.copy_id)
Index("ix_translations_origin_id", translations.c.origin_id)
