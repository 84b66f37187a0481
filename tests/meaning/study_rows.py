"""Rows of published figures as they are drawn: who found it, where the mark stands, and for whom."""

import collections
import re

import numpy as np

import toolkit
from tests.meaning.lived import SLUGS, settings

LABEL = re.compile(r"^([▲▼]) (.+?): (.+)$")


def named(short):
    """The findings of that name."""
    return [found for found in toolkit.findings() if found.short == short]


def drawn(picture):
    """(label, series, x, low, high) of every mark in a row that names a study; x in the axis's own unit."""
    for trace in picture["data"]:
        if trace["mode"] != "markers":
            continue
        up = picture["layout"][f"yaxis{trace['yaxis'][1:]}"]
        labels = dict(zip(up.get("tickvals", ()), up.get("ticktext", ()), strict=False))
        error = trace.get("error_x", {})
        for place, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
            label = labels.get(round(y))
            if (
                label
                and LABEL.match(label)
                and np.isfinite(x)
                and not trace["name"].endswith((": the toy", "as set above"))
            ):
                ends = (x - error["arrayminus"][place], x + error["array"][place]) if error else (np.nan, np.nan)
                yield label, trace["name"], float(x), *map(float, ends)


def rows(slug):
    """Those of a lesson as it opens."""
    return list(drawn(next(iter(settings(slug).values())).studies_chart))


def everything():
    """(lesson, label, series, x, low, high) of all; a second mark of one series in a row is told apart by a number."""
    found = [(slug, *row) for slug in SLUGS for row in rows(slug)]
    seen = collections.Counter()
    for slug, label, series, *rest in found:
        seen[slug, label, series] += 1
        number = seen[slug, label, series]
        yield slug, label, series if number == 1 else f"{series} {number}", *rest
