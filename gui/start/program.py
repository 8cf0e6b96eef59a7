"""The command `onrecord`: open the window, or run the given command.

Importing this module imports no Qt, and no more than an empty window needs.
"""

import errno
import os
import sys
from typing import NoReturn

from gui.start import launch
from models.errors import OnrecordError
from models.translation import _

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""The error codes of a full disk."""


def main() -> None:
    """Run the program; an error for people ends it with its sentences on standard error and exit code 1."""
    if os.environ.get("LC_ALL") in {"C", "POSIX"}:
        os.environ["LC_ALL"] = "C.UTF-8"  # Qt would do the same, with four lines of messages
    try:
        if len(sys.argv) == 1:
            launch.show_window(())
        # Importing words takes a library, which the window alone does not need.
        from gui.start.command_line import program

        program(prog_name="onrecord")
    except OnrecordError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        _end_without_output(error)


def _end_without_output(error: OSError) -> NoReturn:
    """End with a sentence if standard output cannot be written to because its disk is full."""
    # Drop what is still to be written, or writing it at exit would fail again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    print(
        _("The output could not be written: {strerror}. Make room, and give the command again.").format(
            strerror=error.strerror
        ),
        file=sys.stderr,
    )
    sys.exit(1)
