"""Adding translations of what a person wrote."""

from collections.abc import Iterable
from dataclasses import dataclass

from commonground.kernel import guard, words
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.models import Registered, Translation


@dataclass(frozen=True, slots=True)
class Rendering:
    """One field of a thing in another language, who made it, and who reviewed it if anybody did."""

    field: str
    language: str
    text: str
    translator: str
    reviewer: str = ""


@action("thing.translate")
def translate(*, thing: Registered, renderings: Iterable[Rendering], by: Actor) -> list[Translation]:
    """Give fields of a thing in another language; a second translation of the same text replaces the first.

    Raises TextBlocked.
    """
    given = list(renderings)
    guard.check(*(each.text for each in given))
    return [_give(thing, each) for each in given]


def _give(thing: Registered, given: Rendering) -> Translation:
    source = words.hash_of(getattr(thing, given.field))
    key = {"thing": thing.thing, "field": given.field, "language": given.language, "source": source}
    made = Translation.objects.filter(**key).first() or Translation(**key)
    made.text, made.translator, made.reviewer = given.text, given.translator, given.reviewer
    made.save()
    return made
