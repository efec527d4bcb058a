"""Who is visited next."""

import datetime
import random

from hypothesis import given
from hypothesis import strategies as st

from reportedly.sources.agenda import RANKS, Agenda, Job, JobKind, host_of_job

NOW = datetime.datetime(2024, 3, 8, 12, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)


def job(host: str, seq: int, *, kind: JobKind = "page", due: int = 0) -> Job:
    """Return a job at a host, due so many seconds from now."""
    return Job(
        kind=kind, seq=seq, address=f"https://{host}/{seq}", due_at=NOW + due * SECOND, rank=RANKS[kind]
    )


def test_a_host_has_one_visit_at_a_time_and_a_pause_after_it() -> None:
    agenda = Agenda()
    agenda.add(job("a.example", 1))
    agenda.add(job("a.example", 2))
    first = agenda.take(NOW)
    assert first is not None
    assert agenda.take(NOW + 99 * SECOND) is None
    agenda.leave("a.example", NOW + 5 * SECOND)
    assert agenda.next_at() == NOW + 5 * SECOND
    assert agenda.take(NOW + 4 * SECOND) is None
    second = agenda.take(NOW + 5 * SECOND)
    assert second is not None
    assert {first.seq, second.seq} == {1, 2}


def test_hosts_do_not_wait_for_each_other() -> None:
    agenda = Agenda()
    for seq, host in enumerate(("a.example", "b.example", "c.example")):
        agenda.add(job(host, seq))
    taken = [agenda.take(NOW) for _ in range(3)]
    assert {each.seq for each in taken if each} == {0, 1, 2}


def test_sources_come_before_pages() -> None:
    agenda = Agenda()
    agenda.add(job("a.example", 1))
    agenda.add(job("a.example", 2, kind="source"))
    taken = agenda.take(NOW)
    assert taken is not None
    assert taken.kind == "source"


def test_a_host_is_free_for_what_is_due_before_its_first_job() -> None:
    agenda = Agenda()
    agenda.add(job("a.example", 1, kind="source", due=9999))
    agenda.add(job("a.example", 2))
    taken = agenda.take(NOW)
    assert taken is not None
    assert taken.seq == 2


def test_a_job_put_on_again_replaces_the_one_before() -> None:
    agenda = Agenda()
    agenda.add(job("a.example", 1, due=0))
    agenda.add(job("a.example", 1, due=60))
    assert len(agenda) == 1
    assert agenda.take(NOW) is None
    assert agenda.take(NOW + 60 * SECOND) is not None


def test_a_job_taken_off_is_not_done() -> None:
    agenda = Agenda()
    agenda.add(job("a.example", 1))
    agenda.drop(job("a.example", 1).key)
    assert agenda.take(NOW) is None
    assert len(agenda) == 0


@given(st.integers(0, 10_000), st.lists(st.tuples(st.integers(0, 3), st.integers(0, 300)), max_size=40))
def test_every_job_is_done_once_and_no_pause_is_broken(seed: int, jobs: list[tuple[int, int]]) -> None:
    chance, agenda, now = random.Random(seed), Agenda(), NOW
    for seq, (number, due) in enumerate(jobs):
        agenda.add(job(f"h{number}.example", seq, due=due))
    done: list[int] = []
    free: dict[str, datetime.datetime] = {}
    visited: list[str] = []
    while agenda.next_at() is not None or visited:
        taken = agenda.take(now)
        if taken is not None:
            host = host_of_job(taken)
            assert taken.due_at <= now
            assert free.get(host, now) <= now
            assert host not in visited
            done.append(taken.seq)
            visited.append(host)
        elif visited:
            host = visited.pop(chance.randrange(len(visited)))
            free[host] = now + chance.randrange(1, 9) * SECOND
            agenda.leave(host, free[host])
        else:
            now = max(now, agenda.next_at() or now)
    assert sorted(done) == list(range(len(jobs)))
