"""What the doors of the house show: where the place stands, the ledger in plain words, what waits for somebody."""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import Http404
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from commonground.act.models import Commitment, CommitmentStatus
from commonground.act.queries import PromiseLine, promise_lines, promises
from commonground.kernel import access, clock, ledger, thread, words
from commonground.kernel.actor import Actor, Holder, PartyKind
from commonground.kernel.models import Entry, Party, Space, Thing
from commonground.kernel.words import Words
from commonground.listen.models import Engagement, Snapshot, Voice
from commonground.listen.queries.engagements import EngagementCard, cards
from commonground.measure import changes
from commonground.measure.changes import Way
from commonground.measure.models import Indicator
from commonground.measure.queries import last_readings
from commonground.people.models import Organisation
from commonground.web.sentences import ROLES, said_of

LATE_SHOWN = 4
SOON = 14
A_PAGE = 40


@dataclass(frozen=True, slots=True)
class Promises:
    """How the place's promises stand."""

    kept: int
    under_way: int
    late: int
    dropped: int


@dataclass(frozen=True, slots=True)
class Measures:
    """How many indicators moved which way since their baseline."""

    all: int
    wanted: int
    other: int


@dataclass(frozen=True, slots=True)
class Shared:
    """The statement that people of the newest results share most: the share of the group that shares it least."""

    conversation: uuid.UUID
    text: Words
    agree: bool
    share: int
    low: int
    high: int
    groups: bool
    n: int


@dataclass(frozen=True, slots=True)
class Home:
    """Where the place stands along the loop today."""

    open: tuple[EngagementCard, ...]
    voices: int
    priorities: int
    reports: int
    promises: Promises
    measures: Measures
    owed: tuple[PromiseLine, ...]
    shared: Shared | None
    today: date


def home(*, for_: Actor) -> Home:
    """The first page. At most twelve queries, with those that every page makes."""
    today = clock.today()
    kinds = dict(
        Thing.objects.filter(space=Space.common(), kind__in=("priority", "publication"))
        .values_list("kind")
        .annotate(n=Count("id"))
    )
    soon = today + timedelta(days=SOON)
    return Home(
        open=_open_engagements(for_, today),
        voices=access.visible(Voice, for_).filter(status=Voice.Status.PASSED).count(),
        priorities=kinds.get("priority", 0),
        reports=kinds.get("publication", 0),
        promises=_promises(access.visible(Commitment, for_), today),
        measures=_measures(for_),
        owed=promise_lines(promises(for_).filter(status=CommitmentStatus.PROMISED, due__lte=soon)[:LATE_SHOWN]),
        shared=_shared(for_),
        today=today,
    )


def _open_engagements(actor: Actor, today: date) -> tuple[EngagementCard, ...]:
    rows = access.visible(Engagement, actor).filter(closed=None, opens__lte=today, closes__gte=today)
    together = rows.select_related("host__party", "opened_by", "neighbourhood")
    return cards(list(together.order_by("closes", "title", "pk")))


def _promises(rows: "QuerySet[Commitment]", today: date) -> Promises:
    standing = Counter(
        "late" if status == CommitmentStatus.PROMISED and due < today else status
        for status, due in rows.values_list("status", "due")
    )
    return Promises(
        kept=standing[CommitmentStatus.KEPT],
        under_way=standing[CommitmentStatus.PROMISED],
        late=standing["late"],
        dropped=standing[CommitmentStatus.DROPPED],
    )


def _measures(actor: Actor) -> Measures:
    indicators = list(access.visible(Indicator, actor))
    last = last_readings(indicators, for_=actor)
    ways = [changes.of(row, last.get(row.id)).way for row in indicators]
    return Measures(all=len(ways), wanted=ways.count(Way.WANTED), other=ways.count(Way.OTHER))


def _shared(actor: Actor) -> Shared | None:
    snapshot = access.visible(Snapshot, actor).order_by("-as_of", "-people", "pk").first()
    if snapshot is None or not snapshot.results["common_ground"]:
        return None
    first = snapshot.results["common_ground"][0]
    voice = access.visible(Voice, actor).filter(pk=first["voice"], status=Voice.Status.PASSED).first()
    if voice is None:
        return None
    share, low, high = (round(100 * first[part]) for part in ("score", "low", "high"))
    return Shared(
        conversation=snapshot.conversation_id,
        text=words.of(voice, "text"),
        agree=first["direction"] == "agree",
        share=share,
        low=low,
        high=high,
        groups=bool(snapshot.results["groups"]),
        n=first["n"],
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the ledger in plain words."""

    number: int
    day: date
    who: str | Promise
    parties: tuple[tuple[PartyKind, str], ...]
    did: str | Promise
    refused: bool
    kind: str | Promise
    thing: uuid.UUID | None
    hash: str


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """A page of the public ledger, its head, and the thing it was narrowed to."""

    lines: tuple[Line, ...]
    page: "Page[Entry]"
    length: int
    head: str
    public_key: str
    of: str


def ledger_page(page: str, *, of: str, for_: Actor) -> LedgerPage:
    """The common chain, newest first; only the entries of one thing when its key is given."""
    rows = Entry.objects.filter(space_id=Space.common()).order_by("-number")
    if of:
        rows = rows.filter(thing=of)
    found: Page[Entry] = Paginator(rows, A_PAGE).get_page(page)
    names = {party.id.hex: (PartyKind(party.side), party.name) for party in Party.objects.all()}
    hidden = _hidden(found.object_list, for_)
    lines = tuple(_line(entry, names, hidden) for entry in found.object_list)
    head = ledger.head()
    return LedgerPage(lines, found, head.length, head.hash, ledger.public_key(), of)


def _hidden(entries: Iterable[Entry], actor: Actor) -> set[str]:
    """The things of these entries that the actor may not open; a query for each kind that is not wholly public."""
    asked: dict[str, set[str]] = {}
    for entry in entries:
        if entry.thing and entry.kind in thread.KINDS and not access.wholly_public(entry.kind):
            asked.setdefault(entry.kind, set()).add(entry.thing)
    hidden: set[str] = set()
    for kind, things in asked.items():
        rows = access.visible(thread.KINDS[kind].model, actor).filter(pk__in=[uuid.UUID(key) for key in things])
        hidden |= things - {key.hex for key in rows.values_list("pk", flat=True)}
    return hidden


def _line(entry: Entry, names: dict[str, tuple[PartyKind, str]], hidden: set[str]) -> Line:
    did, refused = said_of(entry.verb)
    roles = entry.role.split("+")
    kind = thread.KINDS.get(entry.kind)
    return Line(
        number=entry.number,
        day=entry.day,
        who=ROLES.get(roles[0], roles[0]),
        parties=tuple(names[key] for key in entry.party.split("+") if key in names),
        did=did,
        refused=refused,
        kind=kind.word if kind else "",
        thing=uuid.UUID(entry.thing) if kind and entry.thing and entry.thing not in hidden else None,
        hash=bytes(entry.hash).hex()[:12],
    )


def address_of(key: uuid.UUID, *, for_: Actor) -> str:
    """The page of a thing. Raises Http404 for what is not there and for what the actor may not see, alike."""
    thing = Thing.objects.filter(pk=key).first()
    if thing is None or thing.kind not in thread.KINDS:
        raise Http404
    kind = thread.KINDS[thing.kind]
    return kind.address(access.get(kind.model, key, for_))


@dataclass(frozen=True, slots=True)
class Workspace:
    """What waits for a holder in the seat or role they act in."""

    holder: Holder
    organisation: str
    todo: tuple[SafeString, ...]


def workspace(holder: Holder) -> Workspace:
    """The panels that the rooms fill for this actor."""
    organisation = Organisation.objects.filter(pk=holder.organisation).first()
    panels = thread.slot("workspace.todo", organisation, holder) if organisation else []
    return Workspace(holder, organisation.name if organisation else "", tuple(panels))
