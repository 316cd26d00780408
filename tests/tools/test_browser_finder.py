"""The tests find a browser or say how to get one; they never do without."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import browser


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No variable, nothing on the path, nothing fetched; returns the only folder on the path."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "FOLDER", tmp_path / "fetched")
    return tmp_path


def an_executable(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.touch(mode=0o755)
    return path


def test_the_named_browser_comes_before_the_path_and_the_path_before_the_fetched_one(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched = an_executable(bare_machine / "fetched" / "chromium")
    assert browser.find() == fetched
    on_path = an_executable(bare_machine / "google-chrome")
    assert browser.find() == on_path
    named = an_executable(bare_machine / "mine")
    monkeypatch.setenv("CHROMIUM", str(named))
    assert browser.find() == named


def test_a_named_browser_that_cannot_run_is_an_error_and_not_replaced(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_executable(bare_machine / "chromium")
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    with pytest.raises(browser.NoBrowser, match="/no/such/browser"):
        browser.provide()


def test_a_machine_that_can_fetch_none_gets_one_sentence_with_what_to_do(bare_machine: Path) -> None:
    with pytest.raises(browser.NoBrowser, match="apt-get install chromium"):
        browser.provide()


@pytest.mark.parametrize("way", ["_from_apt", "_from_npm"])
def test_a_failed_way_is_told_and_the_next_one_tried(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    an_executable(bare_machine / "apt-get")
    an_executable(bare_machine / "npm")
    monkeypatch.setattr("os.geteuid", lambda: 0)

    def fails() -> None:
        raise OSError("no network")

    def works() -> None:
        an_executable(bare_machine / "fetched" / "chromium")

    ways: dict[str, Callable[[], None]] = {"_from_apt": fails, "_from_npm": fails, way: works}
    for name, function in ways.items():
        monkeypatch.setattr(browser, name, function)
    assert browser.provide() == bare_machine / "fetched" / "chromium"
