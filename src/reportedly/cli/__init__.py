"""The command line: every verb of the desk, with the same words."""

from reportedly.cli.app import main

__all__ = ["main"]
