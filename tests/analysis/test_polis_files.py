"""Reading a Polis export: what is kept, and where a flaw is said to be."""

from pathlib import Path

import pytest

from commonground.analysis.opinion import PolisError, PolisFlaw, from_polis, read_statements, read_votes
from commonground.analysis.opinion.polis_errors import SENTENCES
from tests.analysis.conversations import COMMENTS, LOG, MATRIX, export


def test_statements_keep_their_words_over_several_lines_and_their_moderation(tmp_path: Path) -> None:
    body = b'1,x,7,9,0,0,1,"First line,\nsecond ""line"""\n2,x,3,9,0,0,-1,Caf\xc3\xa9\n'
    first, second = read_statements(export(tmp_path, comments=COMMENTS + body))
    assert (first.id, first.text, first.moderation) == (7, 'First line,\nsecond "line"', 1)
    assert (second.id, second.text, second.moderation) == (3, "Café", -1)


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_and_any_line_end_are_read(tmp_path: Path, mark: bytes, line_end: bytes) -> None:
    comments = mark + (COMMENTS + b"1,x,0,9,0,0,1,Slow down\n").replace(b"\n", line_end)
    log = mark + (LOG + b"1,x,0,a,1\n\n2,x,0,b,-1\n").replace(b"\n", line_end)
    folder = export(tmp_path, comments=comments, log=log)
    assert [s.text for s in read_statements(folder)] == ["Slow down"]
    assert sorted(read_votes(folder)) == [("a", 0, 1), ("b", 0, -1)]


def test_the_latest_vote_wins_wherever_its_row_stands(tmp_path: Path) -> None:
    log = LOG + b"30,x,0,a,-1\n10,x,0,a,1\n20,x,0,a,0\n5,x,1,a,1\n"
    assert sorted(read_votes(export(tmp_path, log=log))) == [("a", 0, -1), ("a", 1, 1)]


@pytest.mark.parametrize("rows", [(b"1", b"-1"), (b"-1", b"1"), (b"1", b"0"), (b"1", b"-1", b"1"), (b"-1", b"1", b"1")])
def test_different_votes_of_one_instant_count_as_a_pass_in_any_order(tmp_path: Path, rows: tuple[bytes, ...]) -> None:
    log = LOG + b"1,x,0,a,1\n" + b"".join(b"9,x,0,a," + vote + b"\n" for vote in rows)
    assert list(read_votes(export(tmp_path, log=log))) == [("a", 0, 0)]


def test_the_same_vote_twice_in_one_instant_stands(tmp_path: Path) -> None:
    log = LOG + b"9,x,0,a,1\n9,x,0,a,1\n8,x,0,a,-1\n"
    assert list(read_votes(export(tmp_path, log=log))) == [("a", 0, 1)]


def test_the_log_is_read_where_there_are_log_and_matrix(tmp_path: Path) -> None:
    folder = export(tmp_path, log=LOG + b"9,x,0,a,1\n", matrix=MATRIX + b"0,1,2\nb,0,0,1,0,1,-1,,\n")
    assert list(read_votes(folder)) == [("a", 0, 1)]


def test_a_matrix_gives_its_filled_cells_with_or_without_an_xid_column(tmp_path: Path) -> None:
    matrix = b"participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,2,0\na,z,,0,2,1,1,1,-1\nb,,,0,1,0,0,,0\n"
    assert sorted(read_votes(export(tmp_path, matrix=matrix))) == [("a", 0, -1), ("a", 2, 1), ("b", 0, 0)]


def test_a_statement_without_votes_and_its_moderation_stay_on_record(tmp_path: Path) -> None:
    votes = from_polis(export(tmp_path, log=LOG + b"9,x,1,a,1\n"))
    assert votes.statements == (0, 1, 2)
    assert votes.moderation.tolist() == [1, 0, -1]
    assert votes.participants == ("a",)


def test_no_time_leaves_the_reader_not_even_in_an_error(tmp_path: Path) -> None:
    folder = export(tmp_path, log=LOG + b"1511172533000,x,0,a,1\n1511172533.25,x,0,a,1\n")
    with pytest.raises(PolisError) as caught:
        list(read_votes(folder))
    assert "1511172533" not in f"{caught.value} {caught.value.params}"


ROW = b"1,x,0,9,0,0,1,Slow down\n"
FLAWS = {
    "no comments": ({"comments": b""}, PolisFlaw.EMPTY_FILE, "comments.csv", None, None),
    "missing column": (
        {"comments": b"comment-id,moderated,comment\n"},
        PolisFlaw.MISSING_COLUMN,
        "comments.csv",
        1,
        "comment-body",
    ),
    "heading below empty lines": ({"log": b"\n\nvote\n"}, PolisFlaw.MISSING_COLUMN, "votes.csv", 3, "timestamp"),
    "duplicate column": (
        {"comments": b"comment-id,moderated,moderated,comment-body\n"},
        PolisFlaw.DUPLICATE_COLUMN,
        "comments.csv",
        1,
        3,
    ),
    "statement id": (
        {"comments": COMMENTS + ROW + b"1,x,one,9,0,0,1,Hall\n"},
        PolisFlaw.BAD_STATEMENT_ID,
        "comments.csv",
        3,
        "comment-id",
    ),
    "duplicate statement": (
        {"comments": COMMENTS + ROW + b"1,x,00,9,0,0,1,Hall\n"},
        PolisFlaw.DUPLICATE_STATEMENT,
        "comments.csv",
        3,
        "comment-id",
    ),
    "moderation below a long body": (
        {"comments": COMMENTS + b'1,x,0,9,0,0,1,"a\nb\r\nc"\n1,x,1,9,0,0,yes,Hall\n'},
        PolisFlaw.BAD_MODERATION,
        "comments.csv",
        5,
        "moderated",
    ),
    "moderation after a long body": (
        {"comments": b'comment-id,comment-body,moderated\n0,"a\nb\nc",2\n'},
        PolisFlaw.BAD_MODERATION,
        "comments.csv",
        4,
        "moderated",
    ),
    "ragged row": ({"comments": COMMENTS + ROW + b"1,x\n"}, PolisFlaw.RAGGED_ROW, "comments.csv", 3, None),
    "unclosed quote": (
        {"comments": COMMENTS + ROW + b'1,x,1,9,0,0,1,"Hall\n1,x,2,9,0,0,1,Park\n'},
        PolisFlaw.UNCLOSED_QUOTE,
        "comments.csv",
        3,
        None,
    ),
    "unclosed quote before a quoted row": (
        {"comments": COMMENTS + b'1,x,1,9,0,0,1,"Hall\n1,x,2,9,0,0,1,"Park"\n'},
        PolisFlaw.UNCLOSED_QUOTE,
        "comments.csv",
        2,
        None,
    ),
    "unclosed quote in a large file": (
        {"comments": COMMENTS + b'1,x,1,9,0,0,1,"Hall\n' + 9_000 * ROW},
        PolisFlaw.UNCLOSED_QUOTE,
        "comments.csv",
        2,
        None,
    ),
    "endless field": (
        {"comments": COMMENTS + ROW[:-1] + 200_000 * b"a" + b"\n"},
        PolisFlaw.FIELD_TOO_LONG,
        "comments.csv",
        2,
        None,
    ),
    "NUL byte": (
        {"comments": COMMENTS + ROW + b"1,x,1,9,0,0,1,Ha\0ll\n"},
        PolisFlaw.NUL_BYTE,
        "comments.csv",
        3,
        "comment-body",
    ),
    "invalid UTF-8": (
        {"comments": COMMENTS + ROW + b'1,x,1,9,0,0,1,"Hall\nCaf\xe9"\n'},
        PolisFlaw.NOT_UTF8,
        "comments.csv",
        4,
        "comment-body",
    ),
    "UTF-16": ({"comments": COMMENTS.decode().encode("utf-16")}, PolisFlaw.NOT_UTF8, "comments.csv", 1, 1),
    "no votes": ({}, PolisFlaw.MISSING_FILE, "votes.csv / participants-votes.csv", None, None),
    "empty log": ({"log": b"\n"}, PolisFlaw.EMPTY_FILE, "votes.csv", None, None),
    "vote": ({"log": LOG + b"1,x,0,a,1\n2,x,0,b,2\n"}, PolisFlaw.BAD_VOTE, "votes.csv", 3, "vote"),
    "unknown statement": (
        {"log": LOG + b"1,x,0,a,1\n2,x,12,b,1\n"},
        PolisFlaw.UNKNOWN_STATEMENT,
        "votes.csv",
        3,
        "comment-id",
    ),
    "timestamp": ({"log": LOG + b"noon,x,0,a,1\n"}, PolisFlaw.BAD_TIMESTAMP, "votes.csv", 2, "timestamp"),
    "nobody": ({"log": LOG + b"1,x,0, ,1\n"}, PolisFlaw.BAD_PARTICIPANT, "votes.csv", 2, "voter-id"),
    "matrix vote": (
        {"matrix": MATRIX + b"0,1\na,,0,1,1,0,1,\nb,,0,1,1,0,,yes\n"},
        PolisFlaw.BAD_VOTE,
        "participants-votes.csv",
        3,
        "1",
    ),
    "duplicate participant": (
        {"matrix": MATRIX + b"0\na,,0,1,1,0,1\na,,0,1,1,0,1\n"},
        PolisFlaw.DUPLICATE_PARTICIPANT,
        "participants-votes.csv",
        3,
        "participant",
    ),
    "matrix column": ({"matrix": MATRIX + b"0,n-pass\n"}, PolisFlaw.WRONG_COLUMN, "participants-votes.csv", 1, 8),
    "matrix statement": ({"matrix": MATRIX + b"0,5\n"}, PolisFlaw.UNKNOWN_STATEMENT, "participants-votes.csv", 1, 8),
    "matrix statement twice": (
        {"matrix": MATRIX + b"0,00\n"},
        PolisFlaw.DUPLICATE_COLUMN,
        "participants-votes.csv",
        1,
        8,
    ),
}


@pytest.mark.parametrize("case", FLAWS)
def test_a_flaw_is_told_with_its_file_line_and_column(tmp_path: Path, case: str) -> None:
    content, code, file, line, column = FLAWS[case]
    folder = export(tmp_path, **content)
    with pytest.raises(PolisError) as caught:
        list(read_votes(folder))
    error = caught.value
    assert (error.code, error.file, error.line, error.column) == (code, file, line, column)
    assert SENTENCES[code].format(**error.params) in str(error)


def test_a_missing_folder_is_told_by_the_file_looked_for(tmp_path: Path) -> None:
    with pytest.raises(PolisError, match=r"^comments\.csv: The file is not in the folder"):
        list(read_statements(tmp_path / "nowhere"))


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "comments.csv").mkdir()
    with pytest.raises(PolisError) as caught:
        list(read_statements(tmp_path))
    assert caught.value.code is PolisFlaw.UNREADABLE_FILE


def test_the_sentence_says_what_where_and_how_to_mend_it(tmp_path: Path) -> None:
    folder = export(tmp_path, log=LOG + b"1,x,0,a,yes\n")
    with pytest.raises(PolisError) as caught:
        list(read_votes(folder))
    assert str(caught.value) == (
        "votes.csv, line 2, column “vote”: “yes” is not a vote. Use 1 (agree), -1 (disagree) or 0 (pass)."
    )


def test_every_flaw_has_a_sentence() -> None:
    assert set(SENTENCES) == set(PolisFlaw)
