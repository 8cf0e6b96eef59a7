"""Parameters that several commands have."""

from pathlib import Path

import click

from models.translation import _

PATH = click.Path(path_type=Path)
FOLDER = click.Path(path_type=Path, file_okay=False)

coder_option = click.option(
    "--coder", metavar="INITIALS", help=_("The coder's initials; by default those of the login name.")
)
