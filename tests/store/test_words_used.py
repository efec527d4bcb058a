"""Which words somebody uses more than others do."""

import math
import random
from collections import Counter

import pytest
from sqlalchemy import create_engine, text

from reportedly.store import words_used as room
from reportedly.store.words_used import words_used


@pytest.mark.parametrize("seed", range(4))
def test_the_best_words_are_those_that_weighing_every_word_gives(seed: int) -> None:
    draw = random.Random(seed)
    vocabulary = [f"w{letter}ord{other}" for letter in "bcdfghklmn" for other in "bcdfghklmnprst"]
    weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
    said = [" ".join(draw.choices(vocabulary, weights, k=9)) for _ in range(60)]
    held = {word: draw.randint(60, 400) for word in vocabulary}
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE statements (seq INTEGER, words TEXT)"))
        connection.execute(text("INSERT INTO statements VALUES (:n, 'x')"), [{"n": 400}])
        connection.execute(text("CREATE TABLE statement_words (term TEXT, doc INTEGER)"))
        rows = [{"term": word, "doc": count} for word, count in held.items()]
        connection.execute(text("INSERT INTO statement_words VALUES (:term, :doc)"), rows)
        found = words_used(connection, said)
    counts = Counter(word for words in said for word in set(words.split()))
    often = {word: count for word, count in counts.items() if count >= 2}
    every = {word: count * math.log(1 + 400 / held[word]) for word, count in often.items()}
    best = sorted(every, key=lambda word: (-every[word], word))[:24]
    assert [one.word for one in found] == best
    assert all(one.count == counts[one.word] for one in found)


def test_a_sample_tells_how_common_a_word_is_where_the_record_is_large() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE statements (seq INTEGER, words TEXT)"))
        rows = [{"n": n, "words": "the harbour" if n % 3 else "the dam"} for n in range(1, 1204)]
        connection.execute(text("INSERT INTO statements VALUES (:n, :words)"), rows)
        connection.execute(text("CREATE TABLE statement_words (term TEXT, doc INTEGER)"))
        connection.execute(text("INSERT INTO statement_words VALUES ('trelling', 2)"))
        shares = room._shares(connection, 1203)
        found = words_used(connection, ["harbour trelling", "harbour trelling"] * 5)
    assert set(shares) <= {"the", "dam", "harbour"}
    assert shares["the"] == 1
    assert [one.word for one in found] == ["trelling", "harbour"]
