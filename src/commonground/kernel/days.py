"""The turning of the day: done once, so that what is sealed daily is never sealed by the hour."""

from commonground.kernel import clock
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.models import Entry, Space

VERB = "day.turn"


def turned() -> bool:
    """Whether somebody has turned today already."""
    return Entry.objects.filter(space_id=Space.common(), verb=VERB, day=clock.today()).exists()


@action(VERB)
def turn(*, by: Actor) -> None:
    """Enter that a new day has begun: from here on the day's seals and closings are done."""
