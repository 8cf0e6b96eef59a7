"""Where an error came from, for the log: without its message, which may quote what somebody reads or writes."""

import errno
from traceback import format_tb
from types import TracebackType


def trace_of(error: BaseException, trace: TracebackType | None = None) -> str:
    """Return the frames of an error and of those that led to it, each with its kind, as Python prints them."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    led = "".join(f"{trace_of(each)}\nled to\n" for each in (before,) if each)
    frames = "".join(format_tb(trace or error.__traceback__))
    parts = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    return led + frames + "\nin it ".join([_kind(error), *map(trace_of, parts)])


def _kind(error: BaseException) -> str:
    """Return the kind of an error, with the number that the system or SQLite has given it."""
    number = errno.errorcode.get(getattr(error, "errno", None) or 0) or getattr(error, "sqlite_errorname", "")
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return f"{kind} {number}".strip()
