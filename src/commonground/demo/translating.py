"""Giving what was written its other language, through the same action as anybody's translation."""

from commonground.demo.texts import Bilingual
from commonground.kernel.actor import Installer
from commonground.kernel.models import Registered
from commonground.kernel.translations import Rendering, translate

TRANSLATOR = "Alder Falls demo"


def translated[R: Registered](thing: R, **fields: Bilingual) -> R:
    """The thing, with each named field given in the other language."""
    renderings = [
        Rendering(field, text.other.value, text.translation, TRANSLATOR, text.reviewer)
        for field, text in fields.items()
    ]
    translate(thing=thing, renderings=renderings, by=Installer())
    return thing
