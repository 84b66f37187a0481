"""What stands in for anywidget and ipywidgets on a living page bears what an explorer asks of them; no browser needed."""

import json
import subprocess
import sys

import toolkit
from tests.browser.lab import ROOT

PLAYED = """
import json
import thin
thin.install()
import toolkit
explorer, told = toolkit.lessons.lesson(3).explorer(), []
explorer.open()
thin.post = told.append
explorer.apply("PRESET")
print(json.dumps([explorer.sentence, [sorted(message["state"]) for message in told if message["do"] == "update"]]))
"""


def test_an_explorer_opens_and_a_preset_is_told_in_as_few_messages_as_in_a_notebook():
    same = toolkit.lessons.lesson(3).explorer()
    last = list(same.presets)[-1]
    command = [sys.executable, "-c", PLAYED.replace("PRESET", last)]
    path = {"PYTHONPATH": f"{ROOT / 'publish' / 'live'}:{ROOT}"}
    answer = subprocess.run(command, capture_output=True, text=True, env=path, cwd=ROOT)
    assert answer.returncode == 0, answer.stderr
    sentence, updates = json.loads(answer.stdout)
    same.apply(last)
    assert sentence == same.sentence
    # what changes together comes together
    assert len([names for names in updates if {"numbers", "status"} & set(names)]) == 1, updates


def test_a_widget_that_an_open_one_holds_later_is_made_known_first():
    """By hand it failed on: the page told of a widget that it does not know."""
    played = """
import json, thin, traitlets
class Held(thin.AnyWidget):
    _esm = ""
class Holder(thin.AnyWidget):
    _esm = ""
    inner = traitlets.Instance(thin.AnyWidget, allow_none=True).tag(sync=True)
holder, told = Holder(), []
holder.open()
thin.post = lambda message: told.append([message["do"], message["id"]])
holder.inner = Held()
print(json.dumps([told, holder.model_id, holder.inner.model_id]))
"""
    path = {"PYTHONPATH": str(ROOT / "publish" / "live")}
    answer = subprocess.run([sys.executable, "-c", played], capture_output=True, text=True, env=path, cwd=ROOT)
    assert answer.returncode == 0, answer.stderr
    told, holder, held = json.loads(answer.stdout)
    assert told == [["open", held], ["update", holder]]


TOLD = """
import json, sys, thin, traitlets
thin.install()
import anywidget, ipywidgets, IPython.display, fastjsonschema
class Held(anywidget.AnyWidget):
    _esm = "own"
    one = traitlets.Int(1).tag(sync=True)
    two = traitlets.Int(2).tag(sync=True)
    inside = traitlets.Int(3)
class Kind(Held):
    other = traitlets.Instance(Held, allow_none=True).tag(sync=True, **ipywidgets.widget_serialization)
told, found = [], {}
thin.post = told.append
def act(name):
    def take(do):
        told.clear()
        do()
        found[name] = [dict(message) for message in told]
    return take
first, second = Held(), Kind(one=5)
ids = [first.model_id, second.model_id]
@act("closed")
def _(): first.one = 7
@act("opened")
def _(): second.open(), second.open()
@act("changed")
def _(): second.two = 9
@act("inner")
def _(): second.inside = 4
@act("same")
def _(): second.two = 9
@act("held")
def _():
    with second.hold_sync():
        with second.hold_sync():
            second.two = 1
        second.one = 1
        found["meanwhile"] = len(told)
        second.one = 3
@act("fails")
def _():
    try:
        with second.hold_sync():
            second.one = 8
            raise KeyError
    except KeyError:
        pass
    second.two = 10
@act("holder")
def _(): second.other = first
@act("sent")
def _(): second.send({"say": 1}), second.send({"say": 2}, [b"x"])
heard = []
second.on_msg(lambda *given: heard.append(["first", given[0] is second, *given[1:]]))
second.on_msg(lambda *given: heard.append(["next", given[0] is second, *given[1:]]))
second.hear({"press": 1})
try:
    ipywidgets.IntSlider(3)
except RuntimeError as error:
    wrong = str(error)
IPython.display.display(first, second)
found["sent"] = [dict(message, buffers=len(message["buffers"])) for message in found["sent"]]
shown = [one.model_id for one in thin.SHOWN]
known = [thin.WIDGETS[id] is one for id, one in zip(ids, (first, second))]
records = fastjsonschema.compile({})(["records"])
kind = issubclass(anywidget.AnyWidget, ipywidgets.Widget)
print(json.dumps([ids, found, heard, wrong, shown, known, records, kind, second.other is first]))
"""


def test_a_page_is_told_of_what_changes_once_and_in_time_and_of_nothing_else():
    """By hand it failed on: the first who hears put out by the next; a hold in a hold that ends both; told before it is open."""
    path = {"PYTHONPATH": str(ROOT / "publish" / "live")}
    answer = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, text=True, env=path, cwd=ROOT)
    assert answer.returncode == 0, answer.stderr
    (first, second), found, heard, wrong, shown, known, records, are_widgets, has = json.loads(answer.stdout)

    def update(**state):
        return {"do": "update", "id": second, "state": state}

    assert first != second
    assert found["closed"] == found["inner"] == found["same"] == []
    state = {"one": 5, "two": 2, "other": None}
    # its script is of the class that has one
    assert found["opened"] == [{"do": "open", "id": second, "kind": "Held", "state": state}]
    assert found["changed"] == [update(two=9)]
    assert found["meanwhile"] == 0
    assert found["held"] == [update(one=3, two=1)]
    assert found["fails"] == [update(one=8), update(two=10)], "what failed holds nothing back"
    opened = {"do": "open", "id": first, "kind": "Held", "state": {"one": 7, "two": 2}}
    assert found["holder"] == [opened, update(other=f"IPY_MODEL_{first}")]
    assert has
    sent = {"do": "custom", "id": second}
    assert found["sent"] == [
        sent | {"content": {"say": 1}, "buffers": 0},
        sent | {"content": {"say": 2}, "buffers": 1},
    ]
    assert heard == [["first", True, {"press": 1}, []], ["next", True, {"press": 1}, []]]
    assert wrong.startswith("ipywidgets.IntSlider is not here")
    assert shown == [first, second]
    assert known == [True, True]
    assert records == ["records"]
    assert are_widgets
