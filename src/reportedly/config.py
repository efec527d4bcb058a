"""The settings of one run, read once."""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a user can set: by options of the command line, else by the environment, else as here.

    `database` is the record's file (REPORTEDLY_DB), `host` and `port` where the desk is served
    (REPORTEDLY_HOST, REPORTEDLY_PORT). `contact` is where the owner of this desk is reached, told to every
    site that is asked (REPORTEDLY_CONTACT); `networks` are the private networks that may be asked, apart
    by commas (REPORTEDLY_NETWORKS). `callback` is the address under which hubs reach the desk's page
    (REPORTEDLY_CALLBACK), empty where they cannot.
    """

    database: Path = Path("desk.db")
    host: str = "127.0.0.1"
    port: int = 8765
    contact: str = ""
    networks: str = ""
    callback: str = ""


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that the environment names; a port that is no number is left at its default."""
    given = Settings()
    port = environment.get("REPORTEDLY_PORT", "")
    return Settings(
        database=Path(environment.get("REPORTEDLY_DB", str(given.database))),
        host=environment.get("REPORTEDLY_HOST", given.host),
        port=int(port) if port.isdigit() else given.port,
        contact=environment.get("REPORTEDLY_CONTACT", given.contact),
        networks=environment.get("REPORTEDLY_NETWORKS", given.networks),
        callback=environment.get("REPORTEDLY_CALLBACK", given.callback),
    )
