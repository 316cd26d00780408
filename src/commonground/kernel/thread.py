"""The thread: edges between registered things, one recursive query each way, and the slots of upper rooms.

A room registers its kinds (title, address) and panels here; lower rooms show them without knowing who made them.
"""

import uuid
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from commonground.kernel import access, clock, words
from commonground.kernel.actor import Actor
from commonground.kernel.models import Edge, Registered, Thing

DEPTH = 12


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of thing appears in the thread: its word, its title's column, its address, the day it happened."""

    model: type[Registered]
    word: str | Promise
    title: str
    address: Callable[[Any], str]
    day: Callable[[Any], date | None]
    detail: Callable[[Any], str | Promise] = lambda _row: ""
    late: Callable[[Any], bool] = lambda _row: False
    order: int = 0
    quote: bool = False


KINDS: dict[str, Kind] = {}
SLOTS: dict[str, list[Callable[[Registered, Actor], SafeString]]] = {}


def register(kind: Kind) -> None:
    """Make a kind of thing known to the thread."""
    KINDS[kind.model.kind] = kind


@dataclass(frozen=True, slots=True)
class Station:
    """One thing on a thread, as an actor may see it."""

    id: uuid.UUID
    kind: str
    eyebrow: str | Promise
    title: words.Words
    url: str
    day: date | None
    detail: str | Promise = ""
    late: bool = False
    steps: int = 0
    quote: bool = False

    @property
    def language(self) -> str:
        """The tag of the title's own language."""
        return self.title.language


def link(source: Registered, relation: str, target: Registered) -> Edge:
    """Thread two things inside the act under way; linking twice is the same as once."""
    standing = Edge.objects.filter(source=source.thing, target=target.thing, relation=relation, ended=None).first()
    if standing is not None:
        return standing
    edge = Edge(source=source.thing, target=target.thing, relation=relation, made=clock.today())
    edge.save(force_insert=True)
    return edge


def link_many(sources: Iterable[Registered], relation: str, target: Registered) -> None:
    """Thread many things to one; those already linked stay as they are."""
    sources = list(sources)
    standing = set(
        Edge.objects.filter(target=target.thing, relation=relation, ended=None).values_list("source_id", flat=True)
    )
    Edge.objects.bulk_create(
        [
            Edge(source_id=source.id, target=target.thing, relation=relation, made=clock.today())
            for source in sources
            if source.id not in standing
        ],
        batch_size=200,
    )


def end(source: Registered, relation: str, target: Registered) -> None:
    """End an edge from today; it stays on record."""
    for edge in Edge.objects.filter(source=source.thing, target=target.thing, relation=relation, ended=None):
        edge.ended = clock.today()
        edge.save()


def forward(starts: Iterable[uuid.UUID], *, for_: Actor, kinds: Collection[str] = ()) -> list[Station]:
    """What became of things: all that they lead to and that `for_` may see. The starts are left out.

    One query walks, one more reads each kind found; `kinds` names those a page wants to show (all without it).
    """
    return _stations(_walk(list(starts), "source_id", "target_id"), for_, kinds)


def back(starts: Iterable[uuid.UUID], *, for_: Actor, kinds: Collection[str] = ()) -> list[Station]:
    """Where things came from, by the same rules as `forward`."""
    return _stations(_walk(list(starts), "target_id", "source_id"), for_, kinds)


type Steps = dict[uuid.UUID, tuple[str, int]]


def _walk(starts: list[uuid.UUID], here: str, there: str) -> Steps:
    """Kind and fewest steps of each key reachable over living edges. UNION stops cycles; DEPTH stops the rest."""
    if not starts:
        return {}
    field = Thing._meta.pk
    ready = [field.get_db_prep_value(start, connection) for start in starts]
    table = Edge._meta.db_table
    marks = ",".join(["%s"] * len(ready))
    with connection.cursor() as cursor:
        cursor.execute(
            f"""WITH RECURSIVE walk(thing, steps) AS (
                    SELECT id, 0 FROM {Thing._meta.db_table} WHERE id IN ({marks})
                    UNION
                    SELECT edge.{there}, walk.steps + 1 FROM walk JOIN {table} edge
                      ON edge.{here} = walk.thing AND edge.ended IS NULL WHERE walk.steps < {DEPTH})
                SELECT thing, kind, MIN(steps) FROM walk JOIN {Thing._meta.db_table} known ON known.id = walk.thing
                  WHERE steps > 0 GROUP BY thing, kind""",  # noqa: S608 (names of our own tables)
            ready,
        )
        rows = [(key if isinstance(key, uuid.UUID) else uuid.UUID(key), *rest) for key, *rest in cursor.fetchall()]
    return {key: (kind, steps) for key, kind, steps in rows if key not in set(starts)}


def _stations(steps: Steps, actor: Actor, wanted: Collection[str]) -> list[Station]:
    keys: dict[str, list[uuid.UUID]] = {}
    for key, (name, _) in steps.items():
        if name in KINDS and (not wanted or name in wanted):
            keys.setdefault(name, []).append(key)
    rows = [
        (KINDS[name], row)
        for name, found in keys.items()
        for row in access.visible(KINDS[name].model, actor).filter(pk__in=found)
    ]
    # By the source text, so that the titles' translations are looked up with all else that the page asks for.
    rows.sort(key=lambda each: (each[0].order, each[0].day(each[1]) or date.min, _title(*each), each[1].id.hex))
    return [station_of(row, steps=steps[row.id][1]) for _, row in rows]


def _title(kind: Kind, row: Registered) -> str:
    title: str = getattr(row, kind.title)
    return title


def station_of(row: Registered, *, steps: int = 0, eyebrow: str | Promise = "") -> Station:
    """A registered row as a station; for pages that draw a line of rows they hold already."""
    kind = KINDS[row.kind]
    return Station(
        id=row.id,
        kind=row.kind,
        eyebrow=eyebrow or kind.word,
        title=words.of(row, kind.title),
        url=kind.address(row),
        day=kind.day(row),
        detail=kind.detail(row),
        late=kind.late(row),
        steps=steps,
        quote=kind.quote,
    )


def fill(name: str) -> Callable[[Callable[[Registered, Actor], SafeString]], Callable[[Registered, Actor], SafeString]]:
    """Put a panel or button into a named slot of a lower room."""

    def wrap(panel: Callable[[Registered, Actor], SafeString]) -> Callable[[Registered, Actor], SafeString]:
        SLOTS.setdefault(name, []).append(panel)
        return panel

    return wrap


def slot(name: str, thing: Registered, actor: Actor) -> list[SafeString]:
    """What upper rooms put into a slot, for one thing as one actor may see it."""
    return [html for panel in SLOTS.get(name, ()) if (html := panel(thing, actor))]
