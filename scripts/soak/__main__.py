"""`python -m scripts.soak --database sqlite|URL`: attack, count, and leave with 1 when anything is lost or too slow."""

import argparse
import os
import sys
from collections.abc import Iterator

from scripts.soak.attack import Outcome, Plan, soak
from scripts.soak.place import installation
from scripts.soak.tally import percentile

MOST_FAULTS = 20


def main() -> int:
    """One soak on one database; 0 when every acknowledged vote stands once and they came fast enough."""
    asked = _arguments()
    plan = Plan(asked.seconds, asked.clients, asked.kill_every, asked.seal_every)
    name = "SQLite" if asked.database == "sqlite" else "PostgreSQL"
    print(f"Soak on {name}: {plan.clients} clients, {plan.seconds:g} s, a worker killed every {plan.kill_every:g} s")
    with installation(asked.database) as at:
        outcome = soak(plan, at)
    faults = list(outcome.faults)
    if outcome.a_second < asked.at_least:
        faults.append(f"{outcome.a_second:.0f} acknowledged votes a second are fewer than {asked.at_least:g}.")
    for line in _lines(outcome, faults):
        print(line)
    return 1 if faults else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="soak", description=__doc__)
    parser.add_argument("--database", required=True, help="sqlite, or a URL beside whose database one is made")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=10)
    parser.add_argument("--kill-every", type=float, default=4, help="seconds between two deaths of workers")
    parser.add_argument("--seal-every", type=float, default=7, help="seconds between two seals; a town seals daily")
    parser.add_argument("--at-least", type=float, default=100, help="acknowledged votes a second")
    return parser.parse_args()


def _lines(found: Outcome, faults: list[str]) -> Iterator[str]:
    """What was measured, then each fault."""
    shares = ((share, percentile(found.latencies, share) * 1000) for share in (0.5, 0.95, 0.99, 1))
    yield f"{found.votes} acknowledged votes of {found.people} people in {found.took:.1f} s: {found.a_second:.0f}/s"
    yield "latency " + ", ".join(f"p{share * 100:g} {value:.0f} ms" for share, value in shares)
    yield (
        f"{found.kills} workers killed, {found.reconnects} connections lost, {found.seals} seals under way, "
        f"{found.errors} errors; {found.standing} votes stand, {found.entries} ledger entries verified"
    )
    yield f"The machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} in the last minute."
    yield from (f"FAULT: {fault}" for fault in faults[:MOST_FAULTS])
    yield "Nothing was lost." if not faults else f"{len(faults)} faults."


if __name__ == "__main__":
    sys.exit(main())
