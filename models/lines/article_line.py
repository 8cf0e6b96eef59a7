"""What a list of articles shows of one of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.edits import Change
from models.entities import Article, Claim, Number, Status
from models.ids import Id


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """What a list shows of an article; `claims` and `numbers` count its records."""

    id: Id
    title: str
    outlet: str | None
    published: str | None
    status: Status
    claims: int
    numbers: int

    @classmethod
    def of(cls, article: Article) -> "ArticleLine":
        """Return the line of an article in which nothing is recorded."""
        return cls(article.id, article.title, article.outlet, article.published, article.status, claims=0, numbers=0)

    @property
    def begun(self) -> bool:
        """Return whether anything is recorded in the article."""
        return bool(self.claims or self.numbers)

    def after(self, changes: Iterable[Change]) -> "ArticleLine":
        """Return the line as it is after some changes, without counting everything again."""
        line = self
        for change in changes:
            more = (change.before is None) - (change.after is None)
            match change.row:
                case Claim(article=self.id):
                    line = replace(line, claims=line.claims + more)
                case Number(article=self.id):
                    line = replace(line, numbers=line.numbers + more)
                case Article(id=self.id, title=title, outlet=outlet, published=published, status=status):
                    line = replace(line, title=title, outlet=outlet, published=published, status=status)
        return line
