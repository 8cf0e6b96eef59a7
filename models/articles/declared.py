"""What the head of a page declares about its article, for search engines and social networks: JSON-LD and meta tags."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from models.text.normalising import normalise

ARTICLES = re.compile(r"Article|Posting$|^Report|^Review$|^Recipe$|^QAPage$")
"""What JSON-LD calls the kinds of things that have a headline, authors and a day of publication."""

AUTHOR_TAGS = (
    *("author", "authors", "article:author", "article:author_name", "og:author", "og:article:author", "parsely-author"),
    *("sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl", "cxenseparse:author"),
)
SITE_TAGS = ("og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher")
DESCRIPTION_TAGS = ("description", "og:description", "twitter:description", "dc.description")
TITLE_TAGS = ("og:title", "title", "twitter:title", "dc.title", "sailthru.title", "citation_title")
ADDRESS = re.compile(r"(?:https?:)?//|www\.\S+$|^@")
IN_BRACKETS = re.compile(r"\s*\([^)]*\.[a-z]{2,}\)")
"""The address of a site after its name: "Deutsche Welle (www.dw.com)"."""

DEEPEST = 12
"""How deep the things in JSON-LD may be within each other."""

_Value = object
_Thing = dict[str, _Value]


@dataclass(frozen=True, slots=True)
class Declared:
    """Headlines, authors and names of the site, the most reliable first, and what the article is about; the authors are
    those of one source.
    """

    headlines: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()


def declared(page: HtmlElement) -> Declared:
    """Return what a page declares."""
    things = [thing for script in page.iter("script") for thing in _things(script)]
    named = {str(thing["@id"]): thing for thing in things if "@id" in thing and "name" in thing}
    articles = [thing for thing in things if ARTICLES.search(_kind(thing))]
    tags = _tags(page)
    publishers = [name for thing in articles for name in _names(thing.get("publisher"), named)]
    sites = [name for thing in things if _kind(thing) == "WebSite" for name in _words(thing.get("name"))]
    by_article = [_names(thing.get("author"), named) for thing in articles]
    by_tag = [tags.get(name, []) for name in AUTHOR_TAGS]
    return Declared(
        headlines=_told([*(_one(thing.get("headline")) for thing in articles), *_all(tags, TITLE_TAGS)]),
        authors=next(filter(None, (_told(names) for names in (*by_article, *by_tag))), ()),
        descriptions=_told(_all(tags, DESCRIPTION_TAGS)),
        sites=_told([*tags.get(SITE_TAGS[0], []), *publishers, *_all(tags, SITE_TAGS[1:]), *sites]),
    )


def _things(script: HtmlElement) -> Iterator[_Thing]:
    """Return the things that a script of JSON-LD describes, those further out first."""
    if "ld+json" not in (script.get("type") or ""):
        return
    try:
        level: list[_Value] = [json.loads(script.text or "", strict=False)]
    except (ValueError, RecursionError):
        return
    for _depth in range(DEEPEST):
        yield from (each for each in level if isinstance(each, dict))
        level = [part for each in level for part in _parts(each)]


def _parts(value: _Value) -> list[_Value]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _kind(thing: _Thing) -> str:
    """Return the kind of a thing; of several, the first."""
    kinds = _words(thing.get("@type"))
    return kinds[0] if kinds else ""


def _names(value: _Value, named: dict[str, _Thing]) -> list[str]:
    """Return the names of persons or organisations, each given by its name, as a thing, or by reference to one."""
    if isinstance(value, list):
        return [name for each in value for name in _names(each, named)]
    if isinstance(value, dict):
        thing = value if "name" in value else named.get(str(value.get("@id")), {})
        return _words(thing.get("name"))
    return _words(named[value].get("name")) if isinstance(value, str) and value in named else _words(value)


def _words(value: _Value) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str)]


def _one(value: _Value) -> str:
    return next(iter(_words(value)), "")


def _tags(page: HtmlElement) -> dict[str, list[str]]:
    """Return the contents of the meta tags by their names in lower case."""
    tags: dict[str, list[str]] = {}
    for tag in page.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        tags.setdefault(name, []).append(tag.get("content") or "")
    return tags


def _all(tags: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [content for name in names for content in tags.get(name, [])]


def _told(found: list[str]) -> tuple[str, ...]:
    """Return what says something, once each: no addresses, and no references to characters."""
    plain = (" ".join(IN_BRACKETS.sub("", normalise(html.unescape(each))).split()) for each in found)
    return tuple(dict.fromkeys(each for each in plain if each and not ADDRESS.search(each)))
