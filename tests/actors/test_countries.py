"""Which country words name."""

import pytest

from reportedly.actors import country_in, country_of, country_of_actor, known_actors


@pytest.mark.parametrize(
    ("words", "language", "code"),
    [
        ("Cuba", "en", "CU"),
        ("Cuban", "en", "CU"),
        ("the United States", "en", "US"),
        ("U.S.", "en", "US"),
        ("Iran's", "en", "IR"),
        ("Bosnia and Herzegovina", "en", "BA"),
        ("Saint Kitts and Nevis", "en", "KN"),
        ("کوبا", "fa", "CU"),
        ("ایالات متحده", "fa", "US"),
        ("سوريا", "ar", "SY"),
        ("Куба", "ru", "CU"),
        ("российского", "ru", "RU"),
        ("Украины", "ru", "UA"),
        ("中国", "zh", "CN"),
        ("les États-Unis", "fr", "US"),
        ("estadounidense", "es", "US"),
        ("kubanischen", "de", "CU"),
        ("Kubas", "de", "CU"),
        ("Иран", "en", "IR"),
    ],
)
def test_names_and_adjectives_are_known_in_many_languages(words: str, language: str, code: str) -> None:
    found = country_of(words, language)
    assert found is not None
    assert found.code == code


def test_there_are_names_in_at_least_thirty_languages() -> None:
    names = known_actors().base.names
    assert len(names) >= 30
    assert all(len(set(of_language.values())) > 200 for of_language in names.values())


@pytest.mark.parametrize(
    ("seat", "code"),
    [("Tehran", "IR"), ("the Kremlin", "RU"), ("the White House", "US"), ("Kiev", "UA"), ("The Hague", "NL")],
)
def test_capitals_and_houses_stand_for_their_government(seat: str, code: str) -> None:
    found = country_of(seat)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("words", ["Atlantis", "us", "", "the", "Victoria"])
def test_what_names_no_country_gives_none(words: str) -> None:
    assert country_of(words) is None


def test_the_longest_part_counts() -> None:
    found = country_in("the Papua New Guinean government")
    assert found is not None
    assert (found[0].code, found[1]) == ("PG", "Papua New Guinean")
    assert country_in("told us nothing") is None


@pytest.mark.parametrize(
    ("actor", "code"),
    [
        ("Chilean officials", "CL"),
        ("a Kenyan-led mission", "KE"),
        ("shopkeepers in Kandahar", "AF"),
        ("Hamid Karzai", "AF"),
        ("President Clinton", "US"),
        ("Putin", "RU"),
        ("NATO", None),
        ("the mayor of Lindmark", None),
    ],
)
def test_an_actor_has_the_country_of_its_words_or_of_the_person(actor: str, code: str | None) -> None:
    found = country_of_actor(actor)
    assert (found and found.code) == code
