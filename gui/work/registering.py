"""Turn gestures into edits of the registry: merge and delete speakers."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs import asking
from gui.dialogs.opening import open_over
from gui.project.project import Project
from gui.project.view import ProjectView
from models.actions.speakers import Taken, delete_speakers, merge_speakers
from models.edits import Edit
from models.entities import Answer, Claim, Speaker
from models.ids import Id
from models.places import Place
from models.translation import _, counted, ngettext

if TYPE_CHECKING:
    from gui.changing.merge_dialog import MergeDialog
    from models.store.long_write import LongWrite


class Registering(QObject, ProjectView):
    """Asks before it merges speakers or deletes speakers with claims. `hint` says what was done, or why nothing was."""

    hint = Signal(str)
    merged = Signal(Place)
    """Two speakers were merged; the place is that of the one that was kept."""

    def __init__(self, window: QWidget, selected: Callable[[], Sequence[Place]]) -> None:
        super().__init__(window)
        self._window, self._selected = window, selected
        self.dialog: MergeDialog | None = None

    def merge(self, gone: Id, kept: Id) -> None:
        """Ask whether two speakers are the same, and merge them if so."""
        project = self.project
        if project is None or gone not in project.registry.speakers or kept not in project.registry.speakers:
            return
        one, other = project.registry.speakers[gone], project.registry.speakers[kept]
        counts = project.read(lambda store: [store.claim_count(each) for each in (gone, kept)])
        if counts is None:
            return
        question = _("Merge {one} with {other}?").format(one=one.name, other=other.name)
        if not asking.confirm(self._window, question, _what_a_merge_does(one, other, *counts), _("&Merge")):
            return

        def make(write: "LongWrite") -> Edit:
            return merge_speakers(project.registry, [one], other, _referring(write, [gone]))

        if project.do_in_thread(_("Merging speakers"), make):
            self.merged.emit(Place(None, kept))
            done = _("{one} and {other} are one speaker now. Ctrl+Z brings both back.")
            self.hint.emit(done.format(one=one.name, other=other.name))

    def merge_selected(self) -> None:
        """Show what merging the selected speakers does, and ask who stays and what is kept of each."""
        from gui.changing.merge_dialog import MergeDialog

        project = self.project
        ids = [place.record for place in self._selected() if place.article is None and place.record]
        if project is None or len(ids) < 2:
            self.hint.emit(_("Select at least two speakers in the Speakers table first."))
            return
        claims = project.read(lambda store: {each: store.claim_count(each) for each in ids})
        if claims is None:
            return
        people = sorted((project.registry.speakers[each] for each in ids), key=lambda each: -claims[each.id])
        self.dialog = MergeDialog(self._window, people, claims, project.known, project.codebook)
        self.dialog.decided.connect(partial(self._merge, project, people))
        open_over(self._window, self.dialog)

    def _merge(self, project: Project, people: Sequence[Speaker], stays: Id, taken: Sequence[Taken]) -> None:
        if project is not self.project:
            return
        kept = next(each for each in people if each.id == stays)
        gone = [each for each in people if each.id != stays]

        def make(write: "LongWrite") -> Edit:
            return merge_speakers(project.registry, gone, kept, _referring(write, [each.id for each in gone]), taken)

        if project.do_in_thread(_("Merging speakers"), make):
            self.merged.emit(Place(None, stays))
            merged = counted("{count:,} speaker is one now:", "{count:,} speakers are one now:", len(people))
            self.hint.emit(f"{merged} {kept.name}. {_('Ctrl+Z brings all back.')}")

    def delete_speaker(self) -> None:
        """Delete the selected speakers."""
        self.delete([place.record for place in self._selected() if place.article is None and place.record])

    def delete(self, ids: Sequence[Id]) -> None:
        """Delete speakers; their claims stay, without a speaker. Ask once if there are several speakers, or claims, or
        answers that name them.
        """
        project = self.project
        if project is None or not ids:
            self.hint.emit(_("Select a speaker in the Speakers table first."))
            return
        speakers = [project.registry.speakers[each] for each in ids]
        counts = project.read(lambda store: [sum(map(count, ids)) for count in (store.claim_count, store.naming_count)])
        if counts is None:
            return
        named = speakers[0].name if len(speakers) == 1 else ""
        if (any(counts) or len(speakers) > 1) and not self._confirm(named, len(speakers), *counts):
            return

        def make(write: "LongWrite") -> Edit:
            return delete_speakers(project.registry, speakers, _referring(write, ids))

        if project.do_in_thread(_("Deleting speakers"), make):
            self.hint.emit(_deleted(named, len(speakers)))

    def _confirm(self, named: str, speakers: int, claims: int, naming: int) -> bool:
        several = counted("Delete {count:,} speaker?", "Delete {count:,} speakers?", speakers)
        question = _("Delete {name}?").format(name=named) if named else several
        stay = counted("{count:,} claim stays, without a speaker.", "{count:,} claims stay, without a speaker.", claims)
        go = ngettext(
            "{count:,} answer that names {whom} is deleted.", "{count:,} answers that name {whom} are deleted.", naming
        )
        gone = go.format(count=naming, whom=named or _("them"))
        does = [stay] * bool(claims) + [gone] * bool(naming) + [_("Undo brings everything back.")]
        return asking.confirm(self._window, question, " ".join(does), _("&Delete"))


def _referring(write: "LongWrite", speakers: Sequence[Id]) -> list[Claim | Answer]:
    """Return the claims of some speakers, and the answers that name them."""
    claims = [claim for each in speakers for claim in write.claims_of(each)]
    return [*claims, *(answer for each in speakers for answer in write.answers_naming(each))]


def _what_a_merge_does(one: Speaker, other: Speaker, claims: int, others: int) -> str:
    """Return what happens to the claims and names of two speakers, as sentences."""
    go = ngettext("{count:,} claim of {one} goes to {other}.", "{count:,} claims of {one} go to {other}.", claims)
    has = ngettext("{other} has {count:,} claim so far.", "{other} has {count:,} claims so far.", others)
    kept = _(
        "“{one}” is kept as another name. Where both have a value or an answer, that of {other} is kept. Undo brings "
        "everything back."
    )
    said = go.format(count=claims, one=one.name, other=other.name), has.format(count=others, other=other.name)
    return " ".join((*said, kept.format(one=one.name, other=other.name)))


def _deleted(named: str, speakers: int) -> str:
    several = counted("{count:,} speaker is deleted.", "{count:,} speakers are deleted.", speakers)
    done = _("{name} is deleted.").format(name=named) if named else several
    return f"{done} {_('Ctrl+Z brings everything back.')}"
