"""What can be done with articles, and with the boilerplate on their pages."""

import hashlib
from collections.abc import Iterable, Sequence

from models.articles.draft import Draft
from models.articles.toggling import toggled
from models.edits import Change, Edit, changed, deleted, made
from models.entities import Article, Boilerplate, Content, Original, Record, Status
from models.records import ArticleRecords
from models.references import deletion
from models.translation import _, counted

DAMAGED = _("The text of this article was damaged: it is not the one that was imported. Compare it with its source.")


def content_of(draft: Draft) -> Content:
    """Return the text of a draft as it will be kept."""
    return Content.of(draft.text)


def import_articles(drafts: Iterable[Draft]) -> Edit:
    """Add articles with the boilerplate that was recognised on their pages, and keep the files they came from."""
    drafts = list(drafts)
    articles: list[Change] = []
    boilerplate: list[Change] = []
    contents: list[Content | Original] = []
    for draft in drafts:
        content, original = content_of(draft), _original_of(draft)
        article = Article(
            content=content.sha256,
            original=original.sha256 if original else None,
            title=draft.title,
            outlet=draft.outlet,
            byline=draft.byline,
            published=draft.published,
            published_words=draft.published_words,
            address=draft.address,
            language=draft.language,
            file_name=draft.file_name,
            encoding=draft.encoding,
        )
        contents += [content, original] if original else [content]
        articles.append(made(article))
        boilerplate += (made(Boilerplate(article=article.id, start=start, end=end)) for start, end in draft.boilerplate)
    label = counted("Import {count:,} article", "Import {count:,} articles", len(drafts))
    return Edit(label, (*articles, *boilerplate), tuple(contents))


def _original_of(draft: Draft) -> Original | None:
    if draft.original is None:
        return None
    return Original(hashlib.sha256(draft.original).hexdigest(), draft.original)


def finish_articles(*articles: Article) -> Edit:
    """Mark articles as done."""
    label = counted("Mark article as done", "Mark {count:,} articles as done", len(articles))
    return Edit(label, tuple(changed(article, status=Status.DONE) for article in articles))


def mark_damaged(articles: Sequence[Article]) -> Edit:
    """Flag articles of which the text was damaged as to be discussed, and say so in their notes."""
    label = counted("Mark text as damaged", "Mark {count:,} texts as damaged", len(articles))
    notes = ((each, f"{each.note}\n{DAMAGED}" if each.note else DAMAGED) for each in articles)
    return Edit(label, tuple(changed(each, note=note, discuss=True) for each, note in notes))


def reopen_articles(*articles: Article) -> Edit:
    """Mark articles as not done."""
    label = counted("Mark article as not done", "Mark {count:,} articles as not done", len(articles))
    return Edit(label, tuple(changed(article, status=Status.OPEN) for article in articles))


def delete_articles(articles: Sequence[Article], rows: Iterable[Record]) -> Edit:
    """Delete articles with everything recorded in them, which `rows` has. Their texts stay in the file, so that undo
    can restore everything.
    """
    label = counted("Delete article", "Delete {count:,} articles", len(articles))
    return Edit(label, deletion(articles, rows))


def toggle_boilerplate(records: ArticleRecords, start: int, end: int) -> Edit:
    """Mark the lines that a range touches as boilerplate; if all of them are boilerplate already, mark them as text."""
    rows = {(row.start, row.end): row for row in records.boilerplate.values()}
    change = toggled(records.text, rows, start, end)
    if change.gone:
        return Edit(_("Mark as article text"), tuple(deleted(rows[each]) for each in change.gone))
    new = (Boilerplate(article=records.article.id, start=a, end=b) for a, b in change.made)
    return Edit(_("Mark as boilerplate"), tuple(made(row) for row in new))
