"""The settings of one run, read once."""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a user can set: by options of the command line, else by the environment, else as here.

    `database` is the record's file (REPORTEDLY_DB), `host` and `port` where the desk is served
    (REPORTEDLY_HOST, REPORTEDLY_PORT).
    """

    database: Path = Path("desk.db")
    host: str = "127.0.0.1"
    port: int = 8765


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that the environment names; a port that is no number is left at its default."""
    given = Settings()
    port = environment.get("REPORTEDLY_PORT", "")
    return Settings(
        database=Path(environment.get("REPORTEDLY_DB", str(given.database))),
        host=environment.get("REPORTEDLY_HOST", given.host),
        port=int(port) if port.isdigit() else given.port,
    )
