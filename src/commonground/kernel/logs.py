"""What may be written to a log: the level, the place in the code and a constant sentence; never the data.

A request path can carry an identifier and an exception message can carry a resident's words, so neither is
printed. The traceback's frames name files and lines, which is what a developer needs.
"""

import logging
import traceback


class Plain(logging.Formatter):
    """One line a record: level, logger, place, exception class and frames; no arguments, no messages of errors."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, made of parts that hold no data of anybody."""
        parts = [
            record.levelname,
            record.name,
            f"{record.module}:{record.lineno}",
            str(record.msg).split("%", 1)[0].strip(),
        ]
        if record.exc_info and record.exc_info[0]:
            frames = traceback.extract_tb(record.exc_info[2])
            parts.append(record.exc_info[0].__name__)
            parts += [f"{frame.filename.rsplit('commonground/', 1)[-1]}:{frame.lineno}" for frame in frames]
        return " · ".join(parts)
