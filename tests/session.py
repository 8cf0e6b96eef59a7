"""An open project without a window: the file, and the records in memory, which follow each edit."""

from models.articles.site_lines import SiteLines
from models.codebook.codebook import Codebook
from models.edits import Edit
from models.named_exports import NamedExports
from models.own_words import OwnWords
from models.properties import Properties
from models.records import ArticleRecords
from models.registry import Registry
from models.sampling.samples import Samples
from models.store import Store
from models.suggestions.learned import Learned
from models.views.named_views import NamedViews
from tests.example import CODER, Example, signed
from tests.snapshots import (
    Memory,
    Rows,
    codebook_of,
    exports_of,
    learned_of,
    memory_of,
    own_words_of,
    properties_of,
    rows_of,
    samples_of,
    site_lines_of,
    speakers_of,
    views_of,
)

LATER = "2026-03-02T09:00:00.000+00:00"


def last_edit(store: Store) -> Edit:
    """Read what Undo would take back."""
    line = store.undoable(CODER)
    assert line, "there is nothing to undo"
    return store.edit(line)


class Session:
    """The file of an example with one article and the registry in memory, which only ever follow edits."""

    def __init__(self, example: Example) -> None:
        self.store: Store = example.store
        self.path = self.store.path
        self.records: ArticleRecords = example.records
        self.registry: Registry = example.registry
        self.codebook: Codebook = self.store.codebook()
        self.views: NamedViews = self.store.views()
        self.exports: NamedExports = self.store.exports()
        self.samples: Samples = self.store.samples()
        self.site_lines: SiteLines = self.store.site_lines()
        self.properties: Properties = self.store.properties()
        self.own_words: OwnWords = self.store.own_words()
        self.learned: Learned = self.store.learned()

    def do(self, edit: Edit) -> None:
        """Write an edit; the memory follows."""
        edit = signed(edit, LATER)
        self.take(self.store.apply(edit) or edit)

    def take(self, edit: Edit) -> None:
        """Let the memory follow an edit that is written."""
        self.records.take(edit)
        self.registry.take(edit)
        self.codebook.take(edit)
        self.views.take(edit)
        self.exports.take(edit)
        self.samples.take(edit)
        self.site_lines.take(edit)
        self.properties.take(edit)
        self.own_words.take(edit)
        self.learned.take(edit)

    def undo(self) -> None:
        """Take back what the file says comes next."""
        self.do(last_edit(self.store).inverse)

    def redo(self) -> None:
        """Do again what the file says comes next."""
        line = self.store.redoable(CODER)
        assert line, "there is nothing to redo"
        self.do(self.store.edit(line).inverse)

    def reopen(self) -> None:
        """Close the file and open it again; the memory stays as it was, to be compared."""
        self.store.close()
        self.store = Store.open(self.path)

    def rows(self) -> dict[str, Rows]:
        """Return what stands in the file."""
        return rows_of(self.path)

    def memory(self) -> tuple[Memory, ...]:
        """Return what stands in memory."""
        known = (
            *(speakers_of(self.registry), codebook_of(self.codebook)),
            *(views_of(self.views), exports_of(self.exports), samples_of(self.samples)),
            *(site_lines_of(self.site_lines), properties_of(self.properties), own_words_of(self.own_words)),
            learned_of(self.learned),
        )
        return memory_of(self.records), *known

    def fresh(self) -> tuple[Memory | None, ...]:
        """Return what the file would give to memory now; None for an article that is deleted."""
        article = self.store.article_records(self.records.article.id) if self.has_article() else None
        store = self.store
        in_file = (
            *(speakers_of(store.registry()), codebook_of(store.codebook())),
            *(views_of(store.views()), exports_of(store.exports()), samples_of(store.samples())),
            *(site_lines_of(store.site_lines()), properties_of(store.properties()), own_words_of(store.own_words())),
            learned_of(store.learned()),
        )
        return memory_of(article) if article else None, *in_file

    def has_article(self) -> bool:
        """Return whether the article is in the file: it may have been deleted."""
        return self.records.article.id in {line.id for line in self.store.articles()}

    def expect_memory_as_in_file(self) -> None:
        """Fail unless the memory is what would be read from the file."""
        article, *in_file = self.fresh()
        held, *known = self.memory()
        assert known == in_file
        assert article is None or held == article
