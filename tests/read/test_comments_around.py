"""What pages print around readers' comments and is none of their names and words."""

import pytest

from read.made_pages import read_made

Read = list[tuple[str | None, str | None, str]]


def comments(language: str, below: str) -> Read:
    """Return name, time of day and words of each comment on a page."""
    article = read_made(language, below=below)
    return [
        (
            comment.author.of(article.text) if comment.author else None,
            comment.posted.value.isoformat()[11:16] if comment.posted else None,
            comment.words.of(article.text),
        )
        for comment in article.comments
    ]


def item(head: str, words: str, foot: str = "") -> str:
    return f"<div class=comment><div class=head>{head}</div><p>{words}</p><div>{foot}</div></div>"


@pytest.mark.parametrize(
    ("language", "head", "name"),
    [
        ("de", "Ana Torv schrieb am 5. Mai 2023 um 10:12 Uhr:", "Ana Torv"),
        ("de", "radler58 antwortete Ana Torv am 5. Mai 2023 um 10:12 Uhr:", "radler58"),
        ("fr", "Ana T. a écrit le 5 mai 2023 à 10h12 :", "Ana T."),
        ("en", "Ana Torv in reply to Per, 5 May 2023 at 10:12", "Ana Torv"),
        ("en", "Posted by: Ana Torv on 5 May 2023 at 10:12", "Ana Torv"),
        ("en", "Comment #3 by Ana Torv (5 May 2023 at 10:12)", "Ana Torv"),
        ("en", "Ana Torv (5754788) writes: 5 May 2023 10:12", "Ana Torv"),
        ("ar", "يقول سالم الهدروي: 5 مايو 2023 الساعة 10:12", "سالم الهدروي"),
        ("zh", "青屿小周 2楼 2023-05-05 10:12", "青屿小周"),
        ("fa", "رضا م IR 2023-05-05 10:12", "رضا م"),
        ("es", "#2lola m. 05/05/2023 10:12", "lola m."),
    ],
)
def test_verbs_places_in_the_list_and_who_is_answered_are_no_part_of_a_name(
    language: str, head: str, name: str
) -> None:
    below = f"<div class=comments>{item(head, '12345 abc.')}</div>"
    assert [(author, time) for author, time, _ in comments(language, below)] == [(name, "10:12")]


@pytest.mark.parametrize(
    ("language", "foot"),
    [
        ("zh", "赞(3)回复举报"),
        ("nl", "Reageren Nuttig (6)"),
        ("en", "Report this comment"),
        ("de", "Als Spam melden!"),
    ],
)
def test_buttons_below_a_comment_are_no_words_of_it(language: str, foot: str) -> None:
    below = f"<div class=comments>{item('Ana 2023-05-05 10:12', '12345 abc.', foot)}</div>"
    assert comments(language, below) == [("Ana", "10:12", "12345 abc.")]


def test_what_stands_below_the_box_of_a_comment_is_none_of_it() -> None:
    both = item("Ana 5 May 2023 at 10:12", "At last.") + item("Per 5 May 2023 at 11:20", "Too late.")
    rules = "<p>Comments are read by an editor before they appear here. Be kind to others.</p>"
    assert comments("en", f"<section class=comments><h3>2 comments</h3>{both}{rules}</section>") == [
        ("Ana", "10:12", "At last."),
        ("Per", "11:20", "Too late."),
    ]


def test_a_removed_comment_leaves_its_name_and_time_to_no_other() -> None:
    removed = item("Guest 5 May 2023 at 10:40", "This comment has been removed.")
    both = (
        item("Ana 5 May 2023 at 10:12", "At last.") + removed + item("Per 5 May 2023 at 11:20", "Too late.")
    )
    assert [name for name, _, _ in comments("en", f"<section class=comments>{both}</section>")] == [
        "Ana",
        "Per",
    ]


def test_heads_that_share_a_box_with_the_words_above_them_stand_below() -> None:
    def signed(words: str, head: str) -> str:
        return f"<li><div><p>{words}</p><div class=meta>{head}</div></div><p>Answer this one</p></li>"

    both = signed("At last.", "Ana 5 May 2023 at 10:12") + signed("Too late.", "Per 5 May 2023 at 11:20")
    assert [(name, words) for name, _, words in comments("en", f"<ul class=comments>{both}</ul>")] == [
        ("Ana", "At last."),
        ("Per", "Too late."),
    ]


@pytest.mark.parametrize("age", ["2mo", "17h", "Oct 7", "· yesterday", "12/02 at 11:30"])
def test_an_age_or_a_day_without_its_year_gives_no_time(age: str) -> None:
    below = f"<div class=comments>{item(f'<b>Ana</b> <span>{age}</span>', '12345 abc.')}</div>"
    assert comments("en", below) == [("Ana", None, "12345 abc.")]


def test_a_name_and_an_age_side_by_side_are_two() -> None:
    below = f"<div class=comments>{item('<b>Ana</b><span>há 2 horas</span>', '12345 abc.')}</div>"
    assert comments("pt", below) == [("Ana", None, "12345 abc.")]


def test_comments_in_table_rows_below_their_heading_are_no_body() -> None:
    def row(name: str, time: str, words: str) -> str:
        return f"<tr><td><b>{name}</b><br>Posts: 41</td><td>Posted: 5 May 2023, {time}<hr>{words}</td></tr>"

    rows = row("Ana", "10:12", "At last, and not a day too early.") + row("Per", "11:20", "Too late for me.")
    article = read_made("en", below=f"<h3>Comments</h3><table>{rows}</table>")
    assert [comment.author.of(article.text) for comment in article.comments if comment.author] == [
        "Ana",
        "Per",
    ]
    assert not any("too early" in span.of(article.text) for span in article.body)


@pytest.mark.parametrize(
    "line", ["<b>{}</b> ({}): {}", "<b>{}</b><br>{}<br>{}", "<a href=#>{}</a> – {} – {}"]
)
def test_a_comment_in_one_line_has_its_name_its_time_and_its_words(line: str) -> None:
    ana = line.format("Ana Torv", "5 May 2023 at 10:12", "At last, shame on them.")
    per = line.format("Per", "5 May 2023 at 11:20", "Too late for me and mine.")
    assert comments("en", f"<div class=comments><h3>2 comments</h3><p>{ana}</p><p>{per}</p></div>") == [
        ("Ana Torv", "10:12", "At last, shame on them."),
        ("Per", "11:20", "Too late for me and mine."),
    ]


def test_the_day_of_the_last_comment_above_the_list_is_no_ones() -> None:
    listed = item("fenboy 5 May 2023 10:12", "At last.") + item("Oldgoat66 5 May 2023 11:40", "And who pays?")
    below = f"<div class=comments><p>Last Updated: 6 May 2023 3:41 pm</p>{listed}</div>"
    assert [author for author, _, _ in comments("en", below)] == ["fenboy", "Oldgoat66"]
