"""Readers' comments, one by one, in the structures that content systems give them."""

import pytest

from read.made_pages import read_made

THREE = [("Ana", "2023-12-05T10:15:00", "At last."), ("Per", "2023-12-05T11:20:00", "Too late for me.")]
ANA, PER = "5 December 2023 at 10:15", "5 December 2023 at 11:20"
# The markup stands as templates write it: long lines and all.
LAYOUTS = {
    "nested list": f"""<div id="comments"><h2>Comments (2)</h2><ol class="comment-list"><li class="comment">
        <cite class="fn">Ana</cite><div class="meta"><a href="#1">{ANA}</a></div><p>At last.</p>
        <a href="#">Reply</a>
        <ul class="children"><li class="comment"><div class="vcard">Per</div><div>
        <a href="#2">{PER}</a></div>
        <p>Too late for me.</p><a href="#">Reply</a></li></ul></li></ol>
        <form><label>Name</label><button>Post comment</button></form></div>""",
    "time first": f"""<section class="comments"><h3>2 comments</h3><div><time>{ANA}</time><div>
        <strong>Ana</strong></div>
        <p>At last.</p></div><div><time>{PER}</time><div><strong>Per</strong></div>
        <p>Too late for me.</p></div></section>""",
    "words first": f"""<section class="comments"><h3>Comments</h3><blockquote><p>At last.</p>
        <footer>Ana, {ANA}</footer>
        </blockquote><blockquote><p>Too late for me.</p>
        <footer>Per, {PER}</footer></blockquote></section>""",
    "table": f"""<h4>Comments</h4><table class="comments"><tr><td>Ana</td><td>{ANA}</td></tr><tr>
        <td>At last.</td></tr>
        <tr><td>Per</td><td>{PER}</td></tr><tr><td>Too late for me.</td></tr></table>""",
    "definitions": f"""<section class="opinions"><h2>Comments</h2><dl><dt>Ana {ANA}</dt><dd>At last.</dd>
        <dt>Per {PER}</dt><dd>Too late for me.</dd></dl></section>""",
    "microdata": """<section id="comments"><article itemprop="comment"><h4 itemprop="author">Ana</h4>
        <p itemprop="datePublished">2023-12-05 10:15</p><div>At last.</div></article>
        <article itemprop="comment">
        <h4 itemprop="author">Per</h4><p>2023-12-05 11:20</p>
        <div>Too late for me.</div></article></section>""",
    "votes": f"""<ul class="comments"><li class="post"><header><a href="#">Ana</a>
        <a>{ANA}</a></header><p>At last.</p>
        <footer><ul><li class="voting">▲ 2 ▼</li><li>Reply</li></ul></footer></li><li class="post"><header>
        <a href="#">Per</a> <a>{PER}</a></header><p>Too late for me.</p><footer>Reply</footer></li></ul>""",
}


def comments(language: str, below: str) -> list[tuple[str | None, str | None, str]]:
    """Return name, time and words of each comment on a page."""
    article = read_made(language, below=below)
    return [
        (
            comment.author.of(article.text) if comment.author else None,
            comment.posted.value.isoformat() if comment.posted else None,
            comment.words.of(article.text),
        )
        for comment in article.comments
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_comments_are_read_one_by_one_in_every_layout(layout: str) -> None:
    assert comments("en", LAYOUTS[layout]) == THREE


def test_names_times_votes_and_answers_of_a_persian_list() -> None:
    below = """<div class="comments"><div>نظرات بینندگان</div><div><b>ناشناس</b> | ۱۶:۰۲ - ۱۴۰۲/۰۹/۱۴</div>
        <div>پاسخ ۱ ۰</div><div>خدا قوت به همه.</div><div>علی ۱۴۰۲/۰۹/۱۵ - ۰۹:۴۰۴ 👍</div>
        <div>دیر شد.</div></div>"""
    assert comments("fa", below) == [
        ("ناشناس", "2023-12-05T16:02:00", "خدا قوت به همه."),
        ("علی", "2023-12-06T09:40:00", "دیر شد."),
    ]


def test_how_long_ago_gives_no_time() -> None:
    below = """<div class="comments"><div class="comment"><p>Ana · 3 hours ago</p><p>Good.</p></div>
        <div class="comment"><p>Per Lund · yesterday</p><p>Not good at all.</p></div></div>"""
    assert comments("en", below) == [("Ana", None, "Good."), ("Per Lund", None, "Not good at all.")]


def test_paragraphs_of_one_comment_stay_together() -> None:
    below = f"""<div class="comments"><div class="comment"><p>Ana — {ANA}</p><p>First.</p>
        <p>Second.</p></div></div>"""
    assert comments("en", below) == [("Ana", "2023-12-05T10:15:00", "First.\nSecond.")]


@pytest.mark.parametrize(
    "below",
    [
        "<section class='comments'><h3>Comments</h3><p>Be the first to comment.</p></section>",
        "<section class='comments'><h3>0 comments</h3><form><label>Name</label></form></section>",
        "<h4>Comments</h4><p>Leave a comment</p><p>Name</p><p>Email</p>",
    ],
)
def test_an_empty_form_is_no_comment(below: str) -> None:
    assert comments("en", below) == []


def test_a_name_is_told_from_that_of_who_is_answered_where_both_are_links() -> None:
    head = f'<header><a href="#">Per</a> <a class="parent-link">Ana</a> • <a>{PER}</a></header>'
    below = f'<h2>Comments</h2><ul class="comments"><li class="post">{head}<p>Too late for me.</p></li></ul>'
    assert comments("en", below) == [THREE[1]]


@pytest.mark.parametrize(
    ("language", "heading", "ago", "furniture"),
    [
        ("ru", "Комментарии", "только что", "Показать ещё"),
        ("en", "Comments", "Yesterday at 14:05", "This comment was deleted."),
        ("de", "Kommentare", "Gestern, 14.05 Uhr", "Weitere Kommentare laden"),
        ("fr", "Commentaires", "à l’instant", "Voir plus"),
        ("ar", "التعليقات", "منذ ساعتين", "عرض المزيد"),
    ],
)
def test_just_now_gives_no_time_and_what_shows_more_is_no_ones_words(
    language: str, heading: str, ago: str, furniture: str
) -> None:
    item = f"<div class=item><div>Ana</div><div>{ago}</div><div>12345 abc.</div></div>"
    below = f"<div class=comments><h2>{heading}</h2>{item}{item}<a href=#>{furniture}</a></div>"
    assert comments(language, below) == [("Ana", None, "12345 abc.")] * 2
