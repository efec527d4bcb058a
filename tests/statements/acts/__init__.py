"""Sentences with acts, negations and hedges written down before the code was, and how it does on them."""
