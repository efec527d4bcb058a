"""Who is meant by each mention: names within an article, and the people and countries that are known."""

from reportedly.actors.countries import country_in, country_of
from reportedly.actors.known import KnownActors, known_actors
from reportedly.actors.naming import MAKER, name_mentions
from reportedly.actors.who import who

__all__ = ["MAKER", "KnownActors", "country_in", "country_of", "known_actors", "name_mentions", "who"]
