"""Answers to labelled questions, for the scorers: one file a task."""
