"""Whether a disk has room for what is to be written, asked before anything is begun; and sizes in words."""

import shutil
from pathlib import Path

from models.errors import NoRoom
from models.translation import _


def expect_room(folder: Path, needed: int, safe: str) -> None:
    """Raise NoRoom, with `safe` as what is safe, if a folder's disk has fewer bytes free than are `needed`.

    Some drives of other machines do not say how large they are; there it shows in writing.
    """
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return  # whoever writes there says why that cannot be done
    if usage.total and usage.free < needed:
        words = _("There is not enough room in “{folder}”: {needed} are needed, and {free} are free.")
        raise NoRoom(
            words.format(folder=folder, needed=size_in_words(needed), free=size_in_words(usage.free)),
            safe,
            _("Free some space on this disk, then try again."),
        )


def size_in_words(count: int) -> str:
    """Return a number of bytes in words."""
    if count < 1_000_000:
        return _("{count:,.0f} kB").format(count=max(count / 1000, 1))
    return _("{count:,.1f} MB").format(count=count / 1e6)
