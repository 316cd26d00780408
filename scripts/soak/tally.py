"""What clients were told, held against what stands at the end."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

type Value = int | None
type Key = tuple[str, str]


@dataclass(slots=True)
class Cell:
    """One person's vote on one statement, as the person knows it; None is no vote.

    `unanswered` holds what was sent after the last acknowledgement and never answered: it may have arrived or not.
    """

    acknowledged: Value = None
    unanswered: set[Value] = field(default_factory=set)

    def answered(self, value: Value) -> None:
        """The site said that this value was taken in."""
        self.acknowledged = value
        self.unanswered.clear()

    def allows(self, value: Value) -> bool:
        """Whether this value may stand."""
        return value == self.acknowledged or value in self.unanswered


def differences(told: Mapping[Key, Cell], standing: Iterable[tuple[Key, Value]]) -> list[str]:
    """One sentence for each vote that is lost, wrong, there twice, or nobody's. Keys are (participant, statement)."""
    rows = list(standing)
    times = Counter(key for key, _ in rows)
    values = dict(rows)
    found = [f"The vote of {_named(key)} stands {count} times." for key, count in times.items() if count > 1]
    found += [f"Nobody sent the vote of {_named(key)}, yet it stands." for key in values.keys() - told.keys()]
    for key, cell in told.items():
        value = values.get(key)
        if not cell.allows(value):
            found.append(f"The vote of {_named(key)} was acknowledged as {cell.acknowledged}, but {value} stands.")
    return sorted(found)


def _named(key: Key) -> str:
    return f"participant {key[0][:8]} on statement {key[1][:8]}"


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` of them lie, by the nearest rank; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
