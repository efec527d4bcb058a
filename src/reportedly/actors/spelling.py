"""Names as they sound, so that Ruhani, Rouhani and Рухани are one name."""

import functools
import re

from reportedly.text import fold

# Apostrophes join what they part; letters that no decomposition makes plain.
_PLAIN = str.maketrans(
    dict.fromkeys("'’‘ʼʻ`´")
    | dict(zip("ıøłðþəØŁ", "ioldtaOL", strict=True))
    | dict.fromkeys("đĐ", "dj")
    | {"æ": "ae", "Æ": "Ae", "œ": "oe"}
)
_LATIN_OF_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгдеёзийклмнопрстуфыэіїєґ", "abvgdeeziiklmnoprstufyeiieg", strict=True)),
        "ж": "zh",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
    }
)
# Arabic script writes consonants; what may stand for a vowel as well is left out on both sides.
_LATIN_OF_ARABIC = str.maketrans(
    {
        **dict(zip("بپتدذرزسصضطظفقکكگلمن", "bptdzrzsszttfkkkglmn", strict=True)),
        "ج": "j",
        "چ": "ch",
        "خ": "kh",
        "ژ": "zh",
        "ش": "sh",
        "غ": "gh",
        "ح": "h",
        "ه": "h",
        "ة": "",
        "ث": "s",
        **dict.fromkeys("اأإآعءئؤویيىۀ\u200c", ""),
    }
)
_ARABIC = re.compile("[\u0600-\u06ff]")
# Spellings of one sound, applied in this order to folded Latin words.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|sch|sh", "S"),
        (r"tch|tsch|ch", "C"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dzh|zh|dj|dz", "j"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"bh", "b"),
        (r"nh", "n"),
        (r"ck|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"(?<=a)w(?![aeiou])", "u"),
        (r"w", "v"),
        (r"yu", "u"),
        (r"ya|ia", "a"),
        (r"[ou]+", "u"),
        (r"[eiy]+", "i"),
        (r"a+", "a"),
        (r"(.)\1+", r"\1"),
    )
)
# "Abd al-Aziz", "Abdel Aziz", "Abdulaziz": the servant of, with or without the article and the space.
_SERVANT = re.compile(r"\babd(?: ?[aeu][lr] ?| (?=\w)|(?=[b-df-hj-np-tv-z]))(?!$)")
_LAST_VOWEL = re.compile(r"(?:[au]|(?<=[aiu])h)$")
_VOWELS = re.compile(r"[aiuyv]|h$")
# Of shorter words the last vowel is kept: without it La and Lo would be one.
_SHORTEST_STEM = 3
# Prefixes that some spell with a name and some without.
_PREFIXES = frozenset(("al", "el", "ad", "an", "ar", "as", "at", "ash", "bin", "ibn", "bint"))


def words_of_name(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded; apostrophes join, hyphens and dots part them.

    >>> words_of_name("Ali Khamenei'i")
    ('ali', 'khameneii')
    """
    words = _SERVANT.sub("abdul", fold(name.translate(_PLAIN))).split()
    return tuple(word for word in words if word not in _PREFIXES) or tuple(words)


def in_latin(word: str) -> str:
    """Return a folded word with its Cyrillic letters in Latin ones."""
    return word.translate(_LATIN_OF_CYRILLIC)


@functools.lru_cache(maxsize=50_000)
def sound_of(word: str) -> str:
    """Return how a folded word sounds, in the manner of a key: words that sound alike have one key.

    Latin and Cyrillic letters keep their vowels in three classes; words in Arabic script give their
    consonants alone (`consonants_of`).

    >>> sound_of("rouhani") == sound_of("рухани") == sound_of("ruhani")
    True
    """
    if is_arabic(word):
        return consonants_of(word)
    latin = in_latin(word)
    for pattern, sound in _SOUNDS:
        latin = pattern.sub(sound, latin)
    short = _LAST_VOWEL.sub("", latin)
    return short if len(short) >= _SHORTEST_STEM else latin


@functools.lru_cache(maxsize=50_000)
def consonants_of(word: str) -> str:
    """Return the consonants of a folded word, as a key that spellings with other vowels share.

    >>> consonants_of("muhammad") == consonants_of("mohamed") == consonants_of("محمد")
    True
    """
    latin = sound_of(_ARABIC.sub("", word.translate(_LATIN_OF_ARABIC)))
    return _VOWELS.sub("", latin) or ("" if is_arabic(word) else latin)


def is_arabic(word: str) -> bool:
    """Return whether a word is written in Arabic script."""
    return _ARABIC.search(word) is not None


def keys_of(name: str) -> frozenset[str]:
    """Return the keys of each word of a name: its sound, and its consonants behind a `~`."""
    words = words_of_name(name)
    return frozenset(sound_of(word) for word in words) | frozenset(
        "~" + consonants_of(word) for word in words
    )
