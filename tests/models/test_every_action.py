"""Every action, found by discovery, is done, undone, redone, and undone after the program was closed."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from importlib import import_module
from typing import Any, get_type_hints

import pytest
from _pytest.mark import ParameterSet

from models import actions
from models.actions import (
    articles,
    attributing,
    choices,
    claims,
    codebook,
    copying,
    correcting,
    deleting,
    duplicating,
    exports,
    flagging,
    importing_codebook,
    importing_project,
    numbers,
    offered,
    own_words,
    properties,
    repairing_answers,
    repairing_places,
    repairing_records,
    samples,
    site_lines,
    speakers,
    suggestions,
    views,
)
from models.articles.draft import Draft
from models.articles.site_lines import NO_LINES, SiteLines
from models.attributes.attribute import Attribute
from models.attributes.built_in import ATTRIBUTES
from models.attributes.kinds import Date, Kind, Language, Line, Text, Title
from models.attributes.names import OtherNames, OwnName, WhoSays
from models.attributes.quantities import Value
from models.attribution.attribution import Attribution
from models.codebook.codebook import Codebook
from models.codebook.files.drafts import ChoiceDraft, VariableDraft
from models.codebook.variables import attribute_of
from models.correcting.correction import correct
from models.correcting.found_again import find_again
from models.edits import Change, Edit, changed, deleted, made
from models.entities import (
    Answer,
    Article,
    Boilerplate,
    Choice,
    Claim,
    Dismissed,
    Export,
    Number,
    Record,
    Role,
    Sample,
    SampleMethod,
    Span,
    Speaker,
    SpeakerKind,
    Status,
    Subject,
    Variable,
    View,
)
from models.ids import Id, new_id
from models.known import Known
from models.named_exports import NamedExports
from models.other_projects.other_project import OtherArticle, OtherProject, Part
from models.own_words import OwnWords
from models.properties import Assistance, Properties
from models.records import ArticleRecords
from models.registry import Registry
from models.sampling.definition import definition_of
from models.sampling.drawing import draw
from models.sampling.plan import Plan
from models.sampling.samples import Samples
from models.suggestions.offered import Offered
from models.suggestions.offered import offered as as_offered
from models.views.named_views import NamedViews
from tests.example import TEXT, Example, claims_of, content, place, signed
from tests.models.codebook.study import addressed, coded, referring
from tests.models.suggestions.found_in_example import found_claim, found_number
from tests.session import Session
from tests.snapshots import faults_of, history_of

Action = Callable[..., Edit]
Use = Callable[[Example], Edit]

NEW_PAGE = Draft("Fog\n\nNo boats left today.\n", "Fog", outlet="The Tide", boilerplate=((0, 3),), original=b"Fog")


def _drawing(example: Example) -> Edit:
    outcome = draw([line.article for line in example.store.articles()], Plan(SampleMethod.RANDOM, 1, 48213))
    return samples.keep_sample(Samples(), " Pilot\n", outcome, definition_of(outcome, "1.0"))


EXAMPLES: dict[Action, tuple[Use, ...]] = {
    articles.import_articles: (
        lambda e: articles.import_articles([NEW_PAGE]),
        lambda e: articles.import_articles([NEW_PAGE, Draft(e.records.text, "The same text once more")]),
    ),
    articles.finish_articles: (lambda e: articles.finish_articles(e.article),),
    articles.mark_damaged: (lambda e: articles.mark_damaged([e.article, e.other]),),
    articles.reopen_articles: (lambda e: articles.reopen_articles(_done(e)),),
    articles.delete_articles: (
        lambda e: articles.delete_articles([e.records.article], e.records.rows()),
        lambda e: articles.delete_articles([e.records.article], [*_sampled(e).drawn.values(), *e.records.rows()]),
    ),
    articles.toggle_boilerplate: (
        lambda e: articles.toggle_boilerplate(e.records, *place("Subscribe to the evening letter")),
        lambda e: articles.toggle_boilerplate(e.records, *place("Skip to the article")),
    ),
    claims.mark_claim: (
        lambda e: claims.mark_claim(e.records, *place("nobody would have to move")),
        lambda e: claims.mark_claim(e.records, *place("It wants at least 12 new berths.")),
    ),
    claims.repeat_claim: (
        lambda e: claims.repeat_claim(e.records, e.lost, *place("nobody would have to move")),
        lambda e: claims.repeat_claim(e.records, e.cost, *place("It wants at least 12 new berths.")),
        lambda e: claims.repeat_claim(coded(e).example.records, e.lost, *place("nobody would have to move")),
    ),
    claims.add_part: (
        lambda e: claims.add_part(e.records, e.lost, *place("nobody would have to move")),
        lambda e: claims.add_part(e.records, e.lost, *place("said the wall")),
        lambda e: claims.add_part(e.records, e.lost, *place("It wants at least 12 new berths.")),
    ),
    claims.set_boundaries: (
        lambda e: claims.set_boundaries(e.records, e.records.contents(e.lost.id)[0], *place("nearly 300 metres")),
        lambda e: claims.set_boundaries(e.records, e.records.spans_of(e.berths.id)[0], *place("12 new berths")),
    ),
    claims.mark_cue: (
        lambda e: claims.mark_cue(e.records, e.lost, *place("added")),
        lambda e: claims.mark_cue(e.records, e.cost, *place("promised")),
    ),
    claims.mark_source: (
        lambda e: claims.mark_source(e.records, e.registry, e.lost, *place("Ms Brekke")),
        lambda e: claims.mark_source(e.records, e.registry, e.lost, *place("The fishermen")),
        lambda e: claims.mark_source(e.records, e.registry, e.cost, *place("The mayor of Aldersund")),
        lambda e: claims.mark_source(e.records, e.registry, e.cost, *place("She")),
    ),
    attributing.attribute_claim: (
        lambda e: attributing.attribute_claim(e.records, e.registry, e.lost, "Ida Brekke", _named(e, e.mayor.id)),
        lambda e: attributing.attribute_claim(e.records, e.registry, e.cost, "Nils Aas", _named(e, None)),
        lambda e: attributing.attribute_claim(e.records, e.registry, e.cost, "", _named(e, None)),
    ),
    claims.delete_claim: (lambda e: claims.delete_claim(e.records, e.cost),),
    copying.copy_records: (lambda e: copying.copy_records(find_again(coded(e).example.records, _with_copy(e))),),
    correcting.correct_text: (
        lambda e: correcting.correct_text(correct(e.records, TEXT.replace("at least 12", "at most 15"))),
        lambda e: correcting.correct_text(correct(e.records, f"News\n\n{TEXT.replace('Skip to the article', '')}")),
        lambda e: correcting.correct_text(
            correct(coded(e).example.records, TEXT.replace("said the wall 🌊", "added: the wall"))
        ),
        lambda e: correcting.correct_text(correct(coded(e).example.records, "Nothing of it is left.")),
    ),
    codebook.add_variable: (
        lambda e: codebook.add_variable(
            coded(e).codebook, Variable(subject=Subject.CLAIM, name="stance", label="Stance", kind="yes_no")
        ),
    ),
    codebook.change_variable: (
        lambda e: codebook.change_variable(
            coded(e).codebook, coded(e).variable("topic"), label="Subject", name="about"
        ),
        lambda e: codebook.change_variable(coded(e).codebook, coded(e).variable("depth"), shown_if=None),
    ),
    codebook.move_variable: (lambda e: codebook.move_variable(coded(e).codebook, coded(e).variable("topic"), 1),),
    codebook.delete_variable: (
        lambda e: codebook.delete_variable(coded(e).codebook, coded(e).variable("topic"), coded(e).answers("topic")),
    ),
    codebook.change_kind: (
        lambda e: codebook.change_kind(
            coded(e).codebook, coded(e).variable("topic"), "text", coded(e).answers("topic"), coded(e).known
        ),
        lambda e: codebook.change_kind(
            coded(e).codebook, coded(e).variable("topic"), "choices", coded(e).answers("topic"), coded(e).known
        ),
        lambda e: codebook.change_kind(
            coded(e).codebook, coded(e).variable("depth"), "whole_number", coded(e).answers("depth"), coded(e).known
        ),
    ),
    importing_codebook.import_codebook: (
        lambda e: importing_codebook.import_codebook(
            coded(e).codebook,
            [
                VariableDraft(name="stance", subject="claim", kind="yes_no", label="Stance"),
                VariableDraft(
                    name="topic",
                    subject="claim",
                    kind="choice",
                    label="About",
                    choices=[
                        ChoiceDraft(value="sea", label="The sea"),
                        ChoiceDraft(value="fish", label="Fish", parent="sea"),
                    ],
                ),
            ],
        ),
    ),
    codebook.pin_example: (
        lambda e: codebook.pin_example(
            coded(e).variable("topic"), coded(e).choice("sea"), e.lost, e.records.words(e.lost.id), "The Tide"
        ),
    ),
    codebook.unpin_example: (lambda e: codebook.unpin_example(coded(e).example_of("topic")),),
    choices.add_choice: (
        lambda e: choices.add_choice(
            coded(e).codebook, Choice(variable=coded(e).variable("topic").id, value="fish", label="Fish")
        ),
    ),
    choices.change_choice: (
        lambda e: choices.change_choice(coded(e).codebook, coded(e).choice("sea"), label="The sea", value="water"),
    ),
    choices.move_choice: (
        lambda e: choices.move_choice(coded(e).codebook, coded(e).choice("wall"), coded(e).choice("sea"), 0),
        lambda e: choices.move_choice(coded(e).codebook, coded(e).choice("storm"), None, 0),
    ),
    choices.merge_choices: (
        lambda e: choices.merge_choices(
            coded(e).codebook, coded(e).choice("wall"), coded(e).choice("storm"), coded(e).answers("topic")
        ),
    ),
    choices.split_choice: (
        lambda e: choices.split_choice(
            coded(e).codebook, coded(e).choice("sea"), "Fog", coded(e).answers("topic"), {e.lost.id}
        ),
        lambda e: choices.split_choice(
            coded(e).codebook, coded(e).choice("wall"), "Dam", coded(e).answers("topic"), {e.lost.id, e.cost.id}
        ),
    ),
    choices.delete_choice: (
        lambda e: choices.delete_choice(
            coded(e).codebook, coded(e).choice("sea"), coded(e).answers_with("sea", "storm"), keep_answers=True
        ),
        lambda e: choices.delete_choice(
            coded(e).codebook, coded(e).choice("sea"), coded(e).answers_with("sea", "storm"), keep_answers=False
        ),
    ),
    deleting.delete_records: (
        lambda e: deleting.delete_records([(e.records, e.cost), (e.records, e.millions), (e.records, e.berths)]),
        lambda e: deleting.delete_records([(e.records, e.lost)]),
    ),
    duplicating.duplicate_record: (
        lambda e: duplicating.duplicate_record(coded(e).example.records, e.cost),
        lambda e: duplicating.duplicate_record(e.records, e.berths),
    ),
    flagging.toggle_discuss: (
        lambda e: flagging.toggle_discuss([e.article, e.mayor, e.cost, e.berths]),
        lambda e: flagging.toggle_discuss([_flagged(e)]),
        lambda e: flagging.toggle_discuss([_flagged(e), e.lost]),
    ),
    importing_project.import_project: (
        lambda e: _brought(e, Part.ARTICLES),
        lambda e: _brought(e, Part.CODEBOOK),
        lambda e: _brought(e, Part.ALL),
    ),
    numbers.mark_number: (
        lambda e: numbers.mark_number(e.records, *place("nearly 300 metres")),
        lambda e: numbers.mark_number(e.records, *place("two winters")),
    ),
    numbers.delete_number: (lambda e: numbers.delete_number(e.records, e.millions),),
    speakers.add_speaker: (lambda e: speakers.add_speaker(e.registry, "Nils Aas"),),
    speakers.merge_speakers: (
        lambda e: speakers.merge_speakers(e.registry, [e.mayor], e.union, claims_of(e.store, e.mayor.id)),
        lambda e: speakers.merge_speakers(e.registry, [e.union], e.mayor, [], [speakers.Taken("role", e.union.id)]),
        lambda e: speakers.merge_speakers(addressed(e).registry, [e.union], e.mayor, referring(e.store, e.union.id)),
    ),
    speakers.delete_speakers: (
        lambda e: speakers.delete_speakers(e.registry, [e.mayor], claims_of(e.store, e.mayor.id)),
        lambda e: speakers.delete_speakers(e.registry, [e.union], []),
        lambda e: speakers.delete_speakers(
            addressed(e).registry,
            [e.mayor, e.union],
            referring(e.store, e.mayor.id, e.union.id),
        ),
    ),
    views.make_view: (lambda e: views.make_view(NamedViews(), "statements", " Stance\n", "{}"),),
    views.replace_view: (lambda e: views.replace_view(_viewed(e), '{"format":1}'),),
    views.rename_view: (lambda e: views.rename_view(e.store.views(), _viewed(e), "Open places"),),
    views.delete_view: (lambda e: views.delete_view(_viewed(e)),),
    site_lines.remember_lines: (
        lambda e: site_lines.remember_lines(
            NO_LINES, e.records, place("Skip to the article"), [_elsewhere(e)], boilerplate=True
        ),
        lambda e: site_lines.remember_lines(NO_LINES, e.records, place("Skip to the article"), [], boilerplate=False),
    ),
    suggestions.record_suggestions: (
        lambda e: suggestions.record_suggestions(e.records, e.registry, [found_claim()]),
        lambda e: suggestions.record_suggestions(e.records, e.registry, [found_claim(name="Nils Aas", cue=None)]),
        lambda e: suggestions.record_suggestions(
            e.records, e.registry, [found_claim(), found_number("two winters"), found_claim("the plan too small")]
        ),
        lambda e: suggestions.record_suggestions(e.records, e.registry, [found_number("nearly 300 metres")]),
    ),
    offered.record_offered: (
        lambda e: offered.record_offered(e.records, e.registry, [_left_out(), as_offered(found_number("two winters"))]),
        lambda e: offered.record_offered(e.records, e.registry, [as_offered(found_claim()).bounded(place("move"), ())]),
    ),
    suggestions.dismiss: (
        lambda e: suggestions.dismiss(e.records, found_claim()),
        lambda e: suggestions.dismiss(e.records, found_number("two winters")),
    ),
    suggestions.nothing_here: (lambda e: suggestions.nothing_here(e.records, *place("We lost nearly 300 metres")),),
    suggestions.bring_back: (lambda e: suggestions.bring_back(_dismissed(e)),),
    properties.set_assistance: (
        lambda e: properties.set_assistance(e.store.properties(), {Assistance.NUMBERS}),
        lambda e: properties.set_assistance(_without_assistance(e), {Assistance.CLAIMS, Assistance.PLACES}),
    ),
    own_words.add_word: (
        lambda e: own_words.add_word(e.store.own_words(), "en", "reporting_verbs", " reckoned, reckons\n"),
    ),
    own_words.remove_words: (lambda e: own_words.remove_words(_added(e).in_order()),),
    site_lines.forget_lines: (lambda e: site_lines.forget_lines(_remembered(e).in_order()),),
    samples.keep_sample: (_drawing,),
    samples.enlarge_sample: (
        lambda e: samples.enlarge_sample(
            _sampled(e), _sample(e), [line.article for line in e.store.articles()], 1, "1.0"
        ),
    ),
    samples.rename_sample: (lambda e: samples.rename_sample(_sampled(e), _sample(e), "First wave"),),
    samples.delete_sample: (lambda e: samples.delete_sample(_sampled(e), _sample(e)),),
    repairing_places.trim_spans: (
        lambda e: repairing_places.trim_spans(_beyond(e, e.berths), [e.berths.id]),
        lambda e: repairing_places.trim_spans(_beyond(e, e.cost), [e.cost.id]),
    ),
    repairing_places.trim_lines: (lambda e: repairing_places.trim_lines(_lines_beyond(e)),),
    repairing_places.join_parts: (lambda e: repairing_places.join_parts(_overlapping(e), [e.lost.id]),),
    repairing_places.close_quotations: (lambda e: repairing_places.close_quotations(_half_quoted(e), [e.lost.id]),),
    repairing_places.uncover: (lambda e: repairing_places.uncover(_covered(e), [e.berths.id]),),
    repairing_records.empty_date: (lambda e: repairing_records.empty_date(replace(_dated(e), published_words=None)),),
    repairing_records.read_values: (
        lambda e: repairing_records.read_values(_put(e, changed(e.berths, value=7.0)), [e.berths.id]),
    ),
    repairing_records.order_values: (
        lambda e: repairing_records.order_values(_put(e, changed(e.berths, upper=7.0)), [e.berths.id]),
    ),
    repairing_records.write_units: (
        lambda e: repairing_records.write_units(_put(e, changed(e.berths, unit="per cent")), [e.berths.id]),
    ),
    repairing_records.give_to_claims_around: (
        lambda e: repairing_records.give_to_claims_around(_put(e, changed(e.berths, claim=e.lost.id)), [e.berths.id]),
    ),
    repairing_records.delete_copies: (lambda e: repairing_records.delete_copies(*_doubled(e)),),
    repairing_answers.keep_newest_answers: (
        lambda e: repairing_answers.keep_newest_answers(_contradicted(e), coded(e).codebook),
    ),
    repairing_answers.read_answer_again: (lambda e: repairing_answers.read_answer_again(e.lost, *_unfit(e)),),
    repairing_answers.delete_needless_aliases: (
        lambda e: repairing_answers.delete_needless_aliases([*e.registry.aliases.values()]),
    ),
    repairing_answers.put_back: (
        lambda e: repairing_answers.put_back([changed(e.berths, note="old"), deleted(e.registry.aliases[e.alias.id])]),
    ),
    exports.make_export: (lambda e: exports.make_export(NamedExports(), " For R\n", "{}"),),
    exports.replace_export: (lambda e: exports.replace_export(_exported(e), '{"format":1}'),),
    exports.rename_export: (lambda e: exports.rename_export(e.store.exports(), _exported(e), "For Stata"),),
    exports.delete_export: (lambda e: exports.delete_export(_exported(e)),),
}
"""How each action is used on the example project. A new action enters here with a use for each thing it can do."""


def _named(example: Example, speaker: Id | None) -> Attribution:
    return Attribution(place("added"), (place("Ms Brekke"),), "Nils Aas", "mate", SpeakerKind.PERSON, speaker)


def _flagged(example: Example) -> Claim:
    """Return a claim that is to be discussed."""
    if not example.records.claims[example.cost.id].discuss:
        example.store.apply(signed(flagging.toggle_discuss([example.cost])))
    return example.records.claims[example.cost.id]


def _viewed(example: Example) -> View:
    """Return a view, which is made if it is not there yet."""
    if not example.store.views().views:
        example.store.apply(signed(views.make_view(NamedViews(), "statements", "Stance", "{}")))
    (view,) = example.store.views().views.values()
    return view


def _exported(example: Example) -> Export:
    """Return an export with a name, which is made if it is not there yet."""
    if not example.store.exports().exports:
        example.store.apply(signed(exports.make_export(NamedExports(), "For R", "{}")))
    (export,) = example.store.exports().exports.values()
    return export


def _brought(example: Example, part: Part) -> Edit:
    """Import a part of a project with a new article, and with a claim of its own in an article that is here."""
    new = Article(content=content("Fog.\n").sha256, title="Fog", coder="CD", made_at="2025-01-01T00:00:00.000+00:00")
    known = replace(example.article, id=new_id())
    nils, topic = (
        Speaker(name="Nils Aas", coder="CD"),
        Variable(subject=Subject.CLAIM, name="mood", label="M", kind="text"),
    )
    claim = Claim(article=known.id, speaker=nils.id, coder="CD")
    recorded = (
        claim,
        Span(article=known.id, role=Role.CONTENT, claim=claim.id, start=0, end=4),
        Answer(variable=topic.id, article=known.id, claim=claim.id, value="calm"),
    )
    there = (OtherArticle(new, "Fog.\n", ()), OtherArticle(known, example.records.text, recorded))
    other = OtherProject("other.onrecord", Registry([nils]), Codebook([topic]), there)
    found = importing_project.arriving(other, example.store.present(other), part)
    return importing_project.import_project(other, found)


def _elsewhere(example: Example) -> ArticleRecords:
    """Return another article with the text of the example's."""
    if len(example.store.articles()) == 2:
        draft = Draft(example.records.text, "Once more", outlet="The Tide")
        example.store.apply(signed(articles.import_articles([draft])))
    return example.store.article_records(example.store.articles()[-1].id)


def _remembered(example: Example) -> SiteLines:
    """Return the lines of sites; one is remembered if there is none yet."""
    if not example.store.site_lines().lines:
        edit = site_lines.remember_lines(NO_LINES, example.records, place("Skip to the article"), [], boilerplate=True)
        example.store.apply(signed(edit))
    return example.store.site_lines()


def _left_out() -> Offered:
    """Return a claim of which a number is left out."""
    number = found_number("nearly 300 metres")
    return as_offered(found_claim(numbers=(number,))).ticked(number.span, wanted=False)


def _dismissed(example: Example) -> list[Dismissed]:
    """Return what was dismissed; a number is if nothing was yet."""
    if not example.records.dismissed:
        example.store.apply(signed(suggestions.dismiss(example.records, found_number("two winters"))))
    return [*example.records.dismissed.values()]


def _without_assistance(example: Example) -> Properties:
    """Return the properties of the project, in which no assistance is wanted."""
    if not example.store.properties().properties:
        example.store.apply(signed(properties.set_assistance(Properties(), ())))
    return example.store.properties()


def _added(example: Example) -> OwnWords:
    """Return the words of the project's own; one is added if there is none yet."""
    if not example.store.own_words().words:
        example.store.apply(signed(own_words.add_word(OwnWords(), "de", "scales", "Dutzend")))
    return example.store.own_words()


def _sampled(example: Example) -> Samples:
    """Return the samples; one is drawn if there is none yet."""
    if not example.store.samples().samples:
        example.store.apply(signed(_drawing(example)))
    return example.store.samples()


def _sample(example: Example) -> Sample:
    (sample,) = _sampled(example).samples.values()
    return sample


def _with_copy(example: Example) -> ArticleRecords:
    """Return another article with the text of the first, into which it is corrected if it has not been."""
    other = example.store.article_records(example.other.id)
    if other.text != TEXT:
        example.store.apply(signed(correcting.correct_text(correct(other, TEXT))))
    return example.store.article_records(example.other.id)


def _put(example: Example, *changes: Change) -> ArticleRecords:
    """Change rows as no gesture does, and return the article; rows that are so already stay."""
    rows = example.records
    known = {row.id: row for row in (rows.article, *rows.rows())}
    new = [change for change in changes if not change.after or not _is_so(known.get(change.row.id), change)]
    if new:
        example.store.apply(signed(Edit("Spoil", tuple(new))))
    return example.records


def _is_so(row: Record | None, change: Change) -> bool:
    if row is None or change.before is None:
        return row is not None
    names = [each.name for each in fields(row) if getattr(change.before, each.name) != getattr(change.after, each.name)]
    return all(getattr(row, name) == getattr(change.after, name) for name in names)


def _beyond(example: Example, of: Claim | Number) -> ArticleRecords:
    """Return the article with the spans of a claim or number beyond its end; a cue is wholly outside."""
    spans = example.records.spans_of(of.id)
    return _put(
        example, *(changed(each, start=9000 if each.role is Role.CUE else each.start, end=9999) for each in spans)
    )


def _lines_beyond(example: Example) -> ArticleRecords:
    line = Boilerplate(id="d" * 36, article=example.article.id, start=len(TEXT) - 9, end=9999)
    return _put(example, made(line), made(replace(line, id="e" * 36, start=9000)))


def _covered(example: Example) -> ArticleRecords:
    line = Boilerplate(id="d" * 36, article=example.article.id, start=place("It wants")[0], end=len(TEXT))
    return _put(example, made(line))


def _overlapping(example: Example) -> ArticleRecords:
    part = replace(example.records.contents(example.lost.id)[0], id="d" * 36, position=1)
    return _put(example, made(replace(part, start=part.start + 9, end=part.end + 9)))


def _half_quoted(example: Example) -> ArticleRecords:
    (part,) = example.records.contents(example.lost.id)
    end = place("in one night,")[1]
    return _put(example, changed(part, end=end))


def _dated(example: Example) -> Article:
    return _put(example, changed(example.article, published="soon")).article


def _doubled(example: Example) -> tuple[ArticleRecords, list[Id]]:
    """Return the article with a number that is recorded twice, and the copy."""
    copy = replace(example.berths, id="f" * 36)
    span = replace(example.records.spans_of(example.berths.id)[0], id="e" * 36, number=copy.id)
    return _put(example, made(copy), made(span)), [copy.id]


def _contradicted(example: Example) -> list[Answer]:
    """Return the answers about a record, two of which contradict each other."""
    answer = coded(example).answers("topic")[0]
    other = next(each for each in ("sea", "wall", "storm") if coded(example).choice(each).id != answer.choice)
    _put(example, made(replace(answer, id="f" * 36, choice=coded(example).choice(other).id)))
    return [each for each in coded(example).answers("topic") if each.subject == answer.subject]


def _unfit(example: Example) -> tuple[Attribute[Any, Any], Known]:
    """Return a variable with an answer that did not fit when it was given, and does now."""
    study = coded(example)
    answer = next(each for each in study.answers("topic") if each.subject == example.lost.id)
    if answer.choice:
        _put(example, changed(answer, choice=None, value=study.codebook.choices[answer.choice].label))
    return attribute_of(study.variable("topic"), study.codebook), Known(example.registry, example.records.answers_of)


def _done(example: Example) -> Article:
    if example.records.article.status is Status.OPEN:
        example.store.apply(signed(articles.finish_articles(example.article)))
    return example.records.article


def discovered() -> Iterator[Action]:
    """Every public function in the modules of models/actions that returns an Edit."""
    for module in (
        import_module(f"{actions.__name__}.{found.name}") for found in pkgutil.iter_modules(actions.__path__)
    ):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and get_type_hints(function).get("return") is Edit:
                yield function


TYPED: dict[type[Kind[Any]], str] = {
    Line: "Wall: 40 m",
    Title: "Wall: 40 m",
    Language: "de",
    Text: "ask\nagain",
    Date: "28 February 2026",
    Value: "40-50 million SEK",
    OwnName: "Ida M. Brekke",
    OtherNames: "the mayor; Brekke",
    WhoSays: "Nils Aas",
}
"""What is typed for an attribute of each kind; of a closed list it is another choice."""


def _records(example: Example, of: type[Record]) -> Sequence[Record]:
    """Return two records of a class as the file has them now."""
    records, registry = example.records, example.registry
    found: dict[type[Record], Sequence[Record]] = {
        Article: (records.article, example.store.article_records(example.other.id).article),
        Claim: (records.claims[example.cost.id], records.claims[example.lost.id]),
        Number: (records.numbers[example.millions.id], records.numbers[example.berths.id]),
        Speaker: (registry.speakers[example.mayor.id], registry.speakers[example.union.id]),
    }
    return found[of]


def _typed(attribute: Attribute[Any, Any], count: int) -> Use:
    def use(example: Example) -> Edit:
        records, registry = _records(example, attribute.of)[:count], example.registry
        now = attribute.read(records[0], registry)
        others = [choice for choice in attribute.choices if choice != now]
        return attribute.write(records, others[0] if others else TYPED[type(attribute.kind)], registry)

    return use


def _cleared(attribute: Attribute[Any, Any]) -> Use:
    def use(example: Example) -> Edit:
        if attribute.read(_records(example, attribute.of)[0], example.registry) is None:
            example.store.apply(signed(_typed(attribute, 1)(example)))
        return attribute.change(_records(example, attribute.of)[:1], None, example.registry)

    return use


def uses_of_attributes() -> Iterator[ParameterSet]:
    """Type a value into each attribute that can be typed of one and of two records, and clear it."""
    for each in (each for each in ATTRIBUTES if each.editable):
        name = f"{each.of.__name__}-{each.name}"
        yield pytest.param(_typed(each, 1), id=f"{name}-typed")
        if not isinstance(each.kind, OwnName | OtherNames):
            yield pytest.param(_typed(each, 2), id=f"{name}-typed-for-two")
        if not each.required:
            yield pytest.param(_cleared(each), id=f"{name}-cleared")


USES = [
    *(
        pytest.param(use, id=f"{action.__name__}-{count}")
        for action in discovered()
        for count, use in enumerate(EXAMPLES.get(action, ()), start=1)
    ),
    *uses_of_attributes(),
]


def test_every_action_has_an_example() -> None:
    missing = [f"{action.__module__}.{action.__name__}" for action in discovered() if action not in EXAMPLES]
    assert not missing, f"Add a use of {', '.join(missing)} to EXAMPLES, so that doing and undoing it is tested."


def test_every_example_is_of_an_action_that_exists() -> None:
    known = list(discovered())
    assert known
    assert [action.__name__ for action in EXAMPLES if action not in known] == []


@pytest.mark.parametrize("use", USES)
def test_an_action_writes_nothing_and_its_edit_is_undone_and_done_again_in_file_and_memory(
    example: Example, use: Use
) -> None:
    use(example)  # what an example needs before it may write
    session = Session(example)
    before, memory_before, history = session.rows(), session.memory(), history_of(session.path)
    edit = use(example)
    assert (session.rows(), session.memory()) == (before, memory_before), "only the store writes"
    assert edit.changes, "an example must change something"
    assert edit.label[0].isupper(), "a label is shown in the menu"
    assert edit.label == edit.label.strip()

    session.do(edit)
    after, memory_after = session.rows(), session.memory()
    assert after != before
    session.expect_memory_as_in_file()
    for _ in range(2):
        session.undo()
        assert (session.rows(), session.memory()) == (before, memory_before)
        session.expect_memory_as_in_file()
        session.redo()
        assert (session.rows(), session.memory()) == (after, memory_after)
        session.expect_memory_as_in_file()

    session.reopen()
    session.undo()
    assert (session.rows(), session.memory()) == (before, memory_before)
    session.reopen()
    session.redo()
    assert (session.rows(), session.memory()) == (after, memory_after)
    session.store.close()
    assert history_of(session.path)[: len(history)] == history
    assert len(history_of(session.path)) == len(history) + 7
    assert faults_of(session.path) == []
