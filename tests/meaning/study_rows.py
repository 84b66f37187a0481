"""Rows of published figures as they are drawn: who found it, where the mark stands, and for whom."""

import collections
import re

import numpy as np

import toolkit
from tests.meaning.lived import SLUGS, settings
from toolkit.lessons.studies import label_of

OWN_NETS = (3, 4)
"""Lessons whose rows are directions, or drawn otherwise."""
LABEL = re.compile(r"^([▲▼◆○]) (.+?): (.+)$")


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
                and not trace["name"].endswith((": the model", "as set above"))
            ):
                ends = (x - error["arrayminus"][place], x + error["array"][place]) if error else (np.nan, np.nan)
                yield label, trace["name"], float(x), *map(float, ends)


def declared():
    """What the lessons' study rows say they are of, by the name of each mark as `everything` has it, in one line:
    "how: finding; arm; outcome; week", or a comparison and its measure."""
    found, seen = {}, collections.Counter()
    for lesson in toolkit.lessons.ALL:
        if lesson.number in OWN_NETS:
            continue
        for panel in lesson.study_panels:
            for row in panel["rows"]:
                if not LABEL.match(label_of(row)):
                    continue
                for figure in row.get("figures", ()):
                    series = lesson.looks.get(figure.get("who", ""), {"label": "published"})
                    name = f"{lesson.slug[:2]} | {label_of(row)} | {series['label']}"
                    seen[name] += 1
                    found[name if seen[name] == 1 else f"{name} {seen[name]}"] = in_a_line(row["finding"], **figure)
    return found


def in_a_line(finding, who="", how="share", arm="", outcome="", week=None, comparison="", measure="", **_):
    """One figure's place in its record."""
    arms = arm if isinstance(arm, str) else " / ".join(arm)
    parts = [comparison, measure] if comparison else [arms, outcome]
    return f"{how}: {'; '.join([finding, *parts])}{f'; week {week:g}' if week is not None else ''}"


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
