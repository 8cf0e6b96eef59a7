"""`onrecord compact`: make a project compact and forget what was deleted, once that was agreed to."""

from contextlib import closing
from pathlib import Path

import click

from models.backups.places import Place, usual_root
from models.backups.remains import delete_copies, remains
from models.cli.output import say, say_step
from models.cli.projects import open_project
from models.coder import default_coder
from models.disk_room import size_in_words
from models.store.compacting import compact, forgettable
from models.store.locking import ProjectLock
from models.translation import _
from models.watching import Watch


def run(project: Path, *, agreed: bool, with_copies: bool, backups: Path | None) -> int:
    """Say what goes, ask unless it is `agreed`, and do it. Return the exit code: 1 if it was not wanted."""
    open_project(project).close()
    with closing(ProjectLock.take(project, default_coder())):
        left = remains(forgettable(project), project, Place(backups or usual_root()))
        for sentence in left.sentences:
            click.echo(sentence)
        if not agreed and not click.confirm(_("Forget this for good?"), err=True):
            return 1
        made = compact(project, Watch(say_step))
        say(_("The file is {size} smaller.").format(size=size_in_words(max(made.smaller, 0))))
        delete_copies((*made.left, *(left.copies if with_copies else ())))
    return 0
