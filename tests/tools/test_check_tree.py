"""The check that no file knows the machine it was written on."""

import subprocess
from pathlib import Path

import pytest

from scripts.check_tree import check, faults_in

# In pieces, so that the check does not find its own examples.
SLASH = "/"
EQUALS = "="


@pytest.mark.parametrize(
    "text",
    [
        f"open('{SLASH}work/main/x')",
        f"see {SLASH}home/ann/notes",
        f'registry {EQUALS} "{SLASH}opt"',
        f'registry {EQUALS} "https:' + "//wheels.example/simple" + '"',
        "https:" + "//wheels.example/simple/",
        "http:" + "//10.0.0.7:8080",
        "https:" + "//cache.example.internal/x",
        "file:" + "///srv",
    ],
)
def test_what_gives_the_machine_away_is_found_with_its_line(text: str) -> None:
    assert [fault.partition(":")[0] for fault in faults_in(f"first\n{text}\n")] == ["2"]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/work/main",
        'path("social/work/plans")',
        "http://localhost:8000/en/",
        "https://10.0.0.1/",
        'registry = "https://pypi.org/simple"',
        "./tmp/x",
    ],
)
def test_ordinary_text_passes(text: str) -> None:
    assert faults_in(text) == []


def test_files_that_git_ignores_are_left_alone(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text("var/\n", encoding="utf-8")
    (tmp_path / "var").mkdir()
    for name in ("var/log.txt", "notes.txt"):
        (tmp_path / name).write_text(f"{SLASH}root/x\n", encoding="utf-8")
    assert [fault.split(":")[0] for fault in check(tmp_path)] == ["notes.txt"]
