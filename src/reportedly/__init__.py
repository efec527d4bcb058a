r"""A news desk's memory: who said what, and who reported it.

>>> import reportedly
>>> article = reportedly.read("Harbour opens\n\nThe harbour of Lindmark opens on Monday, its mayor said.")
>>> article.headline.value
'Harbour opens'
>>> text = "The mayor said the harbour opens."
>>> [statement.words(text) for statement in reportedly.statements(text)]
['the harbour opens']
"""

from reportedly.api import read, statements, when, who
from reportedly.desk import Desk

__version__ = "0.1.0"
__all__ = ["Desk", "__version__", "read", "statements", "when", "who"]
