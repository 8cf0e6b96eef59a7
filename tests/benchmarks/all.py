"""Every benchmark by its name, in the order in which they run; some have a limit that must not be exceeded."""

from tests.benchmarks import (
    adding,
    backing_up,
    cells,
    changing,
    coding,
    exporting,
    histories,
    holding,
    listing,
    narrowing,
    opening,
    previewing,
    recording,
    saving,
    searching,
    sessions,
    starting,
    suggesting,
    visiting,
)
from tests.benchmarks.measuring import Benchmark
from tests.benchmarks.places import Places

SIZES = {
    "-short": ("6 kB with 60 spans", Places.short_article),
    "": ("100 kB with 1,000 spans", Places.article),
    "-long": ("1 MB with 10,000 spans", Places.long_article),
}
GESTURES = {
    "claim": ("C", recording.Claiming),
    "undo": ("Ctrl+Z of a claim", recording.Undoing),
    "edit": ("Enter in an edited cell", recording.EditingCell),
    "accept": ("Enter at a suggestion", recording.Accepting),
}
FLOORS = {
    "": (
        "committed and both panes painted, beside one commit and both painted whole",
        recording.beside_commit,
        GESTURES,
    ),
    "-least": (
        "the same beside the least: its edits written by a store alone, and one frame",
        recording.beside_least,
        GESTURES.keys() - {"edit"},  # which paints the table alone
    ),
}
"""What the gestures are beside, each with the gestures that are."""

RECORDED = tuple(
    Benchmark(f"{name}{floor}{size}", f"{key} in {length}: {words}", beside(made, gesture), limit=2.0, runs=15)
    for floor, (words, beside, names) in FLOORS.items()
    for name, (key, gesture) in GESTURES.items()
    if name in names
    for size, (length, made) in SIZES.items()
)
"""What is done with one article, in articles of three sizes."""

HELD = tuple(
    Benchmark(
        f"held{size}",
        f"L held in {length}: 30 presses, each until it is painted, beside the second in which they come",
        sessions.held(made),
        limit=1.0,
        runs=5,
    )
    for size, (length, made) in SIZES.items()
)

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
            "start-most",
            "from the process to an article of 100,000 with 1,000,000 statements painted, beside a project of 10",
            starting.with_project,
            limit=1.5,
            runs=9,
        ),
        Benchmark(
            "open",
            "100 kB with 1,000 spans: text, marks and table painted, beside a QTextEdit made for the plain text",
            opening.beside_first_display(Places.article),
            limit=3.0,
        ),
        Benchmark(
            "open-long",
            "1 MB with 10,000 spans: the same beside a QTextEdit made for the plain text",
            opening.beside_first_display(Places.long_article),
            limit=3.0,
            runs=9,
        ),
        Benchmark(
            "open-long-whole",
            "the same until all of it has been read, for which a key would wait, beside the beginning painted",
            opening.until_all_is_read,
            runs=9,
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
            "open-most",
            "the same article in a project of 1,000,000 statements, beside one that holds only it",
            opening.in_largest_project,
            limit=1.1,
        ),
        Benchmark(
            "open-import",
            "a project, and what Undo takes back, after an import of 20,000 articles, beside one edit later",
            opening.after_import,
            limit=1.3,
        ),
        *RECORDED,
        *HELD,
        Benchmark(
            "session",
            "the last 50 of 500 articles opened and coded in a session, beside the first 50",
            sessions.session,
            limit=1.1,
            runs=1,
        ),
        Benchmark(
            "claim-length",
            "C in 1 MB with 10,000 spans, beside C in 100 kB with 1,000",
            recording.claim_long_beside_usual,
            limit=1.2,
            runs=31,
        ),
        Benchmark(
            "import",
            "2,000 articles added, beside bare executemany of the same rows with their hashes",
            adding.articles,
            limit=2.5,
            runs=5,
        ),
        Benchmark(
            "backup",
            "a backup of 100,000 statements, copied beside others, checked and on disk, beside VACUUM INTO alone",
            backing_up.beside_vacuum,
            limit=1.2,
            runs=5,
        ),
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
        Benchmark(
            "list-shown",
            "the first page by the slowest sort, condition or group, beside bare SQL with its index; both painted",
            lambda places: narrowing.first_pages(places, places.sizes.many),
            limit=2.0,
            runs=1,
        ),
        Benchmark(
            "list-shown-most",
            "the same with 1,000,000 statements",
            lambda places: narrowing.first_pages(places, places.sizes.most),
            limit=2.0,
            runs=1,
        ),
        Benchmark("list-whole", "all keys of each unfiltered list of 100,000 statements", listing.whole, runs=3),
        Benchmark(
            "history",
            "the first page of the history of 1,000,000 statements by the slowest filter, beside bare SQL",
            lambda places: histories.first_pages(places, places.sizes.most),
            limit=2.0,
            runs=3,
        ),
        Benchmark(
            "search",
            "the texts of all articles with 100,000 statements searched, beside each read and looked through as it is",
            lambda places: searching.every_text(places, places.sizes.many),
            runs=3,
        ),
        Benchmark(
            "list-coded",
            "lists of 100,000 statements with ten variables and 200 choices, beside the same without, by all sorts",
            lambda places: coding.lists(places, places.sizes.many),
            limit=1.3,
            runs=1,
        ),
        Benchmark(
            "list-coded-most",
            "the same with 1,000,000 statements",
            lambda places: coding.lists(places, places.sizes.most),
            limit=1.3,
            runs=1,
        ),
        Benchmark(
            "list-answers",
            "100,000 statements sorted by a variable, beside the same sorted by an attribute",
            lambda places: coding.sorted_by_answers(places, places.sizes.many),
            runs=1,
        ),
        Benchmark(
            "memory-most",
            "the megabytes that a window needs more with every view of 1,000,000 statements visited, beside 150",
            lambda places: visiting.memory(places, places.sizes.most),
            limit=1.0,
            runs=1,
        ),
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
            "hold-preview",
            "the longest hold of the event loop by the preview of an import of 2,000 articles, beside 50 ms",
            previewing.hold,
            limit=1.0,
            runs=1,
        ),
        Benchmark("copy", "100,000 statements copied, beside csv.writer over the same rows", cells.copy, runs=3),
        Benchmark("fill", "20,000 cells filled with a text, beside one cell", cells.fill, runs=3),
        Benchmark(
            "hold-cells",
            "the longest hold of the event loop by copying 100,000 statements or filling 20,000 cells, beside 50 ms",
            cells.hold,
            limit=1.0,
            runs=1,
        ),
        Benchmark(
            "suggest",
            "claims and numbers of 6 kB found, beside all its words found a hundred times by a regular expression",
            suggesting.beside_words,
        ),
        Benchmark(
            "suggest-length",
            "claims and numbers of 1 MB found, beside ten times those of 100 kB",
            suggesting.long_beside_usual,
            limit=1.3,
            runs=3,
        ),
        Benchmark(
            "csv",
            "all tables of 100,000 statements, beside csv.writer over the same rows in memory",
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
        Benchmark(
            "csv-memory",
            "the megabytes that all tables of 1,000,000 statements need beside those of the open project, beside 60",
            exporting.memory,
            limit=1.0,
            runs=1,
        ),
    )
}
