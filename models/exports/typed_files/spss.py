"""Write and read files of SPSS (.sav)."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pandas as pd
import pyreadstat

from models.exports.typed_files.packages import Package, Variable, cut_at_bytes, labels
from models.exports.typed_files.typed_columns import Type

FORMATS = {Type.WHOLE: "F12.0", Type.CHOICE: "F8.0", Type.DAY: "SDATE10", Type.MOMENT: "DATETIME24.3"}
NOMINAL = (Type.TEXT, Type.CHOICE)


def _write(frame: pd.DataFrame, path: Path, variables: Sequence[Variable]) -> None:
    pyreadstat.write_sav(
        frame,
        path,
        **labels(variables),
        variable_format={each.name: FORMATS[each.type] for each in variables if each.type in FORMATS},
        variable_measure={each.name: "nominal" if each.type in NOMINAL else "scale" for each in variables},
        row_compress=True,
    )


def _rows(path: Path) -> int:
    """Read the first variable of every row."""
    _empty, about = pyreadstat.read_sav(path, metadataonly=True)
    frame, _about = pyreadstat.read_sav(path, usecols=about.column_names[:1])
    return len(frame)


SPSS = Package(
    name="SPSS",
    ending="sav",
    longest_name=64,
    longest_labelled=64,
    reserved=re.compile("all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with"),
    longest_text=32_767,
    label=partial(cut_at_bytes, 255),
    value_label=partial(cut_at_bytes, 120),
    zero=date(1582, 10, 14),
    units={Type.DAY: timedelta(seconds=1), Type.MOMENT: timedelta(seconds=1)},
    write=_write,
    rows=_rows,
)
