"""Reportedly's reading of statements, under the same clock as the peers."""

from benchmarks.peers.answering import answer_lines
from benchmarks.predict.quotes import quotes

if __name__ == "__main__":
    answer_lines(quotes)
