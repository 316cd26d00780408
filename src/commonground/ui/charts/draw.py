"""Elements of a drawing, escaped as they are made."""

from math import cos, pi, sin

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

type Attribute = str | float


def element(name: str, *inside: str, **attributes: Attribute) -> SafeString:
    """An SVG element; `stroke_width` becomes `stroke-width`. Text inside and in attributes is escaped."""
    # A word that Python keeps for itself may end in an underscore.
    pairs = ((key.rstrip("_").replace("_", "-"), _plain(value)) for key, value in attributes.items())
    return format_html(
        "<{0}{1}>{2}</{0}>",
        SafeString(name),
        format_html_join("", ' {}="{}"', pairs),
        together(inside),
    )


def together(parts: tuple[str, ...] | list[str]) -> SafeString:
    """Elements after one another."""
    return format_html_join("", "{}", ((part,) for part in parts))


def regular(corners: int, x: float, y: float, radius: float, turn: float, **paint: Attribute) -> SafeString:
    """A regular polygon around a point; `turn`, in parts of a full turn, leads away from one corner up."""
    angles = [2 * pi * (i / corners + turn) for i in range(corners)]
    points = " ".join(f"{x + radius * sin(a):.1f},{y - radius * cos(a):.1f}" for a in angles)
    return element("polygon", points=points, **paint)


def mark(shape: int, x: float, y: float, radius: float, **paint: Attribute) -> SafeString:
    """One of five marks that stay apart without colour: circle, diamond, square, triangle, hexagon. Areas are alike."""
    match shape:
        case 1:
            return regular(4, x, y, radius * 1.25, 0, **paint)
        case 2:
            return regular(4, x, y, radius * 1.25, 1 / 8, **paint)
        case 3:
            return regular(3, x, y + radius * 0.2, radius * 1.45, 0, **paint)
        case 4:
            return regular(6, x, y, radius * 1.1, 1 / 12, **paint)
        case _:
            return element("circle", cx=x, cy=y, r=radius, **paint)


def text(words: str, x: float, y: float, *, halo: bool = False, **paint: Attribute) -> SafeString:
    """Words on a drawing; a halo of the surface's colour keeps lines from striking them through."""
    around: dict[str, Attribute] = (
        {"stroke": "var(--surface)", "stroke_width": 5, "stroke_linejoin": "round", "paint_order": "stroke"}
        if halo
        else {}
    )
    return element("text", words, x=x, y=y, **around, **paint)


def _plain(value: Attribute) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
