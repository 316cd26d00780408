"""The test run guards itself: no network, no skips, no installation touched."""

import os
import socket
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]


def test_a_test_cannot_leave_the_machine() -> None:
    with socket.socket() as outward, pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        outward.connect(("192.0.2.1", 80))


def test_a_skipped_test_fails_the_run(pytester: pytest.Pytester) -> None:
    hooks = Path(__file__).parent.parent / "conftest.py"
    pytester.makeconftest(hooks.read_text(encoding="utf-8"))
    pytester.makepyfile("import pytest\ndef test_later(): pytest.skip('not today')\ndef test_now(): pass")
    pytester.runpytest_subprocess("-p", "no:django").assert_outcomes(failed=1, passed=1)


def test_a_file_that_skips_itself_fails_the_run(pytester: pytest.Pytester) -> None:
    hooks = Path(__file__).parent.parent / "conftest.py"
    pytester.makeconftest(hooks.read_text(encoding="utf-8"))
    pytester.makepyfile("import pytest\npytest.importorskip('no_such_module')\ndef test_now(): pass")
    assert pytester.runpytest_subprocess("-p", "no:django").ret != 0


def test_the_tests_use_keys_and_a_database_of_their_own() -> None:
    from django.conf import settings

    assert not settings.DEMO
    home = Path(os.environ["COMMONGROUND_TEST_HOME"])
    assert home == settings.HOME
    assert settings.KEYS.is_relative_to(home)
