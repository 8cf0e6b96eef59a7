"""Find the boilerplate of a pasted page. When in doubt, a line is kept: losing the article is worse than keeping a
menu.

Three rules hold for any text: known phrases, repeated short lines, and a repeated first paragraph. Only if these show
that a whole page was copied does `article_lines` judge every line by its features.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from models.articles.boilerplate_phrases import phrases
from models.articles.bylines import is_by_alone
from models.articles.invitations import is_invitation
from models.articles.page_line import PageLine
from models.text.text_lines import LOOK, Line

REPEATED_WORDS = 8
STANDFIRST_WORDS = 12
PAGE_LINES = 6
"""The fewest lines outside the prose for which a text can be a whole page; fewer are judged one by one."""

TELLING = 2
"""The fewest known lines beside the prose that show that a text is a page."""

MENU_ENTRIES, ENTRY_WORDS = 3, 3
"""The fewest entries of a menu, and the most words of each."""

AGAINST_SHORT, AGAINST_ITEM, AGAINST_KNOWN = 5, 8, 16
"""What a line costs the prose around it, where each word of prose counts one."""

MOST_FOR_PROSE = 60
LEAST_PROSE, ENOUGH_PROSE = 60, 150
"""The fewest words of prose that make an article, and after which it may end."""


def phrase_lines(lines: Sequence[Line]) -> set[int]:
    """Return the lines, by index, that are known phrases or invitations."""
    known = phrases("boilerplate")
    return {index for index, line in enumerate(lines) if known.match(line) or is_invitation(line)}


def prose_lines(lines: Sequence[Line], known: set[int]) -> range | None:
    """Return the lines from the first to the last paragraph of the article; None if there is too little prose."""
    best, first, best_range, total = 0, 0, range(0), 0
    ends = phrases("ends")
    for index, line in enumerate(lines):
        if best >= ENOUGH_PROSE and ends.match(line):
            break
        total += _weight(lines, index, index in known)
        if total <= 0:
            first, total = index + 1, 0
        elif total > best:
            best, best_range = total, range(first, index + 1)
    return best_range if best >= LEAST_PROSE else None


def is_page(lines: Sequence[Line], known: set[int], prose: range) -> bool:
    """Return whether a text is a whole page: there is a lot beside its prose, and some of it is known boilerplate."""
    beside = [index for index in range(len(lines)) if index not in prose]
    return len(beside) >= PAGE_LINES and sum(1 for index in beside if index in known) >= TELLING


def menu_above(lines: Sequence[PageLine], known: set[int]) -> set[int]:
    """Return the entries of menus among the lines above a headline: short lines in a row, of which one is known."""
    found: set[int] = set()
    entries: list[int] = []
    for index in range(len(lines) + 1):
        if index < len(lines) and _may_be_entry(lines[index]):
            entries.append(index)
            continue
        if len(entries) >= MENU_ENTRIES and not known.isdisjoint(entries):
            found.update(entries)
        entries = []
    return found


def _may_be_entry(line: PageLine) -> bool:
    if not 0 < line.words <= ENTRY_WORDS or line.text[-1] in ".!?:":
        return False
    return not line.says_only_when and line.author is None and not is_by_alone(line)


def comments(lines: Sequence[Line], prose: range) -> set[int]:
    """Return the lines after the prose that begin with the heading of readers' comments; they look like prose too."""
    ends = phrases("ends")
    begin = next((index for index in range(prose.stop, len(lines)) if ends.match(lines[index])), len(lines))
    return set(range(begin, len(lines)))


def _weight(lines: Sequence[Line], index: int, known: bool) -> int:
    line = lines[index]
    if known:
        return -AGAINST_KNOWN
    if line.is_prose:
        # A list of other stories looks just like a list in the article, so it decides nothing.
        if line.is_item:
            return 0
        return min(line.words, MOST_FOR_PROSE)
    return -AGAINST_ITEM if line.is_item else -AGAINST_SHORT


def repeated_lines(lines: Sequence[Line]) -> set[int]:
    """Return the short lines, by index, that are repeated word for word, but for "(Applause)" and "Name:"."""
    short = {
        index: line.plain
        for index, line in enumerate(lines)
        if 0 < line.words <= REPEATED_WORDS
        and not line.is_prose
        and line.text[0] not in '([“"'
        and line.text[-1] not in ':.!?”"'
    }
    often = Counter(short.values())
    found = {index for index, plain in short.items() if often[plain] > 1}
    # A text that is mostly refrain (a song, a list, a table) is not a page.
    return found if 2 * sum(lines[index].words for index in found) < sum(line.words for line in lines) else set()


def standfirst_lines(lines: Sequence[Line]) -> set[int]:
    """Return the first paragraph, by index, if the next one repeats it in the same words: it is the standfirst."""
    prose = [index for index, line in enumerate(lines) if line.is_prose][:12]
    for first, second in pairwise(prose):
        beginning = lines[first].plain if len(lines[first].text) < LOOK else "\n"
        if lines[first].words >= STANDFIRST_WORDS and lines[second].plain.startswith(beginning):
            return {first}
    return set()
