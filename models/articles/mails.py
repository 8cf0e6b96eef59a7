"""An article that came by mail: its lines without quote marks, and the lines that belong to the mail itself."""

import re
from collections.abc import Sequence

from models.text.text_lines import Line

HEADER = re.compile(
    r"(?i)(?:from|to|cc|bcc|date|sent|subject|reply-to|von|an|gesendet|datum|betreff|de|à|objet|envoyé|para|asunto"
    r"|enviado|fecha|da|oggetto|inviato|data|van|aan|onderwerp|verzonden) ?: \S"
)
LEAST_HEADERS = 3
FORWARDED = re.compile(
    r"(?i)-{2,} ?(?:forwarded|original|weitergeleitete|ursprüngliche|message transféré|mensaje reenviado).*-{2,}"
    r"|begin forwarded message:|anfang der weitergeleiteten nachricht:|.{5,80}\b(?:wrote|schrieb|a écrit|escribió) ?:"
)
SIGNATURE = re.compile(r"--|_{5,}")
LONGEST_SIGNATURE = 8
QUOTED = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")
MOSTLY = 0.6


def unquoted(text: str) -> str:
    """Return the text without the ">" before each line of a mail that was answered or forwarded."""
    lines = [line for line in text.split("\n") if line.strip()]
    quoted = sum(1 for line in lines if line.lstrip().startswith(">"))
    forwarded = any(FORWARDED.fullmatch(line.strip()) for line in lines)
    if quoted < LEAST_HEADERS or not (forwarded or quoted > MOSTLY * len(lines)):
        return text
    return QUOTED.sub("", text)


def mail_lines(lines: Sequence[Line]) -> set[int]:
    """Return the lines, by index, that are the head of a mail, say that it was forwarded, or sign it."""
    found = {index for index, line in enumerate(lines) if FORWARDED.fullmatch(line.text)}
    run: list[int] = []
    for index, line in enumerate((*lines, None)):
        if line is not None and HEADER.match(line.text):
            run.append(index)
            continue
        found |= set(run) if len(run) >= LEAST_HEADERS else set()
        run = []
    signed = next((index for index, line in enumerate(lines) if found and SIGNATURE.fullmatch(line.text)), len(lines))
    return found | (set(range(signed, len(lines))) if len(lines) - signed <= LONGEST_SIGNATURE else set())
