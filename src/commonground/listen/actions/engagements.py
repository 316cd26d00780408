"""Opening a time of listening, and ending it."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from commonground.kernel import clock
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor, PartyKind
from commonground.kernel.refusals import RefusedAct
from commonground.listen.models import Engagement, Level
from commonground.listen.text import clean
from commonground.people.models import Neighbourhood, Organisation

LONGEST_TITLE = 160
LONGEST_TEXT = 2000


class PoliceCannotHost(RefusedAct):
    """A host reads words before anybody else; that is never the police."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The police cannot host an engagement, because a host reads what residents say before anybody "
                "else. Choose another host."
            )
        )


class EndsBeforeItBegins(RefusedAct):
    """The last day lies before the first, or has passed."""

    def __init__(self) -> None:
        super().__init__(_("The last day must not lie before the first day, nor in the past. Change one of the two."))


class StillTalking(RefusedAct):
    """A conversation of the engagement is open."""

    def __init__(self) -> None:
        super().__init__(_("A conversation of this engagement is still open. Close it first."))


class AlreadyAsked(RefusedAct):
    """The same office has the same engagement open."""

    def __init__(self) -> None:
        super().__init__(_("Your office has an open engagement of this title. Nothing was added a second time."))


@action("engagement.open")
def open_(
    *,
    organisation: Organisation,
    host: Organisation,
    title: str,
    purpose: str,
    promise: Level,
    police_see: str,
    opens: date,
    closes: date,
    language: str,
    by: Actor,
    neighbourhood: Neighbourhood | None = None,
) -> Engagement:
    """Open an engagement for `organisation`, hosted by `host`.

    Raises PoliceCannotHost, EndsBeforeItBegins and AlreadyAsked.
    """
    if host.party is not None and host.party.side == PartyKind.POLICE:
        raise PoliceCannotHost
    if closes < opens or closes < clock.today():
        raise EndsBeforeItBegins
    named = clean(title, most=LONGEST_TITLE)
    if Engagement.objects.filter(opened_by=organisation, title=named, closed=None).exists():
        raise AlreadyAsked
    return Engagement.register(
        language=language,
        opened_by=organisation,
        host=host,
        title=named,
        purpose=clean(purpose, most=LONGEST_TEXT),
        promise=Level(promise).value,
        police_see=clean(police_see, most=LONGEST_TEXT),
        neighbourhood=neighbourhood,
        opens=opens,
        closes=closes,
    )


@action("engagement.close")
def close(*, engagement: Engagement, by: Actor) -> Engagement:
    """End an engagement whose conversations are closed. Raises StillTalking."""
    if engagement.conversations.filter(status="open").exists():
        raise StillTalking
    engagement.closed = min(clock.today(), engagement.closes)
    engagement.save()
    return engagement
