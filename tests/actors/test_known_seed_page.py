"""The people of the seed page, as their mentions name them, on the day it was published."""

import datetime

import pytest

from reportedly.actors import known_actors, who
from seed_page import seed_expected

PUBLISHED = datetime.date(2023, 12, 5)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_mentions_with_a_name_or_a_country_give_the_person_with_country_and_office(place: int) -> None:
    person = [actor for actor in seed_expected()["actors"] if actor["type"] == "person"][place]
    surname = person["name"].split()[-1]
    countries = {country.code: country.name for country in known_actors().base.countries}
    named = [words for words in person["mentions"] if len(words.split()) > 2 or surname in words]
    for words in named:
        answer = who(words, PUBLISHED)
        assert not answer.unsure
        assert countries[answer.candidates[0].country or ""] == person["country"]
        assert answer.candidates[0].until is None or answer.candidates[0].until > PUBLISHED


def test_who_holds_no_office_that_day_is_not_given_one() -> None:
    person = [actor for actor in seed_expected()["actors"] if actor["type"] == "person"][3]
    answer = who(person["name"], PUBLISHED)
    assert answer.unsure
    assert answer.candidates[0].country == "CU"
