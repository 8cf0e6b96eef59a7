"""Every benchmark by its name, in the order in which they run; some have a limit that must not be exceeded."""

from tests.benchmarks import changing, exporting, holding, listing, opening, recording, saving, starting
from tests.benchmarks.measuring import Benchmark

BENCHMARKS = {
    benchmark.name: benchmark
    for benchmark in (
        Benchmark(
            "start",
            "from the process to the window painted, beside an empty QMainWindow in a process of its own",
            starting.start,
            limit=3.0,
            runs=15,
        ),
        Benchmark(
            "open",
            "100 kB with 1,000 spans: text, marks and table painted, beside a QTextEdit made for the plain text",
            opening.beside_first_display,
            limit=3.0,
        ),
        Benchmark("open-plainest", "the same beside a QPlainTextEdit", opening.beside_plainest_display),
        Benchmark("open-refill", "the same beside a QTextEdit that is there and only filled", opening.beside_refill),
        Benchmark(
            "open-large",
            "the same article in a project of 100,000 statements, beside one of 100",
            opening.in_large_project,
            limit=1.3,
        ),
        Benchmark(
            "open-import",
            "a project, and what Undo takes back, after an import of 20,000 articles, beside one edit later",
            opening.after_import,
            limit=1.3,
        ),
        Benchmark(
            "claim",
            "C in 100 kB with 1,000 spans: committed and both panes painted, beside one commit and both painted",
            recording.claim,
            limit=2.0,
            runs=61,
        ),
        Benchmark("claim-long", "C in 1 MB with 10,000 spans", recording.claim_in_long_article, limit=2.0, runs=61),
        Benchmark(
            "claim-length",
            "C in 1 MB with 10,000 spans, beside C in 100 kB with 1,000",
            recording.claim_long_beside_usual,
            limit=1.2,
            runs=31,
        ),
        Benchmark("undo", "Ctrl+Z of a claim, beside one commit and both panes painted", recording.undo, runs=31),
        Benchmark("saved", "one edit that outlives a power cut, beside one that may not", saving.beside_full, runs=201),
        Benchmark("sentence", "J in 1 MB, beside J in 100 kB", recording.sentence, runs=31),
        Benchmark(
            "complete",
            "a letter of a speaker's name among 5,000, beside both panes painted: a frame",
            recording.completion,
            limit=1.0,
        ),
        Benchmark(
            "cell",
            "a text typed in a cell, beside the commit of such a change and one repaint",
            changing.one_cell,
            limit=2.0,
        ),
        Benchmark(
            "cells-pasted",
            "one text pasted into 1,000 cells, beside the commit of such a change and one repaint",
            changing.pasted,
            limit=2.0,
            runs=7,
        ),
        Benchmark(
            "cells-changed",
            "10,000 records changed together, from the confirmation, beside their commit and one repaint",
            changing.confirmed,
            limit=2.0,
            runs=3,
        ),
        Benchmark(
            "cells-previewed",
            "the preview of a change of 10,000 records, beside its commit and one repaint",
            changing.previewed,
            runs=3,
        ),
        Benchmark(
            "list-keys",
            "the keys of the first page of 100,000 statements, by the slowest sort, beside bare SQL",
            lambda places: listing.first_keys(places, places.sizes.many),
            limit=2.0,
            runs=3,
        ),
        Benchmark(
            "list-keys-most",
            "the same with 1,000,000 statements",
            lambda places: listing.first_keys(places, places.sizes.most),
            limit=2.0,
            runs=3,
        ),
        Benchmark(
            "list",
            "the first page as the window asks for it, with records and words, by the slowest sort and filter",
            lambda places: listing.first_pages(places, places.sizes.many),
            limit=2.0,
            runs=3,
        ),
        Benchmark(
            "list-most",
            "the same with 1,000,000 statements",
            lambda places: listing.first_pages(places, places.sizes.most),
            limit=2.0,
            runs=3,
        ),
        Benchmark("list-whole", "all keys of each unfiltered list of 100,000 statements", listing.whole, runs=3),
        Benchmark(
            "hold-few",
            "the longest hold of the event loop by an action on 1,000 statements, beside 50 ms",
            lambda places: holding.hold(places, places.sizes.some),
            limit=1.0,
            runs=1,
        ),
        Benchmark(
            "hold",
            "the same with 100,000 statements",
            lambda places: holding.hold(places, places.sizes.many),
            limit=1.0,
            runs=1,
        ),
        Benchmark(
            "hold-most",
            "the same with 1,000,000 statements",
            lambda places: holding.hold(places, places.sizes.most),
            limit=1.0,
            runs=1,
        ),
        Benchmark(
            "csv",
            "the five tables of 100,000 statements, beside csv.writer over the same rows in memory",
            exporting.everything,
            limit=4.0,
            runs=5,
        ),
        Benchmark(
            "csv-statements",
            "statements.csv alone, beside csv.writer over the same rows in memory",
            exporting.statements,
            limit=4.0,
            runs=5,
        ),
    )
}
