"""What a profile finds in an export, to be looked at while the profile is made."""

from dataclasses import dataclass

from models.articles.database_profile import Profile
from models.articles.databases.profiled import lines_of, split
from models.articles.databases.record import Record, draft_of
from models.articles.documents.document import Document
from models.articles.draft import Draft
from models.translation import _, counted


@dataclass(frozen=True, slots=True)
class FoundByProfile:
    """How many articles and other parts there are, in a sentence, and the first article."""

    summary: str
    first: Draft | None


def found_by(profile: Profile, document: Document, named: str) -> FoundByProfile:
    """Return what a profile finds in a document. The name is that of the file, for sentences."""
    if not profile.is_complete:
        return FoundByProfile(_("Say what is between two articles."), None)
    if not any(profile.numbers(line) is not None for line in lines_of(document)):
        return FoundByProfile(_("No line of {name} is “{line}”.").format(name=named, line=profile.separator), None)
    found = list(split(document, profile, named))
    records = [each for each in found if isinstance(each, Record)]
    drafts = (draft_of(each, named) for each in records)
    first = next((each for each in drafts if isinstance(each, Draft)), None)
    summary = counted("{count:,} article was found.", "{count:,} articles were found.", len(records))
    problems = [each.what for each in found if not isinstance(each, Record)]
    return FoundByProfile(" ".join((summary, *problems[-2:])), first)
