"""The personas of Alder Falls by the doors one walks in through: who, and in which seat or role."""

from commonground.demo.texts.people import CITY, HEALTH, PERSONAS, POLICE
from commonground.kernel.actor import Role

type Door = tuple[str, str]

_BY_SLUG = {persona.slug: persona for persona in PERSONAS}


def _seat(slug: str) -> Door:
    return slug, _BY_SLUG[slug].seat


def _role(slug: str, role: Role) -> Door:
    return slug, next(each.title for each in _BY_SLUG[slug].roles if each.role is role)


COORDINATOR = _role("coordinator", Role.COORDINATOR)
HOST = _role("residents-chair", Role.HOST)
OFFICER = _role("officer", Role.OFFICER)
STEWARD = _role("steward", Role.STEWARD)
CHAIR = _seat("residents-chair")
DISSENTER = _seat("second-resident")
SEATS = tuple(
    _seat(slug)
    for slug in (
        "residents-chair",
        "police-chair",
        "officer",
        "city-seat",
        "health-worker",
        "youth-worker",
        "justice-worker",
    )
)
PROMISERS = (
    (_role("health-worker", Role.MEMBER), HEALTH),
    (_role("city-seat", Role.MEMBER), CITY),
    (_role("sergeant", Role.MEMBER), POLICE),
)
