"""The trained models of the package behind small typed functions; nothing else runs a model."""

from reportedly.models.loading import LANGUAGES_COMPARED, meanings, tagger_for

__all__ = ["LANGUAGES_COMPARED", "meanings", "tagger_for"]
