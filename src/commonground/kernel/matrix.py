"""The whole policy as a table: every verb, kind, field and route against every kind of actor.

The cells are read off the same rules that decide, so the table cannot be wrong about them; that the rules are
right is for people to review, in the file of expected cells that a test compares with this.
"""

import uuid
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from commonground.kernel.access import POLICIES, Binding, Reach, Rule
from commonground.kernel.actor import Actor, Clock, Holder, Installer, PartyKind, Resident, Role

SAYS = {Reach.NO: "no", Reach.OWN: "own", Reach.YES: "yes"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one kind of actor may: "no", "own" (what belongs to them) or "yes", and in which states."""

    about: str
    name: str
    actor: str
    may: str
    when: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Every cell, and the routes that no rule binds (there must be none)."""

    cells: tuple[Cell, ...]
    unbound: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {"cells": [asdict(cell) for cell in self.cells], "unbound": list(self.unbound)}

    def as_text(self) -> str:
        """For people: a line a cell that says something else than no."""
        lines = [
            f"{cell.about:7} {cell.name:32} {cell.actor:24} {cell.may:4} {cell.when}"
            for cell in self.cells
            if cell.may != "no"
        ]
        return "\n".join([*lines, f"unbound routes: {', '.join(self.unbound) or 'none'}"])


def archetypes() -> dict[str, Actor]:
    """One actor of each kind that the house knows. A seat that does not count yet is a kind of its own."""
    known: dict[str, Actor] = {"resident": Resident(), "clock": Clock(), "installer": Installer()}
    for side in PartyKind:
        known[f"seat of {side}"] = _holder(Role.SEAT, side, table=True)
        known[f"chair of {side}"] = _holder(Role.SEAT, side, table=True, chairing=True)
        known[f"new seat of {side}"] = _holder(Role.SEAT, side, table=True, counts_from=date.max)
        known[f"host of {side}"] = _holder(Role.HOST, side)
        known[f"member of {side}"] = _holder(Role.MEMBER, side)
    known["resident with words"] = Resident(((uuid.uuid4(), uuid.uuid4()),))
    known["coordinator of police"] = _holder(Role.COORDINATOR, PartyKind.POLICE)
    known["coordinator"] = _holder(Role.COORDINATOR, PartyKind.AUTHORITY)
    known["officer"] = _holder(Role.OFFICER, PartyKind.POLICE)
    known["police manager"] = _holder(Role.MANAGER, PartyKind.POLICE)
    known["steward"] = _holder(Role.STEWARD, None)
    return known


def _holder(
    role: Role, side: PartyKind | None, *, table: bool = False, chairing: bool = False, counts_from: date = date.min
) -> Holder:
    return Holder(
        person=uuid.uuid4(),
        name="",
        role=role,
        counts_from=counts_from,
        party=uuid.uuid4() if side else None,
        kind=side,
        organisation=uuid.uuid4(),
        table=uuid.uuid4() if table else None,
        seat=uuid.uuid4() if table else None,
        chairing=chairing,
    )


def matrix() -> Matrix:
    """The table as the rules stand."""
    actors = archetypes()
    cells = [
        cell
        for about, table in (("verb", POLICIES.verbs), ("rows", POLICIES.rows))
        for name, rules in sorted(table.items())
        for cell in _cells(about, name, rules, actors)
    ]
    for kind, guarded in sorted(POLICIES.fields.items()):
        for field, who in sorted(guarded.items()):
            cells += [
                Cell("field", f"{kind}.{field}", name, SAYS[who.reach(actor)], "") for name, actor in actors.items()
            ]
    unbound = []
    for name, binding in sorted(routes().items()):
        if binding is None:
            unbound.append(name)
            continue
        words = f"{binding.kind} {binding.name}"
        cells += [
            Cell("route", name, each, "yes" if binding.open_to(actor) else "no", words)
            for each, actor in actors.items()
        ]
    return Matrix(tuple(cells), tuple(unbound))


def _cells(about: str, name: str, rules: list[Rule], actors: dict[str, Actor]) -> Iterator[Cell]:
    for actor_name, actor in actors.items():
        reached = [(rule.to.reach(actor), rule.when.words) for rule in rules]
        best = max((reach for reach, _ in reached), default=Reach.NO)
        states = sorted({f"{SAYS[reach]}: {words}" for reach, words in reached if reach is not Reach.NO})
        yield Cell(about, name, actor_name, SAYS[best], "; ".join(states))


def routes() -> dict[str, Binding | None]:
    """Every route by name, with the rule it is bound to."""
    return dict(_walk(get_resolver(), ""))


def _walk(resolver: URLResolver, space: str) -> Iterator[tuple[str, Binding | None]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from _walk(pattern, space + inner)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name or pattern.pattern}", getattr(pattern.callback, "bound", None)
