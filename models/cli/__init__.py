"""The commands without a window. They need no Qt.

Results go to standard output, messages and progress to standard error. The exit code is 0; 1 if something was refused,
with the reason; or 2 for a mistake in the command itself, in which case nothing was created or changed.

Each command imports its module when it runs, so that the window does not wait for what it does not need.
"""

import click

from models.cli.article_commands import clean_files, import_files, suggest_files
from models.cli.output import NoSuchFile, require
from models.cli.project_commands import check_project, compact_project, draw_sample, rescue_project
from models.cli.table_commands import codebook_file, export_project, import_table, speaker_list

__all__ = ["NoSuchFile", "commands", "require"]


@click.group()
def commands() -> None:
    """Work on a project without a window."""


for each in (
    *(import_files, clean_files, suggest_files),
    *(export_project, import_table, codebook_file, speaker_list),
    *(draw_sample, check_project, rescue_project, compact_project),
):
    commands.add_command(each)
