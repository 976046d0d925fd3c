"""Progress on a terminal: one line that is rewritten, or a few plain lines where output goes to a file."""

import time
from typing import Final, TextIO
from unicodedata import east_asian_width

from irenic.engine.progress import Clock, Progress
from irenic.errors.problem import Parameter
from irenic.language.messages import Language, message

_REDRAW: Final = 0.1
_PLAIN: Final = 10.0


class TerminalProgress:
    """A progress listener that writes to a stream, in words of the catalogue.

    On a terminal one line is rewritten, at most ten times a second; elsewhere a plain line comes every ten seconds, and
    one when a stage is finished. Call `close` when work ends, however it ends, so that what is printed next begins on a
    line of its own.
    """

    def __init__(
        self, stream: TextIO, language: Language, *, quiet: bool = False, clock: Clock = time.monotonic
    ) -> None:
        self._stream = stream
        self._language: Language = language
        self._quiet = quiet
        self._clock = clock
        self._rewrites = stream.isatty()
        self._stage: str | None = None
        self._written_at = clock()
        self._width = 0

    def __call__(self, event: Progress) -> None:
        """Show the event, unless one was shown a moment ago."""
        if self._quiet:
            return
        now = self._clock()
        begins, ends = event.stage != self._stage, event.done >= event.total
        if begins:
            self.close()
            self._stage = event.stage
        pause = _REDRAW if self._rewrites else _PLAIN
        if not ends and now - self._written_at < pause and not (begins and self._rewrites):
            return
        self._written_at = now
        self._write(progress_line(event, self._language))
        if ends:
            self.close()
            self._stage = None

    def close(self) -> None:
        """End a line that is still open."""
        if self._width:
            self._stream.write("\n")
            self._stream.flush()
            self._width = 0

    def _write(self, line: str) -> None:
        if self._rewrites:
            width = _columns(line)
            self._stream.write("\r" + line + " " * (self._width - width))
            self._width = width
        else:
            self._stream.write(line + "\n")
        self._stream.flush()


def terminal_progress(stream: TextIO, language: Language, *, quiet: bool = False) -> TerminalProgress:
    """The listener for a command that runs in a terminal; silent with `quiet`."""
    return TerminalProgress(stream, language, quiet=quiet)


def progress_line(event: Progress, language: Language) -> str:
    """One event in words: stage, how much of how much, percent, time left."""
    counts: dict[str, Parameter] = {
        "stage": message(event.stage, language),
        "done": event.done,
        "total": event.total,
        "percent": 100 * event.done // event.total if event.total else 100,
    }
    if event.eta is None or event.done >= event.total:
        return message("engine.progress", language, **counts)
    return message("engine.progress-left", language, left=duration(event.eta, language), **counts)


def duration(seconds: float, language: Language) -> str:
    """A length of time in words, rounded up: seconds, minutes with seconds, or hours with minutes."""
    whole = max(1, -int(-seconds // 1))
    if whole < 60:
        return message("engine.seconds", language, seconds=whole)
    if whole < 3600:
        return message("engine.minutes", language, minutes=whole // 60, seconds=whole % 60)
    minutes = -(-whole // 60)
    return message("engine.hours", language, hours=minutes // 60, minutes=minutes % 60)


def _columns(text: str) -> int:
    """Columns that the text fills; Chinese characters fill two."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
