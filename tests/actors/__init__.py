"""Tests of the room `actors`."""
