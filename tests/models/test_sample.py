"""The sample project contains what a careful coder would record in its article, and is sound."""

from pathlib import Path

from models.checks import check
from models.sample import NAME, PASSAGES, make_sample, place_beside, record_sample, recorded
from models.store import Store


def test_the_sample_holds_every_passage_with_its_values(tmp_path: Path) -> None:
    path = tmp_path / NAME
    make_sample(path)
    record_sample(path)
    with Store.open(path) as store:
        (line,) = store.articles()
        records = store.article_records(line.id)
        assert recorded(records, store.registry()) == set(PASSAGES)
        assert sorted(speaker.name for speaker in store.registry().speakers.values()) == [
            "Ines Calloway",
            "Leila Osei",
            "Saltmere Port Authority",
            "Tom Arkwright",
        ]
        assert list(store.registry().aliases.values()) == []
        assert list(check(store)) == []
        values = sorted(number.value for number in records.numbers.values() if number.value is not None)
    assert values == [0.5, 3.75, 9.5, 12.0, 60.0, 120.0, 1100.0, 2e6, 18.4e6]


def test_words_beside_a_claim_are_the_nearest_outside_of_it() -> None:
    text = "He said. He said that he said so, he said, and he said."
    assert place_beside(text, "said", (17, 32)) == (12, 16)
    assert place_beside(text, "he said", (22, 32)) == (34, 41)
