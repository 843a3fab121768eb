"""What a person who waits at a terminal sees of a run: the stages' own words, warnings and errors,
with the time.
"""

import logging
import re
import sys
import time
from typing import Any

import dagster as dg

#: What Dagster and dagster-dbt say to developers of them, or say again of every step behind one
#: that failed.
_ASIDES = (
    "A dbt subsetted execution",
    "Copying `",
    "Running dbt command",
    "Finished dbt command",
    "Dependencies for step",
)

_CLASS = re.compile(r"^(?:[A-Za-z_]\w*\.)+\w+: ")


def plain(message: str) -> str:
    """An error's message without the Python class before it."""
    return _CLASS.sub("", message.strip())


def _is_no_aside(record: logging.LogRecord) -> bool:
    meta = getattr(record, "dagster_meta", None) or {}
    return not str(meta.get("orig_message") or record.getMessage()).startswith(_ASIDES)


class _Plain(logging.Formatter):
    """Time since the start, step, message; nothing of ids and event types."""

    def __init__(self) -> None:
        super().__init__()
        self.started = time.monotonic()

    def format(self, record: logging.LogRecord) -> str:
        """One line, or more where the message has more."""
        meta = getattr(record, "dagster_meta", None) or {}
        message = meta.get("orig_message") or record.getMessage()
        minutes, seconds = divmod(int(time.monotonic() - self.started), 60)
        mark = "" if record.levelno < logging.WARNING else f"{record.levelname.lower()}: "
        return f"{minutes:3d}:{seconds:02d}  {mark}{message}"


@dg.logger
def console(context: dg.InitLoggerContext) -> logging.Logger:
    """A logger that writes INFO and above to standard output, plainly."""
    logger = logging.Logger("rasad", logging.INFO)
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_Plain())
    handler.addFilter(_is_no_aside)
    logger.addHandler(handler)
    return logger


#: Run configuration that chooses it.
CONFIGURATION: dict[str, Any] = {"loggers": {"console": {}}}
