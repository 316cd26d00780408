"""What the doors of the house show."""

from typing import Any

from commonground.kernel.actor import Actor


def home(actor: Actor) -> dict[str, Any]:
    return {}


def ledger(page: str, thing: str) -> dict[str, Any]:
    return {}


def workspace(actor: Actor) -> dict[str, Any]:
    return {}
