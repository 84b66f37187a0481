"""Python's side of a living page: runs the notebook's own cells, one after the other, in one namespace."""

import ast
import contextlib
import io
import json
import traceback
import types

import numpy as np
import thin
import traitlets

thin.install()
np.ma = types.SimpleNamespace(
    isMaskedArray=lambda value: False
)  # a hundred kB stay away, of which the median asks this alone

NAMES = {"__name__": "__main__"}


def begin(post, kept=""):
    """Before the first cell: who is told of everything, and what this page has kept of earlier answers ("" for nothing)."""
    thin.post = post
    from toolkit.explore.asked import ASKED, Record

    # What was kept may be damaged, or of another edition: then the lesson begins anew.
    with contextlib.suppress(AttributeError, KeyError, TypeError, ValueError, traitlets.TraitError):
        read = json.loads(kept or "{}")
        records = {prompt: Record(*record) for prompt, record in read["records"].items()}
        ASKED.learner, ASKED.records = read["learner"], records
    ASKED.observe(lambda _: keep(ASKED), names=["records", "learner"])


def keep(asked):
    """Let the page keep what has been answered, for when it is loaded again."""
    post = thin.post
    with contextlib.suppress(TypeError):  # what no file can hold is not kept
        post({"do": "keep", "kept": json.dumps({"records": asked.records, "learner": asked.learner})})


def run(cell, source):
    """Run a cell's source and show what its last line is; what goes wrong is said in its place, and the rest goes on."""
    printed = io.StringIO()
    thin.SHOWN.clear()
    try:
        tree = ast.parse(source)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        with contextlib.redirect_stdout(printed):
            exec(compile(tree, cell, "exec"), NAMES)  # noqa: S102  the notebook's own cell, or the learner's own code
            value = eval(compile(ast.Expression(last.value), cell, "eval"), NAMES) if last else None  # noqa: S307
    except Exception as error:
        thin.post({"do": "failed", "cell": cell, "text": "".join(traceback.format_exception_only(error)).strip()})
        return
    text = printed.getvalue()
    widgets = [one for one in (*thin.SHOWN, value) if isinstance(one, thin.AnyWidget)]
    for widget in widgets:
        widget.open()
    if widgets:
        thin.post({"do": "mount", "cell": cell, "ids": [widget.model_id for widget in widgets]})
    elif isinstance(value, str):
        text += value
    thin.post({"do": "said", "cell": cell, "text": text.strip()})


def hear(id, content):
    """A message of the page to one of the widgets."""
    widget = thin.WIDGETS.get(id)
    if widget:
        widget.hear(content)
