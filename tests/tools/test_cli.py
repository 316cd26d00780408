"""The command: what it prints is for a person or a program to act on, and a refusal is a sentence with status 2."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def command(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    env = {
        name: value for name, value in os.environ.items() if not name.startswith(("COMMONGROUND", "DJANGO", "DATABASE"))
    }
    return subprocess.run(
        [sys.executable, "-m", "commonground.cli", *words],
        env=env | {"COMMONGROUND_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def a_town(home: Path) -> Path:
    assert command(home, "keys", "create").returncode == 0
    return home


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town with its keys and an empty database."""
    home = a_town(tmp_path_factory.mktemp("town"))
    assert command(home, "migrate", "--verbosity", "0").returncode == 0
    return home


def test_without_keys_a_command_says_how_to_make_them_and_makes_none(tmp_path: Path) -> None:
    done = command(tmp_path / "new", "access-matrix")
    assert (done.returncode, done.stdout) == (2, "")
    assert "commonground keys create" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "new").exists()


def test_a_second_making_of_keys_changes_none(tmp_path: Path) -> None:
    a_town(tmp_path)
    before = [key.read_bytes() for key in sorted((tmp_path / "keys").iterdir())]
    assert "none was touched" in command(tmp_path, "keys", "create").stdout
    assert [key.read_bytes() for key in sorted((tmp_path / "keys").iterdir())] == before


def test_the_matrix_is_one_object_without_an_unbound_route(tmp_path: Path) -> None:
    found = json.loads(command(a_town(tmp_path), "access-matrix", "--json").stdout)
    assert found["unbound"] == []
    assert {cell["may"] for cell in found["cells"]} == {"no", "own", "yes"}
    assert not [cell for cell in found["cells"] if cell["about"] == "route" and cell["name"].startswith("demo:")]


def test_opinions_of_a_folder_without_an_export_names_the_file_and_the_mend(tmp_path: Path) -> None:
    done = command(tmp_path, "opinions", str(tmp_path), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "comments.csv" in done.stderr
    assert "Traceback" not in done.stderr


def test_opinions_prints_the_promised_keys_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "comments.csv").write_text(
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1,x,0,0,1,0,1,Light\n"
    )
    (tmp_path / "votes.csv").write_text("timestamp,datetime,comment-id,voter-id,vote\n1,x,0,7,1\n2,x,0,7,-1\n")
    found = json.loads(command(tmp_path, "opinions", str(tmp_path), "--json").stdout)
    assert found.pop("seconds") >= 0
    assert found == {
        "participants": 1, "eligible": 0, "statements": 1, "votes": 1, "groups": [], "stability": None,
        "members": {}, "common_ground": [], "held_out": None,
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "no head", '{"length": 3}'])
def test_a_file_that_is_no_head_is_refused_with_a_sentence(town: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "head.json").write_text(text)
    done = command(town, "ledger", "verify", "--head", str(tmp_path / "head.json"))
    assert done.returncode == 2
    assert "head" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_empty_town_verifies_against_its_own_head(town: Path, tmp_path: Path) -> None:
    (tmp_path / "head.json").write_text(command(town, "ledger", "head").stdout)
    done = command(town, "ledger", "verify", "--head", str(tmp_path / "head.json"))
    assert done.returncode == 0, done.stderr
    assert "Nothing differs." in done.stdout


def test_the_demo_does_not_load_in_a_town(town: Path) -> None:
    done = command(town, "demo", "load")
    assert done.returncode == 2
    assert "COMMONGROUND_MODE" in done.stderr


def test_an_import_into_no_conversation_says_where_its_key_stands(town: Path, tmp_path: Path) -> None:
    done = command(town, "import", "nonsense", str(tmp_path))
    assert done.returncode == 2
    assert "address" in done.stderr
