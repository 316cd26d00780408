"""Everything a loading of the demo says, without the random keys it says it under."""

from collections import Counter
from typing import Any

from commonground.agree.models import Ballot
from commonground.kernel import thread
from commonground.kernel.models import Entry, Translation
from commonground.listen.models import SealedVote, Snapshot, Voice
from commonground.people.models import Appointment, Seat

type Told = dict[str, Counter[tuple[Any, ...]]]

KEYLESS = ("CharField", "TextField", "DateField", "PositiveIntegerField", "DecimalField")


def told() -> Told:
    """Every text, day and number of every thing; votes, ballots and results by the number of the statement."""
    said: Told = {kind: _rows(known.model) for kind, known in thread.KINDS.items() if kind != "publication"}
    said["people"] = Counter(
        (each.person.name, each.title, each.from_day)
        for model in (Seat, Appointment)
        for each in model.objects.select_related("person")
    )
    said["ballots"] = Counter(Ballot.objects.values_list("seat__title", "choice", "reason", "day"))
    said["votes"] = _votes()
    said["results"] = Counter(_result(row) for row in Snapshot.objects.order_by("as_of"))
    said["translations"] = Counter(Translation.objects.values_list("field", "language", "text", "reviewer"))
    said["ledger"] = Counter(Entry.objects.values_list("day", "verb", "kind", "role"))
    return said


def _rows(model: Any) -> Counter[tuple[Any, ...]]:
    names = [field.name for field in model._meta.concrete_fields if field.get_internal_type() in KEYLESS]
    return Counter(model.objects.values_list("thing__language", *names))


def _votes() -> Counter[tuple[Any, ...]]:
    numbers = dict(Voice.objects.values_list("pk", "number"))
    return Counter((numbers[subject], value) for subject, value in SealedVote.objects.values_list("subject", "value"))


def _result(row: Snapshot) -> tuple[Any, ...]:
    numbers = {str(key.hex): number for key, number in Voice.objects.values_list("pk", "number")}
    groups = tuple(sorted((group["name"], group["size"]) for group in row.results["groups"]))
    tallies = tuple(sorted((numbers[key], tuple(counts)) for key, counts in row.results["tallies"].items()))
    return row.as_of, row.people, row.results["finding"], groups, tallies
