"""The embedded record: every verb of the desk is a method; one file for each part of its work."""

from reportedly.desk.desk import Clock, Desk, Fetch

__all__ = ["Clock", "Desk", "Fetch"]
