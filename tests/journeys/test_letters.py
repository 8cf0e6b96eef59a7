"""Whatever characters an article has, exactly the selected code points are stored, read again and exported."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from models.text.normalising import normalise
from tests.journeys.desk import Desk
from tests.journeys.sight import claims_shown, marked
from tests.journeys.tables import export_tables

MORE = "And so it goes on. " * 9
PAGE = """Hafen — الميناء 🎉 e\u0301te\u0301

The master\u00a0🚢 of the port spoke first, 👩‍👩‍👧 and then nobody.

{claim}

And here the page goes on for one more line, with\u00a0a no-break space.
"""
CLAIMS = {
    "an emoji of several parts": "She said 👩‍👩‍👧‍👦 40 boats 🏴\U000e0067\U000e0062\U000e007f had come home.",
    "letters with marks": "Il a dit\u202f: e\u0301te\u0301, Å\u030a, n\u0303o \u0301et 12\u00a0000 gens.",
    "right to left": "قال الوزير إن 700 كيلومتر مربع قد استعيدت\u200f (2015) تماماً.",
    "both ways": "He said \u202bשלום עולם\u202c and left at 5\u00a0o'clock.",
    "spaces of many widths": "He said\u00a0that\u2009the\u3000wall\u00a0is\u2060firm\u00ad.",
    "beyond the first plane": "𝒲e 𐍈 said 𠀋𠀌 that 2,000\u00a0𝟚 were found.",
}


@pytest.mark.parametrize("words", CLAIMS.values(), ids=CLAIMS)
def test_what_is_selected_is_stored_reopened_and_exported_to_the_letter(desk: Desk, tmp_path: Path, words: str) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(PAGE.format(claim=words).encode())
    desk.open(page)
    assert desk.records.text == PAGE.format(claim=words)
    start = desk.records.text.index(words)
    desk.text.setFocus()
    desk.text.select(start, start + len(words))
    desk.press(Qt.Key.Key_C)
    desk.type("the master 🚢 é")
    desk.press(Qt.Key.Key_Return)
    (claim,) = desk.records.claims
    assert words in marked(desk, claim)
    assert desk.records.words(claim) == words

    project = desk.project.store.path
    desk.window.project_file.open_path(project)
    desk.wait_for_article()
    assert desk.records.words(claim) == words
    assert words in marked(desk, claim)
    assert claims_shown(desk) == [" ".join(words.split())]
    row = exported(project, tmp_path / "tables")
    assert (row["claim_words"], row["speaker_name"]) == (words, "the master 🚢 é")
    assert (int(row["claim_start"]), int(row["claim_end"])) == (start, start + len(words))


def exported(project: Path, folder: Path) -> dict[str, str]:
    """Return the one row of the exported statements."""
    folder.mkdir()
    export_tables(project, folder)
    with (folder / "statements.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    return row


def test_line_ends_of_every_kind_become_one_and_nothing_behind_them_is_shifted(desk: Desk, tmp_path: Path) -> None:
    raw = "A title\r\n\r\nOne\u2028two\u2029three said\u00a0so.\rFour 🎉 was\x00 last.\r\n" + MORE
    page = tmp_path / "ends.txt"
    page.write_bytes(raw.encode())
    desk.open(page)
    assert desk.records.text == normalise(raw) == "A title\n\nOne\ntwo\nthree said\u00a0so.\nFour 🎉 was last.\n" + MORE
    desk.text.setFocus()
    for words in ("three said\u00a0so.", "Four 🎉 was last."):
        start = desk.records.text.index(words)
        desk.text.select(start, start + len(words))
        desk.press(Qt.Key.Key_C)
        desk.press(Qt.Key.Key_Escape)
        desk.press(Qt.Key.Key_Escape)
        assert desk.records.words(max(desk.records.claims)) == words
    desk.window.project_file.open_path(desk.project.store.path)
    desk.wait_for_article()
    assert [marked(desk, claim) for claim in sorted(desk.records.claims)] == [
        ["three said\u00a0so."],
        ["Four 🎉 was last."],
    ]
