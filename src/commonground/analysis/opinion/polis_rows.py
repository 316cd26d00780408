"""Rows of one CSV file, each value with the physical line and column it stands in."""

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from commonground.analysis.opinion.polis_errors import Column, PolisError, PolisFlaw

_SHOWN = 40
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its fields and the physical line it begins on."""

    table: "Table"
    line: int
    fields: list[str]

    def error(self, code: PolisFlaw, position: int, **params: str | int) -> PolisError:
        """The error at the field in `position`; lines inside earlier fields are counted."""
        line = self.line + sum(len(_LINE_END.findall(field)) for field in self.fields[:position])
        return PolisError(code, file=self.table.file, line=line, column=self.table.header[position], **params)

    def refused(self, code: PolisFlaw, position: int) -> PolisError:
        """The error at the field in `position`, with the beginning of the value found there."""
        return self.error(code, position, value=self.fields[position][:_SHOWN])


class _Lines:
    """Physical lines of a file, remembering the first that no text should hold.

    The file is decoded with `surrogateescape`, so a byte that is not UTF-8 arrives as a lone surrogate.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.count = 0
        self.flaw: tuple[PolisFlaw, int] | None = None

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            self.count += 1
            if self.flaw is None and (flaw := _flaw_in(line)):
                self.flaw = (flaw, self.count)
            yield line


def _flaw_in(text: str) -> PolisFlaw | None:
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            return PolisFlaw.NOT_UTF8
    return PolisFlaw.NUL_BYTE if "\0" in text else None


class Table:
    """A CSV file with one heading row, read row by row. Names of columns are unique."""

    def __init__(self, file: str, stream: TextIO) -> None:
        self.file = file
        self.header: list[str] = []
        self.heading_line = 1
        self._lines = _Lines(stream)
        self._records = csv.reader(iter(self._lines), strict=True)
        self.header = self._heading()

    def _heading(self) -> list[str]:
        for line, fields in self._parsed():
            self.heading_line = line
            return self._unique(fields)
        raise PolisError(PolisFlaw.EMPTY_FILE, file=self.file)

    def _unique(self, fields: list[str]) -> list[str]:
        seen: set[str] = set()
        for number, name in enumerate(fields, start=1):
            if name in seen:
                raise self.heading_error(PolisFlaw.DUPLICATE_COLUMN, number, name=name)
            seen.add(name)
        return fields

    def position(self, name: str) -> int:
        """Where the column `name` stands; raises PolisError when it is missing."""
        try:
            return self.header.index(name)
        except ValueError:
            raise self.heading_error(PolisFlaw.MISSING_COLUMN, name, name=name) from None

    def heading_error(self, code: PolisFlaw, column: Column, **params: str | int) -> PolisError:
        """An error in the heading row."""
        return PolisError(code, file=self.file, line=self.heading_line, column=column, **params)

    def rows(self) -> Iterator[Row]:
        """Records below the heading; empty lines are passed over."""
        width = len(self.header)
        for line, fields in self._parsed():
            if len(fields) != width:
                raise PolisError(PolisFlaw.RAGGED_ROW, file=self.file, line=line, found=len(fields), expected=width)
            yield Row(self, line, fields)

    def _parsed(self) -> Iterator[tuple[int, list[str]]]:
        while True:
            begins = self._lines.count + 1
            try:
                fields = next(self._records, None)
            except csv.Error as error:
                raise self._malformed(begins, str(error)) from None
            if self._lines.flaw:
                raise self._impossible_text(self._lines.flaw, fields or [])
            if fields is None:
                return
            if fields:
                yield begins, fields

    def _malformed(self, begins: int, message: str) -> PolisError:
        if self._lines.flaw:
            return self._impossible_text(self._lines.flaw, [])
        if "field larger" in message and self._lines.count == begins:
            limit = csv.field_size_limit()
            return PolisError(PolisFlaw.FIELD_TOO_LONG, file=self.file, line=begins, limit=limit)
        return PolisError(PolisFlaw.UNCLOSED_QUOTE, file=self.file, line=begins)

    def _impossible_text(self, flaw: tuple[PolisFlaw, int], fields: Sequence[str]) -> PolisError:
        code, line = flaw
        position = next((at for at, field in enumerate(fields) if _flaw_in(field)), None)
        column: Column | None = None
        if position is not None:
            column = self.header[position] if position < len(self.header) else position + 1
        return PolisError(code, file=self.file, line=line, column=column)


@contextmanager
def opened(path: Path) -> Iterator[Table]:
    """The table in `path`, with or without a byte-order mark, whatever its line ends.

    Raises PolisError (MISSING_FILE, UNREADABLE_FILE, EMPTY_FILE, or a flaw of the heading row).
    """
    try:
        stream = path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")
    except FileNotFoundError:
        raise PolisError(PolisFlaw.MISSING_FILE, file=path.name) from None
    except OSError:
        raise PolisError(PolisFlaw.UNREADABLE_FILE, file=path.name) from None
    with stream:
        yield Table(path.name, stream)
