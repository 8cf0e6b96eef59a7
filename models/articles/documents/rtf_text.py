"""The paragraphs of a Rich Text file, made of its tokens."""

import re
from dataclasses import replace

from models.articles.documents.left_out import LeftOut
from models.articles.documents.paragraph_builder import Look, ParagraphBuilder
from models.articles.documents.rtf_state import CHARSETS, RtfState, changed
from models.articles.documents.rtf_tokens import Token

CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
SIGNS = {
    **{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"},
    **{"bullet": "•", "tab": "\t", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d"},
    **{"zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f", "~": "\u00a0", "_": "\u2011", "-": "\u00ad"},
    **{r"\{": "{", r"\}": "}", "\\": "\\"},
}
SKIPPED = {
    *("colortbl", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr"),
    *("footerf", "private", "xe", "tc", "rxe", "operator", "comment", "keywords", "subject", "doccomm", "category"),
    *("manager", "company", "creatim", "revtim", "printim", "buptim", "hlinkbase", "nonshppict", "listtable"),
    *("revtbl", "userprops", "filetbl", "sp", "background", "annotation", "atnid", "atnauthor", "footnote"),
}
"""Groups whose words are not part of the text."""

SHOWN = {"shpinst", "shptxt", "shppict"}
"""Groups that old programs pass over, but which contain text."""

COLLECTED = {"fonttbl", "stylesheet", "fldinst", "bkmkstart", "listtext", "pntext", "title", "author"}
"""Groups whose words say something of the text."""

FIELD_LINK = re.compile(r'\bHYPERLINK\s+(\\l\s+)?"([^"]+)"')
HEADING = re.compile(r"(?i)(?:heading|überschrift|titre|kop|título|encabezado|titolo) ?([1-6])")


class RtfText:
    """Reads tokens in their order; the paragraphs of `builder` are the text."""

    def __init__(self) -> None:
        self.builder = ParagraphBuilder()
        self.left_out = LeftOut()
        self.properties: dict[str, str] = {}
        self._states = [RtfState(Look())]
        self._bytes, self._has_high, self._to_skip = bytearray(), False, 0
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, Look] = {}
        self._collected = ""
        self._in_row = self._cell_ended = self._is_continuous = False
        self._begins_group = self._is_unknown = False

    @property
    def _state(self) -> RtfState:
        return self._states[-1]

    def read(self, token: Token) -> None:
        """Read one token."""
        if not token.word:
            self._keep(token)
            return
        if token.word not in ("u", "'"):
            self._to_skip = 0
        self._flush()
        if token.word == "{":
            self._states.append(self._state)
            self._begins_group, self._is_unknown = True, False
        elif token.word == "}":
            self._close()
        elif token.word == "*":
            self._is_unknown = True
        else:
            self._read_word(token.word, token.number)
            self._begins_group = self._is_unknown = False

    def finish(self) -> None:
        """End the text."""
        self._flush()
        self.builder.end_row()

    def _keep(self, token: Token) -> None:
        """Keep bytes until they can be decoded together, without those that repeat a character already read."""
        skipped = min(self._to_skip, len(token.text))
        self._to_skip -= skipped
        self._begins_group = self._is_unknown = False
        if self._state.group not in SKIPPED:
            self._bytes += token.text[skipped:]
            self._has_high = self._has_high or not (token.is_hex or token.text.isascii())

    def _flush(self) -> None:
        """Add the bytes that were kept to the text, decoded."""
        if self._bytes:
            data, has_high = bytes(self._bytes), self._has_high
            self._bytes.clear()
            self._has_high = False
            self._add(self._decoded(data, has_high=has_high))

    def _decoded(self, data: bytes, *, has_high: bool) -> str:
        if has_high:
            # Some programs write UTF-8 where only ASCII is allowed.
            try:
                return data.decode("utf-8")
            except UnicodeDecodeError:
                pass
        font = self._state.font
        return data.decode(self._fonts.get(font, self._codec) if font is not None else self._codec, "replace")

    def _add(self, words: str) -> None:
        state = self._state
        if state.group in COLLECTED:
            self._collected += words
            if state.group == "stylesheet" and ";" in words:
                self._define_style()
        elif state.is_struck:
            self.left_out.struck += bool(words.strip())
        elif state.group not in SKIPPED and not state.is_hidden:
            if self._cell_ended:
                self.builder.begin_cell()
                self._cell_ended = False
            (self.builder.add_raised if state.is_raised else self.builder.add)(words, state.look)

    def _define_style(self) -> None:
        name, look = self._collected.partition(";")[0].strip(), self._state.look
        level = HEADING.match(name)
        self._styles[self._state.style] = replace(
            look,
            level=int(level[1]) if level else 1 if name.lower() == "title" else look.level,
            styles=(name,) if name else (),
        )
        self._collected = ""

    def _close(self) -> None:
        ended = self._state
        if len(self._states) > 1:
            self._states.pop()
        self._begins_group = self._is_unknown = False
        if ended.group in COLLECTED and self._state.group != ended.group:
            words, self._collected = self._collected.strip(), ""
            self._take(ended.group, words)

    def _take(self, group: str, words: str) -> None:
        """Take what a group says of the text: a link, a bookmark, the mark of a list item, a property."""
        if group == "fldinst" and (link := FIELD_LINK.search(words)):
            self.builder.add_link(f"#{link[2]}" if link[1] else link[2])
        elif group == "bkmkstart" and words:
            self.builder.add_anchor(words)
        elif group in ("listtext", "pntext") and words:
            self._states[-1] = replace(self._state, look=replace(self._state.look, is_item=True))
            self._add(f"{words} " if words[0].isalnum() or words[0] == "(" else "• ")
        elif group in ("title", "author") and words:
            self.properties[group] = " ".join(words.split())

    def _read_word(self, word: str, number: int | None) -> None:
        if self._begins_group and word in COLLECTED:
            self._states[-1] = replace(self._state, group=word)
            self._collected = ""
        elif (self._is_unknown and word not in SHOWN) or (self._begins_group and word in SKIPPED):
            self.left_out.notes += word == "footnote" and self._state.group not in SKIPPED
            self._states[-1] = replace(self._state, group="private")
        elif word in SIGNS:
            self._add(SIGNS[word])
        elif word == "u" and number is not None:
            self._add(chr(number % 0x10000))
            self._to_skip = self._state.fallback
        elif self._state.group in COLLECTED or self._state.group in SKIPPED:
            self._read_definition(word, number)
        else:
            self._read_structure(word, number)

    def _read_definition(self, word: str, number: int | None) -> None:
        """Read a word in a table of fonts or styles."""
        if word == "fcharset" and self._state.font is not None:
            self._fonts[self._state.font] = CHARSETS.get(number or 0, self._codec)
        elif word == "s" and self._state.group == "stylesheet":
            self._states[-1] = replace(self._state, style=number or 0)
        else:
            self._states[-1] = changed(self._state, word, number)

    def _read_structure(self, word: str, number: int | None) -> None:
        """Read a word that ends a paragraph, a page or a cell, or changes what applies."""
        match word:
            case "par" | "\r" | "\n":
                self.builder.end_paragraph(keep_blank=not self._in_row)
            case "line":
                self.builder.break_line()
            case "page" | "pagebb":
                self.builder.break_page()
            case "sect":
                self.builder.end_paragraph()
                if not self._is_continuous:
                    self.builder.break_page()
            case "sbknone" | "sectd":
                self._is_continuous = word == "sbknone"
            case "trowd" if not self._in_row:
                self._in_row = self._cell_ended = True
                self.builder.begin_row()
            case "cell" | "row":
                self._end_cell(ends_row=word == "row")
            case "s":
                style = self._styles.get(number or 0, Look())
                self._states[-1] = replace(self._state, look=style)
            case "ansicpg":
                self._codec = _codec(number)
            case _:
                self._codec = CODE_PAGES.get(word, self._codec)
                self._states[-1] = changed(self._state, word, number)

    def _end_cell(self, *, ends_row: bool) -> None:
        if ends_row:
            self.builder.end_row()
            self._in_row = self._cell_ended = False
        elif self._cell_ended:
            self.builder.begin_cell()  # it was empty
        else:
            self._cell_ended = self._in_row


def _codec(code_page: int | None) -> str:
    name = {65001: "utf-8", 10000: "mac_roman", 936: "gb18030"}.get(code_page or 0, f"cp{code_page}")
    try:
        b"".decode(name)
    except LookupError:
        return "cp1252"
    return name
