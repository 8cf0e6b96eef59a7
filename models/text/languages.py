"""The language of a text, recognised by its small words or by a script that only one language uses."""

import re
from collections import Counter
from functools import cache

from models.text.text_lines import WORDS
from resources import words

SAMPLE = 20_000
"""Code points of a text that are examined."""

LEAST, SHARE, LEAD = 8, 0.1, 2.0
"""The fewest small words, their least share of all words, and how far they must exceed those of the next language."""

SCRIPTS = {
    "ja": "[\u3040-\u30ff]",
    "ko": "[\uac00-\ud7a3]",
    "th": "[\u0e00-\u0e7f]",
    "el": "[\u0370-\u03ff]",
    "he": "[\u05d0-\u05ea]",
    "zh": "[\u4e00-\u9fff]",
}
"""Characters that show a language if a tenth of the text is in them; Chinese last: Japanese has its characters too."""


def language_of(text: str) -> str | None:
    """Return the language as a code of ISO 639-1, or None if the text does not show it clearly."""
    sample = text[:SAMPLE]
    for language, script in SCRIPTS.items():
        if len(re.findall(script, sample)) > 0.1 * len(sample):
            return language
    counted = Counter(word.casefold() for word in WORDS.findall(sample))
    found = sorted(
        ((sum(counted[word] for word in small), language) for language, small in _small_words()), reverse=True
    )
    (best, language), (second, _) = found[:2]
    return language if best >= LEAST and best >= SHARE * counted.total() and best >= LEAD * second else None


@cache
def _small_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the languages with their small words."""
    columns = (line.partition(":") for line in words("languages"))
    return tuple((language.strip(), frozenset(small.split())) for language, _, small in columns)
