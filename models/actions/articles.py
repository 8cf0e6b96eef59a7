"""What can be done with articles, and with the furniture on their pages."""

from collections.abc import Iterable

from models.actions.typed import typed, typed_line
from models.articles import Draft
from models.edits import Change, Edit, changed, deleted, made
from models.entities import Article, Content, Furniture, Status
from models.records import ArticleRecords
from models.words import plural


def content_of(draft: Draft) -> Content:
    """The text of a draft as it will be kept, under its sha256."""
    import hashlib  # here, since a window without an article does without

    sha256 = hashlib.sha256(draft.text.encode()).hexdigest()
    return Content(sha256, draft.text, draft.original, draft.encoding)


def import_articles(drafts: Iterable[Draft]) -> Edit:
    """Add articles with the furniture that was recognised on their pages."""
    changes: list[Change] = []
    contents: list[Content] = []
    for draft in drafts:
        content = content_of(draft)
        article = Article(
            content=content.sha256,
            title=draft.title,
            outlet=draft.outlet,
            byline=draft.byline,
            published=draft.published,
            address=draft.address,
            language=draft.language,
            file_name=draft.file_name,
        )
        contents.append(content)
        changes.append(made(article))
        changes += (made(Furniture(article=article.id, start=start, end=end)) for start, end in draft.furniture)
    return Edit(f"Import {plural(len(contents), 'article')}", tuple(changes), tuple(contents))


def set_title(article: Article, title: str) -> Edit:
    """Correct the title of an article; an empty one leaves it as it is."""
    return Edit("Set title", (changed(article, title=typed_line(title) or article.title),))


def set_outlet(article: Article, outlet: str) -> Edit:
    """Say which paper or site an article is from."""
    return Edit("Set outlet", (changed(article, outlet=typed_line(outlet)),))


def set_byline(article: Article, byline: str) -> Edit:
    """Say who wrote an article."""
    return Edit("Set byline", (changed(article, byline=typed_line(byline)),))


def set_published(article: Article, published: str) -> Edit:
    """Say when an article appeared: an ISO 8601 date; the caller has read what was typed."""
    return Edit("Set date", (changed(article, published=typed_line(published)),))


def note_article(article: Article, note: str) -> Edit:
    """Note something on an article."""
    return Edit("Note on article", (changed(article, note=typed(note)),))


def finish_article(article: Article) -> Edit:
    """Say that an article is done."""
    return Edit("Article done", (changed(article, status=Status.DONE),))


def reopen_article(article: Article) -> Edit:
    """Say that an article is not done after all."""
    return Edit("Article not done", (changed(article, status=Status.OPEN),))


def delete_article(records: ArticleRecords) -> Edit:
    """Delete an article with everything recorded in it. Its text stays in the file, so that undo brings all back."""
    rows = (
        *records.spans.values(),
        *records.numbers.values(),
        *records.claims.values(),
        *records.furniture.values(),
        records.article,
    )
    return Edit("Delete article", tuple(deleted(row) for row in rows))


def toggle_furniture(records: ArticleRecords, start: int, end: int) -> Edit:
    """Say that the lines a range touches are furniture or, if all of them are already, that they are not."""
    lines = list(_lines(records.text, start, end))
    known = {row: (row.start, row.end) for row in records.furniture.values()}
    inside = [
        row for row, (a, b) in known.items() if any(a < line_end and line_start < b for line_start, line_end in lines)
    ]
    if lines and all(any(row.start <= a and b <= row.end for row in inside) for a, b in lines):
        return Edit("Mark as article text", tuple(deleted(row) for row in inside))
    covered = set(known.values())
    new = (made(Furniture(article=records.article.id, start=a, end=b)) for a, b in lines if (a, b) not in covered)
    return Edit("Mark as furniture", tuple(new))


def _lines(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The lines that a range touches, without the blanks around them; blank lines are left out."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", max(start, end - 1))
    for line in text[begin : stop if stop >= 0 else len(text)].split("\n"):
        inner = line.strip()
        if inner:
            at = begin + line.index(inner)
            yield at, at + len(inner)
        begin += len(line) + 1
