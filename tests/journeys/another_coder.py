"""A second process that works on a project which a window has open, and what a coder may do next there.

`python -m tests.journeys.another_coder PROJECT SEED` makes as many edits as each line of standard input says, each of
the project as it is then, and answers with how many were written.
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path

from models.actions.claims import delete_claim, mark_claim, set_boundaries
from models.actions.numbers import delete_number, mark_number
from models.actions.speakers import add_speaker, merge_speakers
from models.edits import Edit
from models.errors import OnrecordError
from models.records import ArticleRecords
from models.registry import Registry
from models.store import Store
from tests.example import AT, put

CODER = "CD"


def next_edit(chance: random.Random, records: ArticleRecords, registry: Registry) -> Edit:
    """Make an edit of an article or of the speakers. Raises OnrecordError or ValueError where it cannot be made."""
    start = chance.randrange(len(records.text) - 30)
    claims, numbers = sorted(records.claims.values(), key=str), sorted(records.numbers.values(), key=str)
    speakers = sorted(registry.speakers.values(), key=str)
    name = f"Speaker {chance.randrange(10**9)}"
    verbs: list[Callable[[], Edit]] = [
        lambda: mark_claim(records, start, start + chance.randint(5, 30)),
        lambda: mark_number(records, start, start + chance.randint(3, 10)),
        lambda: put(chance.choice(claims), "summary", name),
        lambda: put(chance.choice(claims), "speaker", chance.choice(speakers), registry),
        lambda: put(chance.choice(numbers), "counted", name),
        lambda: put(chance.choice(speakers), "name", name),
        lambda: put(records.article, "note", name),
        lambda: add_speaker(registry, name),
        lambda: delete_claim(records, chance.choice(claims)),
        lambda: delete_number(records, chance.choice(numbers)),
        lambda: set_boundaries(records, records.contents(chance.choice(claims).id)[0], start, start + 20),
    ]
    return chance.choice(verbs)()


def next_merge(chance: random.Random, store: Store, registry: Registry) -> Edit:
    """Merge one speaker with another."""
    one, other = chance.sample(sorted(registry.speakers.values(), key=str), 2)
    write = store.long_write()
    try:
        return merge_speakers(registry, [one], other, [*write.claims_of(one.id), *write.answers_naming(one.id)])
    finally:
        store.end_long_write(write)


def work(store: Store, chance: random.Random, count: int) -> int:
    """Make some edits, each of the project as it is then; return how many were written."""
    written = 0
    for _turn in range(count):
        (article, *_others) = store.articles()
        registry = store.registry()
        try:
            if chance.random() < 0.1:
                edit = next_merge(chance, store, registry)
            elif chance.random() < 0.15 and (line := store.undoable(CODER)):
                edit = store.edit(line).inverse
            else:
                edit = next_edit(chance, store.article_records(article.id), registry)
            written += store.apply(edit.stamped(CODER, AT)) is not None
        except (OnrecordError, ValueError, IndexError):
            continue
    return written


def main() -> None:
    """Work when asked to, until standard input ends."""
    with Store.open(Path(sys.argv[1])) as store:
        chance = random.Random(int(sys.argv[2]))
        for line in sys.stdin:
            print(work(store, chance, int(line)), flush=True)


if __name__ == "__main__":
    main()
