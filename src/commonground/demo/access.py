"""Who may walk in as somebody of the demo: anybody there, and nobody in a town."""

from typing import Any

from django.conf import settings
from django.db.models import Q

from commonground.kernel.access import Policy, Reach, Who, resident
from commonground.kernel.access_when import ALL, NONE
from commonground.kernel.actor import Actor


class Visitor(Who):
    """Anybody, while this is the demo."""

    words = "anyone, in the demo alone"

    def reach(self, actor: Actor) -> Reach:
        return Reach.YES if settings.DEMO else Reach.NO

    def holds(self, actor: Actor, subject: Any) -> bool:
        return bool(settings.DEMO)

    def rows(self, actor: Actor) -> Q:
        return ALL if settings.DEMO else NONE


visitor = Visitor()
policy = Policy("demo")
policy.verb("demo.walk-in", to=visitor)
policy.verb("demo.leave-words", to=visitor & resident)
