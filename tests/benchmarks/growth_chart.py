"""Draw how work grows with a project, as an SVG that can be read on light and on dark pages."""

from collections.abc import Iterator, Mapping
from html import escape
from math import log10

Growth = Mapping[str, Mapping[int, float]]

WIDTH, HEIGHT = 760, 380
LEFT, RIGHT, TOP, BOTTOM = 64, 190, 24, 52
TIMES = (1, 10, 100, 1_000, 10_000)
"""Milliseconds at the lines across."""
COLOURS = ("#2f81f7", "#e0731d", "#2da44e", "#a371f7", "#d1498b", "#9a7b1c")
"""Of the lines, dark enough on white and light enough on black; the words have the colour of the page's own."""
STYLE = """text { font: 13px system-ui, sans-serif; fill: #57606a } .across { stroke: #8b949e; stroke-opacity: .3 }
@media (prefers-color-scheme: dark) { text { fill: #adbac7 } }"""


def chart(growth: Growth) -> str:
    """Return the picture: milliseconds over statements, both in powers of ten, and the sizes of the files below."""
    times = {what: took for what, took in growth.items() if what != "bytes a statement"}
    sizes = sorted({size for took in growth.values() for size in took})
    parts = [*_frame(sizes, growth.get("bytes a statement", {})), *_lines(times, sizes)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="Milliseconds by statements of a project"><style>{STYLE}</style>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _across(size: int, sizes: list[int]) -> float:
    span = log10(sizes[-1]) - log10(sizes[0]) or 1
    return LEFT + (log10(size) - log10(sizes[0])) / span * (WIDTH - LEFT - RIGHT)


def _up(milliseconds: float) -> float:
    span = log10(TIMES[-1]) - log10(TIMES[0])
    share = (log10(max(milliseconds, TIMES[0])) - log10(TIMES[0])) / span
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def _frame(sizes: list[int], files: Mapping[int, float]) -> Iterator[str]:
    for time in TIMES:
        y = _up(time)
        yield f'<line class="across" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        words = f"{time:,} ms" if time < 1_000 else f"{time // 1_000} s"
        yield _text(LEFT - 8, y + 4, words, "end")
    for size in sizes:
        x = _across(size, sizes)
        yield _text(x, HEIGHT - BOTTOM + 20, f"{size:,}", "middle")
        if size in files:
            yield _text(x, HEIGHT - BOTTOM + 38, _megabytes(files[size] * size), "middle")
    yield _text(WIDTH - RIGHT + 56, HEIGHT - BOTTOM + 20, "statements", "start")
    yield _text(WIDTH - RIGHT + 56, HEIGHT - BOTTOM + 38, "size of the file", "start")


def _megabytes(count: float) -> str:
    return f"{count / 1e6:,.0f} MB" if count < 1e9 else f"{count / 1e9:,.1f} GB"


def _lines(times: Growth, sizes: list[int]) -> Iterator[str]:
    """Yield a line for each thing that is done, with its name where it ends; names keep their distance."""
    ends = sorted(times, key=lambda what: -times[what][max(times[what])])
    at = 0.0
    for what in ends:
        took, colour = times[what], COLOURS[list(times).index(what) % len(COLOURS)]
        points = " ".join(f"{_across(size, sizes):.1f},{_up(took[size]):.1f}" for size in sorted(took))
        yield f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{points}"/>'
        for size in sorted(took):
            yield f'<circle cx="{_across(size, sizes):.1f}" cy="{_up(took[size]):.1f}" r="3" fill="{colour}"/>'
        at = max(at + 16, _up(took[max(took)]) + 4)
        yield f'<text x="{WIDTH - RIGHT + 12}" y="{at:.1f}" style="fill: {colour}">{escape(what)}</text>'


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
