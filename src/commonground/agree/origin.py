"""Where something that came of a theme came from, drawn from its theme.

`thread.back` asks once for each kind it finds; a page that has the theme and its engagement in hand already needs only
what was joined to the theme, and stays within its twelve queries.
"""

from dataclasses import dataclass

from commonground.kernel import access
from commonground.kernel.actor import Actor
from commonground.kernel.models import Edge, Registered
from commonground.kernel.thread import Station, station_of
from commonground.listen.models import Theme, Voice

# A theme may gather hundreds of voices; its own page lists them all.
VOICES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Origin:
    """What a theme came from, then the theme; `voices` counts all of them, `rows` holds the first few."""

    rows: tuple[Registered, ...]
    voices: int

    def stations(self) -> tuple[Station, ...]:
        """The line as a page draws it."""
        return tuple(map(station_of, self.rows))


def origin_of(theme: Theme, *after: Registered, for_: Actor) -> Origin:
    """The voices of a theme that `for_` may see, then the theme, then the rows `after` it. One query.

    The theme comes with its engagement.
    """
    joined = Edge.objects.filter(target=theme.thing, relation="assigned", ended=None).values("source")
    voices = list(access.visible(Voice, for_).filter(pk__in=joined).order_by("number", "pk"))
    return Origin((theme.engagement, *voices[:VOICES_SHOWN], theme, *after), len(voices))
