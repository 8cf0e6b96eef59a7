"""A codebook with a variable of each of the nine kinds, as a file, and answers to it as they are typed and shown."""

from models.actions.importing_codebook import import_codebook
from models.codebook.codebook import Codebook
from models.codebook.files.toml_form import read_toml
from tests.example import Example
from tests.models.codebook.study import Study

NINE = """
[[variable]]
name = "topic"
label = "Topic"
about = "claim"
kind = "choice"
required = true
definition = "What the claim is about."
instruction = "Take the main topic."

[[variable.choice]]
value = "sea"
label = "Sea"
definition = "Open water."

[[variable.choice]]
value = "storm"
label = "Storm"
parent = "sea"

[[variable.choice]]
value = "wall"
label = "Wall"

[[variable]]
name = "feelings"
label = "Feelings"
about = "claim"
kind = "choices"
open_ended = true

[[variable.choice]]
value = "hope"
label = "Hope"

[[variable.choice]]
value = "fear"
label = "Fear"

[[variable]]
name = "sure"
label = "Sure"
about = "claim"
kind = "yes_no"

[[variable]]
name = "reason"
label = "Reason"
about = "claim"
kind = "long_text"
shown_if = "sure"
shown_for = "yes"

[[variable]]
name = "term"
label = "Term"
about = "claim"
kind = "text"

[[variable]]
name = "score"
label = "Score"
about = "claim"
kind = "whole_number"
offered = "3"

[[variable]]
name = "weight"
label = "Weight"
about = "claim"
kind = "decimal"

[[variable]]
name = "due"
label = "Due"
about = "claim"
kind = "date"

[[variable]]
name = "addressee"
label = "Addressee"
about = "claim"
kind = "speaker"
"""

TYPED = {
    "topic": "storm",
    "feelings": "fear; hope",
    "sure": "yes",
    "reason": "Nobody\nasked",
    "term": "sea wall",
    "score": "1,200",
    "weight": "0.5",
    "due": "23 January 2015",
    "addressee": "Nils Aas",
}
"""What is typed about the claim on what was lost; nothing but the topic "wall" and the score 12 about the other one."""

LABELS: dict[str, str | None] = {
    **{"topic": "Storm", "topic_path": "Sea › Storm", "topic_level_1": "Sea", "topic_level_2": "Storm"},
    **{"feelings": "Hope; Fear", "sure": "yes", "reason": "Nobody\nasked", "term": "sea wall"},
    **{"score": "1200", "weight": "0.5", "due": "2015-01-23", "addressee": "Nils Aas"},
}
"""The cells of an export for these answers."""

CODES: dict[str, str | None] = LABELS | {
    **{"topic": "storm", "topic_path": "sea › storm", "topic_level_1": "sea", "topic_level_2": "storm"},
    "feelings": "hope; fear",
}
"""The same with codes in place of labels."""


def nine_kinds(example: Example) -> Study:
    """Return the example with this codebook and these answers, written in one edit each."""
    study = Study(example, Codebook())
    study.do(import_codebook(study.codebook, read_toml(NINE)))
    about_lost = [(name, example.lost, typed) for name, typed in TYPED.items()]
    study.answer_all([*about_lost, ("topic", example.cost, "Wall"), ("score", example.cost, "12")])
    return study
