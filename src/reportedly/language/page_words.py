"""The words that news pages of a language put around an article."""

import msgspec


class PageWords(msgspec.Struct, frozen=True, kw_only=True, eq=False, forbid_unknown_fields=True):
    """Labels on the pages of one language, as `page.toml` lists them, in lower case.

    `desks` are the names desks go by; `contributed` and `files_from` introduce credits; `common` are
    the language's commonest words, by which it is told from others. `signed` are labels before an
    author's name besides `by`; `roles` the words for what newspaper people do, beside their names;
    `post_nominals` the letters behind a name that belong to it, `beside_names` other words that stand
    in a byline and are no part of a name ("senior", "follow"), `written_for` what stands between an
    author and the outlet ("Ana Torv for the Ledger").
    `gone` are words of pages under repair or taken away that stories use too, so that two must stand
    together; `error_page`, `needs_javascript`, `consent`, `login`, `paywall`, `search_results` and
    `gallery` are phrases by which a page shows that it is no article, `listing` those in the titles of
    lists of stories, `video` those in the titles of videos, `live` those that name a live ticker.
    `outlets` are the words names of agencies and outlets are made of, `desk_words` those of desks.
    `according` opens a dateline that names an agency ("به گزارش …"), `taken_from` stands before the
    outlet that a whole report was taken from, `not_places` are capitals before a colon that name no
    place, `place_before` the words before places. `section` labels a section, `home` is what paths of
    links begin with, `rights` stands beside the outlet's name below the page, `sign_off` ends a report.
    `related` labels the boxes around an article that are none of it; `see_also` introduces links to other
    stories of the same matter, or heads a list of them.
    `comment_heading` stands above readers' comments, `reply` on their buttons, `ago` in their times,
    `answering` before the name of who is answered;
    `photo_credit` stands beside the photographer's name in a caption,
    `unnamed_agencies` are words for agencies in general, whom nobody can credit by name, `of_site` stands
    before a label for the update of a whole site; `amended` begins a notice of what was changed after
    publishing that has no label ("An earlier version of this …").
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
    gone: tuple[str, ...] = ()
    needs_javascript: tuple[str, ...] = ()
    consent: tuple[str, ...] = ()
    login: tuple[str, ...] = ()
    paywall: tuple[str, ...] = ()
    search_results: tuple[str, ...] = ()
    gallery: tuple[str, ...] = ()
    listing: tuple[str, ...] = ()
    video: tuple[str, ...] = ()
    live: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    taken_from: tuple[str, ...] = ()
    desk_words: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    comment_heading: tuple[str, ...] = ()
    reply: tuple[str, ...] = ()
    ago: tuple[str, ...] = ()
    answering: tuple[str, ...] = ()
    sign_off: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    not_places: tuple[str, ...] = ()
    beside_names: tuple[str, ...] = ()
    written_for: tuple[str, ...] = ()
    place_before: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    photo_credit: tuple[str, ...] = ()
    unnamed_agencies: tuple[str, ...] = ()
    of_site: tuple[str, ...] = ()
    amended: tuple[str, ...] = ()
