"""When two addresses are one page: what a page is called whatever way leads to it."""

import functools
import re
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

TRACKING: Final = frozenset(
    """
    fbclid gclid gclsrc dclid wbraid gbraid msclkid yclid ysclid twclid ttclid igshid igsh mc_cid mc_eid
    cmpid cmp ito icid ncid ns_campaign ns_mchannel ns_source ns_linkname ns_fee _ga _gl ref_src ref_url
    smid smtyp ocid xtor wt_mc wt_zmc at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4
    at_link_id at_link_origin at_link_type at_bbc_team at_ptr_name at_format spm partner feedtype
    guccounter guce_referrer guce_referrer_sig s_cid soc_src soc_trk sref srnd mkt_tok traffic_source
    taid tpcc leadsource __twitter_impression mbid mod usqp amp_js_v amp_gsa outputtype
    """.split()
)
"""Parameters that say who sent the reader and never which page: each is set by an advertiser, a social
network, a mailing service or an outlet's own counter. One that named a page here would join two pages;
one that is missing makes two of a page, which `rel=canonical` mends where the page has it."""

_TRACKING_PREFIXES: Final = (
    "utm_",
    "hsa_",
    "pk_",
    "mtm_",
    "matomo_",
    "piwik_",
    "sc_",
    "trk_",
    "oly_",
    "vero_",
    "__s",
)
_HOST_PREFIX: Final = re.compile(r"^(?:www\d?|m|mobile|amp|wap)\.(?=[^.]+\.)")
_AMP_CACHE: Final = re.compile(r"^[^.]+\.cdn\.ampproject\.org$")
_AMP_PATH: Final = re.compile(r"^/(?:amp/s|amp|[acv]/s|[acv])/(?=[^/]+\.[^/]+/)")
_AMP_END: Final = re.compile(r"(?:/amp/?|\.amp|/amp\.html)$|(?<=\.)amp\.(?=html$)")
_AMP_START: Final = re.compile(r"^/amp(?=/)")
_INDEX: Final = re.compile(r"/(?:index|default)\.(?:s?html?|php|aspx?)$", re.IGNORECASE)
_SAFE: Final = "!$&'()*+,;=:@/~-._"


@functools.lru_cache(maxsize=8192)  # an item is looked for, found, fetched and kept by it: four times
def identity_of(address: str) -> str:
    """Return what a page is called: the same for all addresses that are known to lead to one page.

    Left out are the scheme, `www.`, `m.` and `amp.` before a host, default ports, the way through an AMP
    cache, AMP's own path and parameter, a trailing slash, an index file, tracking parameters and the
    fragment; the rest of the query is put in order. What is no web address is called as it is written.
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        return address
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return address
    host, path = parts.hostname.rstrip("."), parts.path
    if _is_amp_cache(host, path):
        return identity_of("https://" + _AMP_PATH.sub("", path) + (f"?{parts.query}" if parts.query else ""))
    shown = "" if port in (None, 80, 443) else f":{port}"
    query = urlencode(sorted(_telling(parts.query)))
    return f"{_HOST_PREFIX.sub('', host)}{shown}{_path(path)}{f'?{query}' if query else ''}"


def host_of(address: str) -> str:
    """Return the host of an address without `www.` and the like; empty where there is none."""
    try:
        return _HOST_PREFIX.sub("", urlsplit(address).hostname or "")
    except ValueError:
        return ""


def is_one_site(one: str, other: str) -> bool:
    """Return whether two addresses are of one host, whatever stands before it."""
    return bool(host_of(one)) and host_of(one) == host_of(other)


def _is_amp_cache(host: str, path: str) -> bool:
    is_cache = bool(_AMP_CACHE.match(host)) or host in ("www.google.com", "google.com")
    return is_cache and bool(_AMP_PATH.match(path))


def _path(path: str) -> str:
    """Return a path in one spelling: few percent signs, no AMP, no index file, no slash at its end."""
    plain = quote(unquote(path), safe=_SAFE)
    bare = _INDEX.sub("", _AMP_START.sub("", _AMP_END.sub("", plain)))
    return bare.rstrip("/")


def _telling(query: str) -> list[tuple[str, str]]:
    """Return the parameters of a query that may say which page it is."""
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=None)
    return [(name, value) for name, value in pairs if not _is_tracking(name.lower(), value)]


def _is_tracking(name: str, value: str) -> bool:
    is_amp = name == "amp" and value in ("", "1", "true")
    return is_amp or name in TRACKING or name.startswith(_TRACKING_PREFIXES)
