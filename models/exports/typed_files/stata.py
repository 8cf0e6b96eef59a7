"""Write and read files of Stata 14 and later (.dta)."""

import re
import struct
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pandas as pd
import pyreadstat

from models.exports.typed_files.packages import Package, Variable, cut_at_bytes, cut_at_characters, labels
from models.exports.typed_files.typed_columns import Type

FORMATS = {Type.DAY: "%tdCCYY-NN-DD", Type.MOMENT: "%tcCCYY-NN-DD_HH:MM:SS.sss"}

SOME = 20_000
"""The rows that are in memory while a file is read back."""


def _write(frame: pd.DataFrame, path: Path, variables: Sequence[Variable]) -> None:
    pyreadstat.write_dta(
        frame,
        path,
        version=14,
        **labels(variables),
        variable_format={each.name: FORMATS[each.type] for each in variables if each.type in FORMATS},
    )


def _rows(path: Path) -> int:
    """Read all labels and values, by another library than wrote them. Raises ValueError if they cannot be read."""
    try:
        with pd.read_stata(path, chunksize=SOME, convert_categoricals=False, convert_dates=False) as chunks:
            chunks.value_labels()
            return sum(map(len, chunks))
    except (struct.error, LookupError) as error:
        raise ValueError(str(error)) from error


STATA = Package(
    name="Stata",
    ending="dta",
    longest_name=32,
    longest_labelled=28,  # the set of labels has the same name with a number after it, and 32 characters too
    reserved=re.compile(r"byte|double|float|if|in|int|long|str\d+|strl|using|with"),
    longest_text=2_000_000_000,
    label=partial(cut_at_characters, 80),
    value_label=partial(cut_at_bytes, 32_000),
    zero=date(1960, 1, 1),
    units={Type.DAY: timedelta(days=1), Type.MOMENT: timedelta(milliseconds=1)},
    write=_write,
    rows=_rows,
)
