"""The pattern kinds block; an ordinary sentence passes."""

import pytest

from commonground.kernel import guard
from commonground.kernel.guard import Kind

BLOCKED = [
    ("Call me at 613-555-0142 tonight", Kind.PHONE),
    ("Mon numéro : (819) 555 0199", Kind.PHONE),
    ("phone +1 416 555 0123 after six", Kind.PHONE),
    ("text 6135550142", Kind.PHONE),
    ("my cell is 613 555 0142", Kind.PHONE),
    ("écrivez à prenom.nom@example.org", Kind.EMAIL),
    ("write jo at jo.smith (at) example (dot) ca", Kind.EMAIL),
    ("I live at K1A 0B1", Kind.POSTAL_CODE),
    ("code h2x1y4 près du parc", Kind.POSTAL_CODE),
    ("the van BKZT 419 was there again", Kind.PLATE),
    ("plaque : A12 BCD, une voiture grise", Kind.PLATE),
    ("licence plate was xk4 21b", Kind.PLATE),
]
PASSES = [
    "Waiting at the Foundry loop after nine feels unsafe because of light, not because of people.",
    "The bus at 00:50 on route 95 was full on 2026-03-14.",
    "They spent $1,250,000 on it in 2024, and 62% said no.",
    "Les agents devraient rester assez longtemps pour connaître nos aînés.",
    "HWY 417 is loud. Bus 101 is late. Bill 96 and Call to Action 41 matter.",
    "Il y a 268 idées, 31 recommandations et 4 thèmes.",
    "Raise the licence age from 16 to 18, and make the licenses 20 percent cheaper.",
    "Rent for a family. @ 1.91% of the budget. Is that right",
    "We were 12 people at 3 tables from 18:00 to 20:30.",
    "Between 2019 and 2023 the number fell from 1200 to 900.",
]


@pytest.mark.parametrize(("text", "kind"), BLOCKED)
def test_what_would_find_a_person_is_blocked_by_its_kind(text: str, kind: Kind) -> None:
    assert kind in {found.kind for found in guard.find(text)}
    with pytest.raises(guard.TextBlocked) as refusal:
        guard.check(text)
    assert "Nothing was saved" in str(refusal.value)


@pytest.mark.parametrize("text", PASSES)
def test_an_ordinary_sentence_passes(text: str) -> None:
    assert guard.find(text) == []


def test_look_alike_characters_do_not_hide_a_number() -> None:
    assert guard.find("６１３‑５５５‑０１４２")
    assert guard.find("613\u00a0555\u00a00142")


def test_the_refusal_never_repeats_what_it_found() -> None:
    with pytest.raises(guard.TextBlocked) as refusal:
        guard.check("613-555-0142")
    assert "0142" not in str(refusal.value)
