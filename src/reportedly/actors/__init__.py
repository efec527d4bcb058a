"""Who is meant by each mention: names within an article, and the people and countries that are known."""

from reportedly.actors.countries import country_in, country_of, country_of_actor
from reportedly.actors.desk_actors import DeskActors, NobodyKnown
from reportedly.actors.identifying import identify_speaker
from reportedly.actors.importing import COLUMNS, read_actors
from reportedly.actors.known import KnownActors, known_actors
from reportedly.actors.naming import MAKER, name_mentions
from reportedly.actors.resolving import RESOLVER, resolve_people
from reportedly.actors.spelling import keys_of
from reportedly.actors.telling import known_line
from reportedly.actors.who import who
from reportedly.actors.world import actor_id

__all__ = [
    "COLUMNS",
    "MAKER",
    "RESOLVER",
    "DeskActors",
    "KnownActors",
    "NobodyKnown",
    "actor_id",
    "country_in",
    "country_of",
    "country_of_actor",
    "identify_speaker",
    "keys_of",
    "known_actors",
    "known_line",
    "name_mentions",
    "read_actors",
    "resolve_people",
    "who",
]
