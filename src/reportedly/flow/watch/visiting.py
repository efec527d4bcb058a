"""One visit to a host: its rules first, then what the visit is for; and when the host is free again."""

import datetime
from typing import Final

import msgspec

from reportedly.sources.addresses import whole_address
from reportedly.sources.agenda import Job, host_of_address, host_of_job
from reportedly.sources.pace import Chance, back_off
from reportedly.sources.reply import Reply
from reportedly.sources.robots import Rules, address_of_rules, rules_of
from reportedly.sources.web_client import WebClient

FIRST_REST_SECONDS: Final = 30.0
"""How long a host in trouble is left alone at first; doubled at each further visit in vain."""

LONGEST_REST_SECONDS: Final = 900.0
"""The longest rest that no answer asked for: after a lost network all is asked again within 15 minutes."""

_MOST_RULES_HOPS: Final = 5  # redirects of a robots.txt, as RFC 9309 has it


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """A visit that has ended: its job, and the answer.

    `is_rules`: it only looked at the host's robots.txt. `is_forbidden`: the rules do not allow the
    address, and nothing was asked. `is_trouble`: there are no rules to be had.
    """

    job: Job
    reply: Reply
    is_rules: bool = False
    is_forbidden: bool = False
    is_trouble: bool = False

    @property
    def is_moved(self) -> bool:
        """Return whether the answer stands where a redirect led."""
        return self.reply.hitch is None and self.reply.status is not None and self.reply.status < 400


class _Host(msgspec.Struct):
    rules: Rules | None = None
    rules_at: str = ""
    rules_hops: int = 0
    failures: int = 0


class Hosts:
    """What is known of the hosts: their rules, and how often in a row they were in trouble."""

    def __init__(self, pause_seconds: float, chance: Chance) -> None:
        self._hosts: dict[str, _Host] = {}
        self._pause = pause_seconds
        self._chance = chance

    def of(self, job: Job) -> _Host:
        """Return what is known of a job's host."""
        return self._hosts.setdefault(host_of_job(job), _Host())

    def rules_for(self, job: Job, now: datetime.datetime) -> Rules | None:
        """Return a host's rules, None where they must be asked for first."""
        rules = self.of(job).rules
        return rules if rules is not None and rules.until > now else None

    def take_rules(self, job: Job, reply: Reply) -> bool:
        """Take the answer of a host's robots.txt; return whether there is trouble with it."""
        host = self.of(job)
        target = whole_address(reply.redirects_to or "", reply.address)
        if target and host.rules_hops < _MOST_RULES_HOPS and host_of_address(target) == host_of_job(job):
            host.rules_at, host.rules_hops = target, host.rules_hops + 1
            return False
        host.rules_at, host.rules_hops = "", 0
        host.rules = rules_of(reply, self._pause)
        return host.rules is None

    def free_at(self, visit: Visit) -> datetime.datetime:
        """Return when the host of a visit may be visited again, and remember how it fared."""
        host = self.of(visit.job)
        if visit.is_forbidden:
            return visit.reply.came_at
        is_trouble = visit.reply.is_host_trouble or visit.is_trouble
        host.failures = host.failures + 1 if is_trouble else 0
        pause = host.rules.pause_seconds if host.rules else self._pause
        seconds = max(pause, self.wait_seconds(visit)) if is_trouble else pause
        return visit.reply.came_at + datetime.timedelta(seconds=seconds)

    def wait_seconds(self, visit: Visit) -> float:
        """Return how long a host in trouble is left alone: as long as it asks for, else longer each time."""
        asked = visit.reply.retry_after_seconds
        if asked is not None:
            return asked
        failures = max(self.of(visit.job).failures, 1)
        return min(back_off(failures, self._chance, first=FIRST_REST_SECONDS), LONGEST_REST_SECONDS)


class Visitor:
    """Makes visits."""

    def __init__(self, client: WebClient, hosts: Hosts) -> None:
        self._client = client
        self._hosts = hosts

    async def visit(self, job: Job, *, etag: str | None, since: str | None, now: datetime.datetime) -> Visit:
        """Return what came of one request: the host's rules where they are not known, else the job's own."""
        if job.form:
            return Visit(job=job, reply=await self._client.post(job.address, dict(job.form)))
        rules = self._hosts.rules_for(job, now)
        if rules is None:
            address = self._hosts.of(job).rules_at or address_of_rules(job.address)
            reply = await self._client.ask(address)
            trouble = self._hosts.take_rules(job, reply)
            return Visit(job=job, reply=reply, is_rules=True, is_trouble=trouble)
        if not rules.allows(job.address):
            words = "The site's robots.txt does not allow it to be fetched."
            reply = Reply(address=job.address, came_at=now, hitch="refused", words=words)
            return Visit(job=job, reply=reply, is_forbidden=True)
        return Visit(job=job, reply=await self._client.ask(job.address, etag=etag, since=since))
