"""What `commonground opinions DIR --json` prints."""

import time
from dataclasses import replace
from pathlib import Path

from commonground.analysis.opinion.pipeline import analyse
from commonground.analysis.opinion.result import Json
from commonground.analysis.opinion.votes import from_polis


def opinions_of(directory: Path) -> dict[str, Json]:
    """The opinions in a Polis export; `seconds` counts reading too. Raises PolisError for a flawed export."""
    started = time.perf_counter()
    opinions = analyse(from_polis(directory))
    return replace(opinions, seconds=time.perf_counter() - started).to_json()
