"""Loading Alder Falls: everything through the same actions a person would use, on the days of its story."""

import sys
from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from commonground.demo import acting, agreeing, listening, measuring, telling
from commonground.demo.cast import open_place
from commonground.demo.days import Days
from commonground.kernel import clock
from commonground.people.models import Place

OPENED = 275

type Tell = Callable[[str], None]


def aloud(line: str) -> None:
    """Say a line on standard output at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class NotADemo(Exception):
    """Somebody tried to load invented people into a town."""


def alder_falls(tell: Tell = aloud) -> str:
    """Load the city once; `tell` hears how far it is. Raises NotADemo outside the demo."""
    if not settings.DEMO:
        raise NotADemo("Alder Falls is invented. It loads only with COMMONGROUND_MODE=demo; nothing was changed.")
    if Place.objects.exists():
        return f"{Place.objects.get().name} is open already; nothing was changed."
    with transaction.atomic():
        _load(Days(clock.now()), tell)
    return "Alder Falls is loaded."


def _load(days: Days, tell: Tell) -> None:
    tell("Alder Falls: opening the place and filling its seats …")
    with days.on(OPENED):
        cast = open_place()
    tell("Alder Falls: hearing what people say about the Foundry loop …")
    heard = listening.hear_the_loop(cast, days)
    tell("Alder Falls: agreeing, promising, measuring, telling, and asking again …")
    priority = agreeing.agree(cast, heard, days)
    days.play(
        *acting.promises(cast, priority, days),
        *measuring.measures(cast, priority, days),
        agreeing.refuse_one(cast, heard),
        agreeing.leave_one_open(cast, heard),
        telling.tell(cast, heard),
        listening.ask_again(cast, days),
    )
