"""The project that the gestures are made on, of our own writing: texts with all that texts can hold."""

import shutil
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import gui
import models
from models.actions.articles import import_articles
from models.articles.article_files import read_file
from models.exports.delivery import export
from models.exports.formats import FORMATS
from models.store import Store
from tests.example import make_example

TEXTS = {
    "tide.txt": "Tide mill turns again\n\nBy Ada Lund\n\nAdvertisement\n\n"
    "The owners of the mill 🌊🏭 said it had cost £1.2 million, nearly 40 per cent more than planned. "
    "“We would do it again,” said Mads Holm, who ran it for 30 years.\n\nShare this\n\n"
    "About two dozen visitors, among them Zoë Ångström, came on the first day. She said it was “a small wonder”.",
    "marks.txt": "Cafe\u0301 and nai\u0308ve words 👩\u200d👩\u200d👧\n\n"
    "The e\u0301tude took 5\u00a0minutes, said Rene\u0301e O\u2019Neill 🇳🇴. "
    "It was played by half of the 12 players.\n\n"
    + "Skip to content\n\nSign up for our letter\n\nRead more\n\n"
    + "At least 300 people\u00ad and 2,000 birds listened, she said.",
    "long.txt": "One long line\n\n"
    + "The council said that 1,500 of the houses were empty, " * 400
    + "and that was that.",
    "right.txt": "أخبار الميناء\n\nقال رئيس الميناء إن ٢٠٠ سفينة وصلت. שלום said the 3 captains; “עולם” they added.\n\n"
    "The port paid $4.5 billion, according to Dana Levi.",
    "page.html": "<html><head><title>Bridge to open</title></head><body><nav>Menu</nav><article><h1>Bridge to open</h1>"
    "<p>The bridge opens on Monday, the ministry said on Friday after three years of work on it.</p>"
    "<p>It cost almost 90 million euros, a third of which came from the region, Minister Eva Roth said.</p>"
    "</article></body></html>",
    "only.txt": "x",
}


def make_sample(folder: Path) -> Path:
    """Make the project, and beside it the files that are imported and dropped; return the project's path."""
    folder.mkdir(parents=True, exist_ok=True)
    files = folder / "files"
    files.mkdir(exist_ok=True)
    for name, text in TEXTS.items():
        (files / name).write_text(text, "utf-8")
    path = folder / "study.onrecord"
    make_example(path).store.close()
    with Store.open(path) as store:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        store.apply(import_articles([read_file(each) for each in sorted(files.iterdir())]).stamped("AB", now))
    shutil.copyfile(path, folder / "other.onrecord")
    return path


def load_everything(path: Path, folder: Path) -> None:
    """Load every module of the program, and export a project in every form whose libraries are there.

    Large libraries are loaded and start their threads when they are first needed: that would look like growth.
    """
    for package in (gui, models):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    with Store.open(path) as store:
        for form in FORMATS:
            if not form.missing:
                export(store, folder / form.name, form.make())
