"""Results of a conversation, read from its last snapshot and never from votes."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from commonground.kernel import access, words
from commonground.kernel.actor import Actor
from commonground.kernel.words import Words
from commonground.listen.models import Conversation, Snapshot, Voice
from commonground.listen.queries.pages import shown
from commonground.listen.results import CELL, shown_people
from commonground.ui.charts import Cell, Chart, Group, opinion_map

SHOWN = 12
A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Ground:
    """A statement on which people stand together: the share of the weakest group, with its range."""

    voice: UUID
    text: Words
    agree: bool
    share: int
    low: int
    high: int
    n: int


@dataclass(frozen=True, slots=True)
class Part:
    """One group's share of agreement with a statement."""

    group: str
    share: int
    n: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A statement that divides: who agrees more, who less, and the shares where no cell is small."""

    voice: UUID
    text: Words
    more: str
    less: str
    n: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """All votes on one statement."""

    voice: UUID
    text: Words
    number: int
    agree: int
    disagree: int
    passed: int

    @property
    def n(self) -> int:
        """All who voted on it, passes counted."""
        return self.agree + self.disagree + self.passed


@dataclass(frozen=True, slots=True)
class GroupOfPeople:
    """An opinion group: its letter, its size and what sets it apart."""

    name: str
    size: int
    marks: tuple["Mark", ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement with which most of a group agree, or disagree, more than others do."""

    voice: UUID
    text: Words
    agree: bool


@dataclass(frozen=True, slots=True)
class Results:
    """A snapshot as the page shows it. A count that is None would reveal a few people by subtraction."""

    as_of: date
    people: int
    all_counted: bool
    eligible: int | None
    mapped: int
    version: str
    statements: int
    votes: int
    too_few: bool
    groups: tuple[GroupOfPeople, ...]
    outside: int
    breakdown: bool
    ground: tuple[Ground, ...]
    more_ground: int
    differences: tuple[Difference, ...]
    counted: "Page[Counted]"
    chart: Chart | None


def results_of(conversation: Conversation, *, for_: Actor, page: str = "1") -> Results | None:
    """The last results of a conversation, or None before the first ones."""
    snapshot = access.visible(Snapshot, for_).filter(conversation=conversation).order_by("-ordinal").first()
    if snapshot is None:
        return None
    found = snapshot.results
    paginator = Paginator(_shown_tallies(conversation, found), A_PAGE)
    wanted = paginator.get_page(page)
    said = _Texts(conversation, for_, _named(found) | {row.voice for row in wanted.object_list})
    people = shown_people(found)
    groups = tuple(_group(group, said) for group in found["groups"])
    outside = people - sum(group.size for group in groups)
    counted = shown(wanted, [row.told(said) for row in wanted.object_list if row.voice in said])
    ground = [_ground(row, said) for row in found["common_ground"] if UUID(row["voice"]) in said]
    return Results(
        as_of=snapshot.as_of,
        people=people,
        all_counted=found["people"] is not None,
        eligible=found["eligible"],
        mapped=found["mapped"],
        version=snapshot.version,
        statements=found["statements"],
        votes=found["votes"],
        too_few=found["finding"] == "too-few",
        groups=groups,
        outside=outside,
        breakdown=bool(groups) and (outside == 0 or outside >= CELL),
        ground=tuple(ground[:SHOWN]),
        more_ground=max(0, len(found["common_ground"]) - SHOWN),
        differences=tuple(_difference(row, said) for row in found["differences"][:SHOWN] if UUID(row["voice"]) in said),
        counted=counted,
        chart=_chart(found, groups),
    )


def map_of(conversation: Conversation, *, for_: Actor) -> Chart | None:
    """The map of the last results alone, for its files."""
    results = results_of(conversation, for_=for_)
    return results.chart if results else None


class _Texts:
    """The statements that may still be shown, by key; a withdrawn one is not among them."""

    def __init__(self, conversation: Conversation, actor: Actor, keys: set[UUID]) -> None:
        rows = list(access.visible(Voice, actor).filter(conversation=conversation, status="passed", pk__in=list(keys)))
        texts = words.many([(row, "text") for row in rows])
        self.texts = {row.id: texts[row.id, "text"] for row in rows}

    def __contains__(self, key: UUID) -> bool:
        return key in self.texts

    def __getitem__(self, key: UUID) -> Words:
        return self.texts[key]


@dataclass(frozen=True, slots=True)
class _Row:
    voice: UUID
    number: int
    counts: tuple[int, int, int]

    def told(self, said: _Texts) -> Counted:
        agree, disagree, passed = self.counts
        return Counted(self.voice, said[self.voice], self.number, agree, disagree, passed)


def _shown_tallies(conversation: Conversation, found: dict[str, Any]) -> list[_Row]:
    rows = Voice.objects.filter(conversation=conversation, status=Voice.Status.PASSED, number__isnull=False)
    return [
        _Row(key, number or 0, (agree, disagree, passed))
        for key, number in rows.order_by("number").values_list("pk", "number")
        if key.hex in found["tallies"]
        for agree, disagree, passed in [found["tallies"][key.hex]]
    ]


def _named(found: dict[str, Any]) -> set[UUID]:
    """The statements that the head of the page names."""
    listed = found["common_ground"][: SHOWN * 2] + found["differences"][:SHOWN]
    listed += [mark for group in found["groups"] for mark in group["representative"]]
    return {UUID(row["voice"]) for row in listed}


def _group(group: dict[str, Any], said: _Texts) -> GroupOfPeople:
    marks = tuple(
        Mark(UUID(mark["voice"]), said[UUID(mark["voice"])], mark["direction"] == "agree")
        for mark in group["representative"]
        if UUID(mark["voice"]) in said
    )
    return GroupOfPeople(group["name"], group["size"], marks)


def _ground(row: dict[str, Any], said: _Texts) -> Ground:
    voice = UUID(row["voice"])
    share, low, high = (round(100 * row[name]) for name in ("score", "low", "high"))
    return Ground(voice, said[voice], row["direction"] == "agree", share, low, high, row["n"])


def _difference(row: dict[str, Any], said: _Texts) -> Difference:
    voice = UUID(row["voice"])
    more, less = row["between"] or ("", "")
    parts = tuple(
        Part(group, round(100 * agreed / n), n) for group, (agreed, n) in sorted((row["by_group"] or {}).items())
    )
    return Difference(voice, said[voice], more, less, row["n"], parts)


def _chart(found: dict[str, Any], groups: tuple[GroupOfPeople, ...]) -> Chart | None:
    names = [group.name for group in groups]
    cells = [
        Cell(float(column), float(row), None if group is None else names[group], count)
        for column, row, group, count in found["map"]["squares"]
    ]
    if not cells:
        return None
    return opinion_map(
        cells,
        [Group(group.name, _("Group %(name)s") % {"name": group.name}, group.size) for group in groups],
        title=_("Where opinions lie near each other"),
        method=_("Worked out from agreement and disagreement alone; each mark stands for five people or more."),
        n=found["mapped"],
        caution=_("An opt-in sample: no margin of error, and nothing is said of those who did not take part."),
    )
