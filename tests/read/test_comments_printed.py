"""Readers' comments as sites of many countries print them: names, places, numbers and buttons around them."""

# ruff: noqa: E501  the markup stands as templates write it

import pytest

from read.made_pages import read_made

# Language, the markup below the report, and name, time and words of each comment.
PRINTED = [
    (
        "en",
        '<div class="livefyre"><article class="fyre-comment-article"><header><span class="fyre-comment-username">Ana Holt</span><time class="fyre-comment-date">5 December 2023</time></header><div class="fyre-comment"><p>At last.</p></div><footer><a>Like</a><a>Reply</a></footer></article></div>',
        [("Ana Holt", "2023-12-05", "At last.")],
    ),
    (
        "fa",
        '<div id="comments"><div class="title">نظرات کاربران</div><div class="item"><div class="info"><span>علی</span><span>۱۴۰۲/۰۹/۱۴ - ۱۰:۱۵</span></div><div class="body">خیلی دیر شد</div><div class="vote">۵ <a>موافقم</a> ۱ <a>مخالفم</a> <a>پاسخ</a></div></div><div class="item"><div class="info"><span>بدون نام</span><span>۱۴۰۲/۰۹/۱۴ - ۱۱:۲۰</span></div><div class="body">ممنون</div></div></div>',
        [("علی", "2023-12-05T10:15:00", "خیلی دیر شد"), ("بدون نام", "2023-12-05T11:20:00", "ممنون")],
    ),
    (
        "fa",
        '<h3>نظرات بینندگان</h3><div>انتشار یافته: ۲</div><div>در انتظار بررسی: ۰</div><div>غیر قابل انتشار: ۰</div><div class="comments_box"><div class="comment_header">ناشناس | Iran, Islamic Republic of | ۱۰:۱۵ - ۱۴۰۲/۰۹/۱۴</div><div class="comment_body">چرا پارسال نه؟</div><div>0</div><div>3</div><a>پاسخ</a></div><div class="comments_box"><div class="comment_header">رضا | Germany | ۱۱:۲۰ - ۱۴۰۲/۰۹/۱۴</div><div class="comment_body">خوب است</div></div>',
        [("ناشناس", "2023-12-05T10:15:00", "چرا پارسال نه؟"), ("رضا", "2023-12-05T11:20:00", "خوب است")],
    ),
    (
        "ru",
        '<div class="comments"><h3>2 комментария</h3><div class="comment"><div class="comment__author">Анна</div><div class="comment__date">5 декабря 2023 в 10:15</div><div class="comment__text">Наконец-то.</div><div class="comment__actions"><span>+3</span><span>-1</span><a>Ответить</a></div></div><div class="comment comment_reply"><div class="comment__author">Пётр</div><div class="comment__date">5 декабря 2023 в 11:20</div><div class="comment__text">Анна, согласен.</div><div><a>Ответить</a> <a>Цитировать</a></div></div></div>',
        [("Анна", "2023-12-05T10:15:00", "Наконец-то."), ("Пётр", "2023-12-05T11:20:00", "Анна, согласен.")],
    ),
    (
        "ru",
        '<div id="comments"><p><b>#1 Анна</b> (05.12.2023 10:15)</p><p>Наконец-то.</p><p><b>#2 Пётр</b> (05.12.2023 11:20)</p><p>Давно пора было.</p></div>',
        [("Анна", "2023-12-05T10:15:00", "Наконец-то."), ("Пётр", "2023-12-05T11:20:00", "Давно пора было.")],
    ),
    (
        "de",
        '<section class="kommentare"><h2>Kommentare (2)</h2><ul><li><strong>Ana Holt</strong> am 05.12.2023 um 10:15 Uhr<p>Endlich!</p></li><li><strong>Per</strong> am 05.12.2023 um 11:20 Uhr<p>Zu spät für mich.</p></li></ul></section>',
        [
            ("Ana Holt", "2023-12-05T10:15:00", "Endlich!"),
            ("Per", "2023-12-05T11:20:00", "Zu spät für mich."),
        ],
    ),
    (
        "ar",
        '<div class="comments"><h3>التعليقات (2)</h3><div class="c"><div class="n">1 - أحمد سالم</div><div class="d">05/12/2023 10:15</div><div class="t">أخيرا</div></div><div class="c"><div class="n">2 - ليلى</div><div class="d">05/12/2023 11:20</div><div class="t">شكرا لكم على هذا الخبر</div></div></div>',
        [
            ("أحمد سالم", "2023-12-05T10:15:00", "أخيرا"),
            ("ليلى", "2023-12-05T11:20:00", "شكرا لكم على هذا الخبر"),
        ],
    ),
    (
        "es",
        '<div id="comentarios"><h4>2 Comentarios</h4><ol><li><span class="num">1</span><span class="autor">Ana Holt</span><span class="fecha">05/12/2023 - 10:15</span><p>Por fin.</p></li><li><span class="num">2</span><span class="autor">Per</span><span class="fecha">05/12/2023 - 11:20</span><p>Tarde para mí.</p></li></ol></div>',
        [("Ana Holt", "2023-12-05T10:15:00", "Por fin."), ("Per", "2023-12-05T11:20:00", "Tarde para mí.")],
    ),
    (
        "fr",
        '<div class="comments"><h3>Vos réactions</h3><div class="comment"><p class="c-author">Par Ana Holt, le 05/12/2023 à 10h15</p><p>Enfin.</p></div><div class="comment"><p class="c-author">Par Per, le 05/12/2023 à 11h20</p><p>Trop tard.</p><a>Signaler un abus</a></div></div>',
        [("Ana Holt", "2023-12-05T10:15:00", "Enfin."), ("Per", "2023-12-05T11:20:00", "Trop tard.")],
    ),
    (
        "zh",
        '<div class="comment-list"><h3>评论（2）</h3><div class="item"><span class="name">山石</span><span class="addr">[云澜网友]</span><span class="time">2023-12-05 10:15</span><div class="con">终于等到了</div><div><a>支持(3)</a><a>回复</a></div></div><div class="item"><span class="name">夜班</span><span class="addr">[青岚网友]</span><span class="time">2023-12-05 11:20</span><div class="con">太晚了一点</div></div></div>',
        [("山石", "2023-12-05T10:15:00", "终于等到了"), ("夜班", "2023-12-05T11:20:00", "太晚了一点")],
    ),
    (
        "en",
        '<table class="comments"><tr><th colspan="2">Comments</th></tr><tr><td class="who">Ana Holt<br>5 December 2023, 10:15</td><td>At last.</td></tr><tr><td class="who">Per<br>5 December 2023, 11:20</td><td>Too late for me.</td></tr></table>',
        [("Ana Holt", "2023-12-05T10:15:00", "At last."), ("Per", "2023-12-05T11:20:00", "Too late for me.")],
    ),
    (
        "ps",
        '<div id="comments"><h3>2 تبصرې</h3><ol class="comment-list"><li class="comment"><cite class="fn">هجران</cite> <span class="says">وايي:</span><div class="meta">۱۴ لیندۍ ۱۴۰۲ په ۱۰:۱۵</div><p>مننه له تاسو.</p></li></ol></div>',
        [("هجران", "2023-12-05T10:15:00", "مننه له تاسو.")],
    ),
    (
        "ur",
        '<div class="comments"><h3>2 تبصرے</h3><div class="comment"><b>فرحان</b> <i>5 دسمبر 2023 10:15</i><p>بہت دیر ہو گئی۔</p><a>جواب دیں</a></div></div>',
        [("فرحان", "2023-12-05T10:15:00", "بہت دیر ہو گئی۔")],
    ),
    (
        "ko",
        '<div class="cmt"><h4>댓글 1개</h4><ul><li><dl><dt>시장손님 <span>2023.12.05 10:15</span></dt><dd>이제야 하네요.</dd></dl><p><button>답글</button><button>공감 3</button></p></li></ul></div>',
        [("시장손님", "2023-12-05T10:15:00", "이제야 하네요.")],
    ),
    (
        "ja",
        '<div class="comments"><h3>コメント 2件</h3><ul><li><p>1. 港の人 2023/12/05 10:15</p><p>やっとですね。</p></li><li><p>2. 名無しさん 2023/12/05 11:20</p><p>もう遅いです。</p></li></ul></div>',
        [
            ("港の人", "2023-12-05T10:15:00", "やっとですね。"),
            ("名無しさん", "2023-12-05T11:20:00", "もう遅いです。"),
        ],
    ),
    (
        "pt",
        '<div class="fb_comments"><h3>2 comentários</h3><div class="c"><a class="nome" href="#">Ana Holt</a><p>Até que enfim.</p><small>Curtir · Responder · 2 · 5 de dezembro de 2023 10:15</small></div><div class="c"><a class="nome" href="#">Per</a><p>Tarde para mim.</p><small>Curtir · Responder · 5 de dezembro de 2023 11:20</small></div></div>',
        [
            ("Ana Holt", "2023-12-05T10:15:00", "Até que enfim."),
            ("Per", "2023-12-05T11:20:00", "Tarde para mim."),
        ],
    ),
]


@pytest.mark.parametrize(("language", "below", "expected"), PRINTED)
def test_comments_are_read_as_sites_print_them(
    language: str, below: str, expected: list[tuple[str, str, str]]
) -> None:
    article = read_made(language, below=below)
    assert [
        (
            comment.author.of(article.text) if comment.author else None,
            comment.posted.value.isoformat() if comment.posted else None,
            comment.words.of(article.text),
        )
        for comment in article.comments
    ] == expected
