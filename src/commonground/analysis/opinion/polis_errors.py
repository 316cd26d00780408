"""What can be wrong with a Polis export, as a code with its place, and as a sentence."""

from enum import StrEnum

type Column = str | int


class PolisFlaw(StrEnum):
    """Why an export cannot be read; an upper room may translate each."""

    MISSING_FILE = "missing-file"
    UNREADABLE_FILE = "unreadable-file"
    EMPTY_FILE = "empty-file"
    NOT_UTF8 = "not-utf8"
    NUL_BYTE = "nul-byte"
    UNCLOSED_QUOTE = "unclosed-quote"
    FIELD_TOO_LONG = "field-too-long"
    RAGGED_ROW = "ragged-row"
    MISSING_COLUMN = "missing-column"
    DUPLICATE_COLUMN = "duplicate-column"
    WRONG_COLUMN = "wrong-column"
    BAD_STATEMENT_ID = "bad-statement-id"
    DUPLICATE_STATEMENT = "duplicate-statement"
    UNKNOWN_STATEMENT = "unknown-statement"
    BAD_MODERATION = "bad-moderation"
    BAD_PARTICIPANT = "bad-participant"
    DUPLICATE_PARTICIPANT = "duplicate-participant"
    BAD_VOTE = "bad-vote"
    BAD_TIMESTAMP = "bad-timestamp"


SENTENCES: dict[PolisFlaw, str] = {
    PolisFlaw.MISSING_FILE: "The file is not in the folder. Add it, or choose the folder of the whole export.",
    PolisFlaw.UNREADABLE_FILE: "The file cannot be opened. Check that it is a file and that you may read it.",
    PolisFlaw.EMPTY_FILE: "The file is empty. Export it again from Polis.",
    PolisFlaw.NOT_UTF8: "The text is not in UTF-8. Save the file with the encoding UTF-8.",
    PolisFlaw.NUL_BYTE: "The text holds a NUL character, which no text needs. Remove it or export again.",
    PolisFlaw.UNCLOSED_QUOTE: (
        "A quotation mark opens in this row and is not closed where the field ends. "
        "Close it, and write each quotation mark inside the text twice."
    ),
    PolisFlaw.FIELD_TOO_LONG: "A field is longer than {limit} characters. Shorten it.",
    PolisFlaw.RAGGED_ROW: "The row has {found} fields, but the first row names {expected} columns. Complete the row.",
    PolisFlaw.MISSING_COLUMN: "The column “{name}” is missing. Add it, or export the file again from Polis.",
    PolisFlaw.DUPLICATE_COLUMN: "The column “{name}” stands there twice. Remove one of them.",
    PolisFlaw.WRONG_COLUMN: (
        "The column “{name}” is not known here: after the counts, each column is the number of a statement. "
        "Remove or rename it."
    ),
    PolisFlaw.BAD_STATEMENT_ID: "“{value}” is not the number of a statement. Use a whole number from 0 up.",
    PolisFlaw.DUPLICATE_STATEMENT: "Statement {value} stands there twice. Keep one row for each statement.",
    PolisFlaw.UNKNOWN_STATEMENT: "Statement {value} is not in comments.csv. Add it there, or remove its votes here.",
    PolisFlaw.BAD_MODERATION: "“{value}” is not a moderation mark. Use -1 (rejected), 0 (not looked at) or 1 (passed).",
    PolisFlaw.BAD_PARTICIPANT: "The participant has no number. Fill the field.",
    PolisFlaw.DUPLICATE_PARTICIPANT: "Participant {value} stands there twice. Keep one row for each participant.",
    PolisFlaw.BAD_VOTE: "“{value}” is not a vote. Use 1 (agree), -1 (disagree) or 0 (pass).",
    PolisFlaw.BAD_TIMESTAMP: "The timestamp is not a whole number of milliseconds. Correct it.",
}


class PolisError(ValueError):
    """A flaw in an export: `file`, physical `line` from 1, `column` by name or, in a heading, by number from 1.

    `line` and `column` are None where the flaw is in the whole file or row. `params` fill the sentence. No
    timestamp is ever carried.
    """

    def __init__(
        self,
        code: PolisFlaw,
        *,
        file: str,
        line: int | None = None,
        column: Column | None = None,
        **params: str | int,
    ) -> None:
        self.code = code
        self.file = file
        self.line = line
        self.column = column
        self.params = params
        super().__init__(str(self))

    def __str__(self) -> str:
        place = [self.file]
        if self.line is not None:
            place.append(f"line {self.line}")
        if self.column is not None:
            named = isinstance(self.column, str)
            place.append(f"column “{self.column}”" if named else f"column {self.column}")
        return f"{', '.join(place)}: {SENTENCES[self.code].format(**self.params)}"
