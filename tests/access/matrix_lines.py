"""The matrix as lines that people can review: a line for each rule and for each way in which it holds."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from commonground.kernel.access import POLICIES
from commonground.kernel.actor import PartyKind
from commonground.kernel.matrix import Cell, archetypes, matrix

EXPECTED = Path(__file__).with_name("expected.tsv")
OF_A_SIDE = ("seat", "chair", "new seat", "host", "member")
RESIDENTS = {"resident", "resident with words"}
HEAD = "about\tname\tmay\twhen\twho"
HOW = (
    "The policy no longer gives the cells of tests/access/expected.tsv. Read each changed line against the trust "
    "rules; when every one is meant, write the file anew with: python -m tests.access.write_expected"
)


def cells() -> list[Cell]:
    """Every cell of the house; the room that the kernel's tests bring along is left out."""
    return [cell for cell in matrix().cells if not _of_a_trial(cell)]


def _of_a_trial(cell: Cell) -> bool:
    kind = cell.name.split(".")[0]
    rules = {
        "verb": POLICIES.verbs.get(cell.name, []),
        "rows": POLICIES.rows.get(cell.name, []),
        "field": POLICIES.rows.get(kind, []),
    }.get(cell.about, [])
    return bool(rules) and all(rule.room == "trial" for rule in rules)


def lines() -> list[str]:
    """One line for each subject and each (may, when) that some actor has of it; subjects that are nobody's say so."""
    subjects: dict[tuple[str, str], dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for cell in cells():
        found = subjects[cell.about, cell.name]
        if cell.may != "no":
            found[cell.may, cell.when].append(cell.actor)
    said = []
    for (about, name), held in subjects.items():
        said += [f"{about}\t{name}\t{may}\t{when}\t{compact(actors)}" for (may, when), actors in held.items()]
        if not held:
            said.append(f"{about}\t{name}\tno\t\tnobody")
    return [HEAD, *sorted(said)]


def compact(actors: Iterable[str]) -> str:
    """Kinds of actors in few words: "every seat" for seats of all five sides, "every host but of police" for four."""
    left = set(actors)
    if left == set(archetypes()):
        return "everybody"
    said = []
    if left >= RESIDENTS:
        said.append("every resident")
        left -= RESIDENTS
    for role in OF_A_SIDE:
        of_sides = {f"{role} of {side}": side for side in PartyKind}
        missing = [side.value for name, side in of_sides.items() if name not in left]
        if len(missing) <= 1:
            said.append(f"every {role}" + (f" but of {missing[0]}" if missing else ""))
            left -= set(of_sides)
    return ", ".join(sorted([*said, *left]))
