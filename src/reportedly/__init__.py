"""A news desk's memory: who said what, and who reported it."""
