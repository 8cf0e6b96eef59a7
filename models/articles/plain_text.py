"""Pasted text and text files: the text stays as it is, its boilerplate is marked, its heading is read."""

from collections.abc import Sequence

from models.articles import text_metadata
from models.articles.boilerplate import known_boilerplate, page_around, phrase_lines, prose_stretch
from models.articles.draft import Draft
from models.articles.hard_wrapping import unwrapped
from models.articles.mails import mail_lines, unquoted
from models.articles.news_databases import read_export
from models.errors import UnreadableArticle
from models.text.languages import language_of
from models.text.normalising import normalise
from models.text.text_lines import Line, lines_of


def from_text(text: str, *, named: str = "the text") -> Draft:
    """Make a draft of plain text. Raises UnreadableArticle, which calls it as it is named, if it is not one article."""
    text = unwrapped(unquoted(normalise(text)))
    every = lines_of(text)
    export = read_export(every, named)
    labels = export.labels | mail_lines(every)
    lines = [line for index, line in enumerate(every) if index not in labels]
    if not lines:
        raise UnreadableArticle(
            "There is no text in it.", "Nothing was added.", "Select the article and copy it again."
        )
    known = known_boilerplate(lines)
    prose = prose_stretch(lines, known) or _all_but(lines, known)
    title = text_metadata.headline(lines, prose, phrase_lines(lines))
    boilerplate = _boilerplate(lines, known, prose, title)
    cut = sorted((line.start, line.end) for line in (*(every[at] for at in labels), *(lines[at] for at in boilerplate)))
    return Draft(
        text=text,
        title=export.title
        or (lines[title].text if title is not None else text_metadata.shortened(_first(lines, boilerplate).text)),
        outlet=export.outlet or text_metadata.outlet(lines, boilerplate) or text_metadata.outlet(every, set(labels)),
        byline=export.byline or text_metadata.byline(lines, prose),
        published=export.published or text_metadata.published(lines, prose),
        language=language_of(text),
        boilerplate=tuple(cut),
    )


def _all_but(lines: Sequence[Line], known: set[int]) -> range:
    """Where there is too little prose to say: from the first line to the last that is not known to be boilerplate."""
    kept = [index for index in range(len(lines)) if index not in known] or range(len(lines))
    return range(kept[0], kept[-1] + 1)


def _first(lines: Sequence[Line], boilerplate: set[int]) -> Line:
    """The first line that belongs to the article: it stands for the headline where none is sure."""
    return next(line for index, line in enumerate(lines) if index not in boilerplate)


def _boilerplate(lines: Sequence[Line], known: set[int], prose: range, title: int | None) -> set[int]:
    """The known lines and the page around the prose; never the headline, what tells of the article, or everything."""
    heading = range(title if title is not None else prose.start, prose.start)
    around = page_around(lines, known, prose) - set(heading)
    boilerplate = (known | around) - {title}
    return boilerplate if len(boilerplate) < len(lines) else set()
