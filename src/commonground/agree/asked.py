"""A request once the middleware has said who asks."""

from django.http import HttpRequest

from commonground.kernel.actor import Actor
from commonground.kernel.refusals import RefusedAct


class Asked(HttpRequest):
    """What views receive: the actor, and the refusal when a refused act shows its page again."""

    actor: Actor
    refusal: RefusedAct
    LANGUAGE_CODE: str
