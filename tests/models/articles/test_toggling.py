"""Lines become boilerplate, or text again, as the coder says of a draft or of an article."""

from models.articles.draft import Draft
from models.articles.toggling import toggled_draft

TEXT = "The quay is open\n\nSubscribe to the evening letter\nAdvertisement\n\nIt stays open all winter.\n"


def line(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_lines_that_a_range_touches_become_boilerplate_and_text_again() -> None:
    draft = Draft(TEXT, "The quay is open", boilerplate=(line("Advertisement"),))
    (start, _end), (_start, end) = line("evening letter"), line("Adver")
    both = toggled_draft(draft, start, end)
    assert both.boilerplate == (line("Subscribe to the evening letter"), line("Advertisement"))
    assert toggled_draft(both, start, end).boilerplate == ()
    assert toggled_draft(both, *line("Advertisement")).boilerplate == (line("Subscribe to the evening letter"),)
