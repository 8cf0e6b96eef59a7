"""Write an article as HTML: its text with all marks, and beside it what is recorded there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from models.codebook.codebook import Codebook
from models.entities import Article, Claim, Number, Role
from models.exports.pages.entries import Entry, answers, quantity, spans_of
from models.exports.pages.pieces import Paragraph, Piece, paragraphs
from models.ids import Id
from models.known import Known
from models.records import ArticleRecords
from models.translation import _, counted

ROLES = {
    Role.CONTENT: _("Claim"),
    Role.NUMBER: _("Number"),
    Role.SOURCE: _("Speaker"),
    Role.CUE: _("Cue"),
}
"""The kinds of marks, in the order of the legend."""


@dataclass(frozen=True, slots=True)
class ArticleHtml:
    """Writes one article; ids in the page begin with `prefix`, so that a page can have several articles."""

    records: ArticleRecords
    entries: Sequence[Entry]
    codebook: Codebook
    known: Known
    prefix: str

    def lines(self) -> Iterator[str]:
        """Yield the HTML of the article. Whatever the project holds is text in it, never markup."""
        article = self.records.article
        language = f' lang="{escape(article.language)}"' if article.language else ""
        yield f'<article class="article" id="{self.prefix}"{language}>'
        yield from _header(article)
        yield from self._answers(article)
        yield '<div class="columns"><div class="text" dir="auto">'
        yield from self._text()
        yield f'</div><section class="records"><h2>{self.count()}</h2>'
        yield "<ol>"
        for entry in self.entries:
            yield from self._entry(entry)
        yield "</ol></section></div></article>"

    def count(self) -> str:
        """Return in words how many claims and numbers are recorded."""
        claims = sum(isinstance(entry.record, Claim) for entry in self.entries)
        numbers = sum(len(entry.numbers) for entry in self.entries) + len(self.entries) - claims
        return _("{claims} · {numbers}").format(
            claims=counted("{count:,} claim", "{count:,} claims", claims),
            numbers=counted("{count:,} number", "{count:,} numbers", numbers),
        )

    def _text(self) -> Iterator[str]:
        spans = [span for entry in self.entries for span in spans_of(entry, self.records)]
        references = self._references()
        for boilerplate, lines in groupby(paragraphs(self.records, spans), lambda line: line.boilerplate):
            here = [*lines]
            written = [_paragraph(line, references) for line in here]
            yield from _folded(here, written) if boilerplate else written

    def _references(self) -> Mapping[Id, str]:
        """Return, by the span with which words end, the link to their entry."""
        found = {}
        for entry in self.entries:
            for part, span in enumerate(self.records.spans_of_words(entry.record.id)):
                own = "" if part else f' id="{self.prefix}-m{entry.place}"'
                found[span.id] = f'<a class="ref"{own} href="#{self.prefix}-r{entry.place}">{entry.place}</a>'
        return found

    def _entry(self, entry: Entry) -> Iterator[str]:
        record, place = entry.record, entry.place
        yield f'<li class="record" id="{self.prefix}-r{place}">'
        yield f'<a class="back" href="#{self.prefix}-m{place}">{place}</a><div>'
        if isinstance(record, Claim):
            yield from self._claim(record)
        numbers = [record] if isinstance(record, Number) else entry.numbers
        if numbers:
            yield '<ul class="values">'
            yield from map(self._number, numbers)
            yield "</ul>"
        yield "</div></li>"

    def _claim(self, claim: Claim) -> Iterator[str]:
        speaker = self.known.speakers.get(claim.speaker or "")
        name = f"<b>{escape(speaker.name)}</b>" if speaker else f'<span class="none">{_("No speaker")}</span>'
        facts = ((speaker.role, speaker.affiliation) if speaker else ()) + ((claim.mode,) if claim.mode else ())
        about = "".join(f" <span>· {escape(fact)}</span>" for fact in facts if fact)
        yield f'<p class="who" dir="auto">{name}{about}</p>'
        yield f'<p class="words" dir="auto">{escape(self.records.words(claim.id))}</p>'
        if claim.summary:
            yield f'<p class="note" dir="auto">{escape(claim.summary)}</p>'
        yield from self._answers(claim)

    def _number(self, number: Number) -> str:
        words, value = escape(self.records.words(number.id)), escape(quantity(number))
        shown = f"{words} → <span>{value}</span>" if value else words
        answered = "".join(self._answers(number))
        return f'<li dir="auto">{shown}{answered}</li>'

    def _answers(self, record: Article | Claim | Number) -> Iterator[str]:
        """Yield the answers about a record, its note, and whether it is to be discussed."""
        found = "".join(
            f'<dt>{escape(label)}</dt><dd dir="auto">{escape(shown)}</dd>'
            for label, shown in answers(record, self.codebook, self.known)
        )
        if found:
            yield f"<dl>{found}</dl>"
        if record.note or record.discuss:
            flag = f'<span class="flag">{_("To discuss")}</span> ' if record.discuss else ""
            yield f'<p class="note" dir="auto">{flag}{escape(record.note or "")}</p>'


def _header(article: Article) -> Iterator[str]:
    facts = " · ".join(escape(fact) for fact in (article.outlet, article.published, article.byline) if fact)
    yield f'<header><p class="meta" dir="auto">{facts}</p>'
    yield f'<h1 dir="auto">{escape(article.title)}</h1>'
    if article.address:
        address = escape(article.address)
        is_web = article.address.startswith(("http://", "https://"))
        shown = f'<a href="{address}" rel="noreferrer">{address}</a>' if is_web else address
        yield f'<p class="meta">{shown}</p>'
    marks = "".join(f'<span><mark class="{role}">{label}</mark></span>' for role, label in ROLES.items())
    yield f'<p class="legend">{marks}</p></header>'


def _paragraph(paragraph: Paragraph, references: Mapping[Id, str]) -> str:
    text = "".join(_piece(piece, references) for piece in paragraph.pieces)
    return f'<p dir="auto">{text}</p>'


def _piece(piece: Piece, references: Mapping[Id, str]) -> str:
    text = escape(piece.text)
    if piece.roles:
        names = [role.value for role in ROLES if role in piece.roles] + ["two"] * (piece.claims > 1)
        classes = " ".join(names)
        text = f'<mark class="{classes}">{text}</mark>'
    return text + "".join(references.get(span.id, "") for span in piece.ends)


def _folded(lines: Sequence[Paragraph], written: Iterable[str]) -> Iterator[str]:
    """Yield lines of boilerplate, folded unless one of them has a mark."""
    marked = any(line.marked for line in lines)
    words = counted("{count:,} line of boilerplate", "{count:,} lines of boilerplate", len(lines))
    opened = 'class="boilerplate marked" open' if marked else 'class="boilerplate"'
    yield f"<details {opened}><summary>{words}</summary>"
    yield from written
    yield "</details>"
