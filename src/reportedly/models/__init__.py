"""The trained models of the package behind small typed functions; nothing else runs a model."""

from reportedly.models.loading import tagger_for

__all__ = ["tagger_for"]
