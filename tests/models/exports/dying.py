"""Export in a process that is killed before one of its calls of the file system, or that meets a limit.

Run as a program, it reads such exports line by line, and makes each in a fork: nothing has to be loaded again for it.
"""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from models.errors import OnrecordError
from models.exports.delivery import export
from models.exports.formats import format_named
from models.exports.target import Target
from models.store import Store

HOUSE = Path(__file__).parent.parent.parent.parent

CALLS = {"open", "os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir", "os.truncate", "shutil.rmtree"}
"""The audit events of calls that change a file system."""

NOBODY = 65534


class Server:
    """The program, running."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", __name__]
        self._process = subprocess.Popen(
            command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def export(self, project: Path, folder: Path, form: str, *, call: int | None = None, limit: str = "") -> list[str]:
        """Export, and return the words of the error if there is one. Without an error, it returns how many calls there
        were; killed before the call with a number, from 0, it returns nothing.
        """
        assert self._process.stdin and self._process.stdout
        print(json.dumps([str(project), str(folder), form, call, limit]), file=self._process.stdin, flush=True)
        said = json.loads(self._process.stdout.readline())
        assert isinstance(said, list)
        return said

    def close(self) -> None:
        """End the program."""
        self._process.communicate()


def no_wait(_file: object) -> None:
    """Wait for no disk: files outlive the program that wrote them, though not a power cut."""


def _main() -> None:
    os.fsync = no_wait  # type: ignore[assignment]
    for line in sys.stdin:
        project, folder, form, call, limit = json.loads(line)
        target = format_named(form).make()  # loads what it needs
        hear, say = os.pipe()
        child = os.fork()
        if not child:
            _export(say, (project, folder), target, _Calls(folder, call), limit)
            os._exit(0)
        os.close(say)
        with os.fdopen(hear) as heard:
            words = heard.read() or "[]"
        _child, status = os.waitpid(child, 0)
        assert status in (0, signal.SIGKILL), status
        print(words, flush=True)


def _export(say: int, places: Sequence[str], target: Target, calls: "_Calls", limit: str) -> None:
    project, folder = map(Path, places)
    with Store.open(project) as store, _within(limit):
        calls.begin()
        try:
            export(store, folder, target)
            words = [str(calls.end())]
        except OnrecordError as error:
            words = [error.what, error.safe, error.do]
    os.write(say, json.dumps(words).encode())


class _Calls:
    """Counts the calls that change a folder, and kills the program before one of them."""

    def __init__(self, folder: str, last: int | None) -> None:
        self._folder, self._last, self._count, self._counts = folder, last, 0, False

    def begin(self) -> None:
        """Count from now on."""
        self._counts = True
        sys.addaudithook(self._hear)

    def end(self) -> int:
        """Return how many calls there were."""
        self._counts = False
        return self._count

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._counts and event in CALLS and str(arguments[0]).startswith(self._folder):
            if self._count == self._last:
                os.kill(os.getpid(), signal.SIGKILL)
            self._count += 1


@contextmanager
def _within(limit: str) -> Iterator[None]:
    """Have no room for more than some bytes in a file, or no right to write where others write."""
    if limit == "forbidden" and os.geteuid() == 0:
        os.seteuid(NOBODY)  # root may write everywhere
    elif limit.isdigit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), resource.RLIM_INFINITY))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


if __name__ == "__main__":
    _main()
