"""The fields of a list in XML, whatever its dialect: those of its head, and those of each item."""

import html
import re
from collections.abc import Mapping
from typing import Final, NamedTuple
from xml.parsers import expat

import msgspec

from reportedly.sources.xml_lenient import Start, walk_leniently

DEEPEST: Final = 200
"""Elements inside each other. Feeds with pages in them stay under 40; past this it is an attack."""

MOST_ITEMS: Final = 50_000
"""Items of one list: what the site map protocol allows, and a hundred times what feeds hold."""

_CORE: Final = frozenset(
    """
    http://www.w3.org/2005/Atom http://purl.org/atom/ns# http://purl.org/rss/1.0/
    http://my.netscape.com/rdf/simple/0.9/ http://channel.netscape.com/rdf/simple/0.9/
    http://backend.userland.com/rss2 http://blogs.law.harvard.edu/tech/rss
    http://www.sitemaps.org/schemas/sitemap/0.9 http://www.google.com/schemas/sitemap/0.84
    """.split()
)
_PREFIXES: Final = {
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.google.com/schemas/sitemap-news/0.9": "news:",
    "http://purl.org/rss/1.0/modules/syndication/": "sy:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}
_KNOWN_PREFIXES: Final = frozenset(prefix.rstrip(":") for prefix in _PREFIXES.values())
_CORE_PREFIXES: Final = frozenset({"atom", "rss", "a10", "atom10", "sm"})
_ITEMS: Final = frozenset({"item", "entry", "url", "sitemap"})
_HEADS: Final = frozenset({"channel", "feed", "rss", "rdf:rdf", "urlset", "sitemapindex"})
_OF_ITEMS: Final = frozenset(
    """
    title link guid id pubdate published updated issued modified created loc lastmod
    dc:date dc:title dcterms:issued dcterms:modified dcterms:created feedburner:origlink
    news:title news:publication_date
    """.split()
)
_OF_HEADS: Final = frozenset(
    "title link language dc:language id ttl sy:updateperiod sy:updatefrequency".split()
)


class XmlRefused(ValueError):
    """The document is built to harm whoever reads it, or is no XML at all; the message says which."""


class XmlField(msgspec.Struct, frozen=True):
    """One field: its key (`dc:date`), its text with that of what stands in it, and its attributes."""

    key: str
    text: str
    attributes: Mapping[str, str]


class XmlItem(msgspec.Struct):
    """One item: its own attributes, its fields in order, and the address its links are relative to."""

    key: str
    attributes: Mapping[str, str]
    base: str
    fields: list[XmlField]


class XmlList(msgspec.Struct):
    """What a document holds: the key of its root, the fields of its head, its items."""

    root: str = ""
    attributes: Mapping[str, str] = {}
    head: list[XmlField] = []
    items: list[XmlItem] = []
    is_mended: bool = False


def read_xml(text: str) -> XmlList:
    """Return the fields of a list; what is not well-formed is read as far as it makes sense.

    Raises XmlRefused where entities are declared (they can grow without bound), where elements are
    nested past all reason, and where there is no element.
    """
    collector = _Collector()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.EntityDeclHandler = _refuse_entity
    collector.attach(parser)
    bare = _XML_DECLARATION.sub("", text, count=1)
    try:
        parser.Parse(bare, True)  # noqa: FBT003 - expat takes it by place
    except expat.ExpatError:
        rest = bare.encode()[collector.turn_back() :].decode()
        walk_leniently(rest, collector.start, collector.end, collector.data, collector.escaped)
        collector.found.is_mended = True
    except UnicodeEncodeError:  # half a character
        return read_xml(text.encode("utf-8", "replace").decode())
    if not collector.found.root:
        raise XmlRefused("it is no XML")
    return collector.found


def walk_xml(text: str, start: Start) -> None:
    """Call back for the start of each element of any document in XML; refuses what `read_xml` refuses."""
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _refuse_entity
    parser.StartElementHandler = start
    try:
        parser.Parse(_XML_DECLARATION.sub("", text, count=1), True)  # noqa: FBT003 - expat takes it by place
    except expat.ExpatError:
        walk_leniently(text, start, _pass_over, _pass_over, _pass_over)
    except UnicodeEncodeError as error:
        raise XmlRefused("it holds half a character") from error


def _pass_over(_given: str) -> None:
    """Take no notice."""


_XML_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>\s*|^\s+")


def _refuse_entity(*_declared: object) -> None:
    raise XmlRefused("it declares entities of its own, which may grow without bound")


class _Sound(NamedTuple):
    """As far as a document is well-formed: the byte where its last item ends, what is open, its heads."""

    byte: int
    path: tuple[str, ...]
    heads: int


class _Collector:
    """Takes the parser's calls, one element at a time, and keeps the fields that anybody asks for."""

    def __init__(self) -> None:
        self.found = XmlList(head=[], items=[])
        self._keys: dict[str, str] = {}
        self._path: list[str] = []
        self._item: XmlItem | None = None
        self._item_depth = 0
        self._open = 0  # the depth of the field whose text is collected, 0 where none is
        self._attributes: Mapping[str, str] = {}
        self._text: list[str] = []
        self._parser: expat.XMLParserType | None = None
        self._sound = _Sound(0, (), 0)

    def attach(self, parser: expat.XMLParserType) -> None:
        """Have a parser call this collector; text is asked for only inside fields that count."""
        self._parser = parser
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end

    def turn_back(self) -> int:
        """Forget what came after the last whole item, and return the byte where its end stands.

        What the parser found until then holds; what comes from there on is told without the parser.
        The elements that are open there stay so: no end of theirs is met by who begins in their midst.
        """
        self._parser = None
        byte, path, heads = self._sound
        if not path:
            self.found = XmlList(head=[], items=[])
        del self.found.head[heads:]
        self._path, self._item, self._open = list(path), None, 0
        return byte

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        key = self._keys.get(name) or self._key(name)
        path = self._path
        path.append(key)
        depth = len(path)
        if depth > DEEPEST:
            raise XmlRefused("its elements are nested past all reason")
        if self._open:
            return
        if depth == 1 and not self.found.root:
            self.found.root, self.found.attributes = key, attributes
        if self._item is None:
            if key in _ITEMS and depth > 1:
                self._begin_item(key, attributes, depth)
            elif key in _OF_HEADS and depth > 1 and path[-2] in _HEADS:
                self._begin_field(depth, attributes)
        elif key in _OF_ITEMS and (depth == self._item_depth + 1 or key.startswith("news:")):
            self._begin_field(depth, attributes)

    def end(self, _name: str) -> None:
        """Take the end of an element."""
        path = self._path
        depth = len(path)
        if not path:
            return
        key = path.pop()
        if depth == self._open:
            self._end_field(key)
        elif self._item is not None and depth == self._item_depth:
            if len(self.found.items) < MOST_ITEMS:
                self.found.items.append(self._item)
            self._item = None
            if self._parser is not None:
                self._sound = _Sound(self._parser.CurrentByteIndex, tuple(path), len(self.found.head))

    def data(self, text: str) -> None:
        """Take text."""
        if self._open:
            self._text.append(text)

    def escaped(self, text: str) -> None:
        """Take text whose entities nobody has put into letters yet."""
        if self._open:
            self._text.append(html.unescape(text))

    def _begin_item(self, key: str, attributes: Mapping[str, str], depth: int) -> None:
        base = base_of(attributes) or base_of(self.found.attributes)
        self._item = XmlItem(key, attributes, base, [])
        self._item_depth = depth

    def _begin_field(self, depth: int, attributes: Mapping[str, str]) -> None:
        self._open, self._attributes, self._text = depth, attributes, []
        if self._parser is not None:
            self._parser.CharacterDataHandler = self.data

    def _end_field(self, key: str) -> None:
        field = XmlField(key, "".join(self._text).strip(), self._attributes)
        self._open = 0
        if self._parser is not None:
            self._parser.CharacterDataHandler = None
        (self.found.head if self._item is None else self._item.fields).append(field)

    def _key(self, name: str) -> str:
        """Return the key of an element: its local name, a prefix before it where it is of no feed."""
        space, _, local = name.rpartition(" ")
        if space:
            prefix = "" if space in _CORE else _PREFIXES.get(space, "other:")
        else:
            short, _, local = name.rpartition(":")
            known = f"{short}:" if short in _KNOWN_PREFIXES else "other:"
            prefix = "" if not short or short in _CORE_PREFIXES else known
        key = self._keys[name] = prefix + local.lower()
        return key


def base_of(attributes: Mapping[str, str]) -> str:
    """Return the xml:base of an element, empty where it has none."""
    return attributes.get(_BASE) or attributes.get("xml:base") or ""


_BASE: Final = "http://www.w3.org/XML/1998/namespace base"
