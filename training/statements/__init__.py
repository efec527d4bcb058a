"""How the tagger of statements was made."""
