"""Giving what was written its other language, through the same action as anybody's translation."""

from commonground.demo.texts import Bilingual
from commonground.kernel.actor import Installer
from commonground.kernel.models import Registered
from commonground.kernel.translations import translate

TRANSLATOR = "Alder Falls demo"


def translated[R: Registered](thing: R, **fields: Bilingual) -> R:
    """The thing, with each named field given in the other language."""
    for field, text in fields.items():
        translate(
            thing=thing,
            field=field,
            language=text.other.value,
            text=text.translation,
            translator=TRANSLATOR,
            reviewer=text.reviewer,
            by=Installer(),
        )
    return thing
