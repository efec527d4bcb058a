"""One small file a reader: each answers the lines of IN with lines of OUT in a process of its own.

Nothing here imports anything of ours but `answering`, so that a peer's environment needs only the peer
(`reportedly_pages` and `reportedly_quotes` stand beside them to be measured by the same clock).
"""
