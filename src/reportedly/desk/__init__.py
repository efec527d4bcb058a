"""The embedded record: every verb of the desk is a method; one file for each part of its work."""

from reportedly.desk.actors import DeskOfActors
from reportedly.desk.archives import ArchiveRead, Counted
from reportedly.desk.copies import (
    CarrierLedger,
    Comparison,
    Copies,
    CopiesBrief,
    CopiesOf,
    CopyLine,
    FoldedLine,
    Ledger,
)
from reportedly.desk.desk import Clock, Desk, Fetch
from reportedly.desk.history import Compared, History, Version
from reportedly.desk.stories import Stories, Story, StoryCarrier, StoryDay, StoryLine, StoryList

__all__ = [
    "ArchiveRead",
    "CarrierLedger",
    "Clock",
    "Compared",
    "Comparison",
    "Copies",
    "CopiesBrief",
    "CopiesOf",
    "CopyLine",
    "Counted",
    "Desk",
    "DeskOfActors",
    "Fetch",
    "FoldedLine",
    "History",
    "Ledger",
    "Stories",
    "Story",
    "StoryCarrier",
    "StoryDay",
    "StoryLine",
    "StoryList",
    "Version",
]
