"""Pages that call themselves a list of stories, a video or a form to log in, by address, type or title."""

import re

from reportedly.read.kinds_signs import Signs, address_of, called, phrases
from reportedly.read.sight import Sight

# Beyond these a path names one of a kind: "/author/ana-torv", "/tag/harbour/page/2", "/thema/hafen".
_LISTS = (
    "authors?|autor(?:en|a|e|es|i|in)?|auteurs?|profiles?|profil|people|staff|redaktion|redactores|firmas|"
    "tags?|topics?|themen?|thema|tema|temas|topico|topicos|sujets?|etiquetas?|etiket|etiketler|label|labels|keywords?|"
    "categor(?:y|ies|ia|ias|ie|ies)|kategori(?:e|en|ler)?|archiv(?:e|es|o|os|io)?|arhiv|teg|tegi|metki"
)
_LIST_PATH = re.compile(
    rf"(?:^|/)(?:{_LISTS})/[^/]+(?:/(?:(?:page|seite|pagina|p)[/-]?)?\d+)?/?$", re.IGNORECASE
)
_LIST_QUERY = re.compile(r"(?:^|&)(?:tag|cat|author|category|autor|tema)=", re.IGNORECASE)
_LOGIN_PATH = re.compile(
    r"(?:^|[/._-])(?:log-?in|sign-?in|anmelden|anmeldung|einloggen|connexion|identification|iniciar-?sesion|"
    r"inloggen|entrar|acesso|accedi|giris|uye-?girisi|auth|sso|vhod|zaloguj)(?:[/._-]|$)",
    re.IGNORECASE,
)
# Behind these a title names the site: "All articles by Ana Torv | The Ledger".
_PARTING = re.compile(r"\s[|–—-]\s")
VIDEO_PATH = re.compile(
    r"(?:^|/)(?:videos?|watch|clips?|vod|mediathek|mediateca|tv|webtv|film|films|video-?\w+)(?:[/.-]|$)",
    re.IGNORECASE,
)


def is_called_list(sight: Sight, signs: Signs) -> bool:
    """Return whether a page calls itself a list: that of an author's stories, of a tag's, of a topic's."""
    if sight.markup.meta.get("og:type", "").lower() == "profile":
        return True
    if signs.is_called_article or signs.is_dated or signs.is_deep:
        return False
    address = address_of(sight)
    if _LIST_PATH.search(address.path) or _LIST_QUERY.search(address.query):
        return True
    words = phrases("listing", sight.language)
    return any(words.found(_PARTING.split(name)[0]) for name in called(sight))


def is_called_login(sight: Sight) -> bool:
    """Return whether a page's address is that of a form to log in."""
    return bool(_LOGIN_PATH.search(address_of(sight).path))


def is_called_video(sight: Sight) -> bool:
    """Return whether a page's address or title calls it a video."""
    if VIDEO_PATH.search(address_of(sight).path):
        return True
    words = phrases("video", sight.language)
    return any(words.found(name) for name in called(sight))
