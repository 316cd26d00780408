"""A Polis export made for the loop: two planted groups of 60 people and 20 statements, eight of them shared by both."""

import csv
import random
from pathlib import Path

from commonground.demo.voters import VOTES

PEOPLE = 120
SHARED = (
    "The path to the school needs snow cleared before eight",
    "The library should stay open on Sunday afternoons",
    "Somebody should answer within two weeks when we report a broken light",
    "Buses should wait at the station until the last train has come",
    "Every playground needs one bench in the shade",
    "The clinic should say on its door how long the wait is",
    "New neighbours should get one page that says whom to call",
    "The skating oval should lend helmets for nothing",
)
DIVIDING = (
    "Cars should leave Mill Street altogether",
    "More officers on foot would help in the evening",
    "The market square should close at eleven",
    "Cameras belong at the underpass",
    "Parking near the shops should stay free",
    "The old cinema should become flats",
    "Music in the park is too loud in summer",
    "Dogs may run free by the river",
    "Taxes may rise for better buses",
    "The speed limit should be thirty everywhere",
    "Bicycles may use the footpath",
    "The rink should be sold",
)
STATEMENTS = (*SHARED, *DIVIDING)


def write(folder: Path, *, seed: int = 7) -> Path:
    """Write comments.csv and votes.csv; the same bytes for the same seed."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "comments.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(
            ["timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"]
        )
        rows.writerows((number, "", number, 0, 0, 0, 1, text) for number, text in enumerate(STATEMENTS))
    with (folder / "votes.csv").open("w", newline="", encoding="utf-8") as file:
        log = csv.writer(file)
        log.writerow(VOTES)
        stamp = 0
        for person in range(PEOPLE):
            for number in range(len(STATEMENTS)):
                if chance.random() < 0.8:
                    stamp += 1
                    log.writerow((stamp, "", number, person, _vote(chance, person % 2, number)))
    return folder


def _vote(chance: random.Random, group: int, number: int) -> int:
    """Nine of ten agree on what is shared; on the rest the two groups stand against each other."""
    if chance.random() < 0.08:
        return 0
    agreeing = 0.92 if number < len(SHARED) or (number + group) % 2 else 0.08
    return 1 if chance.random() < agreeing else -1
