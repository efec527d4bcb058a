"""What a box's names (class, id, microdata) say of the lead: that it is it, or that it is something else."""

import functools
import re

# Names that content systems and templates of many languages give the lead; none is any one outlet's.
# These also count at the end of a longer name: style builders glue them ("contentheaderdek").
_ENDINGS = (
    "lead lede leadtext leadin dek deck standfirst subtitle subtitel subheadline subheading subhead subhed "
    "subline strapline tagline intro introtext introduction inleiding einleitung excerpt summary teaser "
    "teasertext vorspann preamble preface ingress ingressi manchet underrubrik unterzeile untertitel "
    "shorttext kurztext anreisser chapeau chapo accroche entradilla bajada sumario copete subtitulo resumo "
    "linhafina sommario sottotitolo catenaccio zajawka perex podnaslov podzagolovok bevezeto sapo sapou"
)
# Short or common words that name the lead only when they stand alone between hyphens.
_WHOLE = (
    "description desc abstract synopsis blurb snippet highlights highlight spot ozet uvod anons lid lide "
    "olho subtitulos summarylist bulletpoints keypoints"
)
_PARTS = re.compile(r"[a-z]+")
_SUB = re.compile(
    r"\bsub[-_]?(?:title|titel|head|headline|heading|hed|line)\b|linha[-_]fina|lead[-_]?(?:text|in)\b"
)
# "with-excerpt" says that there is one elsewhere; "lead-image" and "lead-art" stand beside it.
_NOT = re.compile(
    r"(?:with|has|no|without)[-_](?:the[-_])?[a-z]*|"
    r"(?:page[-_])?lead[-_]?(?:art|image|img|media|photo|picture|asset|video|content|meta|form|gen)[a-z]*"
)
_OTHER = frozenset(
    "caption legend author authors authored byline image img picture photo figure credit copyright date time "
    "meta share breadcrumb breadcrumbs label tag tags button disclaimer disclosure footnote tooltip".split()
)
# Names that set a first paragraph apart for its look or its place alone, or mark what is read aloud.
_LOOKS = re.compile(
    r"drop|initial|first|indent|einzug|\bcap\b|odd|even|size|margin|padding|speakable|\d|^[mp][tblrxy]?-|css|title"
)
_ENDS = re.compile(rf"(?:{'|'.join(_ENDINGS.split())})$")
_WHOLES = frozenset(_WHOLE.split())


@functools.lru_cache(maxsize=4096)
def names_lead(hint: str) -> bool:
    """Return whether a box's names call it the lead ("article-lead", "standfirst", "perex")."""
    if not hint:
        return False
    kept = _NOT.sub(" ", hint)
    if _SUB.search(kept):
        return True
    return any(part in _WHOLES or _ENDS.search(part) for part in _PARTS.findall(kept))


@functools.lru_cache(maxsize=4096)
def names_other(hint: str) -> bool:
    """Return whether a box's names call it a caption, a byline, a date or another thing beside the lead."""
    return any(part in _OTHER for part in _PARTS.findall(hint))


def names_added(hint: str, others: list[str]) -> bool:
    """Return whether a box has a name of its own, not one for its looks, that none of the others has."""
    known = {name for other in others for name in other.split()}
    return any(name not in known and not _LOOKS.search(name) for name in hint.split())
