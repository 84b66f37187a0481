"""*Run this lesson*, run as it stands in a page of ours: it waits for Python, then runs every cell once."""

import json
import subprocess
from pathlib import Path

import playwright
import pytest

NODE = Path(playwright.__file__).with_name("driver") / "node"
PAGE = """
const log = [];
const scene = SCENE;
const timers = [];  // they run when a scene says so
globalThis.setInterval = (act) => timers.push(act) - 1;
globalThis.setTimeout = (act, _, ...given) => timers.push(() => act(...given)) - 1;
globalThis.clearInterval = globalThis.clearTimeout = (place) => { timers[place] = null; };
globalThis._JUPYTERLAB = {};
globalThis.window = globalThis;
new Function(SOURCE)();
const [container] = Object.values(globalThis._JUPYTERLAB);
const signal = () => {
  const heard = new Set();
  const emit = () => [...heard].forEach((act) => act());
  return { connect: (act) => heard.add(act), disconnect: (act) => heard.delete(act), emit };
};
const session = { statusChanged: signal(), connectionStatusChanged: signal(), kernelChanged: signal(), disposed: signal() };
const kernel = {
  connectionStatus: "connected",
  get status() { return context.kernelDisplayStatus; },
  requestKernelInfo: async () => log.push("asked"),
};
const context = {
  ...session,
  ready: Promise.resolve(),
  kernelDisplayStatus: scene.status,
  session: { kernel: scene.kernel ? kernel : null },
  restartKernel: async () => { log.push("restarted"); context.kernelDisplayStatus = "starting"; },
  startKernel: async () => { log.push("started"); context.session.kernel = kernel; context.kernelDisplayStatus = "starting"; },
};
const panel = { context: { ready: Promise.resolve() }, sessionContext: context, content: { widgets: [] }, isDisposed: false };
const commands = { addCommand: (id, command) => { commands[id] = command; }, notifyCommandChanged: () => {} };
const tracker = { currentWidget: panel, currentChanged: signal() };
const notebook = { INotebookTracker: "tracker", NotebookActions: { runCells: async () => { log.push("ran"); } } };
const share = (what) => ({ "1.0": { get: async () => () => what } });
(async () => {
  container.init({ "@jupyterlab/notebook": share(notebook), "@jupyterlab/apputils": share({ ISessionContextDialogs: "dialogs" }) });
  const made = (await container.get())();
  const plugin = [made.default ?? made].flat()[0];
  plugin.activate({ commands }, tracker, null);
  const command = commands["toolkit:run-lesson"];
  const rest = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  for (let press = 0; press < scene.presses; press += 1) command.execute();
  await rest();
  for (const status of scene.then) {
    log.push(command.label());
    if (status === "late") timers.forEach((act) => act?.());
    else if (status === "press") command.execute();
    else if (status === "closed") {
      context.isDisposed = panel.isDisposed = true;
      session.disposed.emit();
    } else {
      context.kernelDisplayStatus = status;
      session.statusChanged.emit();
    }
    await rest();
    log.push(status);
  }
  log.push(command.label());
  console.log(JSON.stringify(log));
})();
"""
WAITS, READY, OFFERS = "Starting Python …", "Run this lesson", "Python is busy. Restart it?"


def pressed(root, status, *then, kernel=True, presses=1):
    """What happens, in order, when the button is pressed in a page whose kernel has one status after the other."""
    source = (root / "labextension" / "run_lesson.js").read_text(encoding="utf-8")
    scene = {"status": status, "then": then, "kernel": kernel, "presses": presses}
    code = f"const SOURCE = {json.dumps(source)}, SCENE = {json.dumps(scene)};{PAGE}"
    return json.loads(subprocess.run([NODE, "-e", code], capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize("presses", [1, 3])
def test_it_waits_until_python_is_idle_and_then_runs_once(root: Path, presses: int):
    log = pressed(root, "starting", "busy", "idle", "busy", presses=presses)
    assert log == [WAITS, "busy", WAITS, "ran", "idle", READY, "busy", READY]


def test_where_python_is_idle_it_runs_now(root: Path):
    assert pressed(root, "idle") == ["ran", READY]


def test_a_kernel_that_is_gone_is_started_anew_first(root: Path):
    assert pressed(root, "dead", "idle") == ["restarted", WAITS, "ran", "idle", READY]
    assert pressed(root, "unknown", "idle", kernel=False) == ["started", WAITS, "ran", "idle", READY]


def test_a_kernel_left_from_before_that_has_not_said_how_it_is_gets_asked_again(root: Path):
    assert pressed(root, "unknown", "late", "idle") == [WAITS, "asked", "late", OFFERS, "ran", "idle", READY]


def test_after_half_a_minute_the_button_restarts_a_kernel_that_stays_busy(root: Path):
    log = pressed(root, "busy", "late", "press", "idle")
    assert log == [WAITS, "late", OFFERS, "restarted", "press", WAITS, "ran", "idle", READY]


def test_a_notebook_that_is_closed_ends_the_wait(root: Path):
    assert pressed(root, "busy", "closed") == [WAITS, "closed", READY]
