"""The attributes that every project has, in the order in which forms show them: one line for each."""

from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.kinds import Date, Flag, Language, Line, OneOf, Text, Title
from models.attributes.names import OtherNames, OwnName, WhoSays
from models.attributes.quantities import HowExactly, Value
from models.entities import Article, Claim, Mode, Number, Origin, Record, Speaker, SpeakerKind, Status
from models.translation import _

TO_DISCUSS = _("To discuss")
ORIGIN, RULE = _("Origin"), _("Rule")

ATTRIBUTES: tuple[Attribute[Any, Any], ...] = (
    Attribute(Claim, "speaker", _("Speaker"), WhoSays(), _("The speaker who makes the claim."), _("Who says this?")),
    Attribute(
        Claim, "summary", _("Summary"), Line(), _("The claim in the coder's words."), _("The claim in your words")
    ),
    Attribute(
        Claim,
        "mode",
        _("Mode"),
        OneOf(Mode),
        _("How the claim is reported: in quotation marks (direct), in the article's words (indirect) or both (mixed)."),
    ),
    Attribute(
        Claim,
        "discuss",
        TO_DISCUSS,
        Flag(),
        _("Whether the claim is to be discussed with others."),
        column="claim_to_discuss",
    ),
    Attribute(Claim, "note", _("Note"), Text(), _("The coder's note on the claim."), column="claim_note"),
    Attribute(
        Claim,
        "origin",
        ORIGIN,
        OneOf(Origin),
        _(
            "How the claim was recorded: by hand, accepted as suggested, or accepted and "
            "changed (words, speaker or mode)."
        ),
        column="claim_origin",
        required=True,
        editable=False,
    ),
    Attribute(
        Claim,
        "rule",
        RULE,
        Line(),
        _("The rule by which the program found the claim; empty if it was recorded by hand."),
        column="claim_rule",
        editable=False,
    ),
    Attribute(
        Number,
        "value",
        _("Number"),
        Value(),
        _("The value in full: 2300000 for “2.3 million”, 60 for “60 per cent”, 0.5 for “half”; of a range the lower."),
        _("2,000"),
    ),
    Attribute(
        Number,
        "qualifier",
        _("Qualifier"),
        HowExactly(),
        _("How exactly the value is meant; “almost” is a little less than the value."),
    ),
    Attribute(
        Number,
        "unit",
        _("Unit"),
        Line(),
        _("The unit of the value, such as % or m; for money its ISO 4217 code; “share” for a fraction of a whole."),
        _("such as %, km², USD"),
    ),
    Attribute(Number, "counted", _("Counted"), Line(), _("What is counted or measured, such as jobs.")),
    Attribute(
        Number,
        "discuss",
        TO_DISCUSS,
        Flag(),
        _("Whether the number is to be discussed with others."),
        column="number_to_discuss",
    ),
    Attribute(Number, "note", _("Note"), Text(), _("The coder's note on the number."), column="number_note"),
    Attribute(
        Number,
        "origin",
        ORIGIN,
        OneOf(Origin),
        _(
            "How the number was recorded: by hand, accepted as suggested, or accepted and "
            "changed (words, value or unit)."
        ),
        column="number_origin",
        required=True,
        editable=False,
    ),
    Attribute(
        Number,
        "rule",
        RULE,
        Line(),
        _("The rule by which the program found the number; empty if it was recorded by hand."),
        column="number_rule",
        editable=False,
    ),
    Attribute(Speaker, "name", _("Name"), OwnName(), _("The speaker's name."), column="speaker_name", required=True),
    Attribute(
        Speaker,
        "kind",
        _("Kind"),
        OneOf(SpeakerKind),
        _("Whether the speaker is a person, an organisation, a group or unnamed."),
        column="speaker_kind",
    ),
    Attribute(
        Speaker,
        "role",
        _("Role"),
        Line(),
        _("The speaker's function or office."),
        _("such as Foreign Minister"),
        "speaker_role",
    ),
    Attribute(
        Speaker,
        "affiliation",
        _("Affiliation"),
        Line(),
        _("The organisation or group that the speaker represents."),
        column="speaker_affiliation",
    ),
    Attribute(
        Speaker,
        "outside_id",
        _("Outside id"),
        Line(),
        _("The speaker's id in a list outside the project, such as Wikidata."),
        _("such as Q22316"),
        "speaker_outside_id",
    ),
    Attribute(
        Speaker,
        "aliases",
        _("Aliases"),
        OtherNames(),
        _("Other names of the speaker in the articles."),
        _("such as Mr Kerry; the Secretary"),
    ),
    Attribute(
        Speaker,
        "discuss",
        TO_DISCUSS,
        Flag(),
        _("Whether the speaker is to be discussed with others."),
        column="speaker_to_discuss",
    ),
    Attribute(Speaker, "note", _("Note"), Text(), _("The coder's note on the speaker."), column="speaker_note"),
    Attribute(Article, "title", _("Title"), Title(), _("The article's headline."), required=True),
    Attribute(Article, "outlet", _("Outlet"), Line(), _("The newspaper or site that published it.")),
    Attribute(Article, "byline", _("Byline"), Line(), _("Who wrote the article.")),
    Attribute(Article, "published", _("Date"), Date(), _("The date of publication."), _("such as 2015-01-23")),
    Attribute(
        Article,
        "published_words",
        _("Date as printed"),
        Line(),
        _("The date as the article prints it, where it was not read with certainty."),
        editable=False,
    ),
    Attribute(Article, "address", _("Address"), Line(), _("The article's URL."), editable=False),
    Attribute(
        Article,
        "language",
        _("Language"),
        Language(),
        _("The article's language, as an ISO 639-1 code."),
        _("such as en"),
    ),
    Attribute(
        Article,
        "status",
        _("Status"),
        OneOf(Status),
        _("Whether the article is marked as done, or still open."),
        required=True,
        editable=False,
    ),
    Attribute(
        Article,
        "discuss",
        TO_DISCUSS,
        Flag(),
        _("Whether the article is to be discussed with others."),
        column="article_to_discuss",
    ),
    Attribute(Article, "note", _("Note"), Text(), _("The coder's note on the article."), column="article_note"),
    Attribute(
        Article,
        "file_name",
        _("File"),
        Line(),
        _("The name of the file that the article was imported from."),
        editable=False,
    ),
    Attribute(Article, "encoding", _("Encoding"), Line(), _("The character encoding of that file."), editable=False),
)


def attributes_of(kind: type[Record]) -> tuple[Attribute[Any, Any], ...]:
    """Return the attributes of a class of records, in order."""
    return tuple(each for each in ATTRIBUTES if each.of is kind)


def attribute(kind: type[Record], name: str) -> Attribute[Any, Any]:
    """Return one attribute by its name. Raises LookupError."""
    for each in attributes_of(kind):
        if each.name == name:
            return each
    raise LookupError(f"{kind.__name__} has no attribute “{name}”")
