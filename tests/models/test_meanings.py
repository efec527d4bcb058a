"""What sentences mean: near where they say the same, in whatever languages."""

import numpy as np
import pytest

from reportedly.models import LANGUAGES_COMPARED, meanings

SAME = {
    "en": "The minister resigned on Monday because of the flood.",
    "de": "Der Minister trat am Montag wegen der Überschwemmung zurück.",
    "es": "El ministro dimitió el lunes a causa de la inundación.",
    "fr": "Le ministre a démissionné lundi à cause de l'inondation.",
    "ru": "Министр подал в отставку в понедельник из-за наводнения.",
    "ar": "استقال الوزير يوم الاثنين بسبب الفيضان.",
    "fa": "وزیر روز دوشنبه به دلیل سیل استعفا داد.",
}
OTHER = "Children learned to bake bread in the old village school."


@pytest.mark.parametrize("language", sorted(LANGUAGES_COMPARED - {"en"}))
def test_a_sentence_is_nearer_to_its_translation_than_to_another_sentence(language: str) -> None:
    english = meanings().of([SAME["en"], OTHER], "en")
    (abroad,) = meanings().of([SAME[language]], language)
    near, far = (english @ abroad).tolist()
    assert near > far + 0.3


def test_every_vector_is_of_length_one_and_a_text_without_words_means_nothing() -> None:
    found = meanings().of([SAME["fa"], "", "سلام"], "fa")
    assert np.linalg.norm(found, axis=1) == pytest.approx([1, 0, 1], abs=1e-5)
    assert meanings().of([], "fa").shape == (0, found.shape[1])


def test_a_sentence_means_the_same_whatever_stands_beside_it() -> None:
    alone = meanings().of([OTHER], "en")[0]
    assert meanings().of([SAME["en"], OTHER, "!"], "en")[1] == pytest.approx(alone, abs=1e-6)
