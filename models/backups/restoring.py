"""Restore a backup into a new file; nothing that is there is replaced."""

from contextlib import closing
from pathlib import Path

from models.disk_room import expect_room
from models.errors import ChangesBeside, NotSaved
from models.files import complete, give_name
from models.store.brief import begin_anew
from models.store.copying import copy_whole, copy_with_log
from models.store.opening import check_header, connect
from models.store.problems import explained
from models.store.versions import VERSIONS
from models.translation import _
from models.watching import UNWATCHED, Watch

SAFE = _("Nothing was restored; the backup is as it was.")


def restore(backup: Path, path: Path, watch: Watch = UNWATCHED) -> None:
    """Write a backup to a new file, complete and checked before it gets its name.

    As in a saved copy, the next edit of every coder has a new origin there, so that both files can be merged later.
    Raises an OnrecordError, or Interrupted if it is stopped; nothing is then written.
    """
    check_header(backup, VERSIONS.newest)
    expect_room(path.parent, backup.stat().st_size, SAFE)
    with complete(path, SAFE) as part, explained(backup, NotSaved, SAFE):
        _copy(backup, part, watch)
        begin_anew(part)
        watch.expect_wanted()
        _give_name(part, path)


def _copy(backup: Path, part: Path, watch: Watch) -> None:
    try:
        with closing(connect(backup, read_only=True)) as connection:
            copy_whole(connection, backup, part, watch)
    except ChangesBeside:
        copy_with_log(backup, part)


def _give_name(part: Path, path: Path) -> None:
    try:
        give_name(part, path)
    except FileExistsError as error:
        words = _("There is a file “{name}” already.").format(name=path.name)
        raise NotSaved(words, SAFE, _("Choose another name.")) from error
