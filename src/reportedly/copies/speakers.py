"""Whether two names can be one speaker's."""

from reportedly.text import fold


def same_speaker(one: str, other: str) -> bool:
    """Return whether two names share a word that is no initial, in any case and accent.

    >>> same_speaker("Miguel Diaz-Canel", "Mr. Díaz-Canel"), same_speaker("Ana Torv", "Runa Holm")
    (True, False)
    """
    return bool(_words(one) & _words(other)) or fold(one) == fold(other)


def _words(name: str) -> set[str]:
    return {word for word in fold(name).split() if len(word) > 2}
