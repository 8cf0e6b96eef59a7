"""The bar over the statements says how many claims and numbers there are, and not how many lines."""

from gui.project.project import Project
from gui.tables import StatementsPanel
from models.actions import claims, numbers
from tests.example import Example, place
from tests.waiting import let_read


def test_the_bar_counts_claims_and_numbers(panel: StatementsPanel, project: Project, example: Example) -> None:
    assert panel.bar.count.text() == "2 claims · 2 numbers"
    assert project.records
    project.do(numbers.mark_number(project.records, *place("40 million")))
    project.do(numbers.mark_number(project.records, *place("nearly 300 metres")))
    assert panel.bar.count.text() == "2 claims · 4 numbers"
    panel.show_all(True)
    let_read(project)
    assert panel.bar.count.text() == "2 claims · 4 numbers"
    panel.show_all(False)
    for claim in list(project.records.claims.values()):
        project.do(claims.delete_claim(project.records, claim))
    assert panel.bar.count.text() == "1 number"


def test_a_long_count_makes_no_pane_wider(panel: StatementsPanel) -> None:
    before = panel.minimumSizeHint()
    panel.bar.say("1,000,000 claims · 1,000,000 numbers · 1,000,000 suggested")
    assert panel.minimumSizeHint() == before
