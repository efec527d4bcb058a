"""Whether each speaker is taken for the right one: 40 annotated articles, ours beside two plain rules."""
