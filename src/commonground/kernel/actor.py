"""Who acts. One seat or role per request, chosen by the person, never the union of all they hold."""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class PartyKind(StrEnum):
    """The five kinds of side; they group, colour and count parties, and own nothing themselves."""

    POLICE = "police"
    AUTHORITY = "authority"
    COMMUNITY = "community"
    SERVICES = "services"
    NATION = "nation"


class Role(StrEnum):
    """What somebody with an account acts as."""

    SEAT = "seat"
    COORDINATOR = "coordinator"
    HOST = "host"
    MEMBER = "member"
    OFFICER = "officer"
    MANAGER = "manager"
    STEWARD = "steward"


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody without an account: at most the participants that their own cookie proves, by container."""

    participants: tuple[tuple[uuid.UUID, uuid.UUID], ...] = ()

    def within(self, container: uuid.UUID) -> uuid.UUID | None:
        """The participant this resident is in a container, if they have begun there."""
        return dict(self.participants).get(container)


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with an account, in the one seat or role chosen for this request.

    `counts_from` is the first day on which a seat counts for votes and quorum: changes of seats are public for
    14 days before. `chairing` is true for the chairs of the table.
    """

    person: uuid.UUID
    name: str
    role: Role
    counts_from: date
    party: uuid.UUID | None = None
    kind: PartyKind | None = None
    organisation: uuid.UUID | None = None
    table: uuid.UUID | None = None
    seat: uuid.UUID | None = None
    chairing: bool = False
    spaces: frozenset[uuid.UUID] = field(default_factory=frozenset)
    authenticated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Remote:
    """A party that hosts itself and signs with its own key."""

    party: uuid.UUID
    key: bytes


@dataclass(frozen=True, slots=True)
class Clock:
    """The passing of days: seals, closes and marks late."""


@dataclass(frozen=True, slots=True)
class Installer:
    """Whoever stands at the machine: opens the place with two parties, imports, loads the demo."""


Actor = Resident | Holder | Remote | Clock | Installer


@dataclass(frozen=True, slots=True)
class Signature:
    """How an actor appears in the ledger: role and party, never a name."""

    role: str
    party: str


def signature(actors: tuple[Actor, ...]) -> Signature:
    """The actors of one act as the ledger prints them: roles and parties, joined by + where two act together."""
    return Signature("+".join(_role(actor) for actor in actors), "+".join(filter(None, map(_party, actors))))


def _role(actor: Actor) -> str:
    match actor:
        case Holder():
            return actor.role.value
        case Remote():
            return "remote"
        case Clock():
            return "clock"
        case Installer():
            return "installer"
        case Resident():
            return "resident"


def _party(actor: Actor) -> str:
    return actor.party.hex if isinstance(actor, Holder | Remote) and actor.party else ""
