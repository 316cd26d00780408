"""Adding a translation of something a person wrote."""

from commonground.kernel import words
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.models import Registered, Translation


@action("thing.translate")
def translate(
    *, thing: Registered, field: str, language: str, text: str, translator: str, reviewer: str = "", by: Actor
) -> Translation:
    """Give one field of a thing in another language; a second translation of the same text replaces the first."""
    source = words.hash_of(getattr(thing, field))
    found = Translation.objects.filter(thing=thing.thing, field=field, language=language, source=source).first()
    made = found or Translation(thing=thing.thing, field=field, language=language, source=source)
    made.text, made.translator, made.reviewer = text, translator, reviewer
    made.save()
    return made
