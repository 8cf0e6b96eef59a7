"""What the details show of each kind of record: a list of fields, each of which reads a record and writes an edit."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gui.project.project import Project
from models.actions import articles, claims, numbers, speakers
from models.edits import Edit
from models.entities import Article, Claim, Mode, Number, Qualifier, Record, Speaker, SpeakerKind
from models.errors import OnrecordError


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the form. `write` raises OnrecordError when what was typed cannot be read.

    With `choices` it is a list to choose from ("" stands for not set); with `long` it has several lines.
    """

    label: str
    read: Callable[[Project, Any], str]
    write: Callable[[Project, Any, str], Edit]
    choices: tuple[str, ...] = ()
    long: bool = False
    hint: str = ""


def _of(name: str) -> Callable[[Project, Any], str]:
    """Read an attribute; absent is shown as nothing."""
    return lambda _project, record: str(getattr(record, name) or "")


def _with(action: Callable[[Any, str], Edit]) -> Callable[[Project, Any, str], Edit]:
    """Write by an action that takes the record and the text."""
    return lambda _project, record, typed: action(record, typed)


def _aliases(project: Project, speaker: Speaker) -> str:
    return "; ".join(alias.name for alias in project.registry.aliases_of(speaker.id))


def _set_aliases(project: Project, speaker: Speaker, typed: str) -> Edit:
    return speakers.set_aliases(project.registry, speaker, typed.split(";"))


def _rename(project: Project, speaker: Speaker, typed: str) -> Edit:
    return speakers.rename_speaker(project.registry, speaker, typed)


def _set_published(_project: Project, article: Article, typed: str) -> Edit:
    """Write a date that can be read for sure; "3/4/2015" can be two days and is refused."""
    from models.articles.dates import read_date  # here, since nothing is typed before the window is painted

    day = read_date(typed)
    if typed.strip() and day is None:
        raise OnrecordError(
            f"“{typed.strip()}” cannot be read as a date.", "Nothing was changed.", "Type it as 2015-01-23."
        )
    return articles.set_published(article, day or "")


def _set_mode(_project: Project, claim: Claim, typed: str) -> Edit:
    return claims.set_mode(claim, Mode(typed) if typed else None)


def _set_qualifier(_project: Project, number: Number, typed: str) -> Edit:
    return numbers.set_qualifier(number, Qualifier(typed) if typed else None)


def _set_kind(_project: Project, speaker: Speaker, typed: str) -> Edit:
    return speakers.set_speaker_kind(speaker, SpeakerKind(typed) if typed else None)


FIELDS: dict[type[Record], tuple[Field, ...]] = {
    Claim: (
        Field("Summary", _of("summary"), _with(claims.set_summary), hint="The claim in your words"),
        Field("Mode", _of("mode"), _set_mode, choices=("", *Mode)),
        Field("Note", _of("note"), _with(claims.note_claim), long=True),
    ),
    Number: (
        Field("Qualifier", _of("qualifier"), _set_qualifier, choices=("", *Qualifier)),
        Field("Unit", _of("unit"), _with(numbers.set_unit), hint="such as %, km², USD"),
        Field("Counted", _of("counted"), _with(numbers.set_counted)),
        Field("Note", _of("note"), _with(numbers.note_number), long=True),
    ),
    Speaker: (
        Field("Name", _of("name"), _rename),
        Field("Kind", _of("kind"), _set_kind, choices=("", *SpeakerKind)),
        Field("Role", _of("role"), _with(speakers.set_speaker_role), hint="such as Foreign Minister"),
        Field("Affiliation", _of("affiliation"), _with(speakers.set_affiliation)),
        Field("Aliases", _aliases, _set_aliases, hint="such as Mr Kerry; the Secretary"),
        Field("Note", _of("note"), _with(speakers.note_speaker), long=True),
    ),
    Article: (
        Field("Title", _of("title"), _with(articles.set_title)),
        Field("Outlet", _of("outlet"), _with(articles.set_outlet)),
        Field("Byline", _of("byline"), _with(articles.set_byline)),
        Field("Date", _of("published"), _set_published, hint="such as 2015-01-23"),
        Field("Note", _of("note"), _with(articles.note_article), long=True),
    ),
}
"""The fields of each kind of record, in order."""

HEADINGS: dict[type[Record], str] = {Claim: "Claim", Number: "Number", Speaker: "Speaker", Article: "Article"}
