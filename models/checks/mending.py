"""Find the texts that altered or missing ones of articles are to be replaced with: in the file, or in its backups."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from models.checks.finding import Finding
from models.entities import Content
from models.errors import OnrecordError
from models.store import Store
from models.store.mending_texts import texts_in
from models.text.excerpts import quoted
from models.translation import _, counted

MOST_NAMED = 3
"""Articles without a whole text that are named."""


@dataclass(frozen=True, slots=True)
class Mending:
    """The texts that were found, and the titles of the articles whose text was not."""

    texts: tuple[Content, ...]
    lacking: tuple[str, ...]

    @property
    def words(self) -> str:
        """What becomes of the texts, in sentences."""
        whole = counted("{count:,} text is whole again.", "{count:,} texts are whole again.", len(self.texts))
        return " ".join(([whole] if self.texts else []) + self._lacking())

    def _lacking(self) -> list[str]:
        """Return which texts were not found, in sentences; many are only counted."""
        if (count := len(self.lacking)) > MOST_NAMED:
            return [
                counted(
                    "No backup has the text of {count:,} article.",
                    "No backup has the texts of {count:,} articles.",
                    count,
                )
            ]
        return [_("No backup has the text of {title}.").format(title=quoted(each)) for each in self.lacking]


def find_texts(store: Store, found: Sequence[Finding], backups: Iterable[Path]) -> Mending:
    """Look for the texts of the articles that some findings are about. Backups that cannot be read are passed over.

    Raises as reading a store does.
    """
    about = dict.fromkeys(each.place.article for each in found if each.place and each.place.article)
    articles = store.texts_to_mend(about)
    wanted = {each.content for each in articles}
    texts = {each.sha256: each for each in store.mended_texts(wanted)}
    for path in backups:
        if wanted <= texts.keys():
            break
        with suppress(OnrecordError):
            texts |= {each.sha256: each for each in texts_in(path, sorted(wanted - texts.keys()))}
    lacking = tuple(each.title for each in articles if each.content not in texts)
    return Mending(tuple(texts.values()), lacking)
