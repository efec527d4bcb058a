"""Sightings joined into holders: one record for each time that a person was in an office."""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from training.actors.sightings import Sighting
from training.actors.sources import table
from training.actors.titles import REGNAL, is_surname, roles_of

from reportedly.actors.spelling import keys_of, sound_of, words_of_name
from reportedly.records.actor import Holder

# A successor's first day ends a term only if the table does not go on to show the holder for longer than
# this: its editors were at times three months late, and councils and co-princes overlap for good.
_LATE = datetime.timedelta(days=120)
_GOVERNORS = {"Governor", "Administrator", "Commissioner", "Prefect", "Representative"}
_NICKNAME = re.compile(r"\s*[\"“](\w+)[\"”]")
_EXACT = {"day": 0, "month": 1, "year": 2}

Place = tuple[str, str, bool]  # country, office, whether a deputy


def holders(found: Iterable[Sighting]) -> list[Holder]:
    """Return the holders of every office in order of country, office and first day."""
    placed: dict[Place, list[Sighting]] = defaultdict(list)
    for sighting in _with_titles(list(found)):
        placed[sighting.country, sighting.office, "deputy" in sighting.roles].append(sighting)
    joined: list[Holder] = []
    for place in sorted(placed):
        stints = [
            _joined(stint) for person in _people(placed[place]) for stint in _parted(person, placed[place])
        ]
        stints.sort(key=lambda holder: (_start(holder), holder.last_seen, holder.name))
        joined += stints if place[2] else [_ended(holder, stints) for holder in stints]
    seen_to = max((holder.last_seen for holder in joined), default=None)
    return [
        msgspec.structs.replace(holder, is_open=holder.until is None and holder.last_seen == seen_to)
        for holder in map(_respelled, _at_home(_both_ended(joined)))
    ]


def _respelled(holder: Holder) -> Holder:
    """Return a holder with the spellings of other languages that are written in spellings.toml."""
    own = {word for name in (holder.name, *holder.spellings) for word in words_of_name(name)}
    more = [
        spelling
        for key, given in table("spellings.toml").items()
        if key.endswith(f"|{holder.country}") and set(words_of_name(key.split("|")[0])) <= own
        for spelling in given
    ]
    spellings = tuple(dict.fromkeys((*holder.spellings, *more)))
    return msgspec.structs.replace(holder, spellings=spellings) if more else holder


def _with_titles(found: list[Sighting]) -> list[Sighting]:
    """Return the sightings; one without a title gets the same person's, or the office's usual one.

    Beside a president or a prime minister it is a deputy's, whose title a heading gave to several.
    """
    usual: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sighting in found:
        if sighting.title and "deputy" not in sighting.roles:
            usual[sighting.country, sighting.office][sighting.title] += 1
    for sighting in found:
        if not sighting.title:
            at = (sighting.country, sighting.office)
            same = [s for s in found if s.title and (s.country, s.office) == at and _is_same(s, sighting)]
            earlier = [s for s in same if s.first_seen <= sighting.first_seen]
            if not earlier and any(_is_beside(s, sighting) for s in found if (s.country, s.office) == at):
                sighting.roles = ("deputy",)
                continue
            sighting.title = same[0].title if same else next(iter(usual[at]), "")
            sighting.roles = roles_of(sighting.title, sighting.office)
    return found


def _is_beside(head: Sighting, other: Sighting) -> bool:
    """Return whether somebody else is seen as president or prime minister where another comes up."""
    is_head = bool({"president", "prime minister"} & set(head.roles))
    begins = head.first_seen <= other.first_seen < head.last_seen or head.first_seen == other.first_seen
    return is_head and begins and not _is_same(head, other)


def _people(found: Sequence[Sighting]) -> list[list[Sighting]]:
    """Return the sightings of each person, the earliest first."""
    people: list[list[Sighting]] = []
    for sighting in sorted(found, key=lambda s: (s.first_seen, s.last_seen)):
        same = next((person for person in people if any(_is_same(sighting, one) for one in person)), None)
        if same is None:
            people.append([sighting])
        else:
            same.append(sighting)
    return people


def _is_same(one: Sighting, other: Sighting) -> bool:
    """Return whether two sightings in one office are of one person: by the names' sound, and the day."""
    if all(is_surname(s.words[0]) for s in (one, other)) and not (
        _sounds(one.words[0]) & _sounds(other.words[0])
    ):
        return (
            one.since is not None
            and one.since == other.since
            and bool(_sounds(one.name) & _sounds(other.name))
        )
    surnames = [_sounds(s.surname) for s in (one, other)]
    names = [_sounds(" ".join((s.name, *s.spellings))) for s in (one, other)]
    given = [{sound[0] for sound in name - surname} for name, surname in zip(names, surnames, strict=True)]
    crossed = bool(surnames[0] & names[1]) and bool(surnames[1] & names[0])
    if crossed and (not all(given) or given[0] & given[1] or names[0] <= names[1] or names[1] <= names[0]):
        return True
    same_day = one.since is not None and one.since == other.since
    return same_day and one.roles == other.roles and bool(names[0] & names[1])


def _sounds(name: str) -> set[str]:
    return {sound_of(word) for word in words_of_name(name) if len(word) > 1 and word.upper() not in REGNAL}


def _parted(person: Sequence[Sighting], everybody: Sequence[Sighting]) -> list[list[Sighting]]:
    """Return a person's sightings parted where somebody else was seen in the same role in between."""
    stints: list[list[Sighting]] = [[person[0]]]
    seen_to = person[0].last_seen
    for sighting in person[1:]:
        others = (s for s in everybody if s not in person and set(s.roles) & set(sighting.roles))
        if any(seen_to < other.first_seen < sighting.first_seen for other in others):
            back = sighting.since if sighting.since and sighting.since.day > seen_to else None
            stints.append([msgspec.structs.replace(sighting, since=back)])
        else:
            stints[-1].append(sighting)
        seen_to = max(seen_to, sighting.last_seen)
    return stints


def _joined(stint: Sequence[Sighting]) -> Holder:
    """Return one holder of the sightings of a stint: the earliest first day, the latest spelling."""
    latest = stint[-1]
    called = _NICKNAME.sub("", latest.name)
    written = [name for s in reversed(stint) for name in (s.name, *s.spellings)]
    written = [each for name in written for each in (_NICKNAME.sub("", name), *_nicknamed(name))]
    dates = [s.since for s in stint if s.since and s.since.day <= stint[-1].last_seen]
    since = min(dates, key=lambda s: (s.day.year, _EXACT[s.precision], s.day)) if dates else None
    return Holder(
        country=latest.country,
        office=latest.office,
        title=latest.title,
        roles=tuple(dict.fromkeys(role for s in stint for role in s.roles)),
        name=called,
        surname=latest.surname,
        since=since.day if since else None,
        precision=since.precision if since else "day",
        until=max((s.last_day for s in stint if s.last_day), default=None),
        first_seen=stint[0].first_seen,
        last_seen=max(s.last_seen for s in stint),
        spellings=tuple(name for name in dict.fromkeys(written) if name != called),
        source="factbook" if any(s.source == "factbook" for s in stint) else stint[0].source,
    )


def _nicknamed(name: str) -> list[str]:
    """Return a nickname that stands in quotation marks inside a name, behind what stands before it."""
    found = _NICKNAME.search(name)
    return [f"{name[: found.start()]} {found[1]}"] if found else []


def _start(holder: Holder) -> datetime.date:
    return holder.since or holder.first_seen


def _ended(holder: Holder, stints: Sequence[Holder]) -> Holder:
    """Return a holder with the day before the next one's first in the same role, where one followed."""
    is_alone = bool({"monarch", "governor"} & set(holder.roles)) and not holder.title.lower().startswith(
        "co-"
    )
    latest = (holder.first_seen if is_alone else holder.last_seen) - _LATE
    following = [
        _start(other)
        for other in stints
        if other.name != holder.name
        and _follows(other, holder)
        and _start(other) > max(_start(holder), latest)
        and other.last_seen > latest
    ]
    until = min(following) - datetime.timedelta(days=1) if following else None
    told = holder.until if holder.until and holder.last_seen <= holder.until else None
    return msgspec.structs.replace(holder, until=min(filter(None, (until, told)), default=None))


def _follows(other: Holder, holder: Holder) -> bool:
    """Return whether an office is one after the other: in one role; a commissioner follows no governor."""
    shared = set(other.roles) & set(holder.roles)
    words = [set(re.split(r"[\s-]", h.title)) & _GOVERNORS for h in (other, holder)]
    return bool(shared) and (shared != {"governor"} or not all(words) or bool(words[0] & words[1]))


def _both_ended(found: Iterable[Holder]) -> list[Holder]:
    """Return the holders; who held two offices under one title left both on the earlier day."""
    found = list(found)
    ends: dict[tuple[str, str, str, datetime.date], datetime.date] = {}
    last: dict[tuple[str, str, str, datetime.date], datetime.date] = {}
    for holder in found:
        key = (holder.country, holder.name, holder.title, _start(holder))
        last[key] = max(last.get(key, holder.last_seen), holder.last_seen)
    for holder in found:
        key = (holder.country, holder.name, holder.title, _start(holder))
        if holder.until and last[key] <= holder.until + _LATE:
            ends[key] = min(ends.get(key, holder.until), holder.until)
    return [
        msgspec.structs.replace(h, until=ends.get((h.country, h.name, h.title, _start(h)), h.until))
        for h in found
    ]


def _at_home(found: Sequence[Holder]) -> list[Holder]:
    """Return the holders; a head of another state is marked with that state."""
    countries = table("countries.toml")
    states = [
        {land: state for state, lands in countries[key].items() for land in lands.split()}
        for key in ("heads", "realms")
    ]
    heads = {(h.country, h.is_deputy, sound) for h in found for sound in _sounds(h.surname)}

    def home(holder: Holder) -> str | None:
        places = (state for table in states if (state := table.get(holder.country)))
        sounds = _sounds(holder.surname)
        return next(
            (at for at in places if any((at, holder.is_deputy, each) in heads for each in sounds)), None
        )

    return [msgspec.structs.replace(h, home=at) if (at := home(h)) else h for h in found]


def by_surname(found: Sequence[Holder]) -> dict[str, tuple[int, ...]]:
    """Return which holders have a surname with a key; the last word of other spellings counts as one."""
    placed: dict[str, dict[int, None]] = defaultdict(dict)
    for place, holder in enumerate(found):
        last = (name.split()[-1] for name in holder.spellings)
        whole = words_of_name(holder.name)
        joined = () if set(words_of_name(holder.surname)) & set(whole) else whole[-1:]  # "Abdul Hamid" is one
        for key in keys_of(" ".join((holder.surname, *last, *joined))):
            placed[key][place] = None
    return {key: tuple(places) for key, places in sorted(placed.items())}
