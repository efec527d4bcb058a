"""The room `changes`: two versions of an article, and what differs between them."""

from reportedly.changes.comparing import find_change
from reportedly.changes.marking import Stretch, mark_change

__all__ = ["Stretch", "find_change", "mark_change"]
