"""The words that news pages of a language put around an article."""

import msgspec


class PageWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Labels on the pages of one language, as `page.toml` lists them, in lower case.

    `desks` are the names desks go by; `contributed` and `files_from` introduce credits; `common` are
    the language's commonest words, by which it is told from others.
    """

    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    story_code: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    comment_form: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    desks: tuple[str, ...] = ()
    contributed: tuple[str, ...] = ()
    files_from: tuple[str, ...] = ()
    correction: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
