"""Import the articles, the codebook, or everything that another project has and this one does not."""

from collections import Counter

from models.actions.importing_codebook import import_codebook
from models.codebook.files.drafts import drafts_of
from models.edits import Edit
from models.entities import Article, Content, Original, Record, Variable
from models.errors import OnrecordError
from models.other_projects.arriving import Arriving, arriving_articles
from models.other_projects.arriving_all import arriving_all
from models.other_projects.other_project import OtherProject, Part, Present
from models.translation import _


def arriving(other: OtherProject, present: Present, part: Part) -> Arriving:
    """Return what another project brings that is not here yet. Raises OnrecordError if a variable is of another kind
    here.

    The codebook alone changes what this project has of it, as a codebook from a file does; with everything else it
    only adds.
    """
    match part:
        case Part.ARTICLES:
            return arriving_articles(other, present)
        case Part.CODEBOOK:
            edit = import_codebook(present.codebook, drafts_of(other.codebook))
            new = len(edit.made(Variable))
            return Arriving(edit.changes, Counter[type[Record]]({Variable: len(other.codebook.variables) - new}))
        case Part.ALL:
            return arriving_all(other, present)


def offered(other: OtherProject, present: Present) -> dict[Part, Arriving | OnrecordError]:
    """Return what each part of another project brings, or why it cannot be imported."""
    found = dict[Part, Arriving | OnrecordError]()
    for part in Part:
        try:
            found[part] = arriving(other, present, part)
        except OnrecordError as error:
            found[part] = error
    return found


def import_project(other: OtherProject, found: Arriving) -> Edit:
    """Add what another project brings, with the texts of its articles and the files that they came from.

    Its records keep their coders and times.
    """
    label = _("Import from “{name}”").format(name=other.name)
    texts = {each.article.id: each.text for each in other.articles}
    contents: list[Content | Original] = []
    for change in found.changes:
        if change.before is None and isinstance(article := change.after, Article):
            contents.append(Content(article.content, texts[article.id]))
            if article.original:
                contents.append(other.original(article.original))
    return Edit(label, found.changes, tuple(contents), keeps_signatures=True)
