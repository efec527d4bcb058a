"""Tests of the room statements."""
