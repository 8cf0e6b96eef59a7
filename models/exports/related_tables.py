"""Describe the tables that relate to those of records: aliases, spans, answers, coders, the codebook and the edits."""

from models.attributes.cell_kinds import CellKind
from models.attributes.kinds import YES
from models.codebook.kinds import KINDS
from models.entities import Article, Claim, Number, Record, Role, Speaker, Subject
from models.exports.columns import Column
from models.exports.lines import Lines
from models.exports.records import IDS, TABLES, attributes, boundaries, counts
from models.exports.related_lines import AliasLine, AnswerLine, CodebookLine
from models.exports.signatures import signed
from models.exports.table import Table, Tables
from models.lines.active_time import RULE
from models.store.exported_cells import SpanCells
from models.store.exported_history import ActiveTimeCells, CoderCells, EditCells
from models.translation import _

VARIABLE = _("The name of the variable; the names of the columns with its answers begin with it.")
ABOUT = _("The kind of record that the variable is about.")
CHOICE = _("The code of the choice.")


def _id_of(line: type[object], kind: type[Record]) -> Column:
    """Return the column of a line that refers to a record."""
    record = kind.__name__.lower()
    return Column(f"{record}_id", CellKind.ID, IDS[kind], (line, record), refers=TABLES[kind])


def _text(line: type[object], name: str, description: str, cell: str = "", *, required: bool = False) -> Column:
    return Column(name, CellKind.TEXT, description, (line, cell or name), required=required)


ALIASES = Table(
    "aliases",
    _("Another name that the articles give a speaker."),
    ("alias_id",),
    Lines.ALIASES,
    (
        Column("alias_id", CellKind.ID, _("The id of the alias."), (AliasLine, "id"), required=True),
        Column("speaker_id", CellKind.ID, IDS[Speaker], (AliasLine, "speaker"), refers="speakers", required=True),
        _text(AliasLine, "speaker_name", attributes(Speaker, "name")[0].description, required=True),
        _text(AliasLine, "alias", _("The other name."), "name", required=True),
        *signed(AliasLine, "alias"),
    ),
)

SPANS = Table(
    "spans",
    _(
        "A part of an article that plays one role for one claim or one number: the claim's content, its cue, its "
        "source, or the number. The columns of words in the other tables are made of these."
    ),
    ("span_id",),
    Lines.SPANS,
    (
        Column("span_id", CellKind.ID, _("The id of the span."), (SpanCells, "id"), required=True),
        Column("article_id", CellKind.ID, IDS[Article], (SpanCells, "article"), refers="articles", required=True),
        _id_of(SpanCells, Claim),
        _id_of(SpanCells, Number),
        Column(
            "role",
            CellKind.CHOICE,
            _("What the words are: the content of the claim, its cue, its source, or the number."),
            (SpanCells, "role"),
            tuple(Role),
            required=True,
        ),
        Column(
            "part",
            CellKind.INTEGER,
            _("Which part it is of the words with this role, from 1."),
            (SpanCells, "part"),
            unit="parts",
            required=True,
        ),
        *boundaries(SpanCells, "span", required=True),
        _text(SpanCells, "span_words", _("The exact words."), "words", required=True),
    ),
)

ANSWERS = Table(
    "answers",
    _(
        "An answer to a variable of the codebook about one record: a claim, a number, a speaker, or, if the cells of "
        "all these are empty, the article. Several choices are several rows."
    ),
    ("answer_id",),
    Lines.ANSWERS,
    (
        Column("answer_id", CellKind.ID, _("The id of the answer."), (AnswerLine, "id"), required=True),
        Column(
            "variable_id",
            CellKind.ID,
            _("The id of the variable in the codebook."),
            (AnswerLine, "variable_id"),
            refers="codebook",
            required=True,
        ),
        _text(AnswerLine, "variable", VARIABLE, required=True),
        Column("about", CellKind.CHOICE, ABOUT, (AnswerLine, "about"), tuple(Subject)),
        *(_id_of(AnswerLine, kind) for kind in (Article, Claim, Number, Speaker)),
        Column(
            "choice_id",
            CellKind.ID,
            _("The id of the choice in the codebook, if the answer is one."),
            (AnswerLine, "choice"),
            refers="codebook",
        ),
        _text(AnswerLine, "choice", CHOICE, "code"),
        Column(
            "named_speaker_id",
            CellKind.ID,
            _("The id of the speaker whom the answer names."),
            (AnswerLine, "named"),
            refers="speakers",
        ),
        _text(
            AnswerLine,
            "answer",
            _(
                "What was answered: the label of the choice, the name of the speaker, or the value; dates by ISO 8601, "
                "and numbers with a point for decimals."
            ),
            required=True,
        ),
        *signed(AnswerLine, "answer"),
    ),
)

CODERS = Table(
    "coders",
    _("Someone who worked on the project."),
    ("coder",),
    Lines.CODERS,
    (
        _text(CoderCells, "coder", _("The coder's initials."), required=True),
        *counts(
            CoderCells,
            articles=_("How many of the articles the coder imported."),
            speakers=_("How many of the speakers the coder entered."),
            claims=_("How many of the claims the coder recorded."),
            numbers=_("How many of the numbers the coder recorded."),
            answers=_("How many of the answers the coder gave first."),
            edits=_("How many edits the coder made, with those that were undone."),
        ),
        Column("first_edit_at", CellKind.TIME, _("When the coder made the first edit."), (CoderCells, "first_at")),
        Column("last_edit_at", CellKind.TIME, _("When the coder made the last edit."), (CoderCells, "last_at")),
        Column(
            "active_minutes",
            CellKind.NUMBER,
            _("For how many minutes the coder was at work on articles. {rule}").format(rule=RULE),
            (CoderCells, "active_minutes"),
        ),
    ),
)

CODEBOOK = Table(
    "codebook",
    _(
        "A variable, which is a question that the study asks about its records, one of its choices, or an example. A "
        "row with an example is an example; of the others, a row with a choice is a choice, and the rest are "
        "variables. Onrecord imports this file as a codebook."
    ),
    ("codebook_id",),
    Lines.CODEBOOK,
    (
        Column(
            "codebook_id",
            CellKind.ID,
            _("The id of the variable, choice or example."),
            (CodebookLine, "id"),
            required=True,
        ),
        _text(CodebookLine, "variable", VARIABLE, required=True),
        _text(CodebookLine, "choice", CHOICE),
        _text(CodebookLine, "example", _("The words of a claim or number that the variable or choice fits.")),
        _text(CodebookLine, "label", _("The words for the variable or choice.")),
        Column("about", CellKind.CHOICE, ABOUT, (CodebookLine, "about"), tuple(Subject)),
        Column(
            "kind",
            CellKind.CHOICE,
            _(
                "What the variable is answered with: one choice (choice) or several (choices), yes or no, a line of "
                "text (text), a longer text, a whole or decimal number, a date, or a speaker."
            ),
            (CodebookLine, "kind"),
            tuple(KINDS),
        ),
        _text(CodebookLine, "definition", _("What the variable or choice means.")),
        _text(CodebookLine, "instruction", _("How the variable is to be coded.")),
        Column(
            "required",
            CellKind.CHOICE,
            _("Whether this should be answered before an article is marked as done."),
            (CodebookLine, "required"),
            (YES,),
        ),
        Column(
            "open_ended",
            CellKind.CHOICE,
            _("Whether choices could be added while coding."),
            (CodebookLine, "open_ended"),
            (YES,),
        ),
        _text(CodebookLine, "offered", _("The answer that coders are offered; it is recorded only if taken.")),
        _text(
            CodebookLine,
            "shown_if",
            _("The variable on whose answer it depends whether this one is asked."),
        ),
        _text(CodebookLine, "shown_for", _("The answer for which it is asked, the code of a choice; any if empty.")),
        _text(CodebookLine, "parent", _("The code of the choice one level above.")),
        Column(
            "level", CellKind.INTEGER, _("The level of the choice, from 1."), (CodebookLine, "level"), unit="levels"
        ),
        _text(CodebookLine, "colour", _("The colour of the choice, as #rrggbb.")),
        _text(CodebookLine, "place", _("Where the example is from.")),
        *signed(CodebookLine, "codebook"),
    ),
)

EDITS = Table(
    "edits",
    _("One thing that a coder did, in the order in which it came into the project; what was undone is listed too."),
    ("edit_id",),
    Lines.EDITS,
    (
        Column("edit_id", CellKind.ID, _("The id of the edit."), (EditCells, "id"), required=True),
        Column(
            "origin_id",
            CellKind.ID,
            _("The id that all edits share which one coder made in one copy of the project."),
            (EditCells, "origin"),
            required=True,
        ),
        Column(
            "seq",
            CellKind.INTEGER,
            _("The number of the edit among those with the same origin, from 1."),
            (EditCells, "seq"),
            unit="edits",
            required=True,
        ),
        Column(
            "coder",
            CellKind.TEXT,
            _("The initials of the coder who made the edit."),
            (EditCells, "coder"),
            refers="coders",
            required=True,
        ),
        Column("edited_at", CellKind.TIME, _("When the edit was made."), (EditCells, "at"), required=True),
        Column(
            "edit_kind",
            CellKind.CHOICE,
            _("Whether something was done, undone, or done again."),
            (EditCells, "kind"),
            ("do", "undo", "redo"),
            required=True,
        ),
        _text(EditCells, "edit_label", _("What was done, in the words of the Undo menu."), "label", required=True),
        Column(
            "undoes_edit_id",
            CellKind.ID,
            _("The id of the edit that this one takes back."),
            (EditCells, "undoes"),
            refers="edits",
        ),
        Column(
            "changes",
            CellKind.INTEGER,
            _("How many rows of the project file the edit added, changed or deleted."),
            (EditCells, "changes"),
            unit="rows",
            required=True,
        ),
    ),
)

ACTIVE_TIMES = Table(
    "active_times",
    _("For how long one coder was at work on one article."),
    ("article_id", "coder"),
    Lines.ACTIVE_TIMES,
    (
        Column("article_id", CellKind.ID, IDS[Article], (ActiveTimeCells, "article"), refers="articles", required=True),
        Column(
            "coder",
            CellKind.TEXT,
            _("The coder's initials."),
            (ActiveTimeCells, "coder"),
            refers="coders",
            required=True,
        ),
        Column("active_minutes", CellKind.NUMBER, RULE, (ActiveTimeCells, "minutes"), required=True),
    ),
)

RELATED: Tables = (ALIASES, SPANS, ANSWERS, CODERS, CODEBOOK, EDITS, ACTIVE_TIMES)
"""These tables, in the order in which they are listed."""
