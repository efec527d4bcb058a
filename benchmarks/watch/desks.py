"""A record with the feeds of a press in it."""

import contextlib
import datetime
import ipaddress
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from press.loopback import Servers
from press.outlets import Press
from reportedly.records import Declared
from reportedly.sources.asking import first_watch
from reportedly.sources.identity import identity_of
from reportedly.store import Store, open_store

LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"),)


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """Give an empty record."""
    for file in folder.glob("desk.db*"):
        if file.is_dir():  # the kept bytes
            shutil.rmtree(file)
        else:
            file.unlink()
    with open_store(folder / "desk.db") as store:
        yield store


def unverified(folder: Path) -> float:
    """Return how many records `reportedly verify` names as broken; raises where it cannot be run."""
    command = [sys.executable, "-m", "reportedly", "verify", "--db", str(folder / "desk.db"), "--json"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    return float(len(json.loads(told.stdout)["broken"]))


def declare(store: Store, press: Press, servers: Servers, now: datetime.datetime) -> None:
    """Have every feed of a press watched."""
    for outlet in press.outlets:
        address = servers.address(outlet.host, f"/f{outlet.number}.xml")
        declared = Declared(name=f"o{outlet.number}", address=address, kind="rss")
        store.sources.add(declared, identity_of(address), first_watch(now), now=now)
