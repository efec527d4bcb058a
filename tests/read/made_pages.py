"""Small pages for the tests of single fields: one report with what stands before, in and behind it."""

import functools

import reportedly
from reportedly.records import Article

STORIES = {
    "en": "The harbour board of Lindmark said on Monday that the night ferry would sail again in spring.",
    "de": "Die Fähre nach Lindmark fährt ab Montag wieder, teilte die Reederei am Freitag mit.",
    "fr": "Le conseil municipal a voté lundi la remise en service du bac de nuit pour dix ans.",
    "es": "El concejo aprobó el lunes que el transbordador nocturno vuelva a navegar en primavera.",
    "it": "Il consiglio ha deciso lunedì che il traghetto notturno tornerà a navigare in primavera.",
    "pt": "O conselho decidiu na segunda-feira que a balsa noturna voltará a navegar na primavera.",
    "nl": "De nachtveerboot vaart vanaf maandag weer, meldde de rederij vrijdag aan de pers.",
    "ru": "Ночной паром снова пойдёт весной, сообщили в понедельник в управлении порта города.",
    "uk": "Нічний пором знову піде навесні, повідомили в понеділок в управлінні порту міста.",
    "tr": "Gece vapuru ilkbaharda yeniden sefere başlayacak, liman müdürlüğü pazartesi günü açıkladı.",
    "ar": "أعلنت إدارة الميناء يوم الاثنين أن العبارة الليلية ستعود إلى الإبحار في الربيع المقبل.",
    "fa": "اداره بندر روز دوشنبه اعلام کرد که کشتی شبانه از بهار دوباره به راه می‌افتد.",
    "ps": "د بندر ادارې د دوشنبې په ورځ وویل چې د شپې بېړۍ به په پسرلي کې بیا روانه شي.",
    "ur": "بندرگاہ کی انتظامیہ نے پیر کو اعلان کیا کہ رات کی فیری بہار میں دوبارہ چلے گی۔",
    "hi": "बंदरगाह प्रशासन ने सोमवार को कहा कि रात की नाव वसंत में फिर चलेगी और किराया वही रहेगा।",
    "zh": "港务局周一表示，夜间轮渡将于春季恢复航行，票价与白天相同，老人免费。",
    "ja": "港湾局は５日、夜の渡し船が春から再び運航すると発表した。料金は昼と同じだ。",
    "ko": "항만청은 월요일 야간 여객선이 봄부터 다시 운항한다고 밝혔다. 요금은 낮과 같다.",
}


@functools.cache
def read_made(
    language: str,
    *,
    opening: str = "",
    closing: str = "",
    above: str = "",
    head: str = "",
    below: str = "",
    site: str = "Talvern Post",
) -> Article:
    """Return the article on a page whose report begins with `opening` and ends with `closing`."""
    story = STORIES[language]
    ending = f"<p>{closing}</p>" if closing else ""
    named = f'<meta property="og:site_name" content="{site}">' if site else ""
    article = reportedly.read(
        f'<!doctype html><html lang="{language}"><head>{named}{head}</head><body><main>{above}'
        f'<article><h1>Night ferry</h1><div class="article-body"><p>{opening}{story}</p>'
        f"<p>{story}</p><p>{story}</p>{ending}</div></article>{below}</main></body></html>".encode()
    )
    assert isinstance(article, Article)
    return article
