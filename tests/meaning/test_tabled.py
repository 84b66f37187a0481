"""Picture and table are two renderings of one thing: a curve is the column of its name, a number written at a week stands there.

By hand it failed on: the columns of two arms exchanged in a table; a curve drawn of its neighbour's values; who falls ill in a week
no longer counted as followed in it.
"""

import re

import numpy as np
import pytest

from tests.meaning.lived import SLUGS, settings

CALLED = {"your plan: ": "", "expects": "", "+": "with"}
"""What a curve is called otherwise than its column."""
OTHER_TIMES = {"therapy starts in week"}
"""Titles of axes that are weeks and not the table's: what would come of another start."""


def curves(shown):
    """(name, weeks, heights) of every curve drawn over the time of the table."""
    column = shown.table[next(iter(shown.table))]
    for trace in shown.chart["data"]:
        if shown.chart["layout"][f"xaxis{trace['xaxis'][1:]}"]["title"]["text"] in OTHER_TIMES:
            continue
        if trace["mode"].startswith("lines") and "fill" not in trace and len(trace["x"]) > 4 and trace["name"].strip():
            x = np.asarray(trace["x"], float)
            if np.isin(x, column).all() and len(set(x)) == len(x):
                yield trace["name"].strip(), x, np.asarray(trace["y"], float)


def columns_like(shown, weeks, heights):
    """Names of the table's columns that have these values in these weeks."""
    time, *others = shown.table
    at = np.searchsorted(shown.table[time], weeks)
    known = np.isfinite(heights)
    return [
        name
        for name in others
        if shown.table[name].dtype.kind in "if" and np.allclose(shown.table[name][at][known], heights[known], atol=1e-6)
    ]


def of_name(shown, name):
    """The table's columns that are called so: by that name alone, else with more words around it."""
    for here, there in CALLED.items():
        name = name.replace(here, there)
    alone = [column for column in shown.table if re.match(rf"{re.escape(name.strip())}(?: \(|[:,])", column)]
    words = set(re.findall(r"\w+", name))
    return alone or [column for column in shown.table if words <= set(re.findall(r"\w+", column))]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_curve_is_the_column_that_bears_its_name(slug):
    for shown in settings(slug).values():
        for name, weeks, heights in curves(shown):
            if np.ptp(heights[np.isfinite(heights)]) == 0:
                continue  # a yardstick, which stands in no table
            there, meant = columns_like(shown, weeks, heights), of_name(shown, name)
            assert there, f"{shown}: {name!r} is in no column of the table"
            assert not meant or set(meant) & set(there), f"{shown}: {name!r} is drawn as {there}"


@pytest.mark.parametrize("slug", SLUGS)
def test_a_number_written_at_a_week_stands_in_that_weeks_row(slug):
    for shown in settings(slug).values():
        time, *others = shown.table
        for trace in shown.chart["data"]:
            title = shown.chart["layout"][f"xaxis{trace['xaxis'][1:]}"]["title"]["text"]
            if trace["mode"] != "text" or not title.startswith("week"):
                continue
            for week, text in zip(trace["x"], trace["text"], strict=True):
                if re.fullmatch(r"\d[\d,]*", str(text).strip()):
                    row = [shown.table[name][list(shown.table[time]).index(week)] for name in others]
                    assert float(text.replace(",", "")) in row, (
                        f"{shown}: {text} in week {week}, and in the table {row}"
                    )
