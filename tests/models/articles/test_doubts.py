"""What is doubtful about an article is said: too little text, a page that asks to subscribe, a list."""

import pytest

from models.articles.doubts import DOUBTS
from models.articles.draft import Draft

SENTENCE = "Mayor Ada Holm said on Monday that the quay would stay open all winter, whatever the weather was like."


def doubts(text: str, original: bytes | None = None) -> list[str]:
    draft = Draft(text, text[:20], original=original)
    return [words for doubt in DOUBTS for words in doubt(draft)]


def test_an_article_raises_no_doubts() -> None:
    assert doubts("\n\n".join([SENTENCE] * 5)) == []


def test_a_text_of_a_few_words_is_doubted() -> None:
    (said,) = doubts("The quay is open.")
    assert "4 words" in said


@pytest.mark.parametrize(
    "words", ["Subscribe to continue reading", "Diesen Artikel jetzt weiterlesen", "déjà abonné ?"]
)
def test_a_short_text_with_an_invitation_to_subscribe_is_doubted_and_a_long_one_is_not(words: str) -> None:
    (said,) = doubts(f"{SENTENCE}\n\n{words}")
    assert "subscribe" in said
    assert doubts("\n\n".join([SENTENCE] * 30 + [words])) == []


def test_a_page_that_declares_its_article_locked_is_doubted() -> None:
    markup = b'<html><script>{"isAccessibleForFree": "False"}</script></html>'
    assert len(doubts(SENTENCE, markup)) == 1


def test_a_list_of_headlines_is_doubted() -> None:
    (said,) = doubts("\n".join(f"Harbour wall number {count} is built" for count in range(30)))
    assert "list" in said
