"""The sizes in a run, and the projects that benchmarks share, each made once, durably, on a real disk."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from models.ids import Id
from models.store import Store
from tests.benchmarks.growing import grow
from tests.benchmarks.multiplying import multiply
from tests.benchmarks.writing import TITLE, Writer, page

COPIES = 100
"""Copies of a small project that make a large one."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Letters and spans of the articles, and how much a small and a large project hold beside them."""

    short_letters: int = 6_000
    short_spans: int = 60
    letters: int = 100_000
    spans: int = 1_000
    long_letters: int = 1_000_000
    long_spans: int = 10_000
    few: int = 100
    some: int = 1_000
    many: int = 100_000
    most: int = 1_000_000
    """Statements of a small, a large and the largest project."""
    speakers: int = 5_000
    imported: int = 20_000
    """Articles of one import."""
    files: int = 2_000
    """Articles of a folder that is imported."""
    session: int = 501
    """Articles that are opened one after the other."""


TINY = Sizes(
    letters=6_000,
    spans=25,
    long_letters=12_000,
    long_spans=50,
    few=10,
    some=200,
    many=300,
    most=400,
    speakers=30,
    imported=50,
    files=120,
    session=3,
)
"""For seeing that the benchmarks run at all."""


@dataclass(frozen=True, slots=True)
class Made:
    """A project file, and the article in it that is opened: the first."""

    path: Path
    article: Id


class Places:
    """Makes the projects in a folder when they are first asked for. Every project begins with the article to open."""

    def __init__(self, folder: Path, sizes: Sizes) -> None:
        self.folder, self.sizes = folder, sizes

    def short_article(self) -> Made:
        """A project of one article as long as most in newspapers."""
        return self._made("short", self.sizes.short_letters, self.sizes.short_spans, 0)

    def article(self) -> Made:
        """A project of one article of usual length."""
        return self._made("article", self.sizes.letters, self.sizes.spans, 0)

    def long_article(self) -> Made:
        """A project of one very long article."""
        return self._made("long", self.sizes.long_letters, self.sizes.long_spans, 0)

    def newspaper(self) -> Made:
        """A project of as many articles as somebody opens in a day, each as long as most in newspapers."""
        path = self.folder / "newspaper.onrecord"
        if not path.exists():
            with Store.create(path.with_suffix(".part")) as store:
                writer = Writer(store, 40)
                for _ in range(self.sizes.session):
                    writer.write_article(self.sizes.short_letters, self.sizes.short_spans)
            path.with_suffix(".part").rename(path)
        with Store.open(path, read_only=True) as store:
            return Made(path, store.articles()[0].id)

    def small_project(self) -> Made:
        """The article, in a project that holds little else."""
        return self._made("small", self.sizes.letters, self.sizes.spans, self.sizes.few)

    def large_project(self) -> Made:
        """The same article, in a project that holds very much."""
        return self._made("large", self.sizes.letters, self.sizes.spans, self.sizes.many)

    def many_speakers(self) -> Made:
        """The article, in a project with a long registry."""
        return self._made("speakers", self.sizes.letters, self.sizes.spans, 0, self.sizes.speakers)

    def multiplied(self, statements: int) -> Path:
        """A project of so many statements, made of copies of one of a hundredth of them."""
        large = self.folder / f"multiplied-{statements}.onrecord"
        if not large.exists():
            small = self.folder / f"small-{statements}.onrecord"
            with Store.create(small) as store:
                Writer(store, max(3, statements // 500)).write_statements(statements // COPIES)
            multiply(small, large, COPIES)
        return large

    def grown(self, statements: int) -> Path:
        """A project of so many statements as coders would have left it, ten in each article."""
        path = self.folder / f"grown-{statements}.onrecord"
        if not path.exists():
            part = path.with_suffix(".part")
            part.unlink(missing_ok=True)
            grow(part, statements)
            part.rename(path)
        return path

    def article_among(self, statements: int) -> Made:
        """The article of usual length, in a project of so many statements."""
        path = self.folder / f"article-among-{statements}.onrecord"
        if not path.exists():
            part = Path(shutil.copyfile(self.grown(statements), path.with_suffix(".part")))
            with Store.open(part) as store:
                store._guard.expect_sound(3_600)  # a file of gigabytes is checked for longer than an edit waits
                article = Writer(store, 40).write_article(self.sizes.letters, self.sizes.spans)
            part.rename(path)
            return Made(path, article)
        with Store.open(path, read_only=True) as store:
            return Made(path, next(line.id for line in store.articles() if line.title == TITLE.format(number=1)))

    def pages(self) -> Path:
        """A folder of articles, a file for each."""
        folder = self.folder / "pages"
        if not folder.exists():
            folder.mkdir()
            for number in range(self.sizes.files):
                (folder / f"{number:05}.txt").write_text(page(number), "utf-8")
        return folder

    def _made(self, name: str, letters: int, spans: int, statements: int, speakers: int = 40) -> Made:
        path = self.folder / f"{name}.onrecord"
        if not path.exists():
            part = path.with_suffix(".part")
            with Store.create(part) as store:
                writer = Writer(store, speakers)
                writer.write_article(letters, spans)
                writer.write_statements(statements)
            part.rename(path)
        with Store.open(path, read_only=True) as store:
            return Made(path, store.articles()[0].id)
