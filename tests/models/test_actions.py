"""What each action does to the example project, in the coder's terms."""

from collections.abc import Iterator

import pytest

from models.actions.articles import content_of, delete_articles, finish_articles, import_articles, toggle_boilerplate
from models.actions.claims import add_part, delete_claim, is_name, mark_claim, mark_cue, mark_source, set_boundaries
from models.actions.numbers import delete_number, mark_number
from models.actions.speakers import add_speaker, delete_speakers
from models.articles.draft import Draft
from models.edits import Edit, made
from models.entities import (
    Alias,
    Article,
    Boilerplate,
    Claim,
    Content,
    Mode,
    Number,
    Qualifier,
    Record,
    Role,
    Span,
    Speaker,
    Status,
)
from models.errors import OnrecordError
from models.lines.article_line import Progress
from models.quantities.parsing import Quantity
from tests.example import TEXT, Example, claims_of, place, put, typed
from tests.session import Session
from tests.snapshots import original_of


@pytest.fixture
def session(example: Example) -> Iterator[Session]:
    """Yield the example project as a window holds it."""
    session = Session(example)
    yield session
    session.store.close()


def new(edit: Edit) -> list[Record]:
    """The rows that an edit makes."""
    return [change.row for change in edit.changes if change.before is None]


def gone(edit: Edit) -> list[Record]:
    """The rows that an edit deletes."""
    return [change.row for change in edit.changes if change.after is None]


def session_number(session: Session, words: str) -> tuple[Number, Span]:
    """Record words of the article as a number, and return it with its span."""
    edit = mark_number(session.records, *place(words))
    session.do(edit)
    number = list(session.records.numbers.values())[-1]
    (span,) = session.records.spans_of(number.id)
    return number, span


class TestClaims:
    """Marking, extending, naming and deleting claims."""

    def test_a_claim_keeps_exactly_the_words_that_were_selected(self, session: Session) -> None:
        session.do(mark_claim(session.records, *place("nobody would have to move")))
        claim = list(session.records.claims)[-1]
        assert session.records.words(claim) == "nobody would have to move"

    @pytest.mark.parametrize(
        ("words", "mode"),
        [
            ("“We lost nearly 300 metres in one night,”", Mode.DIRECT),
            ("nobody would have to move", Mode.INDIRECT),
            ("the wall 🌊 would cost “about 40 million crowns”", Mode.MIXED),
        ],
    )
    def test_how_a_claim_is_reported_is_read_from_its_quotation_marks(
        self, session: Session, words: str, mode: Mode
    ) -> None:
        (claim,) = (row for row in new(mark_claim(session.records, *place(words))) if isinstance(row, Claim))
        assert claim.mode is mode

    def test_a_number_recorded_before_the_claim_around_it_becomes_the_claims(
        self, example: Example, session: Session
    ) -> None:
        assert example.berths.claim is None
        session.do(mark_claim(session.records, *place("It wants at least 12 new berths")))
        claim = list(session.records.claims)[-1]
        assert [number.id for number in session.records.numbers_of(claim)] == [example.berths.id]

    def test_a_number_of_another_claim_stays_where_it_is(self, example: Example, session: Session) -> None:
        session.do(mark_claim(session.records, *place("the wall 🌊 would cost “about 40 million crowns”")))
        assert session.records.numbers[example.millions.id].claim == example.cost.id

    def test_a_new_claim_has_no_speaker_yet(self, session: Session) -> None:
        (claim,) = (row for row in new(mark_claim(session.records, 0, 4)) if isinstance(row, Claim))
        assert claim.speaker is None

    def test_stretches_stand_in_text_order_whatever_the_order_of_marking(
        self, example: Example, session: Session
    ) -> None:
        session.do(add_part(session.records, example.lost, *place("nobody would have to move")))
        session.do(add_part(session.records, example.lost, *place("Ida Brekke")))
        session.do(add_part(session.records, example.lost, *place("take two winters.")))
        stretches = session.records.contents(example.lost.id)
        assert [stretch.position for stretch in stretches] == [0, 1, 2, 3]
        assert [stretch.start for stretch in stretches] == sorted(stretch.start for stretch in stretches)
        assert session.records.words(example.lost.id).startswith("Ida Brekke […] take two winters. […] “We lost")

    def test_another_stretch_changes_the_mode_that_was_read(self, example: Example, session: Session) -> None:
        session.do(add_part(session.records, example.lost, *place("nobody would have to move")))
        assert session.records.claims[example.lost.id].mode is Mode.MIXED

    def test_changed_boundaries_have_the_mode_read_again(self, example: Example, session: Session) -> None:
        (span,) = session.records.contents(example.cost.id)
        session.do(set_boundaries(session.records, span, *place("“about 40 million crowns”")))
        assert session.records.claims[example.cost.id].mode is Mode.DIRECT
        assert session.records.words(example.cost.id) == "“about 40 million crowns”"

    def test_changed_boundaries_leave_the_mode_that_the_coder_chose(self, example: Example, session: Session) -> None:
        session.do(put(example.cost, "mode", Mode.INDIRECT))
        (span,) = session.records.contents(example.cost.id)
        session.do(set_boundaries(session.records, span, *place("“about 40 million crowns”")))
        assert session.records.claims[example.cost.id].mode is Mode.INDIRECT

    def test_changed_boundaries_before_another_stretch_puts_the_stretches_in_text_order(
        self, example: Example, session: Session
    ) -> None:
        session.do(add_part(session.records, example.lost, *place("nobody would have to move")))
        first, _ = session.records.contents(example.lost.id)
        session.do(set_boundaries(session.records, first, *place("at least 12 new berths")))
        assert session.records.words(example.lost.id) == "nobody would have to move […] at least 12 new berths"

    def test_a_claim_has_one_cue(self, example: Example, session: Session) -> None:
        before = session.records.spans_of(example.cost.id, Role.CUE)
        session.do(mark_cue(session.records, example.cost, *place("promised")))
        (cue,) = session.records.spans_of(example.cost.id, Role.CUE)
        assert [cue.id] == [span.id for span in before]
        assert TEXT[cue.start : cue.end] == "promised"

    def test_a_claim_is_deleted_with_its_numbers_and_all_their_spans(self, example: Example, session: Session) -> None:
        edit = delete_claim(session.records, example.cost)
        assert edit.label == "Delete claim and 1 number"
        session.do(edit)
        assert session.records.claims.keys() == {example.lost.id}
        assert session.records.numbers.keys() == {example.berths.id}
        assert {span.claim or span.number for span in session.records.spans.values()} == {
            example.lost.id,
            example.berths.id,
        }

    def test_a_note_of_blanks_is_no_note(self, example: Example, session: Session) -> None:
        session.do(typed(example.cost, "note", "  ask again\n "))
        assert session.records.claims[example.cost.id].note == "ask again"
        session.do(typed(session.records.claims[example.cost.id], "note", " \u00a0 "))
        assert session.records.claims[example.cost.id].note is None

    def test_what_no_file_can_keep_is_left_out_of_what_was_typed(self, example: Example, session: Session) -> None:
        session.do(typed(example.cost, "note", "a\ud83cb\0c 🌊"))
        assert session.records.claims[example.cost.id].note == "abc 🌊"

    def test_what_stays_as_it_was_is_no_edit(self, example: Example, session: Session) -> None:
        for edit in (
            put(example.cost, "mode", Mode.MIXED),
            typed(example.cost, "note", ""),
            put(example.cost, "speaker", example.mayor, session.registry),
            typed([example.lost], "speaker", " ", session.registry),
            typed(example.article, "outlet", "The Tide "),
            typed(example.berths, "unit", ""),
            typed(example.mayor, "name", "Ida Brekke", session.registry),
            typed(example.mayor, "aliases", "Ms Brekke", session.registry),
        ):
            assert edit.changes == (), edit.label


class TestNamingTheSpeaker:
    """The speaker cell, and the words of the text that name the speaker."""

    @pytest.mark.parametrize("name", ["Ida Brekke", "ms brekke", " Ms   Brekke\n"])
    def test_a_known_name_or_alias_means_the_known_speaker(self, example: Example, session: Session, name: str) -> None:
        session.do(typed([example.lost], "speaker", name, session.registry))
        assert session.records.claims[example.lost.id].speaker == example.mayor.id
        assert len(session.registry.speakers) == 2

    def test_the_shape_of_an_apostrophe_makes_no_other_speaker(self, example: Example, session: Session) -> None:
        session.do(typed([example.lost], "speaker", "fishermen’s Union", session.registry))
        assert session.records.claims[example.lost.id].speaker == example.union.id

    def test_a_new_name_makes_one_new_speaker_for_all_the_claims(self, example: Example, session: Session) -> None:
        edit = typed([example.lost, example.cost], "speaker", "  Nils\n Aas ", session.registry)
        assert edit.label == "Change Speaker of 2 claims"
        (speaker,) = new(edit)
        assert isinstance(speaker, Speaker)
        assert speaker.name == "Nils Aas"
        session.do(edit)
        assert {claim.speaker for claim in session.records.claims.values()} == {speaker.id}

    def test_an_empty_name_takes_the_speaker_away(self, example: Example, session: Session) -> None:
        session.do(typed([example.cost], "speaker", "  ", session.registry))
        assert session.records.claims[example.cost.id].speaker is None

    def test_the_words_of_a_known_name_make_that_speaker_the_claims(self, example: Example, session: Session) -> None:
        session.do(mark_source(session.records, session.registry, example.lost, *place("Ms Brekke")))
        assert session.records.claims[example.lost.id].speaker == example.mayor.id
        (source,) = session.records.spans_of(example.lost.id, Role.SOURCE)
        assert TEXT[source.start : source.end] == "Ms Brekke"

    def test_new_words_become_an_alias_of_the_claims_speaker(self, example: Example, session: Session) -> None:
        edit = mark_source(session.records, session.registry, example.cost, *place("The mayor of Aldersund"))
        assert [(row.speaker, row.name) for row in new(edit) if isinstance(row, Alias)] == [
            (example.mayor.id, "The mayor of Aldersund")
        ]
        session.do(edit)
        assert session.registry.find("the mayor of aldersund") == example.mayor

    def test_new_words_name_a_new_speaker_where_the_claim_has_none(self, example: Example, session: Session) -> None:
        session.do(mark_source(session.records, session.registry, example.lost, *place("The fishermen")))
        speaker = session.registry.find("The fishermen")
        assert speaker
        assert session.records.claims[example.lost.id].speaker == speaker.id

    def test_a_pronoun_is_no_name(self, example: Example, session: Session) -> None:
        edit = mark_source(session.records, session.registry, example.lost, *place("She"))
        assert [type(row) for row in new(edit)] == [Span]
        assert not any(map(is_name, ("She", "they", "IT", "")))
        assert all(map(is_name, ("Sheila", "the union", "Will")))


class TestNumbers:
    """Marking numbers and giving them values."""

    def test_a_number_is_read_and_belongs_to_the_claim_around_it(self, example: Example, session: Session) -> None:
        (number, span) = new(mark_number(session.records, *place("nearly 300 metres")))
        assert isinstance(number, Number)
        assert (number.value, number.qualifier, number.unit) == (300, Qualifier.ALMOST, "m")
        assert number.claim == example.lost.id
        assert isinstance(span, Span)
        assert (span.number, span.claim) == (number.id, None)

    def test_changed_boundaries_have_the_value_read_again(self, session: Session) -> None:
        number, span = session_number(session, "300")
        session.do(set_boundaries(session.records, span, *place("nearly 300 metres")))
        read = session.records.numbers[number.id]
        assert (read.value, read.qualifier, read.unit) == (300, Qualifier.ALMOST, "m")

    def test_changed_boundaries_leave_the_value_that_the_coder_gave(self, session: Session) -> None:
        number, span = session_number(session, "300")
        session.do(typed(number, "unit", "yards"))
        session.do(set_boundaries(session.records, span, *place("nearly 300 metres")))
        kept = session.records.numbers[number.id]
        assert (kept.value, kept.qualifier, kept.unit) == (300, Qualifier.EXACT, "yards")

    def test_a_number_outside_of_claims_belongs_to_none(self, session: Session) -> None:
        (number, _) = new(mark_number(session.records, *place("12 new berths")))
        assert isinstance(number, Number)
        assert number.claim is None

    def test_of_nested_claims_the_inner_one_has_the_number(self, session: Session) -> None:
        session.do(mark_claim(session.records, *place("nearly 300 metres in one night")))
        inner = list(session.records.claims)[-1]
        (number, _) = new(mark_number(session.records, *place("nearly 300 metres")))
        assert isinstance(number, Number)
        assert number.claim == inner

    def test_words_without_a_value_make_a_number_without_one(self, session: Session) -> None:
        (number, _) = new(mark_number(session.records, *place("Subscribe")))
        assert isinstance(number, Number)
        assert (number.value, number.upper, number.unit, number.counted) == (None, None, None, None)

    def test_a_typed_value_replaces_value_range_and_qualifier_and_keeps_the_unit(
        self, example: Example, session: Session
    ) -> None:
        session.do(put(example.millions, "value", Quantity(4e7, 5e7, Qualifier.EXACT, None, None)))
        session.do(typed(session.records.numbers[example.millions.id], "unit", "SEK"))
        below = Quantity(3e7, None, Qualifier.LESS_THAN, None, None)
        session.do(put(session.records.numbers[example.millions.id], "value", below))
        number = session.records.numbers[example.millions.id]
        assert (number.value, number.upper, number.qualifier, number.unit) == (3e7, None, Qualifier.LESS_THAN, "SEK")
        assert (number.counted, number.note) == ("crowns", "of 2026")

    def test_a_number_without_a_value_takes_no_qualifier_until_it_has_one(
        self, example: Example, session: Session
    ) -> None:
        session.do(put(example.millions, "value", None))
        bare = session.records.numbers[example.millions.id]
        with pytest.raises(OnrecordError):
            put(bare, "qualifier", Qualifier.ABOUT)
        assert put(bare, "qualifier", None).changes == ()
        session.do(put(bare, "value", Quantity(5.0, None, Qualifier.EXACT, None, None)))
        assert session.records.numbers[bare.id].qualifier is Qualifier.EXACT

    def test_a_value_taken_away_leaves_no_qualifier(self, example: Example, session: Session) -> None:
        session.do(put(example.millions, "value", None))
        number = session.records.numbers[example.millions.id]
        assert (number.value, number.upper, number.qualifier) == (None, None, None)

    def test_a_number_is_deleted_and_its_claim_stays(self, example: Example, session: Session) -> None:
        session.do(delete_number(session.records, example.millions))
        assert example.cost.id in session.records.claims
        assert session.records.numbers_of(example.cost.id) == []
        assert not [span for span in session.records.spans.values() if span.number == example.millions.id]

    def test_a_note_keeps_its_lines(self, example: Example, session: Session) -> None:
        session.do(typed(example.millions, "note", "one\r\ntwo "))
        assert session.records.numbers[example.millions.id].note == "one\ntwo"


class TestSpeakers:
    """The registry."""

    @pytest.mark.parametrize("name", ["Ida Brekke", " ida  brekke ", "MS BREKKE", "Fishermen’s union"])
    def test_no_two_speakers_have_one_name(self, session: Session, name: str) -> None:
        with pytest.raises(OnrecordError, match="is already a name of"):
            add_speaker(session.registry, name)

    def test_a_speaker_cannot_take_anothers_name(self, example: Example, session: Session) -> None:
        with pytest.raises(OnrecordError, match="already a name of Ida Brekke"):
            typed(example.union, "name", "Ms Brekke", session.registry)
        with pytest.raises(OnrecordError, match="already a name of Ida Brekke"):
            typed(example.union, "aliases", "the union; Ms Brekke", session.registry)

    @pytest.mark.parametrize("name", ["", "  ", "\0"])
    def test_a_speaker_needs_a_name(self, example: Example, session: Session, name: str) -> None:
        with pytest.raises(OnrecordError, match="cannot be empty"):
            add_speaker(session.registry, name)
        with pytest.raises(OnrecordError, match="cannot be empty"):
            typed(example.mayor, "name", name, session.registry)

    def test_a_speaker_may_change_the_case_of_the_own_name(self, example: Example, session: Session) -> None:
        session.do(typed(example.mayor, "name", "IDA BREKKE", session.registry))
        assert session.registry.speakers[example.mayor.id].name == "IDA BREKKE"

    def test_aliases_are_exactly_those_given(self, example: Example, session: Session) -> None:
        session.do(typed(example.mayor, "aliases", "Ms Brekke; the mayor; ;  the  mayor ", session.registry))
        assert [alias.name for alias in session.registry.aliases_of(example.mayor.id)] == ["Ms Brekke", "the mayor"]
        assert example.alias.id in session.registry.aliases
        session.do(typed(example.mayor, "aliases", "", session.registry))
        assert session.registry.aliases_of(example.mayor.id) == []

    def test_a_deleted_speaker_leaves_the_claims_without_one(self, example: Example, session: Session) -> None:
        edit = delete_speakers(session.registry, [example.mayor], claims_of(session.store, example.mayor.id))
        assert edit.label == "Delete speaker of 1 claim"
        session.do(edit)
        assert session.records.claims[example.cost.id].speaker is None
        assert session.registry.find("Ms Brekke") is None

    def test_a_role_stands_on_one_line(self, example: Example, session: Session) -> None:
        session.do(typed(example.mayor, "role", "Mayor\n and  chair"))
        assert session.registry.speakers[example.mayor.id].role == "Mayor and chair"


class TestArticles:
    """Importing, finishing and deleting articles, and the boilerplate of their pages."""

    def test_an_import_is_one_edit_with_all_that_the_drafts_know(self, session: Session) -> None:
        drafts = [
            Draft(
                "Fog\n\nNo boats.\n",
                "Fog",
                outlet="The Tide",
                boilerplate=((0, 3),),
                original=b"<p>Fog",
                encoding="ascii",
            ),
            Draft(
                "Sun\n\nBoats.\n", "Sun", byline="N. Aas", published="2026-02-28", language="en", file_name="sun.txt"
            ),
        ]
        edit = import_articles(drafts)
        assert edit.label == "Import 2 articles"
        session.do(edit)
        fog, sun = (row for row in (change.row for change in edit.changes) if isinstance(row, Article))
        assert (fog.outlet, sun.byline, sun.published, sun.language) == ("The Tide", "N. Aas", "2026-02-28", "en")
        assert [line.title for line in session.store.articles()][-2:] == ["Fog", "Sun"]
        records = session.store.article_records(fog.id)
        assert [(row.start, row.end) for row in records.boilerplate.values()] == [(0, 3)]
        assert Content(records.article.content, records.text) == content_of(drafts[0])
        assert original_of(session.path, records.article) == b"<p>Fog"
        assert records.article.encoding == "ascii"

    def test_two_files_of_the_same_text_are_both_kept(self, session: Session) -> None:
        drafts = [Draft("Fog", "Fog", original=b"Fog", encoding="utf-8"), Draft("Fog", "Fog", original=b"<p>Fog")]
        session.do(import_articles(drafts))
        lines = session.store.articles()[-2:]
        kept = [original_of(session.path, session.store.article_records(line.id).article) for line in lines]
        assert kept == [b"Fog", b"<p>Fog"]

    def test_a_text_that_is_imported_twice_is_kept_once(self, example: Example, session: Session) -> None:
        session.do(import_articles([Draft(TEXT, "Again")]))
        again, first = sorted(session.store.articles_of_content(example.article.content), key=lambda each: each.title)
        assert (again.title, first.id) == ("Again", example.article.id)

    def test_a_deleted_article_comes_back_with_everything_and_its_text(
        self, example: Example, session: Session
    ) -> None:
        before = session.memory()
        session.do(delete_articles([session.records.article], session.records.rows()))
        assert [line.id for line in session.store.articles()] == [example.other.id]
        session.reopen()
        session.undo()
        assert session.fresh() == before

    def test_an_article_is_done_until_it_is_not(self, example: Example, session: Session) -> None:
        session.do(finish_articles(example.article))
        line = session.store.articles()[0]
        assert line.id == example.article.id
        assert line.status is Status.DONE
        assert line.progress is Progress.DONE

    def test_the_counts_of_a_list_are_those_of_the_article(self, example: Example, session: Session) -> None:
        assert [(line.claims, line.numbers) for line in session.store.articles()] == [(2, 2), (0, 0)]


class TestBoilerplate:
    """X on some lines."""

    def lines(self, session: Session) -> list[str]:
        """The boilerplate lines of the article, as they read."""
        rows = sorted(session.records.boilerplate.values(), key=lambda row: row.start)
        return [TEXT[row.start : row.end] for row in rows]

    def toggle(self, session: Session, start: int, end: int) -> Edit:
        edit = toggle_boilerplate(session.records, start, end)
        session.do(edit)
        return edit

    def test_the_whole_line_is_boilerplate_wherever_the_caret_stands_in_it(self, session: Session) -> None:
        start, _ = place("to the evening letter")
        assert self.toggle(session, start, start).label == "Mark as boilerplate"
        assert self.lines(session) == ["Skip to the article", "Subscribe to the evening letter"]

    def test_a_line_that_is_boilerplate_already_is_not_any_more(self, session: Session) -> None:
        assert self.toggle(session, 3, 3).label == "Mark as article text"
        assert self.lines(session) == []

    def test_of_several_lines_those_that_are_not_become_boilerplate(self, session: Session) -> None:
        _, end = place("evening letter")
        edit = self.toggle(session, 2, end)
        assert len(new(edit)) == 2
        assert self.lines(session) == [
            "Skip to the article",
            "Harbour wall will take two winters",
            "Subscribe to the evening letter",
        ]
        assert len(gone(self.toggle(session, 2, end))) == 3

    def test_a_range_that_ends_behind_a_line_break_leaves_the_next_line_alone(self, session: Session) -> None:
        start, end = place("Subscribe to the evening letter\n\n")
        self.toggle(session, start, end)
        assert self.lines(session)[-1] == "Subscribe to the evening letter"

    def test_a_line_within_longer_boilerplate_is_not_marked_again(self, session: Session) -> None:
        stretch = Boilerplate(article=session.records.article.id, start=0, end=TEXT.index("Subscribe") - 1)
        session.do(Edit("Merge another coder's file", (made(stretch),)))
        edit = self.toggle(session, 0, TEXT.index("The mayor"))
        assert [TEXT[row.start : row.end] for row in new(edit) if isinstance(row, Boilerplate)] == [
            "Subscribe to the evening letter"
        ]

    def test_a_blank_line_is_nothing(self, session: Session) -> None:
        at = TEXT.index("\n\n") + 1
        assert toggle_boilerplate(session.records, at, at).changes == ()

    def test_boilerplate_that_ends_within_a_line_still_counts_for_its_line(self, session: Session) -> None:
        row = next(iter(session.records.boilerplate.values()))
        assert isinstance(row, Boilerplate)
        assert (row.start, row.end) == place("Skip to the article")
        assert self.toggle(session, row.end, row.end).label == "Mark as article text"
