"""The part that knows Django, always a process of its own: make the town, seal now and then, check at the end.

`python -m scripts.soak.town prepare | seal SECONDS | check FILE`; the installation is the one the environment names.
"""

import json
import select
import sys
from collections.abc import Callable
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

from scripts.soak.tally import Cell, Key, differences

PLACES = ("the library", "the loop", "the school", "the rink", "the clinic", "the market", "the bridge", "the mill")
WISHES = ("More light at {}", "A warm bench at {}", "People to talk to at {}", "A later bus to {}")


def prepare() -> None:
    """Migrate, and make a place with one open conversation of 32 passed statements, all through actions."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    from commonground.kernel import ledger

    conversation, host = _open_a_conversation()
    statements = _pass_statements(conversation, host)
    told = {"conversation": str(conversation.id), "statements": statements, "head": ledger.sign(ledger.head())}
    sys.stdout.write(json.dumps(told) + "\n")


def _open_a_conversation() -> tuple[Any, Any]:
    from commonground.kernel import clock
    from commonground.kernel.actor import PartyKind, Role
    from commonground.listen.actions import conversations, engagements
    from commonground.listen.models import Level
    from commonground.people.actions import places

    office, coordinator = _holder("City office", PartyKind.AUTHORITY, Role.COORDINATOR)
    association, host = _holder("Residents association", PartyKind.COMMUNITY, Role.HOST)
    places.open_(name="Soak", language="en", synthetic=True, by=(coordinator, host))
    engagement = engagements.open_(
        organisation=office,
        host=association,
        title="Feeling safe outside",
        purpose="To learn what would help.",
        promise=Level.CONSULT,
        police_see="Totals of five people or more.",
        opens=clock.today(),
        closes=clock.today() + timedelta(days=30),
        language="en",
        by=coordinator,
    )
    asked = conversations.open_(engagement=engagement, question="What would help?", language="en", by=coordinator)
    return asked, host


def _holder(name: str, side: Any, role: Any) -> tuple[Any, Any]:
    """An organisation that is a party, and somebody with a role in it."""
    from commonground.kernel.actor import Installer
    from commonground.people.actions import organisations, places
    from commonground.people.actors import held_by
    from commonground.people.models import Person

    party = places.found_party(name=name, side=side.value, language="en", by=Installer())
    made = organisations.enter(name=name, party=party, language="en", by=Installer())
    person = Person.objects.create_user(email=f"{role.value}@example.org", name=name)
    organisations.appoint(organisation=made, person=person, role=role, title=name, by=Installer())
    return made, held_by(person)[0].actor


def _pass_statements(conversation: Any, host: Any) -> list[str]:
    from commonground.kernel.actor import Resident
    from commonground.listen.actions import conversations, statements, voices

    begun = conversations.begin(conversation=conversation, language="en", by=Resident())
    author = Resident(((conversation.id, begun.participant),))
    passed = []
    for wish, place in product(WISHES, PLACES):
        said = voices.record(conversation=conversation, text=wish.format(place) + ".", language="en", by=author)
        passed.append(str(statements.pass_(voice=said, by=host).id))
    return passed


def seal(every: str) -> None:
    """Seal every so many seconds until standard input closes. A town seals once a day: this attacks seal and vote."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sealed = 0
    while not select.select([sys.stdin], [], [], float(every))[0]:
        sealed += _seal_once()
    sys.stdout.write(f"{sealed}\n")


def _seal_once() -> bool:
    from commonground.kernel.actor import Clock
    from commonground.listen.actions import conversations
    from commonground.listen.models import Conversation

    try:
        conversations.seal(conversation=Conversation.objects.get(), by=Clock())
    except conversations.NothingToSeal:
        return False
    return True


def check(file: str) -> None:
    """Seal the rest and hold what stands against what the clients were told; prints the faults as JSON."""
    from commonground.kernel import ledger, verify
    from commonground.listen.models import PendingVote, SealedVote

    told = json.loads(Path(file).read_text())
    _seal_once()
    faults = [f"{PendingVote.objects.count()} votes are still pending."] if PendingVote.objects.exists() else []
    standing = SealedVote.objects.filter(salt__isnull=False, value__isnull=False)
    rows = [((row.participant_id.hex, row.subject_id.hex), row.value) for row in standing]
    faults += differences(_cells(told["people"]), rows)
    verdict = verify.verify(ledger.read_head(told["head"]))
    faults += [f"Ledger, entry {fault.number}: {fault.sentence}" for fault in verdict.faults]
    sys.stdout.write(
        json.dumps({"faults": faults, "standing": len(rows), "entries": verdict.entries, "sealed": verdict.sealed})
        + "\n"
    )


def _cells(people: list[dict[str, Any]]) -> dict[Key, Cell]:
    """What each client was told, by the participant that its cookie holds."""
    from commonground.people.middleware import SIGNER

    found = {}
    for person in people:
        ((_, participant),) = SIGNER.unsign_object(person["cookie"])
        for statement, (acknowledged, unanswered) in person["votes"].items():
            found[participant, statement.replace("-", "")] = Cell(acknowledged, set(unanswered))
    return found


COMMANDS: dict[str, Callable[..., None]] = {"prepare": prepare, "seal": seal, "check": check}

if __name__ == "__main__":
    import django

    django.setup()
    COMMANDS[sys.argv[1]](*sys.argv[2:])
