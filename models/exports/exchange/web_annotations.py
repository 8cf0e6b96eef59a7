"""Write a project as W3C Web Annotations in JSON-LD, with the articles beside them as schema.org describes articles."""

import hashlib
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import TextIO

from models.exports.beginning import FIRST, FIRST_CHARACTERS, Beginning, FirstText
from models.exports.exchange.annotations import about_speaker, in_article, iri
from models.exports.exchange.facts import Facts
from models.exports.exchange.guids import derived
from models.exports.exchange.json_lists import Json, JsonList, read_items
from models.exports.exchange.program import program
from models.exports.exchange.whole_project import remarks_on_views
from models.exports.report import Counted, File
from models.exports.source import Source
from models.exports.target import Written
from models.ids import Id
from models.records import ArticleRecords
from models.translation import _

ANNOTATIONS, ARTICLES = "annotations.jsonld", "articles.jsonld"
ABOUT_ANNOTATIONS = _("An annotation for each speaker, claim and number, with the places of its words.")
ABOUT_ARTICLES = _("The articles with their texts, in which the positions are counted.")


class WebAnnotations:
    """A target: one file of annotations, whose selections are compared with the spans of the project, and the texts."""

    names: tuple[str, ...] = (ANNOTATIONS, ARTICLES)

    def write(self, source: Source, place: Path) -> Written:
        """Write both files in one pass through the project. Raises OSError if the disk refuses."""
        paths = [place / name for name in self.names]
        with _opened(paths[0]) as annotated, _opened(paths[1]) as texts:
            annotations, articles = JsonList(annotated, _collection()), JsonList(texts, _graph())
            selections, ids = 0, []
            for article, about in _annotated(source):
                for annotation in about:
                    annotations.add(annotation)
                if article is None:
                    continue
                articles.add(_article(article))
                selections += len(article.spans)
                ids.append(article.article.id)
            annotations.close(_collection(annotations.count, derived("collection", *ids)))
            articles.close(_graph())
        files = (
            File(paths[0], "spans", selections, counted=Counted.SELECTIONS),
            File(paths[1], "articles", articles.count, counted=Counted.ARTICLES),
        )
        return Written(files, remarks_on_views(source))

    def first(self, source: Source) -> Beginning:
        """Return how both files begin."""
        annotated, texts = StringIO(), StringIO()
        annotations, articles = JsonList(annotated, _collection()), JsonList(texts, _graph())
        for article, about in _annotated(source):
            for annotation in islice(about, FIRST - annotations.count):
                annotations.add(annotation)
            if article is not None:
                articles.add(_article(article))
                if annotations.count >= FIRST:
                    break
        spans, count = source.counts["spans"], source.counts["articles"]
        beginnings = (each.getvalue()[:FIRST_CHARACTERS] for each in (annotated, texts))
        told = ((ANNOTATIONS, _("spans"), ABOUT_ANNOTATIONS, spans), (ARTICLES, _("articles"), ABOUT_ARTICLES, count))
        return Beginning(
            tuple(
                FirstText(file, name, about, text, many)
                for (file, name, about, many), text in zip(told, beginnings, strict=True)
            )
        )

    def count(self, file: File) -> int:
        """Read a file and return how many selections or articles it has.

        Raises OSError, and ValueError if it is damaged, a position does not fit its words or a text its hash.
        """
        items = read_items(file.path)
        return sum(map(_checked_text if file.table == "articles" else _selections, items))


def _annotated(source: Source) -> Iterator[tuple[ArticleRecords | None, Iterable[Json]]]:
    """Yield the annotations about all speakers, then those in each article, with the article."""
    facts = Facts(source.codebook, source.options.codes)
    yield None, (about_speaker(speaker, facts, source.registry) for speaker in source.registry.speakers.values())
    for article in source.articles():
        yield article, in_article(article, facts, source.registry)


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="\n")


def _collection(total: int = 0, id_: Id = "") -> Json:
    """Return the document of the annotations without them; `total` and its id come after them."""
    label = _(
        "Claims and numbers in news articles. Positions count the Unicode code points of each articleBody from 0."
    )
    page = {"type": "AnnotationPage", "startIndex": 0, "items": [], "id": iri(derived("page", id_))}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "label": label,
        "generator": {"type": "Software", "name": program()},
        "first": page,
        "id": iri(id_),
        "total": total,
    }


def _graph() -> Json:
    return {"@context": "https://schema.org", "@graph": []}


def _article(article: ArticleRecords) -> Json:
    known, text = article.article, article.text
    outlet = {"@type": "Organization", "name": known.outlet} if known.outlet else None
    described = {
        "@id": iri(known.id),
        "@type": "NewsArticle",
        "headline": known.title,
        "publisher": outlet,
        "author": known.byline,
        "datePublished": known.published,
        "url": known.address,
        "inLanguage": known.language,
        "identifier": {"@type": "PropertyValue", "propertyID": "sha256", "value": _sha256(text)},
        "articleBody": text,
    }
    return {name: value for name, value in described.items() if value is not None}


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _checked_text(article: Json) -> int:
    """Return 1 for an article. Raises ValueError if its text is not the one that was to be written."""
    if _sha256(article["articleBody"]) != article["identifier"]["value"]:
        raise ValueError(f"the text of “{article['headline']}” is altered")
    return 1


def _selections(annotation: Json) -> int:
    """Return how many parts of texts an annotation is about. Raises ValueError if a position does not fit its words."""
    selected = [
        target["selector"] for target in annotation["target"] if isinstance(target, dict) and "selector" in target
    ]
    for position, quote in selected:
        if position["end"] - position["start"] != len(quote["exact"]):
            raise ValueError(f"the words of {annotation['id']} do not fit their position")
    return len(selected)
