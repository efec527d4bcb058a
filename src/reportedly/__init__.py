r"""A news desk's memory: who said what, and who reported it.

>>> import reportedly
>>> article = reportedly.read("Harbour opens\n\nThe harbour of Lindmark opens on Monday, its mayor said.")
>>> article.headline.value
'Harbour opens'
>>> text = "The mayor said the harbour opens."
>>> [statement.words(text) for statement in reportedly.statements(text)]
['the harbour opens']
"""

import importlib
import sys
import types
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.api import read, statements, when, who
    from reportedly.desk import Desk

__version__ = "0.1.0"
__all__ = ["Desk", "__version__", "read", "statements", "when", "who"]


def _loaded(module: str, name: str) -> property:
    """Return an attribute that is `name` of a module, which is loaded when it is first asked for.

    `read` and `statements` are functions here and rooms too: loading a room sets the attribute to the
    room, which must not take the function's place.
    """

    def found(_: types.ModuleType) -> object:
        return getattr(importlib.import_module(module), name)

    return property(found, lambda _, value: None)


class _Front(types.ModuleType):
    """The package itself: one room can be used without the second that loading all of them takes."""

    read = _loaded("reportedly.api", "read")
    statements = _loaded("reportedly.api", "statements")
    when = _loaded("reportedly.api", "when")
    who = _loaded("reportedly.api", "who")
    Desk = _loaded("reportedly.desk", "Desk")


sys.modules[__name__].__class__ = _Front
