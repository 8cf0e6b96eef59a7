"""The frame of a page that needs no other file, and the list of articles that leads to several pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

import resources
from models.entities import Article
from models.translation import _

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is loaded from anywhere, and nothing is run, whatever an article holds."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An article of the list: where it is, and what is recorded in it in words."""

    article: Article
    address: str
    records: str


def head(title: str) -> str:
    """Return the beginning of a page, up to its content."""
    return (
        '<!doctype html>\n<html><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="Onrecord">'
        f"<title>{escape(title)}</title>\n<style>\n{resources.style_of_articles()}</style></head>\n<body><main>\n"
    )


def foot() -> str:
    """Return the end of a page."""
    return f"<footer>{_('Written by Onrecord')}</footer>\n</main></body></html>\n"


def contents(listed: Iterable[Listed]) -> Iterator[str]:
    """Yield the list of articles, each a link to where it is."""
    yield f'<nav class="article contents"><h1>{_("Articles")}</h1><ul class="list">'
    for each in listed:
        facts = (each.article.outlet, each.article.published, each.records)
        about = " · ".join(escape(fact) for fact in facts if fact)
        link = f'<a href="{each.address}">{escape(each.article.title)}</a>'
        yield f'<li class="page" dir="auto">{link}<span>{about}</span></li>'
    yield "</ul></nav>"
