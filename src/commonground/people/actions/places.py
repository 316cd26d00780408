"""Opening a place: people of two sides stand at the machine and make the first seats together."""

from django.utils.translation import gettext_lazy as _

from commonground.kernel import clock
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.models import Party
from commonground.kernel.refusals import RefusedAct
from commonground.people.models import Place


class AlreadyOpen(RefusedAct):
    """This installation has its place."""

    def __init__(self) -> None:
        super().__init__(_("This place is open already. A second place needs an installation of its own."))


class CeremonyOver(RefusedAct):
    """Founding seats are made on the day the place opens, never later."""

    def __init__(self) -> None:
        super().__init__(
            _("The first seats are made on the day a place opens. Later seats are filled by their own party.")
        )


def require_opening_day() -> None:
    """Raise CeremonyOver unless the place opened today."""
    if not Place.objects.filter(opened=clock.today()).exists():
        raise CeremonyOver


@action("place.open")
def open_(*, name: str, language: str, by: tuple[Actor, Actor], synthetic: bool = False) -> Place:
    """Open the place. Raises AlreadyOpen."""
    if Place.objects.exists():
        raise AlreadyOpen
    return Place.register(language=language, name=name, opened=clock.today(), synthetic=synthetic)


@action("party.found")
def found_party(*, name: str, side: str, language: str, by: Actor) -> Party:
    """Enter a side of the place. Its seats are then its own to fill."""
    return Party.register(language=language, name=name, side=side)
