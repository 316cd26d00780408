"""Whoever stops the site stops all of it: a worker left behind would answer for the next site on its port."""

import time
from pathlib import Path

from scripts.soak import server
from scripts.soak.attack import town
from scripts.soak.place import ROOT, installation

PATIENCE = 20.0


def test_a_worker_that_is_still_starting_does_not_outlive_the_server() -> None:
    with installation("sqlite") as at:
        town(at, "prepare")
        with server.running(at.environment, ROOT, at.folder / "site.log") as site:
            assert site.settle()
            before = set(site.workers())
            assert site.kill_oldest_worker()
            started = wait_for_another(site, before)
            assert server.listeners(site.port) == server.WORKERS - 1
        assert server.listeners(site.port) == 0
        assert not Path(f"/proc/{started}").exists()


def wait_for_another(site: server.Site, before: set[int]) -> int:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if new := set(site.workers()) - before:
            return new.pop()
        time.sleep(0.01)
    raise AssertionError("No worker was started again.")
