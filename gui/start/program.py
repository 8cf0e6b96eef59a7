"""The command `onrecord`: opens the window, or runs the command that is given.

Importing this module imports no Qt, and no more than a window without words needs.
"""

import errno
import os
import sys
from typing import NoReturn

from gui.start import launch
from models.errors import OnrecordError
from models.translation import _

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What the system says when a disk takes no more."""


def main() -> None:
    """Run the program; a problem that has words for people ends it with them on standard error and exit code 1."""
    if os.environ.get("LC_ALL") in {"C", "POSIX"}:
        os.environ["LC_ALL"] = "C.UTF-8"  # what Qt would do as well, with four lines about it
    try:
        if len(sys.argv) == 1:
            launch.show_window(())
        # Reading words takes a library, which the window alone does not wait for.
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
    """End with a sentence where standard output takes no more: its disk is full."""
    # What is still to be written is let go, or writing it on the way out would fail again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    print(
        _("The output could not be written: {strerror}. Make room, and give the command again.").format(
            strerror=error.strerror
        ),
        file=sys.stderr,
    )
    sys.exit(1)
