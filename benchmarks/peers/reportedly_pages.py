"""Reportedly's reading of pages, under the same clock as the peers."""

from benchmarks.peers.answering import answer_lines
from benchmarks.predict.pages import pages

if __name__ == "__main__":
    answer_lines(pages)
