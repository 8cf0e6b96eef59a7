"""What somebody says in German is read by the words that report it, and by the mood of reported speech."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.attribution.german.reading import reports

READ = [
    ("„Die Brücke bleibt zu“, sagte Ida Brekke am Montag.", ["„Die Brücke bleibt zu“"], "Ida Brekke"),
    ("„Ist die Brücke zu?“ fragte die Bürgermeisterin.", ["„Ist die Brücke zu?“"], "die Bürgermeisterin"),
    ("„Sie bleibt zu“, so Brekke im Hafenblatt.", ["„Sie bleibt zu“"], "Brekke"),
    ("„Sie bleibt zu“, sagte er, „bis Mai.“", ["„Sie bleibt zu“", "„bis Mai.“"], "er"),
    ("Hafenmeister Ola Nord erklärte: „Wir bauen neu.“", ["„Wir bauen neu.“"], "Hafenmeister Ola Nord"),
    ("Nord zur Lage: „Wir bauen bald neu.“", ["„Wir bauen bald neu.“"], "Nord"),
    ("Die Stadt teilte am Freitag mit, dass die Fähre ausfällt.", ["dass die Fähre ausfällt"], "Die Stadt"),
    ("Am Freitag hatte die Stadt mitgeteilt, dass die Fähre ausfällt.", ["dass die Fähre ausfällt"], "die Stadt"),
    ("Ida Brekke, die Bürgermeisterin, sagte der Presse, dass es regne.", ["dass es regne"],
     "Ida Brekke, die Bürgermeisterin"),
    ("Die Reederei behauptet, sie habe nichts gewusst.", ["sie habe nichts gewusst"], "Die Reederei"),
    ("Sie habe nichts gewusst, behauptet die Reederei.", ["Sie habe nichts gewusst"], "die Reederei"),
    ("Das Schiff, das sank, sei neu gewesen, sagte Nord.", ["Das Schiff, das sank, sei neu gewesen"], "Nord"),
    ("Die Gewerkschaft forderte, die Löhne sofort anzuheben.", ["die Löhne sofort anzuheben"], "Die Gewerkschaft"),
    ("Laut Polizei waren 300 Menschen am Hafen.", ["waren 300 Menschen am Hafen"], "Polizei"),
    ("Das Schiff war nach Angaben der Reederei neu.", ["Das Schiff war", "neu"], "der Reederei"),
    ("Nach Polizeiangaben sank das Schiff um neun.", ["sank das Schiff um neun"], "Polizeiangaben"),
    ("Dem Gutachten zufolge war der Motor defekt.", ["war der Motor defekt"], "Dem Gutachten"),
    ("Nach eigenen Angaben hat die Reederei keine Schulden.", ["hat die Reederei keine Schulden"], "die Reederei"),
    ("Das Schiff sank um neun, wie die Reederei mitteilte.", ["Das Schiff sank um neun"], "die Reederei"),
    ("Wie das Hafenblatt berichtet, sank das Schiff.", ["sank das Schiff"], "das Hafenblatt"),
    ("In dem Papier heißt es, der Motor sei defekt.", ["der Motor sei defekt"], "dem Papier"),
    ("Wie es in einem Papier der Stadt heißt, ist der Motor alt.", ["ist der Motor alt"], "einem Papier der Stadt"),
    ("Die Brücke, sagte Hafenmeister Ola Nord, sei alt.", ["Die Brücke", "sei alt"], "Hafenmeister Ola Nord"),
    ("Es gebe, erklärte die Stadt, derzeit keine Fähren.", ["Es gebe", "derzeit keine Fähren"], "die Stadt"),
    ("Die Fähren sollen, so Brekke, im Mai fahren.", ["Die Fähren sollen", "im Mai fahren"], "Brekke"),
    ("„Sie fahren bald“, so Brekke, Chefin der Werft.", ["„Sie fahren bald“"], "Brekke"),
    ("Dass der Motor alt ist, bestätigte Nord am Montag.", ["Dass der Motor alt ist"], "Nord"),
    ("„Das war knapp“, zeigte sich Nord erleichtert.", ["„Das war knapp“"], "Nord"),
    ("Der Motor sei defekt, hieß es.", ["Der Motor sei defekt"], None),
    ("Nord nannte den Plan „völlig verfehlt“.", ["den Plan „völlig verfehlt“"], "Nord"),
    ("Nord sprach von einem schweren Fehler.", ["von einem schweren Fehler"], "Nord"),
    ("Den Plan bezeichnete er als Fehler.", ["als Fehler"], "er"),
    ("Das Eingeständnis der Reederei, der Motor sei alt, hatte Folgen.", ["der Motor sei alt"], "der Reederei"),
    ("Es regnete am Montag. Das bestätigte der Hafenmeister.", ["Es regnete am Montag"], "der Hafenmeister"),
    ("Laut einer am Montag gezeigten Studie der Stadt war der Motor alt.", ["war der Motor alt"],
     "einer am Montag gezeigten Studie der Stadt"),
    ("Nach Schätzungen norwegischer Behörden sank der Frachter.", ["sank der Frachter"], "norwegischer Behörden"),
    ("Die Stadt erklärte, bei den Arbeiten am Kai seien Fehler gemacht worden.",
     ["bei den Arbeiten am Kai seien Fehler gemacht worden"], "Die Stadt"),
    ("Das wird teuer, wie Ola Nord, der Hafenmeister betont.", ["Das wird teuer"], "Ola Nord"),
    ("Die Kritik wies die Stadt zurück: „Wir bauen genug Wohnungen.“", ["„Wir bauen genug Wohnungen.“"], "die Stadt"),
    ("Die Prüfer kamen zu dem Ergebnis, dass der Motor alt war.", ["dass der Motor alt war"], "Die Prüfer"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "contents", "source"), READ)
def test_a_report_has_its_contents_and_its_source(text: str, contents: list[str], source: str | None) -> None:
    (found,) = reports(text)
    assert [text[slice(*part)] for part in found.contents] == contents
    assert (text[slice(*found.source)] if found.source else None) == source


@pytest.mark.parametrize(
    "text",
    [
        "Das Schiff „Nordstern“ liegt im Hafen.",
        "Die Stadt baut eine Brücke, die im Mai fertig sein soll.",
        "Am Montag, dem 3. Mai, kam die Fähre an.",
        "Er teilte das Brot und gab ihr die Hälfte.",
        "Wenn es regnen würde, wäre der Hafen leer.",
        "Die Tat sorgte am Ende für Aufsehen.",
        "Der Film heißt „Am Ende des Hafens“.",
        "Die Stadt wies auf Gefahren hin, die durch Lücken entstehen und den „gläsernen Gast“ schaffen.",
        "Nord sprach sich für eine Brücke von hier aus.",
        "Motto der Feier: „Für einen Hafen ohne Grenzen“.",
        "Es zählt nicht, wie lange jemand im Hafen liegt, sondern wer dafür zahlt.",
        "Die Werft, die sich selbst „Stolz des Nordens“ nennt und seit Mai ruht, bleibt zu.",
        "Laut Verfassung wird alle vier Jahre gewählt.",
        "Der Rest wurde von der Stadt zum Naturschutzgebiet erklärt, um Wege zu bauen.",
    ],
)
def test_sentences_that_report_nothing_have_no_report(text: str) -> None:
    assert reports(text) == []


def test_the_cue_is_the_verb_also_if_its_particle_stands_apart() -> None:
    text = "Die Stadt teilte am Freitag mit, dass die Fähre ausfällt."
    (found,) = reports(text)
    assert found.cue is not None and text[slice(*found.cue)] == "teilte"


def test_sentences_in_the_mood_of_reported_speech_continue_a_report() -> None:
    text = "Nord sagte, der Motor sei alt. Er müsse ersetzt werden. Die Fähren würden bis Mai ausfallen. Es regnete."
    found = reports(text)
    assert [text[slice(*report.contents[0])] for report in found] == [
        "der Motor sei alt",
        "Er müsse ersetzt werden",
        "Die Fähren würden bis Mai ausfallen",
    ]
    assert [report.certain for report in found] == [True, False, False]
    assert {report.source for report in found} == {(0, 4)}


def test_quotations_around_the_words_that_report_one_of_them_are_one_claim() -> None:
    text = "„Der Motor ist alt.“ „Er muss weg“, sagte Nord. „Und zwar bald.“"
    (found,) = reports(text)
    assert [text[slice(*part)] for part in found.contents] == [
        "„Der Motor ist alt.“",
        "„Er muss weg“",
        "„Und zwar bald.“",
    ]


def test_a_quotation_goes_on_in_the_next_paragraph_if_it_was_not_closed() -> None:
    text = "Nord sagte: „Der Motor ist alt.\n„Er muss bald ersetzt werden.“"
    (found,) = reports(text)
    assert len(found.contents) == 2


_PIECES = st.sampled_from(
    ["„", "“", "»", "«", '"', " sagte", " Ida Brekke", ", ", ". ", "\n", "dass ", "es regnet", " sei ", ": ", " – ",
     "laut ", "nach Angaben ", "der Polizei", "er ", "wie ", "teilte ", " mit", " so ", "und ", "zufolge", "(SPD)",
     "Das ", "hieß es ", "nannte ", " von "]
)  # fmt: skip


@given(st.lists(_PIECES | st.text(max_size=3), max_size=30).map("".join))
def test_ranges_are_in_the_text_in_order_and_apart_whatever_the_text(text: str) -> None:
    for report in reports(text):
        bounds = [offset for part in report.contents for offset in part]
        assert bounds and bounds == sorted(bounds) and bounds[0] >= 0 and bounds[-1] <= len(text)
        spans = [*report.contents, *([report.cue] if report.cue else []), *([report.source] if report.source else [])]
        assert all(0 <= start < end <= len(text) for start, end in spans)
