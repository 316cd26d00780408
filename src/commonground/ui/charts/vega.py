"""From a Vega-Lite specification to the inside of an SVG, the same bytes in every process."""

import functools
import json
import re
from typing import Any

import vl_convert
from django.utils.safestring import SafeString

VERSION = "v5.21"
CONFIG: dict[str, Any] = {
    "aria": False,
    "background": None,
    "font": "Atkinson Hyperlegible Next, system-ui, sans-serif",
    "view": {"stroke": None},
    "text": {"fontSize": 14, "fill": "var(--ink)"},
}


def inside(spec: dict[str, Any]) -> tuple[SafeString, tuple[int, int]]:
    """The drawing without its outer element, and its width and height. The library escapes the words it draws."""
    return _drawn(json.dumps(spec | {"config": CONFIG}, sort_keys=True))


@functools.lru_cache(maxsize=512)
def _drawn(spec: str) -> tuple[SafeString, tuple[int, int]]:
    svg = vl_convert.vegalite_to_svg(spec, vl_version=VERSION, allowed_base_urls=[])
    found = re.match(r'<svg [^>]*viewBox="0 0 (\d+) (\d+)"[^>]*>(.*)</svg>\s*$', svg, re.DOTALL)
    if found is None:
        raise ValueError("The chart library returned something that is no SVG.")
    # The whole drawing is one image with a name; the library's own roles inside it would be read one by one.
    inner = re.sub(r' (?:role|aria-[a-z]+|class|pointer-events)="[^"]*"', "", found[3])
    return SafeString(inner), (int(found[1]), int(found[2]))
