"""What every test stands on: no network, no skips."""

import os
import socket
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.utils import translation

# Playwright's sync interface runs its own event loop in the thread in which Django's test database is used.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

pytest.register_assert_rewrite("tests.browser.harness")

TESTS = Path(__file__).parent
HERE = {"localhost", "127.0.0.1", "::1"}


class NetworkBlocked(AssertionError):
    """A test tried to leave the machine."""


def _stay_here(address: Any) -> None:
    host = address[0] if isinstance(address, tuple) else None
    if host is not None and host not in HERE:
        raise NetworkBlocked(f"A test tried to reach {host}. Tests use this machine alone.")


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Every connection from Python to another machine fails; the browser has its own rule in its flags."""
    with pytest.MonkeyPatch.context() as patch:
        connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

        def guarded(self: socket.socket, address: Any) -> None:
            _stay_here(address)
            connect(self, address)

        def guarded_ex(self: socket.socket, address: Any) -> int:
            _stay_here(address)
            return connect_ex(self, address)

        patch.setattr(socket.socket, "connect", guarded)
        patch.setattr(socket.socket, "connect_ex", guarded_ex)
        yield


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A page in French leaves its thread in French; every test begins in English."""
    if not apps.ready:
        yield
        return
    with translation.override("en"):
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skipped test proves nothing and reads as green: it fails instead."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped; a test here runs or is deleted. {report.longreprtext}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a file that skips itself while it is read."""
    report = yield
    if report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped; a file of tests here runs or is deleted."
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The kernel is proved on both databases."""
    for item in items:
        if item.path.is_relative_to(TESTS / "kernel"):
            item.add_marker(pytest.mark.both)
