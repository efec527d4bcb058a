"""The words that news pages of a language put around an article."""

import msgspec


class PageWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Labels on the pages of one language, as `page.toml` lists them, in lower case.

    `desks` are the names desks go by; `contributed` and `files_from` introduce credits; `common` are
    the language's commonest words, by which it is told from others. `signed` are labels before an
    author's name besides `by`; `roles` the words for what newspaper people do, beside their names;
    `post_nominals` the letters behind a name that belong to it.
    `error_page`, `needs_javascript`, `consent`, `login`, `paywall`, `search_results` and `gallery` are
    phrases by which a page shows that it is no article, `live` those that name a live ticker.
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
    signed: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    post_nominals: tuple[str, ...] = ()
    error_page: tuple[str, ...] = ()
    needs_javascript: tuple[str, ...] = ()
    consent: tuple[str, ...] = ()
    login: tuple[str, ...] = ()
    paywall: tuple[str, ...] = ()
    search_results: tuple[str, ...] = ()
    gallery: tuple[str, ...] = ()
    live: tuple[str, ...] = ()
