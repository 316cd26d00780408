"""Who may ask, speak, vote, host and import, and who sees what was said. Default: nobody.

The police never moderate: `not_police` stands in every rule of a host, and no rule shows them what waits.
"""

from typing import Any

from django.db.models import Q

from commonground.kernel.access import (
    Policy,
    Reach,
    Who,
    anyone,
    clock,
    installer,
    not_police,
    own,
    resident,
    role,
    where,
)
from commonground.kernel.actor import Actor, Resident, Role
from commonground.kernel.clock import today

NONE = Q(pk__in=())


class Author(Who):
    """Whoever proves, by what their cookie holds, that they said it."""

    words = "who said it"

    def reach(self, actor: Actor) -> Reach:
        return Reach.OWN if isinstance(actor, Resident) and actor.participants else Reach.NO

    def holds(self, actor: Actor, subject: Any) -> bool:
        if not isinstance(actor, Resident) or subject is None or subject.participant_id is None:
            return False
        return any(subject.participant_id == key for _, key in actor.participants)

    def rows(self, actor: Actor) -> Q:
        if not isinstance(actor, Resident) or not actor.participants:
            return NONE
        return Q(participant__in=[key for _, key in actor.participants])


def coordinator_of(path: str) -> Who:
    """The coordinator of the office that opened the engagement."""
    return role(Role.COORDINATOR) & own(path, "organisation") & not_police


def host_of(path: str) -> Who:
    """Whoever hosts the engagement for its host organisation; never the police."""
    return role(Role.HOST) & own(path, "organisation") & not_police


author = Author()
open_engagement = where("the engagement is open", closed__isnull=True)
running = where("the engagement is open and its last day has not passed", closed__isnull=True, closes__gte=today)
open_conversation = where("the conversation is open", status="open")
not_judged = where("it waits or is held back", status__in=("waiting", "quarantined"))
there = where("it was not withdrawn", status__in=("waiting", "quarantined", "passed", "rejected"))

policy = Policy("listen")
policy.verb("engagement.open", to=coordinator_of(""))
policy.verb("engagement.close", to=coordinator_of("opened_by") | clock, when=open_engagement)
policy.verb("conversation.open", to=coordinator_of("opened_by") | host_of("host"), when=running)
policy.verb("conversation.begin", to=resident)
policy.verb("conversation.seal", to=clock)
policy.verb(
    "conversation.close",
    to=coordinator_of("engagement__opened_by") | host_of("engagement__host") | clock,
    when=open_conversation,
)
policy.verb("conversation.import", to=installer, when=open_conversation)
policy.verb("snapshot.make", to=coordinator_of("engagement__opened_by") | clock | installer)
policy.verb("voice.record", to=resident)
policy.verb("voice.withdraw", to=author, when=there)
policy.verb("vote.cast", to=resident)
policy.verb("vote.take-back", to=resident)
policy.verb("statement.review", to=host_of("host"))
policy.verb("statement.pass", to=host_of("engagement__host"), when=not_judged)
policy.verb("statement.reject", to=host_of("engagement__host"), when=not_judged)
policy.verb("theme.name", to=coordinator_of("opened_by") | host_of("host"))
policy.verb("theme.assign", to=coordinator_of("engagement__opened_by") | host_of("engagement__host"))
policy.verb("theme.release", to=coordinator_of("engagement__opened_by") | host_of("engagement__host"))
policy.verb("words.find", to=resident)
policy.verb("words.show", to=resident)
policy.verb("words.burn", to=resident)
policy.verb("words.leave", to=anyone)

policy.rows("engagement", to=anyone)
policy.rows("conversation", to=anyone)
policy.rows("theme", to=anyone)
policy.rows("snapshot", to=anyone)
policy.rows("voice", to=anyone, when=where("it was passed", status="passed"))
policy.rows("voice", to=host_of("engagement__host"), when=there)
policy.rows("voice", to=author, when=there)
