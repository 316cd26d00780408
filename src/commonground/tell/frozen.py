"""Frozen dataclasses to JSON and back, by their own type hints; anything else is refused when it is read."""

import types
import uuid
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

FORMAT = 1


class NotTheFormat(ValueError):
    """A stored content is not of the shape that this release reads."""


def to_plain(value: Any) -> Any:
    """A value as JSON carries it. Figures travel as text, so that no digit changes."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: to_plain(getattr(value, each.name)) for each in fields(value)}
    match value:
        case tuple():
            return [to_plain(each) for each in value]
        case uuid.UUID():
            return value.hex
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case Enum():
            return value.value
        case _:
            return value


def from_plain(kind: Any, plain: Any) -> Any:
    """A value of a type from what JSON carried. Raises NotTheFormat."""
    try:
        return _read(kind, plain)
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise NotTheFormat(f"The stored report is not of format {FORMAT}.") from error


def _read(kind: Any, plain: Any) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        some = next(each for each in get_args(kind) if each is not types.NoneType)
        return None if plain is None else _read(some, plain)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], each) for each in plain)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{each.name: _read(hints[each.name], plain[each.name]) for each in fields(kind)})  # type: ignore[operator]
    if kind is date:
        return date.fromisoformat(plain)
    if kind in (str, int, bool) and type(plain) is not kind:
        raise TypeError(kind)
    return kind(plain)
