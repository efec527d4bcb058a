"""Pages without a text of their own, in many languages, and what they are refused as."""

# ruff: noqa: E501  the markup stands as sites write it

import datetime

import pytest

from reportedly.read import read_page
from reportedly.records import Page, Refusal

FETCHED = datetime.datetime(2024, 12, 1, tzinfo=datetime.UTC)
# Reason, address, page.
PAGES = [
    (
        "section-front",
        "https://x.example/thema/deich",
        '<html lang="de"><title>Deich - Aktuelle Nachrichten | Holler Tagblatt</title><body><h1>Thema: Deich</h1><ul><li><h3><a href="/n/0">Old salt pans draw weekend crowds in winter</a></h3></li><li><h3><a href="/n/1">Court upholds ban on night fishing near reef</a></h3></li><li><h3><a href="/n/2">Ferry fares scrapped for island residents</a></h3></li><li><h3><a href="/n/3">Mill chimney to be lit for a single night</a></h3></li><li><h3><a href="/n/4">Three villages share one doctor, survey finds</a></h3></li><li><h3><a href="/n/5">Moor road closed by drifting snow again</a></h3></li><li><h3><a href="/n/6">Airport delays night flights for a month</a></h3></li></ul></body></html>',
    ),
    (
        "section-front",
        "https://x.example/tag/آب",
        '<html lang="fa"><title>آب | روزنگار</title><body><h1>برچسب: آب</h1><ul><li><h3><a href="/n/0">آغاز مرمت بازار سرپوشیده کهن‌رود در هفته آینده</a></h3><p>خلاصه خبر در چند کلمه کوتاه آمده است و ادامه دارد.</p><span>۱۴ آذر ۱۴۰۲</span></li><li><h3><a href="/n/1">قیمت زعفران در بازار مهرکوه کاهش یافت</a></h3><p>خلاصه خبر در چند کلمه کوتاه آمده است و ادامه دارد.</p><span>۱۴ آذر ۱۴۰۲</span></li><li><h3><a href="/n/2">افتتاح کتابخانه سیار در روستاهای دشت‌نو</a></h3><p>خلاصه خبر در چند کلمه کوتاه آمده است و ادامه دارد.</p><span>۱۴ آذر ۱۴۰۲</span></li><li><h3><a href="/n/3">تیم کشتی سپیدان به فینال مسابقات رسید</a></h3><p>خلاصه خبر در چند کلمه کوتاه آمده است و ادامه دارد.</p><span>۱۴ آذر ۱۴۰۲</span></li><li><h3><a href="/n/4">کشف سفال‌های کهن در تپه نیلاب</a></h3><p>خلاصه خبر در چند کلمه کوتاه آمده است و ادامه دارد.</p><span>۱۴ آذر ۱۴۰۲</span></li><li><h3><a href="/n/5">جاده کوهستانی سپیدان بازگشایی شد</a></h3><p>خلاصه خبر در چند کلمه کوتاه آمده است و ادامه دارد.</p><span>۱۴ آذر ۱۴۰۲</span></li></ul></body></html>',
    ),
    (
        "section-front",
        "https://x.example/local/",
        '<html lang=zh><title>地方_云澜网</title><body><div>首页 &gt; 地方</div><ul><li><h3><a href="/n/0">武岭公路全线通车山货进城更快了</a></h3></li><li><h3><a href="/n/1">云澜港新增两条夜间轮渡航线</a></h3></li><li><h3><a href="/n/2">旧火车站改建为市民图书馆开放</a></h3></li><li><h3><a href="/n/3">山路塌方抢通三小时无人受伤</a></h3></li><li><h3><a href="/n/4">夜班公交延长至凌晨一点发车</a></h3></li><li><h3><a href="/n/5">茶农喜迎春茶开采季节到来</a></h3></li><li><h3><a href="/n/6">市博物馆展出百年前老照片</a></h3></li><li><h3><a href="/n/7">雨天也能开放的朝市搬迁站前</a></h3></li></ul></body></html>',
    ),
    (
        "search-results",
        "https://x.example/search/?q=мост",
        '<html lang="ru"><title>Поиск: мост</title><body><h1>Результаты поиска</h1><p>Найдено: 3</p><ul><li><h3><a href="/n/0">Мост через Талицу закроют на ремонт летом</a></h3></li><li><h3><a href="/n/1">Новый мост построят к осени следующего года</a></h3></li><li><h3><a href="/n/2">Под мостом нашли старинный якорь и цепи</a></h3></li></ul></body></html>',
    ),
    (
        "search-results",
        "https://x.example/recherche?q=zzz",
        '<html lang="fr"><title>Recherche - Ouest</title><body><h1>Résultats de recherche pour « zzz »</h1><p>Aucun résultat ne correspond à votre recherche.</p></body></html>',
    ),
    (
        "gallery",
        "https://x.example/photos/boats",
        "<html lang=en><title>In pictures: boats at dawn</title><body><h1>In pictures: boats at dawn</h1><p>Boats leave the harbour of Port Halden.</p><figure><img src=0.jpg><figcaption>Boat 0 leaves. Photo: A. Name</figcaption></figure><figure><img src=1.jpg><figcaption>Boat 1 leaves. Photo: A. Name</figcaption></figure><figure><img src=2.jpg><figcaption>Boat 2 leaves. Photo: A. Name</figcaption></figure><figure><img src=3.jpg><figcaption>Boat 3 leaves. Photo: A. Name</figcaption></figure><figure><img src=4.jpg><figcaption>Boat 4 leaves. Photo: A. Name</figcaption></figure><figure><img src=5.jpg><figcaption>Boat 5 leaves. Photo: A. Name</figcaption></figure><figure><img src=6.jpg><figcaption>Boat 6 leaves. Photo: A. Name</figcaption></figure><figure><img src=7.jpg><figcaption>Boat 7 leaves. Photo: A. Name</figcaption></figure><figure><img src=8.jpg><figcaption>Boat 8 leaves. Photo: A. Name</figcaption></figure></body></html>",
    ),
    (
        "gallery",
        "https://x.example/ar/gallery/1",
        "<html lang=ar><title>ألبوم صور: سوق السمك</title><body><h1>سوق السمك بالصور</h1><a href=0><img src=0.jpg></a><a href=1><img src=1.jpg></a><a href=2><img src=2.jpg></a><a href=3><img src=3.jpg></a><a href=4><img src=4.jpg></a><a href=5><img src=5.jpg></a><a href=6><img src=6.jpg></a><a href=7><img src=7.jpg></a><a href=8><img src=8.jpg></a></body></html>",
    ),
    (
        "gallery",
        "https://x.example/foto-galeri/pazar",
        "<html lang=tr><title>Pazardan kareler - Foto Galeri</title><body><h1>Pazardan kareler</h1><div class=galeri-item><img src=0.jpg><span>1/9</span></div><div class=galeri-item><img src=1.jpg><span>2/9</span></div><div class=galeri-item><img src=2.jpg><span>3/9</span></div><div class=galeri-item><img src=3.jpg><span>4/9</span></div><div class=galeri-item><img src=4.jpg><span>5/9</span></div><div class=galeri-item><img src=5.jpg><span>6/9</span></div><div class=galeri-item><img src=6.jpg><span>7/9</span></div><div class=galeri-item><img src=7.jpg><span>8/9</span></div><div class=galeri-item><img src=8.jpg><span>9/9</span></div></body></html>",
    ),
    (
        "paywall",
        "https://x.example/a/123456",
        '<html lang="es"><title>El muelle vacío</title><meta property="og:type" content="article"><body><h1>El muelle vacío</h1><p>Por Ana Holt</p><div class="muro"><h3>Contenido exclusivo para suscriptores</h3><p>Suscríbete para seguir leyendo</p><p>¿Ya eres suscriptor? Inicia sesión</p></div></body></html>',
    ),
    (
        "paywall",
        "https://x.example/a/123456",
        '<html lang="ru"><title>Пустой причал</title><meta property="og:type" content="article"><body><h1>Пустой причал</h1><div><p>Этот материал доступен только подписчикам</p><p>Оформите подписку, чтобы читать дальше</p><p>Уже есть подписка? Войти</p></div></body></html>',
    ),
    (
        "paywall",
        "https://x.example/a/123456",
        '<html lang="ja"><title>空の桟橋</title><meta property="og:type" content="article"><body><h1>空の桟橋</h1><p>霧浜の港で船が減っている。</p><div><p>この記事は有料会員限定です。</p><p>残り1,204文字</p><p>続きを読むにはログインまたは会員登録が必要です。</p></div></body></html>',
    ),
    (
        "consent-wall",
        "https://x.example/a/123456.html",
        '<html lang="de"><title>Holler Tagblatt</title><body><h2>Willkommen bei Holler Tagblatt</h2><p>Mit Werbung und Tracking nutzen: Wir und unsere 211 Partner verarbeiten personenbezogene Daten wie Ihre IP-Adresse mit Hilfe von Cookies.</p><p>Details zu Cookies und Zwecken finden Sie in der Datenschutzerklärung.</p><button>Akzeptieren und weiter</button><p>PUR-Abo: werbefrei lesen für 3,99 Euro im Monat</p></body></html>',
    ),
    (
        "consent-wall",
        "https://x.example/a/123456.html",
        '<html lang="it"><title>Il Faro</title><body><p>Noi e i nostri partner archiviamo e accediamo a informazioni su un dispositivo, come i cookie, e trattiamo dati personali.</p><p>Puoi acconsentire cliccando su Accetta e continua oppure rifiuta e abbonati.</p><button>Accetta e continua</button></body></html>',
    ),
    (
        "login",
        "https://x.example/user/login",
        '<html lang="fa"><title>ورود به سایت</title><body><h1>ورود به سایت</h1><form><input name=u><input type=password><button>ورود</button></form><a>رمز عبور را فراموش کرده‌اید؟</a></body></html>',
    ),
    (
        "login",
        "https://x.example/login",
        '<html lang="zh"><title>用户登录-云澜网</title><body><h2>用户登录</h2><form><input name=u><input type=password><button>登录</button></form><a>忘记密码？</a></body></html>',
    ),
    (
        "error-page",
        "https://x.example/news/999999",
        '<html lang="fa"><title>روزنگار</title><body><h1>صفحه مورد نظر یافت نشد</h1><p>ممکن است این خبر حذف شده باشد یا نشانی را اشتباه وارد کرده باشید.</p><a href="/">بازگشت به صفحه اصلی</a></body></html>',
    ),
    (
        "error-page",
        "https://x.example/view/999999",
        '<html lang="ko"><title>해변일보</title><body><h2>요청하신 페이지를 찾을 수 없습니다.</h2><p>존재하지 않는 주소를 입력하셨거나 요청하신 페이지의 주소가 변경, 삭제되어 찾을 수 없습니다.</p></body></html>',
    ),
    (
        "error-page",
        "https://x.example/noticia/999999.ghtml",
        '<html lang="pt-BR"><title>Gazeta</title><body><h1>Ops! Página não encontrada</h1><p>O endereço pode ter sido digitado errado ou a notícia saiu do ar.</p></body></html>',
    ),
    (
        "error-page",
        "https://x.example/n/999999",
        '<html lang="hi"><title>जनसंदेश पुर</title><body><h1>पेज नहीं मिला</h1><p>आप जिस पेज को खोज रहे हैं वह उपलब्ध नहीं है या हटा दिया गया है।</p></body></html>',
    ),
    (
        "error-page",
        "https://x.example/berita/999999",
        '<html lang="id"><title>Kabar Teluk</title><body><h1>404</h1><p>Maaf, halaman yang Anda cari tidak ditemukan. Silakan kembali ke beranda.</p></body></html>',
    ),
    (
        "front-page",
        "https://x.example/ar/",
        '<html lang="ar"><title>صوت الربوة</title><body><div><h2><a href=/n/0>إخماد حريق في سوق العطارين بالربوة</a></h2><p>إخماد حريق في سوق العطارين بالربوة بحسب ما أفادت مصادر محلية اليوم.</p></div><div><h2><a href=/n/1>سوق السمك ينتقل إلى الميناء الجديد</a></h2><p>سوق السمك ينتقل إلى الميناء الجديد بحسب ما أفادت مصادر محلية اليوم.</p></div><div><h2><a href=/n/2>ركود في سوق الأقمشة قبل العيد</a></h2><p>ركود في سوق الأقمشة قبل العيد بحسب ما أفادت مصادر محلية اليوم.</p></div><div><h2><a href=/n/3>ترميم سقف السوق القديم في المدينة</a></h2><p>ترميم سقف السوق القديم في المدينة بحسب ما أفادت مصادر محلية اليوم.</p></div><div><h2><a href=/n/4>تأجيل مباراة الربوة بسبب الأمطار</a></h2><p>تأجيل مباراة الربوة بسبب الأمطار بحسب ما أفادت مصادر محلية اليوم.</p></div><div><h2><a href=/n/5>افتتاح محطة لتحلية المياه</a></h2><p>افتتاح محطة لتحلية المياه بحسب ما أفادت مصادر محلية اليوم.</p></div><div><h2><a href=/n/6>فيضان نهر السدر يغمر أربع بلدات</a></h2><p>فيضان نهر السدر يغمر أربع بلدات بحسب ما أفادت مصادر محلية اليوم.</p></div></body></html>',
    ),
    (
        "video",
        "https://x.example/videos/regata",
        '<html lang="es"><title>Vídeo: la regata de otoño</title><meta property="og:video" content="x.mp4"><body><h1>La regata de otoño</h1><iframe src="https://player.example/embed/1"></iframe><p>00:02:11</p></body></html>',
    ),
    (
        "video",
        "https://x.example/video/2201",
        '<html lang="ru"><title>Видео: ледоход на Тальнике</title><body><h1>Ледоход на Тальнике</h1><div class="player"></div><p>Смотрите в нашем видео.</p><p>6 марта 2024</p></body></html>',
    ),
    (
        "section-front",
        "https://x.example/author/ana-holt",
        '<html lang="en"><title>Ana Holt, Author at Talvern Post</title><body><h1>Ana Holt</h1><p>Ana Holt covers harbours, islands and the sea for Talvern Post. She lives in Lindmark with two dogs and a boat.</p><ul><li><h3><a href="/n/0">Old salt pans draw weekend crowds in winter</a></h3><p>Short summary of the story in one line of text.</p></li><li><h3><a href="/n/1">Court upholds ban on night fishing near reef</a></h3><p>Short summary of the story in one line of text.</p></li><li><h3><a href="/n/2">Ferry fares scrapped for island residents</a></h3><p>Short summary of the story in one line of text.</p></li><li><h3><a href="/n/3">Mill chimney to be lit for a single night</a></h3><p>Short summary of the story in one line of text.</p></li><li><h3><a href="/n/4">Three villages share one doctor, survey finds</a></h3><p>Short summary of the story in one line of text.</p></li><li><h3><a href="/n/5">Moor road closed by drifting snow again</a></h3><p>Short summary of the story in one line of text.</p></li><li><h3><a href="/n/6">Airport delays night flights for a month</a></h3><p>Short summary of the story in one line of text.</p></li></ul></body></html>',
    ),
    (
        "consent-wall",
        "https://x.example/",
        '<html lang="en"><title>Talvern Post</title><body><h2>We value your privacy</h2><p>We and our partners store and access information on a device, such as cookies, and process personal data.</p><button>Accept all</button><button>Manage preferences</button></body></html>',
    ),
]


@pytest.mark.parametrize(("reason", "url", "page"), PAGES)
def test_a_page_without_a_text_is_refused_as_what_it_is(reason: str, url: str, page: str) -> None:
    read = read_page(Page(body=page.encode(), url=url, fetched_at=FETCHED))
    assert isinstance(read, Refusal)
    assert read.reason == reason
