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
