"""Updates as pages print them beside the publish time, in one line and in many ways."""

import pytest

from read.made_pages import read_made


def times(language: str, above: str) -> tuple[str | None, str | None]:
    """Return publish time and update of a page that prints something above its report."""
    article = read_made(language, above=above)
    published, updated = article.published, article.updated
    return (
        published.value.isoformat() if published else None,
        updated.value.isoformat() if updated else None,
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "3 May 2023, 10:15 | Updated 18:20"),
        ("de", "03.05.2023, 10:15 Uhr | aktualisiert um 18:20 Uhr"),
        ("es", "3 de mayo de 2023 - 10:15 h | Actualizado a las 18:20 h"),
        ("fr", "Publié le 3 mai 2023 à 10:15, mis à jour à 18:20"),
        ("ru", "10:15, 3 мая 2023 | Обновлено: 18:20"),
        ("zh", "2023-05-03 10:15（最后修改：18:20）"),
    ],
)
def test_an_update_that_names_a_time_alone_was_on_the_day_of_the_publishing(language: str, line: str) -> None:
    assert times(language, f"<p>{line}</p>") == ("2023-05-03T10:15:00", "2023-05-03T18:20:00")


def test_an_update_some_hours_ago_is_no_update_at_the_publish_time() -> None:
    assert times("en", "<p>May 3, 2023 | Updated: 1 hour ago</p>") == ("2023-05-03", None)


def test_lines_whose_markup_alone_tells_the_moment_are_told_apart_by_their_words() -> None:
    published = "<p>Published <time datetime='2023-05-03T10:15:00Z'>2 days ago</time></p>"
    updated = "<p>Updated <time datetime='2023-05-04T08:30:00Z'>yesterday</time></p>"
    assert times("en", published + updated) == ("2023-05-03T10:15:00+00:00", "2023-05-04T08:30:00+00:00")


def test_a_second_moment_in_one_line_is_as_exact_as_its_markup() -> None:
    line = (
        "<time datetime='2023-05-03T10:15:00+02:00'>3.5.2023</time>"
        " Aktualisiert: <time datetime='2023-05-04T08:30:00+02:00'>4.5.2023</time>"
    )
    assert times("de", f"<p>{line}</p>") == ("2023-05-03T10:15:00+02:00", "2023-05-04T08:30:00+02:00")


def test_the_first_row_of_a_table_labels_the_dates_of_the_second() -> None:
    rows = "<tr><th>Published</th><th>Updated</th></tr><tr><td>3 May 2023</td><td>4 May 2023</td></tr>"
    assert times("en", f"<table>{rows}</table>") == ("2023-05-03", "2023-05-04")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Par Ana Torv — Publié le 3 mai 2023 à 10h15, mis à jour le 4 mai 2023 à 8h30"),
        ("de", "Aktualisiert am 4. Mai 2023 um 08:30 Uhr Veröffentlicht am 3. Mai 2023 um 10:15 Uhr"),
        ("zh", "发布时间：2023-05-03 10:15 更新时间：2023-05-04 08:30 来源：青屿晚报 记者：苏晚棠"),
    ],
)
def test_a_line_of_labelled_dates_is_no_body(language: str, line: str) -> None:
    article = read_made(language, opening=f"</p><p>{line}</p><p>")
    assert not any("2023" in span.of(article.text) for span in article.body)


def test_a_label_in_a_line_of_its_own_is_no_body_and_neither_is_what_it_labels() -> None:
    article = read_made("ru", opening="</p><p>Рубрика:</p><p>Общество</p><p>")
    words = [span.of(article.text) for span in article.body]
    assert "Рубрика:" not in words
    assert "Общество" not in words
