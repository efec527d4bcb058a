"""Who said what: speaker, cue and words of every statement in running text, each a span of it.

Rules read the text. A trained model can take their place behind `find_statements`, and then says so
in `MAKER`.
"""

from reportedly.statements.find import MAKER, find_statements

__all__ = ["MAKER", "find_statements"]
