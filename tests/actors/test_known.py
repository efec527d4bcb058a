"""Whom the knowledge base knows: holders of office on a day, and people by name."""

import datetime
import time

import msgspec
import pytest

from reportedly.actors import KnownActors, known_actors, who
from reportedly.actors.base import Base, shipped_base, shipped_dictionary, shipped_places
from reportedly.records import Country, Holder, Identified

DECEMBER_2023 = datetime.date(2023, 12, 5)
MAY_2016 = datetime.date(2016, 5, 1)


def names(answer: Identified) -> list[str]:
    return [candidate.name for candidate in answer.candidates]


def asked(
    words: str, day: datetime.date = DECEMBER_2023, language: str = "en"
) -> tuple[str, list[str], bool]:
    answer = who(words, day, language)
    return answer.reason, names(answer), answer.unsure


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("the Cuban president", "en"),
        ("president of Cuba", "en"),
        ("Cuba's president", "en"),
        ("el presidente de Cuba", "es"),
        ("le président cubain", "fr"),
        ("der kubanische Präsident", "de"),
        ("президент Кубы", "ru"),
        ("кубинский президент", "ru"),
        ("رئیس جمهور کوبا", "fa"),
        ("رئيس كوبا", "ar"),
    ],
)
def test_an_office_and_a_country_give_its_holder(words: str, language: str) -> None:
    found = ["Miguel Diaz-Canel Bermudez"]
    assert asked(words, language=language) == ("office-on-day", found, False)


def test_the_day_decides_who_held_the_office() -> None:
    assert asked("the Cuban president", MAY_2016) == ("office-on-day", ["Raul Castro Ruz"], False)
    (raul,) = who("Raúl Castro", MAY_2016).candidates
    assert (raul.since, raul.until) == (datetime.date(2008, 2, 24), datetime.date(2018, 4, 18))


def test_a_person_is_known_by_name_and_the_dates_in_office_are_told() -> None:
    (found,) = who("Miguel Díaz-Canel", DECEMBER_2023).candidates
    told = (found.country, found.title, found.since, found.until, found.source)
    assert told == ("CU", "President", datetime.date(2018, 4, 19), None, "factbook")


def test_an_office_in_front_of_a_name_does_not_hide_it() -> None:
    found = ["Miguel Diaz-Canel Bermudez"]
    assert asked("Cuban President Miguel Díaz-Canel") == ("name-and-office", found, False)


def test_a_surname_alone_is_told_with_less_confidence() -> None:
    alone, full = (who(words, DECEMBER_2023) for words in ("Díaz-Canel", "Miguel Díaz-Canel"))
    assert alone.reason == "surname"
    assert alone.candidates[0].confidence < full.candidates[0].confidence


def test_two_people_of_one_surname_stay_two() -> None:
    reason, found, unsure = asked("Fernández", datetime.date(2021, 5, 1))
    assert (reason, unsure) == ("several-fit", True)
    assert {"Alberto Angel Fernandez", "Cristina Fernandez de Kirchner"} <= set(found)


def test_a_bare_office_and_the_leader_need_a_country() -> None:
    assert asked("the Leader") == ("no-country", [], True)
    assert asked("the king") == ("no-country", [], True)
    assert asked("Iran's Leader")[1] == ["Ali Hoseini-Khamenei"]
    assert asked("the Pope")[1] == ["Francis"]


def test_a_leader_who_may_be_one_of_two_is_unsure() -> None:
    reason, found, unsure = asked("the Cuban leader")
    assert (reason, found, unsure) == (
        "several-fit",
        ["Miguel Diaz-Canel Bermudez", "Manuel Marrero Cruz"],
        True,
    )


def test_ministers_are_said_to_be_unknown() -> None:
    answer = who("Iran's foreign minister", DECEMBER_2023)
    assert (answer.reason, answer.candidates, answer.unsure) == ("office-not-listed", (), True)
    assert answer.country is not None
    assert answer.country.code == "IR"


def test_who_speaks_for_an_officeholder_is_not_taken_for_him() -> None:
    assert asked("a spokesman for the Iranian president") == ("office-not-listed", [], True)
    assert asked("the UN Secretary-General") == ("office-not-listed", [], True)


def test_people_of_a_country_without_a_name_leave_the_country() -> None:
    assert asked("Iranian officials") == ("country", ["Iran"], True)


def test_honorifics_and_long_titles_do_not_hide_a_name() -> None:
    for words in (
        "Ayatollah Seyed Ali Khamenei",
        "Leader of the Islamic Revolution Ayatollah Khamenei",
        "the Leader of the Islamic Revolution",
    ):
        assert asked(words)[1:] == (["Ali Hoseini-Khamenei"], False)


def test_a_short_name_must_be_spelled_as_it_is() -> None:
    assert asked("the UN") == ("organisation", ["United Nations"], False)
    assert asked("Xi") == ("surname", ["Xi Jinping"], False)


def test_who_is_head_of_state_and_government_comes_once() -> None:
    assert asked("Recep Tayyip Erdogan")[1] == ["Recep Tayyip Erdogan"]


def test_an_office_that_a_country_does_not_have_has_no_holder() -> None:
    assert asked("the prime minister of the United States") == ("no-such-office", [], True)


def test_prime_ministers_go_by_many_titles() -> None:
    assert asked("the prime minister of Pakistan")[1] == ["Anwaar-ul-Haq Kakar"]
    assert asked("the German chancellor", datetime.date(2020, 1, 1))[1] == ["Angela Merkel"]
    assert asked("le Premier ministre britannique", language="fr")[1] == ["Rishi Sunak"]
    assert asked("el rey de España", language="es")[1] == ["Felipe VI"]
    assert asked("el presidente de España", language="es")[1] == ["Pedro Sanchez Perez-Castejon"]
    assert asked("der italienische Ministerpräsident", MAY_2016, "de")[1] == ["Matteo Renzi"]


def test_a_former_holder_is_not_the_present_one() -> None:
    assert asked("former US vice-president Mike Pence") == ("former", ["Michael R. Pence"], False)
    reason, found, unsure = asked("the former president of Cuba")
    assert (reason, found, unsure) == ("former", ["Raul Castro Ruz"], True)


def test_days_that_the_sources_do_not_cover_are_unsure() -> None:
    assert asked("the US president", datetime.date(2002, 1, 1)) == ("day-not-covered", [], True)
    assert asked("the US president", datetime.date(2026, 6, 1)) == ("last-known", ["Donald J. Trump"], True)
    assert asked("the US president", datetime.date(2031, 1, 1))[::2] == ("day-not-covered", True)
    assert asked("the president of Latvia", datetime.date(2018, 5, 5))[::2] == ("long-unseen", True)


def test_a_name_nobody_has_is_unknown() -> None:
    assert asked("Ana Torv") == ("unknown-name", [], True)
    assert asked("a dock worker") == ("unknown-name", [], True)


def test_a_holder_of_another_time_is_unsure() -> None:
    assert asked("Angela Merkel") == ("not-in-office", ["Angela Merkel"], True)


def test_organisations_and_people_of_the_dictionary_are_known() -> None:
    assert asked("NATO") == ("organisation", ["North Atlantic Treaty Organization"], False)
    assert asked("Kofi Annan", datetime.date(2003, 1, 1)) == ("listed-name", ["Kofi Annan"], False)
    assert asked("President Bush", datetime.date(2003, 1, 1))[1] == ["George W. Bush"]


@pytest.mark.parametrize(
    ("spelled", "country"),
    [
        ("Khamenei", "IR"),
        ("Khamenei'i", "IR"),
        ("Хаменеи", "IR"),
        ("خامنه‌ای", "IR"),
        ("Rouhani", "IR"),
        ("Zelensky", "UA"),
        ("Зеленский", "UA"),
        ("Lukashenka", "BY"),
        ("Путин", "RU"),
        ("Erdoğan", "TR"),
        ("Mohammed bin Zayed", "AE"),
        ("Jamenei", "IR"),
        ("Netanjahu", "IL"),
        ("Loukachenko", "BY"),
        ("بوتين", "RU"),
        ("Си Цзиньпин", "CN"),
    ],
)
def test_a_name_is_known_in_other_spellings_and_scripts(spelled: str, country: str) -> None:
    assert {holder.country for holder in known_actors().called(spelled)} == {country}


def test_a_king_of_many_realms_comes_with_his_own_country() -> None:
    assert [holder.country for holder in known_actors().called("Charles III", DECEMBER_2023)] == ["GB"]
    head, *others = known_actors().holders("CA", "chief of state", DECEMBER_2023)
    assert (head.name, [other.name for other in others]) == ("Charles III", ["Mary Simon"])


def test_the_last_day_is_the_day_before_the_successor_came() -> None:
    known = known_actors()
    for day, name in ((19, "Donald J. Trump"), (20, "Joseph R. Biden Jr.")):
        (president,) = known.holders("US", "president", datetime.date(2021, 1, day))
        assert president.name == name


def test_every_row_has_its_source_and_dates_in_order() -> None:
    for holder in known_actors().base.holders:
        assert holder.source in ("factbook", "leaders")
        assert holder.first_seen <= holder.last_seen
        assert holder.until is None or holder.since is None or holder.since <= holder.until


def test_opening_takes_at_most_fifty_milliseconds() -> None:
    taken = []
    for _ in range(3):
        for table in (shipped_base, shipped_dictionary, shipped_places):
            table.cache_clear()
        start = time.process_time()
        shipped_base(), shipped_dictionary(), shipped_places()
        taken.append(time.process_time() - start)
    assert min(taken) < 0.05


def test_a_base_of_ones_own_is_asked_in_the_same_way() -> None:
    day = datetime.date(2031, 5, 6)
    torv = Holder(
        "LM", "chief of state", "President", ("president",), "Ana Torv", "Torv", day, "day", None, day, day
    )
    base = Base(
        day, (Country("LM", "LMK", "Lindmark"),), {"en": {"lindmark": "LM"}}, {}, (torv,), {"turv": (0,)}
    )
    known = KnownActors(msgspec.msgpack.decode(msgspec.msgpack.encode(base), type=Base))
    assert names(who("the president of Lindmark", day, known=known)) == ["Ana Torv"]
    assert names(who("Torv", day, known=known)) == ["Ana Torv"]


def test_a_religion_in_a_code_is_no_country() -> None:
    assert {one.country for one in known_actors().listed("Al Qaida")} == {None}


@pytest.mark.parametrize(
    ("words", "language", "name"),
    [
        ("the Iranian Foreign Ministry", "en", "Foreign Ministry of Iran"),
        ("the Foreign Ministry of Cuba", "en", "Foreign Ministry of Cuba"),
        ("el Ministerio de Defensa de Cuba", "es", "Defence Ministry of Cuba"),
        ("МИД России", "ru", "Foreign Ministry of Russia"),
        ("وزارت خارجه ایران", "fa", "Foreign Ministry of Iran"),
    ],
)
def test_a_ministry_is_that_of_its_country(words: str, language: str, name: str) -> None:
    found = who(words, DECEMBER_2023, language)
    assert (found.reason, found.candidates[0].name, found.candidates[0].kind) == (
        "ministry",
        name,
        "institution",
    )


@pytest.mark.parametrize(
    ("words", "language", "country"),
    [
        ("Тегеран", "ru", "IR"),
        ("Warschau", "de", "PL"),
        ("تهران", "fa", "IR"),
        ("Maison Blanche", "fr", "US"),
    ],
)
def test_a_capital_stands_for_its_government_in_other_languages(
    words: str, language: str, country: str
) -> None:
    found = who(words, DECEMBER_2023, language)
    assert (found.reason, found.candidates[0].country) == ("seat-of-government", country)


@pytest.mark.parametrize(
    ("words", "name"),
    [("ООН", "United Nations"), ("Naciones Unidas", "United Nations"), ("WHO", "World Health Organization")],
)
def test_organisations_are_known_in_other_languages(words: str, name: str) -> None:
    assert asked(words)[:2] == ("organisation", [name])


def test_a_word_in_small_letters_is_no_short_form() -> None:
    assert asked("who")[0] == "unknown-name"


def test_a_news_agency_is_an_organisation() -> None:
    assert asked("IRNA") == ("organisation", ["IRNA"], False)


def test_a_city_has_its_country_and_its_place() -> None:
    kandahar = known_actors().place("قندهار")
    assert kandahar is not None
    assert (kandahar.country, round(kandahar.latitude), round(kandahar.longitude)) == ("AF", 32, 66)
    assert known_actors().place("Port Selm") is None


def test_a_party_is_known_by_its_short_form_and_a_shared_name_is_unsure() -> None:
    assert asked("the SPD") == ("organisation", ["Social Democratic Party of Germany"], False)
    assert asked("حزب العدالة والتنمية")[1] == ["Justice and Development Party"]
    _, names, unsure = asked("the Labour Party")
    assert unsure
    assert len(names) > 1


def test_a_name_that_is_asked_for_again_has_the_same_holders() -> None:
    known = known_actors()
    first = known.called("Castro")
    assert first
    assert known.called("Castro") == first
    assert known.called("Castro", datetime.date(1900, 1, 1)) == ()


def test_a_surname_under_another_given_name_is_told_as_unsure() -> None:
    answer = who("Bettany Rouhani", datetime.date(2016, 3, 1))
    assert (answer.reason, answer.unsure, answer.candidates[0].country) == ("surname-alone", True, "IR")


def test_a_name_that_holds_a_country_s_name_is_a_name() -> None:
    answer = who("Cécile La Grenade", datetime.date(2016, 3, 1))
    assert [each.name for each in answer.candidates] == ["Cecile La Grenade"]


def test_terms_that_nobody_saw_in_the_table_are_there_with_their_own_source() -> None:
    answer = who("the president of Bolivia", datetime.date(2020, 3, 1))
    assert [(each.name, each.source) for each in answer.candidates] == [("Jeanine Anez", "leaders")]
