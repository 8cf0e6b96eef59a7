"""The contents of the exported tables of a small project."""

from pathlib import Path

import pytest

from models.edits import Edit, made
from models.entities import Alias, Article, Claim, Mode, Number, Qualifier, Role, Span
from models.exports.delivery import export
from tests.example import OTHER_TEXT, TEXT, Example, every_statement, place, signed
from tests.models.exports.reading import Row, chosen, read_table

COST = "the wall 🌊 would cost “about 40 million crowns” and take two winters"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for tables that is not there yet."""
    return tmp_path / "out" / "tables"


def test_a_statement_has_its_words_speaker_and_number(example: Example, folder: Path) -> None:
    export(example.store, folder)
    row = read_table(folder, "statements")[0]
    expected: Row = {
        "article_id": example.article.id,
        "title": "Harbour wall will take two winters",
        "outlet": "The Tide",
        "byline": None,
        "published": None,
        "speaker_id": example.mayor.id,
        "speaker_name": "Ida Brekke",
        "speaker_kind": "person",
        "speaker_role": "Mayor",
        "speaker_affiliation": None,
        "claim_id": example.cost.id,
        "claim_words": COST,
        "claim_start": str(place(COST)[0]),
        "claim_end": str(place(COST)[1]),
        "claim_parts": f"{place(COST)[0]}-{place(COST)[1]}",
        "mode": "mixed",
        "summary": None,
        "claim_to_discuss": None,
        "claim_note": None,
        "claim_origin": "by hand",
        "claim_rule": None,
        "number_id": example.millions.id,
        "number_words": "about 40 million crowns",
        "value": "40000000",
        "upper": None,
        "qualifier": "about",
        "unit": None,
        "counted": "crowns",
        "number_to_discuss": None,
        "number_note": "of 2026",
        "number_origin": "by hand",
        "number_rule": None,
        "number_start": str(place("about 40 million")[0]),
        "number_end": str(place("about 40 million crowns")[1]),
        "coder": "AB",
        "made_at": "2026-03-01T09:00:00.000+00:00",
        "changed_at": "2026-03-01T09:00:00.000+00:00",
    }
    assert row == expected


def test_there_is_a_line_for_each_claim_and_for_a_number_without_one(example: Example, folder: Path) -> None:
    export(example.store, folder)
    rows = chosen(read_table(folder, "statements"), "claim_id", "speaker_id", "number_id", "value")
    assert rows == [
        (example.cost.id, example.mayor.id, example.millions.id, "40000000"),
        (example.lost.id, None, None, None),
        (None, None, example.berths.id, "12"),
    ]


def test_a_claim_with_two_numbers_has_two_lines_in_text_order(example: Example, folder: Path) -> None:
    winters = Number(
        article=example.article.id, claim=example.cost.id, value=2.0, qualifier=Qualifier.EXACT, unit="winter"
    )
    start, end = place("two winters", TEXT[110:])
    span = Span(article=example.article.id, role=Role.NUMBER, number=winters.id, start=110 + start, end=110 + end)
    example.store.apply(signed(Edit("Mark number", (made(winters), made(span)))))
    export(example.store, folder)
    rows = [row for row in read_table(folder, "statements") if row["claim_id"] == example.cost.id]
    assert chosen(rows, "number_words", "value", "unit") == [
        ("about 40 million crowns", "40000000", None),
        ("two winters", "2", "winter"),
    ]


def test_the_lines_stand_as_in_the_table_of_the_window(example: Example, folder: Path) -> None:
    _add_records_in_disorder(example)
    export(example.store, folder)
    exported = chosen(read_table(folder, "statements"), "claim_id", "number_id", "claim_words", "number_words")
    shown = every_statement(example.store)
    assert exported == [
        (line.claim and line.claim.id, line.number and line.number.id, line.claim_words, line.number_words)
        for line in shown
    ]


def _add_records_in_disorder(example: Example) -> None:
    """Record in the second article first what stands last, and two things at the same place."""
    article = example.other.id
    rows: list[Claim | Number | Span] = []
    for words in ("on Tuesday", "The ferry", "in May", "The ferry"):
        start, end = place(words, OTHER_TEXT)
        claim, number = Claim(article=article), Number(article=article, value=1.0, qualifier=Qualifier.EXACT)
        rows += (claim, number)
        rows.append(Span(article=article, role=Role.CONTENT, claim=claim.id, start=start, end=end))
        rows.append(Span(article=article, role=Role.NUMBER, number=number.id, start=start, end=end))
    example.store.apply(signed(Edit("Add records", tuple(made(row) for row in rows))))


def test_stretches_of_a_claim_are_joined_and_placed(example: Example, folder: Path) -> None:
    claim = Claim(article=example.article.id, mode=Mode.INDIRECT)
    parts = [place("Harbour wall"), place("two winters")]
    spans = [
        Span(article=claim.article, role=Role.CONTENT, claim=claim.id, position=at, start=start, end=end)
        for at, (start, end) in enumerate(parts)
    ]
    example.store.apply(signed(Edit("Mark claim", (made(claim), *(made(span) for span in spans)))))
    export(example.store, folder)
    (row,) = (row for row in read_table(folder, "claims") if row["claim_id"] == claim.id)
    assert row["claim_words"] == "Harbour wall […] two winters"
    assert row["claim_parts"] == ";".join(f"{start}-{end}" for start, end in parts)
    assert (row["claim_start"], row["claim_end"]) == (str(parts[0][0]), str(parts[1][1]))


def test_a_claim_has_its_cue_its_source_and_the_count_of_its_numbers(example: Example, folder: Path) -> None:
    export(example.store, folder)
    row = read_table(folder, "claims")[0]
    start, end = place("said")
    assert (row["cue_words"], row["cue_parts"]) == ("said", f"{start}-{end}")
    assert row["source_words"] == "Ida Brekke"
    assert (row["numbers"], row["speaker_name"]) == ("1", "Ida Brekke")


def test_an_emoji_before_a_claim_shifts_nothing(example: Example, folder: Path) -> None:
    export(example.store, folder)
    for row in read_table(folder, "statements"):
        for kind in ("claim", "number"):
            if row[f"{kind}_id"]:
                start, end = int(row[f"{kind}_start"] or ""), int(row[f"{kind}_end"] or "")
                assert TEXT[start:end] == row[f"{kind}_words"]


def test_a_number_knows_its_claim_and_speaker_if_it_has_them(example: Example, folder: Path) -> None:
    export(example.store, folder)
    rows = chosen(read_table(folder, "numbers"), "number_id", "claim_id", "claim_words", "speaker_name", "qualifier")
    assert rows == [
        (example.millions.id, example.cost.id, COST, "Ida Brekke", "about"),
        (example.berths.id, None, None, None, "at least"),
    ]


def test_a_speaker_has_aliases_and_counts(example: Example, folder: Path) -> None:
    more = tuple(Alias(speaker=example.mayor.id, name=name) for name in ("the mayor; Ida", '"Ida"', "O’Brekke"))
    example.store.apply(signed(Edit("Set aliases", tuple(made(alias) for alias in more))))
    export(example.store, folder)
    rows = chosen(read_table(folder, "speakers"), "speaker_name", "aliases", "claims", "numbers", "articles")
    assert rows == [
        ("Ida Brekke", 'Ms Brekke; "the mayor; Ida"; """Ida"""; O’Brekke', "1", "1", "1"),
        ("Fishermen's union", None, "0", "0", "0"),
    ]


def test_an_article_has_what_is_known_of_it(example: Example, folder: Path) -> None:
    export(example.store, folder)
    first, second = read_table(folder, "articles")
    assert (first["title"], first["outlet"], first["status"]) == (example.article.title, "The Tide", "open")
    assert (first["claims"], first["numbers"], first["characters"]) == ("2", "2", str(len(TEXT)))
    assert (first["boilerplate"], first["sha256"]) == ("0-19", example.article.content)
    assert (second["claims"], second["boilerplate"], second["file_name"]) == ("0", None, None)


def test_articles_come_in_the_order_of_import(example: Example, folder: Path) -> None:
    later = Article(content=example.article.content, title="A later one")
    example.store.apply(signed(Edit("Import 1 article", (made(later),))))
    export(example.store, folder)
    assert chosen(read_table(folder, "articles"), "article_id") == [
        (example.article.id,),
        (example.other.id,),
        (later.id,),
    ]


def test_a_range_has_both_values_with_points_for_decimals(example: Example, folder: Path) -> None:
    number = Number(article=example.article.id, value=0.25, upper=2.3e9, qualifier=Qualifier.EXACT)
    start, end = place("two winters")
    span = Span(article=number.article, role=Role.NUMBER, number=number.id, start=start, end=end)
    example.store.apply(signed(Edit("Mark number", (made(number), made(span)))))
    export(example.store, folder)
    (row,) = (row for row in read_table(folder, "numbers") if row["number_id"] == number.id)
    assert (row["value"], row["upper"]) == ("0.25", "2300000000")
