"""The line of an article in the list follows each edit as the file would tell it."""

import pytest

from tests.example import Example, signed
from tests.models.test_every_action import USES, Use


@pytest.mark.parametrize("use", USES)
def test_a_line_follows_every_action_and_its_undo(example: Example, use: Use) -> None:
    edit = signed(use(example))
    for done in (edit, signed(edit.inverse)):
        before = example.store.articles()
        example.store.apply(done)
        after = {line.id: line for line in example.store.articles()}
        kept = [line for line in before if line.id in after]
        assert [line.after(done.changes) for line in kept] == [after[line.id] for line in kept]
