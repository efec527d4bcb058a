"""What an archive holds that is no page of an article."""

import msgspec


class Passed(msgspec.Struct, frozen=True, kw_only=True):
    """A part of an archive that is whole and is passed over: where it stands, and why, in a short code."""

    where: str
    reason: str
