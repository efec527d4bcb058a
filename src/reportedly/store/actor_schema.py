"""The tables about actors, as the queries see them; migration `m0004_actors` is what creates them.

`resolutions` holds who the people of each article are: `made_actor` is what the room found, `own_actor`
what stands once a person's rulings on the article are heard, `actor` who that stands as after merges.
Everything a question looks through has the last of them. `actor_facts` counts what articles say of an actor.
"""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, Text

from reportedly.store.schema import UtcMoment, metadata

actors = Table(
    "actors",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("own_name", Text, nullable=False),  # as the source has it
    Column("name", Text, nullable=False),  # as a person named it, else as the source has it
    Column("country", String(2)),
    Column("origin", String(16), nullable=False),
    Column("source", Text, nullable=False),
    Column("stands_as", String(16), nullable=False),
    Column("said_count", Integer, nullable=False),  # live statements; kept by triggers
    Column("made_at", UtcMoment, nullable=False),
)

actor_names = Table(
    "actor_names",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("language", String(16)),
    Column("source", Text, nullable=False),
    Column("ruling_id", String(16)),  # of a name that a person gave
)

actor_offices = Table(
    "actor_offices",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    Column("record", Text, nullable=False),  # JSON of OfficeHeld
)

actor_keys = Table(
    "actor_keys",
    metadata,
    Column("key", Text, primary_key=True),  # how a word of a name sounds; `=` before its letters
    Column("actor_id", String(16), primary_key=True),
)

actor_facts = Table(
    "actor_facts",
    metadata,
    Column("actor_id", String(16), primary_key=True),
    Column("sort", String(8), primary_key=True),  # name, title, outlet or country
    Column("value", Text, primary_key=True),
    Column("country", String(2), primary_key=True),  # of a title; empty where none is said
    Column("count", Integer, nullable=False),
    Column("first_on", Date),
    Column("last_on", Date),
    Column("article_id", String(16), nullable=False),  # one that says so
)

resolutions = Table(
    "resolutions",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("run_seq", ForeignKey("runs.seq"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("made_actor", String(16)),
    Column("own_actor", String(16)),
    Column("actor", String(16)),
    Column("outlet", Text),
    Column("dated_on", Date),
    Column("record", Text, nullable=False),  # JSON of Resolution as the room made it
)

rulings = Table(
    "rulings",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("made_at", UtcMoment, nullable=False),
    Column("undone_at", UtcMoment),
    Column("actor_id", String(16), nullable=False),
    Column("other_id", String(16)),
    Column("folded", Text),  # the name it is about in articles, folded; None where it is about one mention
    Column("outlet", Text),
    Column("language", String(16)),
    Column("record", Text, nullable=False),  # JSON of the Ruling
)

ruling_articles = Table(
    "ruling_articles",
    metadata,
    Column("article_id", String(16), primary_key=True),
    Column("ruling_id", String(16), primary_key=True),
)
