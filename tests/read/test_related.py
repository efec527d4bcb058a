"""Links to related stories: those an article points to, and none of what else stands around it."""

import pytest

import reportedly
from reportedly.records import Article, Field, Link

URL = "https://talvern.example/world/2024/03/night-ferry.html"
# Each page is written as templates of its language write it. Beside it stand the label of every link
# that leads to a related story, its words and where it leads.
PAGES = {
    "English, a box below and a line in the text": (
        """<html lang="en"><body><nav><a href="/world">World</a><a href="/sport">Sport</a></nav><article>
        <h1>Night ferry to Lindmark sails again</h1><p class="byline"><a href="/by/ana-torv">Ana Torv</a></p>
        <p>The night ferry to Lindmark sails again from Monday, the harbour board said on Friday.</p>
        <p><strong>Read also:</strong> <a href="/world/2024/02/crew.html">Crew of the ferry wins its
        pay</a></p>
        <p>The board voted nine to two after a debate of four hours, its chairman Per Olin told reporters.</p>
        <p>Tickets cost as much as by day, and pensioners travel free until the end of the year.</p></article>
        <section><h3>Related stories</h3><ul>
        <li><a href="../01/storm.html">Storm keeps ships in harbour</a> <time>3 January 2024</time></li>
        <li><a href="https://islands.example/quay">Second quay opens on the islands</a></li></ul></section>
        <section><h3>Most read</h3><ul><li><a href="/sport/9">Ten things to know on the rowing league</a></li>
        </ul></section><footer><a href="/about">About the Talvern Post and its owners</a></footer>
        </body></html>""",
        [
            (
                "Read also",
                "Crew of the ferry wins its pay",
                "https://talvern.example/world/2024/02/crew.html",
            ),
            (
                "Related stories",
                "Storm keeps ships in harbour",
                "https://talvern.example/world/2024/01/storm.html",
            ),
            ("Related stories", "Second quay opens on the islands", "https://islands.example/quay"),
        ],
    ),
    "German, cards that are links around several lines": (
        """<html lang="de"><body><main><h1>Nachtfähre nach Lindmark fährt wieder</h1>
        <p>Die Nachtfähre nach Lindmark fährt ab Montag wieder, teilte die Reederei am Freitag mit.</p>
        <p>Der Rat stimmte nach vier Stunden mit neun gegen zwei Stimmen zu, sagte die Vorsitzende Ilse
        Krahn.</p>
        <p>Die Karten kosten so viel wie am Tag, Rentner fahren bis zum Ende des Jahres umsonst.</p>
        <div class="box"><div class="box-title">Mehr zum Thema</div>
        <a class="card" href="/hafen/mole-12"><img src="a.jpg" alt=""><span>Hafen</span>
        <h4>Die alte Mole wird bis zum Herbst erneuert</h4><p>Der Bau beginnt im Mai und kostet neun
        Millionen.</p></a>
        <a class="card" href="/hafen/lotsen-7"><h4>Lotsen fordern mehr Geld</h4></a></div>
        <div class="share"><a
        href="https://share.example/?u=https%3A%2F%2Ftalvern.example%2Fworld%2F2024%2F03%2Fnight-ferry.html">
        Auf dem Marktplatz teilen und weitersagen</a></div></main></body></html>""",
        [
            (
                "Mehr zum Thema",
                "Die alte Mole wird bis zum Herbst erneuert",
                "https://talvern.example/hafen/mole-12",
            ),
            ("Mehr zum Thema", "Lotsen fordern mehr Geld", "https://talvern.example/hafen/lotsen-7"),
        ],
    ),
    "Persian, a list under a label with other letters": (
        """<html lang="fa" dir="rtl"><body><div class="news"><h1>کشتی شبانه به راه افتاد</h1>
        <p>اداره بندر روز دوشنبه اعلام کرد که کشتی شبانه از بهار دوباره به راه می‌افتد.</p>
        <p>رئیس بندر گفت که شورا پس از چهار ساعت گفت‌وگو با نه رأی این برنامه را پذیرفت.</p>
        <p>بلیت کشتی شبانه به همان بهای روز فروخته می‌شود و سالمندان تا پایان سال پولی نمی‌پردازند.</p>
        <div class="more"><div>مطالب مرتبط</div><ul><li><a href="/fa/news/1201">طوفان کشتی‌ها را در بندر
        نگه داشت</a></li>
        </ul></div><p>بیشتر بخوانید: <a href="/fa/news/1187">دستمزد ملوانان بندر افزایش یافت</a></p>
        </div></body></html>""",
        [
            ("مطالب مرتبط", "طوفان کشتی‌ها را در بندر نگه داشت", "https://talvern.example/fa/news/1201"),
            ("بیشتر بخوانید", "دستمزد ملوانان بندر افزایش یافت", "https://talvern.example/fa/news/1187"),
        ],
    ),
    "Arabic, the label inside the link": (
        """<html lang="ar" dir="rtl"><body><article><h1>العبارة الليلية تعود إلى الإبحار</h1>
        <p>أعلنت إدارة الميناء يوم الاثنين أن العبارة الليلية ستعود إلى الإبحار في الربيع المقبل.</p>
        <p><a href="/ar/news/77">اقرأ أيضاً: عمال الميناء يحصلون على أجورهم</a></p>
        <p>وقال رئيس المجلس إن القرار اتخذ بعد نقاش دام أربع ساعات وصوت لصالحه تسعة أعضاء.</p>
        <p>وتباع التذاكر بسعر النهار نفسه، ويسافر كبار السن مجانا حتى نهاية العام الجاري.</p></article>
        </body></html>""",
        [("اقرأ أيضاً", "عمال الميناء يحصلون على أجورهم", "https://talvern.example/ar/news/77")],
    ),
    "Chinese, a box named for it": (
        """<html lang="zh"><body><div class="content"><h1>夜间轮渡恢复航行</h1>
        <p>港务局周一表示，夜间轮渡将于春季恢复航行，票价与白天相同，老人免费。</p>
        <p>港务局局长说，委员会经过四个小时的讨论，以九票赞成、两票反对通过了这一计划。</p>
        <p>轮渡公司说，新船可载二百名乘客，每晚十点从旧码头出发，次日清晨六点抵达。</p></div>
        <div class="related-news"><a href="/n/12.html">暴风雨使船只滞留港口三天</a>
        <a href="/n/13.html">渡口</a>
        </div></body></html>""",
        [(None, "暴风雨使船只滞留港口三天", "https://talvern.example/n/12.html")],
    ),
    "Russian, a paragraph that is a link": (
        """<html lang="ru"><body><article><h1>Ночной паром снова пойдёт весной</h1>
        <p>Ночной паром снова пойдёт весной, сообщили в понедельник в управлении порта города.</p>
        <p><a href="//talvern.example/port/31">Команда парома добилась выплаты зарплаты за зиму</a></p>
        <p>Глава порта рассказал <a href="/people/olin">журналистам в своём кабинете</a>, что совет
        спорил долго.</p>
        <p>Билеты стоят столько же, сколько днём, а пенсионеры до конца года ездят бесплатно.</p></article>
        </body></html>""",
        [
            (
                None,
                "Команда парома добилась выплаты зарплаты за зиму",
                "https://talvern.example/port/31",
            )
        ],
    ),
    "Japanese, in markup and in the text once": (
        """<html lang="ja"><head><script type="application/ld+json">{"@type": "WebPage",
        "relatedLink": ["/articles/21", "/articles/22"]}</script></head>
        <body><article><h1>夜の渡し船、春に再開へ</h1>
        <p>港湾局は５日、夜の渡し船が春から再び運航すると発表した。料金は昼と同じだ。</p>
        <p>港湾局長は、委員会が４時間の議論の末に賛成９、反対２で計画を認めたと説明した。</p>
        <p>新しい船は二百人を乗せ、毎晩十時に旧桟橋を出て、翌朝六時に着く予定だという。</p></article>
        <aside><h2>あわせて読みたい</h2><p><a href="/articles/21">嵐で三日間、船が港にとどまる</a></p></aside>
        </body></html>""",
        [
            ("あわせて読みたい", "嵐で三日間、船が港にとどまる", "https://talvern.example/articles/21"),
            (None, None, "https://talvern.example/articles/22"),
        ],
    ),
    "Spanish, a base and links that are no stories": (
        """<html lang="es"><head><base href="https://cdn.talvern.example/es/"></head><body><article>
        <h1>El transbordador nocturno vuelve a navegar</h1>
        <p>El concejo aprobó el lunes que el transbordador nocturno vuelva a navegar en primavera.</p>
        <p>La alcaldesa Inés Marbal dijo que el pleno lo votó tras cuatro horas de debate en la sala.</p>
        <p>Los billetes cuestan lo mismo que de día, y los jubilados viajan gratis hasta fin de año.</p>
        </article>
        <div><h3>Te puede interesar</h3><p><a href="puerto/8">La tripulación del barco cobra sus
        salarios</a></p>
        <p><a href="mailto:redaccion@talvern.example">Escriba una carta a la redacción del diario</a></p>
        <p><a href="javascript:void(0)">Ver todos los comentarios de los lectores</a></p>
        <p><a href="https://talvern.example/world/2024/03/night-ferry.html#top">Volver al comienzo de la
        noticia</a></p>
        </div></body></html>""",
        [
            (
                "Te puede interesar",
                "La tripulación del barco cobra sus salarios",
                "https://cdn.talvern.example/es/puerto/8",
            )
        ],
    ),
}


def related(html: str, url: str | None = URL) -> tuple[Article, tuple[Field[Link], ...]]:
    """Return the article on a page, and its related stories."""
    article = reportedly.read(html.encode(), url=url)
    return article, article.related


@pytest.mark.parametrize(("html", "expected"), PAGES.values(), ids=PAGES)
def test_the_links_to_other_stories_are_found_and_nothing_else(
    html: str, expected: list[tuple[str | None, str | None, str]]
) -> None:
    article, found = related(html)
    told = [
        (f.value.label.of(article.text) if f.value.label else None, f.value.words, f.value.url) for f in found
    ]
    assert told == expected


@pytest.mark.parametrize("html", [html for html, _ in PAGES.values()], ids=PAGES)
def test_each_says_where_it_stands_or_what_markup_names_it(html: str) -> None:
    article, found = related(html)
    for field in found:
        assert field.span is not None or field.markup is not None
        assert field.span is None or field.span.of(article.text) == field.value.words
        assert 0 < field.confidence < 1


def test_a_box_is_named_by_its_tag_and_the_name_that_tells() -> None:
    _, found = related(PAGES["Chinese, a box named for it"][0])
    assert found[0].markup == "div named related-news"


def test_words_that_introduce_a_link_are_surer_than_a_link_alone() -> None:
    _, labelled = related(PAGES["Arabic, the label inside the link"][0])
    _, alone = related(PAGES["Russian, a paragraph that is a link"][0])
    assert labelled[0].confidence > alone[0].confidence


def test_without_the_pages_address_a_link_stays_as_it_is_written() -> None:
    _, found = related(PAGES["Arabic, the label inside the link"][0], url=None)
    assert found[0].value.url == "/ar/news/77"


def test_no_address_breaks_the_reading() -> None:
    html = PAGES["Arabic, the label inside the link"][0].replace("/ar/news/77", "http://[broken")
    assert related(html)[1] == ()


def test_a_paragraph_of_the_article_ends_a_list_of_related_stories() -> None:
    ferry = "The night ferry to Lindmark sails again from Monday, the harbour board said. "
    storm = "The ferry was stopped in the storm two winters ago and never mended. "
    crew = "The crew would come back from <a href=/l>the long road to Lindmark</a>, its chairman said. "
    html = f"""<html lang="en"><body><article><h1>Night ferry sails again</h1><p>{ferry * 2}</p>
        <h3>Background</h3><p>{storm * 2}</p><p>{crew * 2}</p></article></body></html>"""
    assert related(html)[1] == ()


def test_pasted_text_has_no_links() -> None:
    assert (
        reportedly.read("Night ferry sails\n\nRead also: the crew.\n\nIt sails on Monday again.").related
        == ()
    )
