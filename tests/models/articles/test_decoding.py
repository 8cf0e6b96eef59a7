"""Bytes are decoded correctly, or a warning says that the encoding is a guess; they are never silently wrong."""

import html
import json
from pathlib import Path

import pytest

from models.articles.decoding import Decoded, decode, decode_as

ENGLISH = "“We can’t wait,” she said – not for £5, not for €6 … Café Zoë in Köln agreed."
GERMAN = "Die Bürger müssen für die Straße zahlen, sagte der Bürgermeister. Das Geld wäre schön übrig, hieß es später."
POLISH = (
    "Rząd zapowiedział, że w przyszłym roku wzrosną płace. Związki są sceptyczne, bo żądają więcej, i ogłosiły strajk. "
    * 4
)
FRENCH = (
    "Le président a déclaré que l'été serait très sec, après une année déjà difficile. Où est-il allé ? À Besançon.\n"
)
DUTCH = "Eén partij is er één te veel, zei ze. Het is één voor twaalf: niet één lid is geïnteresseerd. Één ding telt.\n"
RUSSIAN = (
    "Правительство сообщило, что цены выросли на пять процентов. Министр отказался отвечать на вопросы журналистов. "
    * 4
)
JAPANESE = "政府は昨日、新しい計画を発表した。首相は「これは大きな一歩だ」と述べた。野党は反対している。" * 4


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, GERMAN, "plain", "😀 " + ENGLISH])
def test_unicode_in_every_form_is_read_without_a_guess(codec: str, text: str) -> None:
    decoded = decode(text.encode(codec))
    assert decoded and (decoded.text, decoded.warning) == (text, None)


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (ENGLISH, "cp1252", "windows-1252"),
        (GERMAN, "iso8859_1", "windows-1252"),
        (ENGLISH.replace("€", "").replace("…", "."), "mac_roman", "macintosh"),
        (FRENCH, "cp1252", "windows-1252"),
        (DUTCH, "cp1252", "windows-1252"),
        (GERMAN, "cp437", "cp437"),
        (GERMAN, "cp850", "cp437"),
        ("It cost £5 million, and the café closed.\n", "cp437", "cp437"),
        (POLISH, "cp1250", "windows-1250"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8_r", "koi8-r"),
        (JAPANESE, "cp932", "shift_jis"),
        (JAPANESE, "euc_jp", "euc-jp"),
    ],
)
def test_what_does_not_say_how_it_is_written_is_guessed_and_the_guess_is_shown(
    text: str, codec: str, name: str
) -> None:
    decoded = decode(text.encode(codec))
    assert decoded and (decoded.text, decoded.encoding) == (text, name)
    assert decoded.warning and name in decoded.warning and "guess" in decoded.warning


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (ENGLISH, "cp1252", "iso-8859-1"),
        (ENGLISH, "cp1252", "windows-1252"),
        (POLISH, "iso8859_2", "ISO-8859-2"),
        (JAPANESE, "cp932", "Shift_JIS"),
        ("新华社北京电。国务院总理说，今年的形势很好。", "gb18030", "gb2312"),
    ],
)
def test_a_page_is_read_as_it_declares_itself(text: str, codec: str, declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><p>{text}</p></html>'
    decoded = decode(page.encode(codec))
    assert decoded and (decoded.text, decoded.warning) == (page, None)


@pytest.mark.parametrize(
    ("text", "codec", "lie"),
    [
        (ENGLISH, "utf-8", "iso-8859-1"),
        (JAPANESE, "cp932", "iso-8859-1"),
        (JAPANESE, "cp932", "utf-8"),
        (ENGLISH, "cp1252", "utf-8"),
        (POLISH, "cp1250", "no-such-thing"),
        (GERMAN, "cp1252", "rot13"),
        (GERMAN, "cp1252", "utf-16"),
        (GERMAN, "cp1252", "unicode_escape"),
        (RUSSIAN, "cp1251", "iso-8859-1"),
        (POLISH, "cp1250", "windows-1252"),
    ],
)
def test_a_page_that_lies_about_itself_is_read_right_all_the_same(text: str, codec: str, lie: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={lie}"><p>{text}</p>'
    decoded = decode(page.encode(codec))
    assert decoded and decoded.text == page


def test_japanese_by_escapes_does_not_pass_for_plain_letters() -> None:
    decoded = decode(JAPANESE.encode("iso2022_jp"))
    assert decoded and decoded.text == JAPANESE


def test_a_letter_cut_at_the_end_is_shown_and_counted() -> None:
    decoded = decode((RUSSIAN + "Я").encode()[:-1])
    assert decoded and decoded.text == RUSSIAN + "\ufffd"
    assert decoded.warning and decoded.warning.startswith("1 place")


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ((ENGLISH * 2).encode() + b" The\x92end.", "The\ufffdend."),
        (ENGLISH.encode() + b"\x85" + RUSSIAN.encode(), "agreed.\ufffd"),
        (b'<meta charset="iso-8859-1">' + (ENGLISH * 2).encode() + b"\xa0.", "agreed.\ufffd."),
        ("It cost £5 million. “".encode()[:-1], "£5 million. \ufffd"),
    ],
)
def test_a_stray_byte_turns_no_other_letter_into_another_alphabet(data: bytes, shown: str) -> None:
    decoded = decode(data)
    assert decoded and decoded.encoding == "utf-8" and shown in decoded.text
    assert decoded.warning and decoded.warning.startswith("1 place")


def test_an_emoji_written_in_two_halves_is_one_letter() -> None:
    halves = "\ud83d\ude00".encode("utf-8", "surrogatepass")
    decoded = decode(ENGLISH.encode() + halves)
    assert decoded and (decoded.text, decoded.warning) == (ENGLISH + "😀", None)


def test_saved_pages_of_others_are_read_with_all_their_sentences(shared: Path) -> None:
    folder = shared / "data" / "encodings"
    for page in json.loads((folder / "manifest.json").read_text(encoding="utf-8")):
        data = (folder / page["file"]).read_bytes()
        decoded = decode(data)
        assert decoded, page["file"]
        if true := page.get("true"):
            # Pages mean Microsoft's letters when they say Shift-JIS.
            assert decoded.text == data.decode("cp932" if true == "shift_jis" else true), page["file"]
        text = html.unescape(decoded.text).replace("\u00a0", " ")
        assert [said for said in page.get("with", ()) if said not in text] == [], page["file"]


def test_the_coder_can_choose_the_encoding() -> None:
    greek = "Η κυβέρνηση".encode("iso8859-7")
    assert decode_as(greek, "iso-8859-7") == Decoded("Η κυβέρνηση", "iso-8859-7")
    wrong = decode_as(greek, "utf-8")
    assert wrong and wrong.warning and "\ufffd" in wrong.text
    assert decode_as(greek, "no such encoding") is None
