"""The trained models of the package behind small typed functions; nothing else runs a model."""

from reportedly.models.tagger import Tagger, tagger_for

__all__ = ["Tagger", "tagger_for"]
