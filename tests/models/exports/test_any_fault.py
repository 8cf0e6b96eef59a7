"""Whatever happens during an export in any form, files that were there stay whole, or a note says that they do not."""

import errno
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from models.errors import Interrupted, NotExported
from models.exports.beginning import Beginning
from models.exports.delivery import export
from models.exports.formats import FORMATS, format_named
from models.exports.report import File, Report
from models.exports.source import Source
from models.exports.target import Target, Written
from models.exports.working_folder import KEPT, NOTE, PREFIX
from tests.example import Example, opened_copy, signed, typed
from tests.models.codebook.nine_kinds import nine_kinds
from tests.thorough import moments

if sys.platform == "win32":
    pytest.skip("needs signals, limits and forks", allow_module_level=True)
from tests.models.exports import dying

FORMS = [each.name for each in FORMATS]

SHAPES = ("csv", "xlsx", "html")
"""Forms of several files, of one, and of one for each article: the faults of giving names depend on nothing else."""

Files = dict[str, bytes]


STAMP = re.compile(rb"\d\d [A-Z][a-z]{2} (\d\d|\d{4} )\d\d:\d\d(:\d\d)?")
"""When a file of SPSS or Stata was written; in all other files, the same data are the same bytes."""


def files_in(folder: Path) -> Files:
    """Read every file in a folder that is not hidden; those of working folders are."""
    return {path.name: _without_stamp(path) for path in folder.iterdir() if path.is_file()}


def _without_stamp(path: Path) -> bytes:
    data = path.read_bytes()
    return STAMP.sub(b"", data, count=1) if path.suffix in (".sav", ".dta") else data


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with an export, whose project has changed since; `old` are its files."""

    example: Example
    form: str
    folder: Path
    old: Files

    def export(self, target: Target | None = None, **given: object) -> Report:
        """Export again."""
        return export(self.example.store, self.folder, target or format_named(self.form).make(), **given)  # type: ignore[arg-type]

    def as_before(self) -> bool:
        """Return whether the folder has the old files and nothing else."""
        return files_in(self.folder) == self.old and len([*self.folder.iterdir()]) == len(self.old)

    @property
    def last(self) -> str:
        """The name of the file that is replaced last."""
        with TemporaryDirectory() as other:
            return export(self.example.store, Path(other), format_named(self.form).make()).files[-1].path.name


@pytest.fixture(scope="module")
def patterns(pattern: Example, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Place]:
    """Return what makes a folder with an export in a form, once; its project is closed."""

    @cache
    def pattern_of(form: str) -> Place:
        folder = tmp_path_factory.mktemp("pattern")
        with opened_copy(pattern, folder / "study.onrecord") as example:
            return filled(example, folder / "out", form)

    return pattern_of


@pytest.fixture(params=FORMS)
def place(patterns: Callable[[str], Place], tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Place]:
    """Yield a folder with an export in each form."""
    made = patterns(request.param)
    shutil.copytree(made.folder, tmp_path / "out")
    with opened_copy(made.example, tmp_path / "study.onrecord") as example:
        yield replace(made, example=example, folder=tmp_path / "out")


def filled(example: Example, folder: Path, form: str) -> Place:
    """Export into a folder, and change what every form shows."""
    study = nine_kinds(example)
    export(example.store, folder, format_named(form).make())
    old = files_in(folder)
    study.offer(study.variable("topic"), "Harbour", code="harbour")
    study.answer("topic", example.cost, "harbour")
    for record, name, value in (
        (example.cost, "note", "changed since"),
        (example.mayor, "name", "Ida Brekke-Lund"),
        (example.article, "title", "Harbour wall delayed"),
    ):
        example.store.apply(signed(typed(record, name, value)))
    return Place(example, form, folder, old)


@pytest.fixture(scope="module")
def server() -> Iterator[dying.Server]:
    """Return what exports in other processes."""
    running = dying.Server()
    yield running
    running.close()


@pytest.fixture(autouse=True)
def _no_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", dying.no_wait)


def test_killed_at_any_call_the_files_are_old_or_new_or_a_note_says_that_they_are_mixed(
    place: Place, tmp_path: Path, server: dying.Server
) -> None:
    project, trial = place.example.store.path, tmp_path / "trial"
    shutil.copytree(place.folder, trial)
    (calls,) = map(int, server.export(project, trial, place.form))
    new = files_in(trial)
    for call in moments(calls):
        here = tmp_path / f"killed {call}"
        shutil.copytree(place.folder, here)
        assert server.export(project, here, place.form, call=call) == []
        found = files_in(here)
        note = found.pop(NOTE, None)
        assert {*found.items()} <= {*place.old.items(), *new.items()}
        assert place.old.keys() <= found.keys()
        assert note is not None or found in (place.old, new)
        export(place.example.store, here, format_named(place.form).make())
        assert files_in(here) == new
        assert len([*here.iterdir()]) == len(new)


def test_a_full_disk_leaves_the_files_that_were_there(place: Place, server: dying.Server) -> None:
    for limit in ("0", "100"):
        what, safe, do = server.export(place.example.store.path, place.folder, place.form, limit=limit)
        assert str(place.folder) in what or "cannot be read back" in what  # not every writer notices
        assert "None" not in what
        assert "were not changed" in safe
        assert "Make room" in do
        assert place.as_before()


@pytest.mark.parametrize("form", SHAPES)
def test_a_folder_that_may_not_be_written_into_is_left_as_it_is(
    example: Example, server: dying.Server, form: str
) -> None:
    with TemporaryDirectory() as parent:  # other than the folders of tests, others can enter it
        project, folder = Path(parent) / "study.onrecord", Path(parent) / "out"
        place = filled(example, folder, form)
        shutil.copyfile(example.store.path, project)
        Path(parent).chmod(0o755)
        project.chmod(0o444)
        folder.chmod(0o555)
        what, safe, do = server.export(project, folder, form, limit="forbidden")
        folder.chmod(0o755)
        assert str(folder) in what
        assert "were not changed" in safe
        assert "you may write into" in do
        assert place.as_before()


class Spoiled:
    """A target that spoils something as soon as it has written its files."""

    def __init__(self, form: str, spoil: Callable[[Written], object]) -> None:
        self._target, self._spoil = format_named(form).make(), spoil
        self.names = self._target.names

    def write(self, source: Source, place: Path) -> Written:
        """Write the files."""
        self.written = self._target.write(source, place)
        self._spoil(self.written)
        return self.written

    def count(self, file: File) -> int:
        """Read a file back."""
        return self._target.count(file)

    def first(self, source: Source) -> Beginning:
        """Return how the files begin."""
        return self._target.first(source)


@pytest.mark.parametrize("place", SHAPES, indirect=True)
def test_a_folder_that_is_deleted_meanwhile_is_said(place: Place) -> None:
    with pytest.raises(NotExported) as caught:
        place.export(Spoiled(place.form, lambda _written: shutil.rmtree(place.folder)))
    assert str(place.folder) in caught.value.what
    assert caught.value.do


@pytest.mark.parametrize("place", SHAPES, indirect=True)
def test_where_the_last_file_cannot_be_replaced_all_are_put_back(place: Place) -> None:
    names: list[str] = []

    def spoil(written: Written) -> None:
        names.append(written.files[-1].path.name)
        (place.folder / names[0]).unlink(missing_ok=True)
        (place.folder / names[0]).mkdir()

    with pytest.raises(NotExported) as caught:
        place.export(Spoiled(place.form, spoil))
    assert names[0] in caught.value.what
    assert "were not changed" in caught.value.safe
    assert files_in(place.folder) == {name: data for name, data in place.old.items() if name != names[0]}
    assert not [*place.folder.glob(f"{PREFIX}*")]


@pytest.mark.parametrize("place", SHAPES, indirect=True)
def test_files_that_the_system_holds_are_named_and_all_are_put_back(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows replaces no file that another program has open."""
    held, replace = place.last, Path.replace

    def refuse(path: Path, to: Path) -> Path:
        if path.name == to.name == held and to.parent == place.folder:
            raise PermissionError(errno.EACCES, "it is being used by another process")
        return replace(path, to)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(NotExported) as caught:
        place.export(Spoiled(place.form, lambda _written: None))
    assert caught.value.what == f"“{held}” cannot be replaced: it is being used by another process."
    assert "were not changed" in caught.value.safe
    assert "Close it in other programs" in caught.value.do
    assert place.as_before()


@pytest.mark.parametrize("place", SHAPES, indirect=True)
def test_what_cannot_be_put_back_either_is_said_and_kept(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    if len(place.old) == 1:
        pytest.skip("one file is replaced in one step")
    held, replace = place.last, Path.replace

    def refuse(path: Path, to: Path) -> Path:
        if to.name == held or path.parent.name == KEPT:
            raise PermissionError(errno.EACCES, "it is being used by another process")
        return replace(path, to)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(NotExported) as caught:
        place.export()
    assert "files of two exports" in caught.value.safe
    note = (place.folder / NOTE).read_text("utf-8")
    (left,) = place.folder.glob(f"{PREFIX}*")
    assert left.name in note
    assert {path.name for path in (left / KEPT).iterdir()} <= place.old.keys()
    monkeypatch.undo()
    place.export()
    assert not (place.folder / NOTE).exists()
    assert not left.exists()


@pytest.mark.parametrize("place", SHAPES, indirect=True)
def test_where_a_file_can_have_one_name_only_all_is_done_by_renaming(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FAT has no hard links."""

    def no_links(*_arguments: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", no_links)
    test_where_the_last_file_cannot_be_replaced_all_are_put_back(place)
    shutil.rmtree(place.folder / sorted({path.name for path in place.folder.iterdir() if path.is_dir()})[0])
    report = place.export(replace=True)
    assert files_in(place.folder).keys() >= {file.path.name for file in report.files}
    assert len([*place.folder.iterdir()]) == len(files_in(place.folder))


@pytest.mark.parametrize("place", SHAPES, indirect=True)
def test_who_reads_an_old_file_meanwhile_reads_it_whole(place: Place) -> None:
    opened = {name: (place.folder / name).open("rb") for name in place.old}
    place.export()
    for name, file in opened.items():
        with file:
            assert STAMP.sub(b"", file.read(), count=1) == STAMP.sub(b"", place.old[name], count=1)


@pytest.mark.parametrize("place", SHAPES, indirect=True)
def test_a_link_is_replaced_and_what_it_leads_to_is_not(place: Place, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in place.old:
        (place.folder / name).rename(elsewhere / name)
        (place.folder / name).symlink_to(elsewhere / name)
    report = place.export()
    assert files_in(elsewhere) == place.old
    assert not [file for file in report.files if file.path.is_symlink()]


@pytest.mark.parametrize("place", SHAPES, indirect=True)
def test_a_link_to_a_folder_is_followed(place: Place, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(place.folder, target_is_directory=True)
    target = format_named(place.form).make()
    report = export(place.example.store, tmp_path / "link", target)
    assert {(place.folder / file.path.name).read_bytes() for file in report.files} == {
        file.path.read_bytes() for file in report.files
    }
    assert files_in(place.folder) != place.old


@pytest.mark.parametrize("form", SHAPES)
def test_a_name_that_is_too_long_or_a_file_instead_of_a_folder_is_said(
    example: Example, tmp_path: Path, form: str
) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    for folder in (tmp_path / ("long" * 100), tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(NotExported, match="were not written into") as caught:
            export(example.store, folder, format_named(form).make())
        assert caught.value.do
    assert files_in(tmp_path) == {"file": b"mine", example.store.path.name: example.store.path.read_bytes()}


def test_names_fit_every_file_system(place: Place) -> None:
    names = [*place.old]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert re.fullmatch(r"[A-Za-z0-9][-\w .]*\w", name, re.ASCII)
        assert len(name) < 100


def test_files_that_are_there_are_not_replaced_unasked(place: Place) -> None:
    with pytest.raises(NotExported) as caught:
        place.export(replace=False)
    assert all(name in caught.value.what for name in place.old)
    assert place.as_before()
    for name in place.old:
        (place.folder / name).unlink()
    report = place.export(replace=False)
    assert {file.path.name for file in report.files} == {path.name for path in place.folder.iterdir()}


@pytest.mark.parametrize("place", SHAPES, indirect=True)
def test_a_file_that_appears_meanwhile_is_not_replaced_unasked(place: Place) -> None:
    for name in place.old:
        (place.folder / name).unlink()
    mine: list[Path] = []

    def spoil(written: Written) -> None:
        mine.append(place.folder / written.files[-1].path.name)
        mine[0].write_text("mine", "utf-8")

    with pytest.raises(NotExported):
        place.export(Spoiled(place.form, spoil), replace=False)
    assert files_in(place.folder) == {mine[0].name: b"mine"}
    assert [*place.folder.iterdir()] == mine


def test_an_export_that_is_stopped_at_any_moment_leaves_the_old_files(place: Place) -> None:
    told: list[int] = []
    place_of = {"stop": -1}

    def go_on(_done: int, _of: int) -> None:
        told.append(1)
        if len(told) == place_of["stop"]:
            raise Interrupted

    with TemporaryDirectory() as other:
        export(place.example.store, Path(other), format_named(place.form).make(), go_on=go_on)
    calls = len(told)
    assert calls or place.form in ("qdc", "remarks")
    for moment in moments(calls):
        told.clear()
        place_of["stop"] = moment + 1
        with pytest.raises(Interrupted):
            place.export(go_on=go_on)
        assert place.as_before()


@pytest.mark.parametrize("place", SHAPES, indirect=True)
def test_while_another_export_is_at_work_in_the_folder_none_begins(place: Place) -> None:
    def meanwhile(_written: Written) -> None:
        with pytest.raises(NotExported, match="not finished yet"):
            place.export()

    report = place.export(Spoiled(place.form, meanwhile))
    assert {file.path.name for file in report.files} <= {path.name for path in place.folder.iterdir()}
    assert not [*place.folder.glob(f"{PREFIX}*")]
