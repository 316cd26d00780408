"""Days of the story, counted back from the day of loading, and the order in which its strands are told."""

import heapq
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from commonground.kernel import clock

type Strand = Iterator[int]


@dataclass(frozen=True, slots=True)
class Days:
    """The calendar of the story; `loaded` is the moment of loading."""

    loaded: datetime

    def ago(self, days: int) -> date:
        """The day so many days before loading; a negative number is a day to come."""
        return (self.loaded - timedelta(days=days)).date()

    @contextmanager
    def on(self, days: int) -> Iterator[date]:
        """Act on the day so many days before loading."""
        with clock.at(self.loaded - timedelta(days=days)):
            yield clock.today()

    def play(self, *strands: Strand) -> None:
        """Tell several strands in the order of their days, so that the ledger's days only ever rise.

        A strand yields how many days before loading it goes on, and acts on that day once it is called again.
        """
        waiting = [(-on, order, strand) for order, strand in enumerate(strands) for on in (next(strand),)]
        heapq.heapify(waiting)
        while waiting:
            day, order, strand = heapq.heappop(waiting)
            with self.on(-day):
                later = next(strand, None)
            if later is not None:
                heapq.heappush(waiting, (-later, order, strand))
