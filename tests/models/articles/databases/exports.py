"""Exports of news databases as they write them, with articles of our own writing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from tests.models.articles.documents.making import p

SENTENCES = (
    "The harbour board said on Thursday that it will rebuild the north wall before the storms of next winter come in. "
    "Ida Brekke, who leads the board, told the council that 214 berths had been closed since the spring flood. "
    "Fishing crews from three villages asked for the cheaper plan, which would keep the old slipway open all year."
)
"""One paragraph, long enough to be broken into lines by width."""

DAYS = ("Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday")


@dataclass(frozen=True)
class Story:
    """An article of our own, by its number from 1."""

    number: int

    @property
    def title(self) -> str:
        """Return its headline."""
        return f"Harbour wall to be rebuilt, part {self.number}"

    @property
    def outlet(self) -> str:
        """Return its newspaper."""
        return ("The Hexley Mercury", "Tide and Times")[self.number % 2]

    @property
    def day(self) -> int:
        """Return its day in January 2015."""
        return self.number

    @property
    def published(self) -> str:
        """Return its date by ISO 8601."""
        return f"2015-01-{self.day:02}"

    @property
    def printed(self) -> str:
        """Return its date as databases print it."""
        return f"January {self.day}, 2015 {DAYS[(self.day - 1) % 7]}"

    @property
    def paragraphs(self) -> tuple[str, str]:
        """Return its body."""
        return f"Story {self.number} begins on the quay. {SENTENCES}", f"{SENTENCES} Here ends story {self.number}."


STORIES = tuple(Story(number) for number in range(1, 26))
MISSING = 7


def without_one() -> list[Story]:
    """Return the 25 articles without the seventh."""
    return [story for story in STORIES if story.number != MISSING]


def wrapped(paragraph: str, width: int = 79) -> str:
    """Return a paragraph in lines of one width."""
    lines = [""]
    for word in paragraph.split():
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


LABELS = {
    "en": ("BYLINE", "SECTION", "LENGTH", "words", "LOAD-DATE", "LANGUAGE", "{} of {} DOCUMENTS"),
    "de": ("AUTOR", "RUBRIK", "LÄNGE", "Wörter", "UPDATE", "SPRACHE", "Dokument {} von {}"),
    "fr": ("AUTEUR", "RUBRIQUE", "LONGUEUR", "mots", "DATE-CHARGEMENT", "LANGUE", "{} of {} DOCUMENTS"),
    "es": ("AUTOR", "SECCIÓN", "LONGITUD", "palabras", "FECHA-CARGA", "IDIOMA", "Documento {} de {}"),
    "nl": ("AUTEUR", "RUBRIEK", "LENGTE", "woorden", "LAAD-DATUM", "TAAL", "{} van {} DOCUMENTEN"),
}


def lexisnexis_text(stories: Iterable[Story], language: str = "en", of: int = 25) -> str:
    """Return an export of the older service as text, with its cover."""
    byline, section, length, words, loaded, spoken, marker = LABELS[language]
    parts = [
        f"\n\n\nDownload Request: Selected Items: 1-{of}\nTime Of Request: Friday, March 20, 2018\n\nTerms: harbour\n"
    ]
    for story in stories:
        parts += [
            marker.format(story.number, of).center(80).rstrip(),
            "\n" + story.outlet.center(80).rstrip(),
            story.printed.center(80).rstrip(),
            story.title,
            f"{byline}: Ann Rowe",
            f"{section}: NEWS; Pg. 5",
            f"{length}: 120 {words}",
            *map(wrapped, story.paragraphs),
            f"{loaded}: January {story.day}, 2015",
            f"{spoken}: ENGLISH",
            "\n" + f"Copyright 2015 {story.outlet} Ltd.".center(80).rstrip() + "\n" + "All Rights Reserved".center(80),
        ]
    return "\n\n".join(parts)


def lexisnexis_page(stories: Iterable[Story], of: int = 25) -> str:
    """Return an export of the older service as a page."""
    parts = [f'<html><head><style>.c0 {{ text-align: center; }}</style><meta DOCUMENTS="{of}"></head><body>']
    for story in stories:
        parts += [
            f'<br><div class="c0"><p class="c1"><span class="c2">{story.number} of {of} DOCUMENTS</span></p></div>',
            *(f'<br><div class="c0"><p class="c1">{words}</p></div>' for words in (story.outlet, story.printed)),
            f'<br><div class="c4"><p class="c5">{story.title}</p></div>',
            "<br><div><p><span>BYLINE: </span><span>By Ann Rowe</span></p></div>",
            "<br><div><p><span>LENGTH: </span><span>120 words</span></p></div>",
            "<br><div>" + "".join(f'<p class="c8">{paragraph}</p>' for paragraph in story.paragraphs) + "</div>",
            "<br><div><p><span>LOAD-DATE: </span><span>January 3, 2015</span></p></div>",
            "<br><div><p><span>LANGUAGE: </span><span>ENGLISH</span></p></div>",
            f"<br><div><p>Copyright 2015 {story.outlet}<br>All Rights Reserved</p></div>",
        ]
    return "\n".join((*parts, "</body></html>"))


def nexis_lines(stories: Iterable[Story], listed: Iterable[Story] = STORIES) -> Iterator[str]:
    """Yield the paragraphs of an export of Nexis Uni, with its cover and its list of documents."""
    listed = list(listed)
    yield from ("Date and Time: Sunday, July 17, 2022 1:45:00 PM EDT", "Job Number: 175419939")
    yield f"Documents ({len(listed)})"
    for story in listed:
        yield from (f"{story.number}. {story.title}", "Client/Matter: -None-", "Search Terms: harbour", "News")
    for story in stories:
        yield from (story.title, story.outlet, story.printed)
        yield f"Copyright 2015 {story.outlet} All Rights Reserved"
        yield from ("Section:\xa0NEWS; Pg. 5", "Length:\xa0120 words", "Byline:\xa0Ann Rowe", "Body")
        yield from story.paragraphs
        yield from ("Classification", "Language:\xa0ENGLISH", "Publication-Type:\xa0Newspaper")
        yield from (f"Load-Date:\xa0January {story.day}, 2015", "End of Document")


def nexis_text(stories: Iterable[Story]) -> str:
    """Return an export of Nexis Uni as text."""
    return "\n\n".join(nexis_lines(stories))


def nexis_word(stories: Iterable[Story]) -> str:
    """Return an export of Nexis Uni as the body of a Word document."""
    bookmark = '<w:bookmarkStart w:id="{0}" w:name="Bookmark_{0}"/>'
    centre, titles = '<w:jc w:val="center"/>', {story.title: story.number for story in STORIES}
    body = ""
    for line in nexis_lines(stories):
        if line in titles:
            body += f"<w:p>{bookmark.format(titles[line])}</w:p>"
        body += p(line, centre if line in titles else "")
    return body


def rich_text(lines: Iterable[str]) -> str:
    """Return some paragraphs as Rich Text."""
    escaped = "".join(rf"\pard {line} \par ".replace("\xa0", r"\~") for line in lines)
    return rf"{{\rtf1\ansi\deff0{{\fonttbl{{\f0 Arial;}}}}{escaped}}}"


def nexis_page(stories: Iterable[Story]) -> str:
    """Return an export of Nexis Uni as a page."""
    return "<html><body>" + "".join(f"<p>{escape(line)}</p>" for line in nexis_lines(stories)) + "</body></html>"


def factiva_number(story: Story) -> str:
    """Return the number of a record of Factiva."""
    return f"Document HEXMER00201501{story.day:02}eb1n000{story.number:02}"


def factiva_page(stories: Iterable[Story], length: str = "words", date: str = "{} January 2015") -> str:
    """Return an export of Factiva as a page, without labels."""
    parts = ["<html><body><table><tr><td><h1>Factiva</h1></td><td>Dow Jones</td></tr></table><div>"]
    for story in stories:
        head = (f"120 {length}", date.format(story.day), "09:30", story.outlet, "HEXMER", "5", "English")
        parts += [
            '<div class="article enArticle"><p><div>News</div>'
            f'<div id="hd"><span class="enHeadline">{story.title}</span></div><div class="author">By Ann Rowe</div>',
            *(f"<div>{words}</div>" for words in head),
            f"<div>(c) 2015 {story.outlet}</div></p>",
            *(f'<p class="articleParagraph enarticleParagraph">{words}</p>' for words in story.paragraphs),
            f"<p>{factiva_number(story)}</p></div><br>",
        ]
    return "\n".join((*parts, "</div><span>© 2020 Factiva, Inc. All rights reserved.</span></body></html>"))


def factiva_lines(stories: Iterable[Story]) -> Iterator[str]:
    """Yield the lines of an export of Factiva as text, without labels; the titles are in bold in a document."""
    for story in stories:
        yield from ("News", story.title, "By Ann Rowe", "1,120 words", f"{story.day} January 2015", "09:30")
        yield from (story.outlet, "HEXMER", "5", "English", f"(c) 2015 {story.outlet} Ltd.", "")
        for paragraph in story.paragraphs:
            yield from (paragraph, "")
        yield from (factiva_number(story), "")


def factiva_text(stories: Iterable[Story]) -> str:
    """Return an export of Factiva as text, without labels."""
    return "\n".join(factiva_lines(stories))


def factiva_rows(story: Story) -> Iterator[tuple[str, str]]:
    """Yield the labels of Factiva with their words."""
    first, second = story.paragraphs
    yield from (("SE", "News"), ("HD", story.title), ("BY", "By Ann Rowe"), ("WC", "120 words"))
    yield from (("PD", f"{story.day} January 2015"), ("SN", story.outlet), ("SC", "HEXMER"), ("LA", "English"))
    yield from (("CY", f"(c) 2015 {story.outlet}"), ("LP", first), ("TD", second), ("NS", "gvote : Elections"))
    yield "AN", factiva_number(story)


def factiva_labelled_page(stories: Iterable[Story]) -> str:
    """Return an export of Factiva as a page, with labels."""
    tables = (
        '<div class="article enArticle"><table>'
        + "".join(f"<tr><td><b>{label}</b>&nbsp;</td><td>{words}</td></tr>" for label, words in factiva_rows(story))
        + "</table></div>"
        for story in stories
    )
    return f"<html><body><h1>Factiva</h1>{''.join(tables)}</body></html>"


def factiva_labelled_text(stories: Iterable[Story]) -> str:
    """Return an export of Factiva as text, with labels."""
    return "\n\n".join("\n".join(f"{label} {words}" for label, words in factiva_rows(story)) for story in stories)


def factiva_xml(stories: Iterable[Story], count: int = 25) -> str:
    """Return an export of Factiva as XML."""
    articles = (
        f"<ppsarticle><article><baseLanguage>EN</baseLanguage><byline>By Ann Rowe</byline>"
        f"<headline><paragraph>{story.title}</paragraph></headline>"
        f"<leadParagraph><paragraph>{story.paragraphs[0]}</paragraph></leadParagraph>"
        f"<publicationDate><dateTime>{story.published}T01:35:58Z</dateTime></publicationDate>"
        f"<sourceName>{story.outlet}</sourceName>"
        f"<tailParagraphs><paragraph>{story.paragraphs[1]}</paragraph></tailParagraphs></article></ppsarticle>"
        for story in stories
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><PPSResponse>'
        '<ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">'
        f'<ppsarticleResultSet count="{count}">{"".join(articles)}</ppsarticleResultSet>'
        "</ppsArticleResponse></PPSResponse>"
    )


PROQUEST = {
    "en": ("Document {} of {}", "Full text", "Title", "Author", "Publication title", "Publication date", "document ID"),
    "de": (
        "Dokument {} von {}",
        "Volltext",
        "Titel",
        "Autor",
        "Titel der Publikation",
        "Publikationsdatum",
        "Dokument-ID",
    ),
    "es": (
        "Documento {} de {}",
        "Texto completo",
        "Título",
        "Autor",
        "Título de publicación",
        "Fecha de publicación",
        "ID",
    ),
}


def proquest_text(stories: Iterable[Story], language: str = "en", of: int = 25) -> str:
    """Return an export of ProQuest as text."""
    marker, full, title, author, outlet, date, identifier = PROQUEST[language]
    parts = []
    for story in stories:
        parts += [
            f"{'_' * 60}\n{marker.format(story.number, of)}",
            story.title,
            f"{full}: " + "\n".join(story.paragraphs),
            f"{title}: {story.title}",
            f"{author}: Rowe, Ann",
            f"{outlet}: {story.outlet}",
            f"{date}: Jan {story.day}, 2015",
            f"ProQuest {identifier}: {3107396600 + story.number}",
        ]
    return "\n\n".join((*parts, "_" * 60, "Database copyright © 2026 ProQuest LLC. All rights reserved."))


def europresse_page(stories: Iterable[Story]) -> str:
    """Return an export of Europresse as a page of the present form."""
    articles = (
        f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">{story.outlet}</span>'
        f'</div><span class="DocHeader">Politique, {story.day} janvier 2015</span>'
        f'<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">{story.title}</p></div></header>'
        '<p class="sm-margin-bottomNews">Ann Rowe</p><div class="docOcurrContainer">'
        + "".join(f"<p>{words}</p>" for words in story.paragraphs)
        + f"</div><footer><p>© 2015 {story.outlet}. Tous droits réservés.</p>"
        f"<p>Numéro de document : news·201501{story.day:02}·PO·2040056000</p></footer></article>"
        for story in stories
    )
    return f"<html><body>{''.join(articles)}</body></html>"


def apa_text(stories: Iterable[Story]) -> str:
    """Return an export of the Austrian press agency as text."""
    parts = (
        "\n\n".join(
            (f'"{story.outlet}" vom {story.day:02}.01.2015   Seite: 5', story.title, *story.paragraphs, "_" * 60)
        )
        for story in stories
    )
    return "\n\n".join(parts)


def mediargus_text(stories: Iterable[Story], listed: Iterable[Story] = STORIES) -> str:
    """Return an export of Mediargus: the list, then the texts."""
    listing = (
        f"{story.number}. {story.title}\n\n{story.outlet}, donderdag {story.day} januari 2015, p. 5, 9w.\n\nThe …\n"
        for story in listed
    )
    texts = (
        "\n\n".join((f"{story.day:02}-01-2015, p.5", story.title, *story.paragraphs, f" © {story.outlet}\n\n\n"))
        for story in stories
    )
    return "\n\n".join((*listing, *texts))


def indexed_cuttings(stories: Iterable[Story], listed: Iterable[Story] = STORIES) -> str:
    """Return the text of press cuttings with a printed index, as it is in a PDF."""
    index = (f"{story.title} ({story.outlet}){'.' * 40}{story.number}" for story in listed)
    articles = (
        "\n".join((story.title, f"{story.outlet} {story.day:02}-01-2015 (p.5)", "\n\n".join(story.paragraphs), ""))
        for story in stories
    )
    return "\n".join(("Knipselkrant van 13-01-2015", "Index", *index, "", *articles))


def labelled_text(stories: Iterable[Story]) -> str:
    """Return articles below labelled lines."""
    return "\n\n".join(
        f"TITLE: {story.title}\nDATE: {story.published}\nPUBLICATION: {story.outlet}\nBYLINE: By Ann Rowe\nEDITION: \n"
        + "\n\n".join(story.paragraphs)
        for story in stories
    )


def clippings_page(stories: Iterable[Story]) -> str:
    """Return a page of a clipping service."""
    articles = (
        f'<div id="sort_{story.number}"><span id="sourceTitle">{story.outlet}</span>'
        f'<div id="articleDate">{story.day:02} januari 2015</div><div id="articlePage">pagina 5</div>'
        f'<h3 id="articleTitle">{story.title}</h3><div id="articleIntro">'
        + "".join(f"<p>{words}</p>" for words in story.paragraphs)
        + "</div></div>"
        for story in stories
    )
    return f'<html><body><h1>Werkmap</h1><div id="sort">{"".join(articles)}</div></body></html>'


def cuttings_page(stories: Iterable[Story]) -> str:
    """Return a page of press cuttings with its table of contents."""
    stories = list(stories)
    contents = "".join(f'<li><a href="#s{story.number}">{story.title}</a></li>' for story in stories)
    articles = (
        f'<hr><a name="s{story.number}"></a><h2>{story.title}</h2><i>{story.outlet} {story.day} januari 2015</i>'
        + "".join(f"<p>{words}</p>" for words in story.paragraphs)
        for story in stories
    )
    return f"<html><body><h1>Knipselkrant</h1><ul>{contents}</ul>{''.join(articles)}</body></html>"
