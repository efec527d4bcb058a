"""Who is meant by each mention: names within an article, and the people and countries that are known."""

from reportedly.actors.countries import country_in, country_of, country_of_actor
from reportedly.actors.identifying import identify_speaker
from reportedly.actors.known import KnownActors, known_actors
from reportedly.actors.naming import MAKER, name_mentions
from reportedly.actors.telling import known_line
from reportedly.actors.who import who

__all__ = [
    "MAKER",
    "KnownActors",
    "country_in",
    "country_of",
    "country_of_actor",
    "identify_speaker",
    "known_actors",
    "known_line",
    "name_mentions",
    "who",
]
