"""Who is meant by each mention of an article: full names for short ones, titles and pronouns."""

from reportedly.actors.naming import MAKER, name_mentions

__all__ = ["MAKER", "name_mentions"]
