"""Published figures beside the toy: study rows, which are data in a lesson's file of words, and the one picture of them.

`[[studies]]` is a panel: `title` and `ends` of its axis, `hover` (a template for one figure), `spoken` (how it is written in
words), `none` (a value and its name, drawn as a line of no difference), and `[[studies.rows]]`, each with

    finding, about: what found it, and about what; together its name. `against`: ▼ here, whatever elsewhere. `side`: the mark for
        or against this lesson's claim, where it is not the record's own: ▲, ▼, ◆ mixed, ○ background.
    label: a name instead, where a row is the toy's own or goes on from the row above; {} is what `each` says.
    figures: what was published, each as a StudyFigure takes it, `who` a key of `[looks]` where a row has several.
    toy: the toy's own, as a name on the result (a method with its arguments in a list); {who: …} where a row has several.
        What it gives may be {who: value} itself: then the row is the toy's alone, and drawn as figures are.
    each: a name on the result that gives {words: value}: a row of the toy's own for each.
    said: words where nothing can be drawn; {} is the size of the record's effect.

`[looks.who]` has the `label` of these marks, and `arm` (as that arm of the toy is drawn) or `colour`, `dash` and `symbol`.
"""

import math

from toolkit import explore
from toolkit.evidence import finding
from toolkit.evidence.study_figures import StudyFigure
from toolkit.explore import ARMS, INK, Row, Rows, Style

PUBLISHED_AND_TOY = "Published, and the model as set above. {}."
PERCENT = "{:.3g}\u00a0%"


def study_figures(row):
    """The figures of a row of data, in its order."""
    return [StudyFigure(finding=row["finding"], **figure) for figure in row.get("figures", ())]


def label_of(row):
    """A row's name: ▲, or ▼ for counter-evidence, who found it and what it is about."""
    if "label" in row:
        return row["label"]
    side = row.get("side", "▼" if row.get("against") else "")
    return f"{marked(finding(row['finding']), side)}: {row['about']}"


def marked(found, side=""):
    """A finding's name with its mark: the record's own, or the side that it has in a lesson."""
    return f"{side} {found.short}" if side else found.marked_label


def toys(row, result):
    """What the toy gives in a row's place, {who: value}; nothing where it has none."""
    asked = row.get("toy", {})
    if not isinstance(asked, dict):
        given = ask(result, asked)
        return given if isinstance(given, dict) else {"": given}
    return {who: ask(result, what) for who, what in asked.items()}


def ask(result, what):
    """A figure of the result by its name; a method by its name and arguments."""
    name, *arguments = [what] if isinstance(what, str) else what
    found = getattr(result, name)
    return found(*arguments) if callable(found) else found


def rows_of(row, result):
    """The Row, or Rows, that a row of data stands for."""
    if "each" in row:
        return [Row(row["label"].format(words), toy={"": value}) for words, value in ask(result, row["each"]).items()]
    published, toy = {figure.who: figure.value for figure in study_figures(row)}, toys(row, result)
    if not published and set(toy) - {""}:
        published, toy = {who: (value, math.nan, math.nan) for who, value in toy.items()}, {}
    drawn = any(math.isfinite(value) for value in (*toy.values(), *(value for value, *_ in published.values())))
    said = "" if drawn else row.get("said", "")
    if said and "finding" in row and finding(row["finding"]).effect:
        said = said.format(finding(row["finding"]).effect.value)
    return [Row(label_of(row), published, toy, said)]


def panel_rows(panel, result):
    """The Row objects of a panel of data, top to bottom."""
    return [one for row in panel["rows"] for one in rows_of(row, result)]


def looks_of(looks):
    """{who: Style} from the tables of `[looks]`."""
    return {who: look_of(**look) for who, look in looks.items()}


def look_of(label, arm="", colour=INK, dash="solid", symbol="circle"):
    """The Style of one table of `[looks]`."""
    return ARMS[arm].called(label) if arm else Style(label, colour, dash, symbol)


def draw_studies(panels, looks, result):
    """The picture of panels of study rows, one below the other."""
    shown = [
        Rows(
            panel["title"],
            tuple(panel["ends"]),
            panel_rows(panel, result),
            panel.get("hover", "%{x:.0f} %"),
            tuple(panel["none"]) if "none" in panel else None,
        )
        for panel in panels
    ]
    return explore.compared(*shown, looks=looks_of(looks))


def say_studies(panels, looks, result):
    """Every row in words, with the toy's own where it has one figure; marks go by the names that the legend gives them."""
    names = {who: look["label"] for who, look in looks.items()}
    told = [say_row(row, names, panel.get("spoken", PERCENT)) for panel in panels for row in panel_rows(panel, result)]
    return PUBLISHED_AND_TOY.format("; ".join(told))


def say_row(row, names, written):
    """A row in words; where it has several figures, each with whom it is about."""
    if several := {who: value for who, (value, *_) in row.published.items() if who}:
        told = ", ".join(f"{names[who]} {written.format(value)}" for who, value in several.items())
        return f"{row.label.lstrip('▲▼◆○ ')}: {told}"
    toy = row.toy.get("", math.nan)
    if "" not in row.published:  # a row of the toy's own
        return f"{row.label}: {row.said}" if row.said else f"{row.label} {written.format(toy)}"
    own = f" (the model {written.format(toy)})" if math.isfinite(toy) else ""
    return f"{row.label.lstrip('▲▼◆○ ')} {written.format(row.published[''][0])}{own}"
