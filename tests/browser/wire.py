"""Our widgets in a bare page: the page's side is their own scripts, the kernel's side this very process, and a wire between them.

Everything is real but the notebook server; so a widget opens in a second, and what a press does in the kernel can be read at once.
"""

import base64
import itertools
from contextlib import contextmanager, suppress

import pytest
from ipywidgets.widgets.widget import _put_buffers
from playwright.sync_api import Browser

# ipywidgets 7 speaks to its kernel in another way, which these tests do not know.
comm = pytest.importorskip("comm")

ADDRESS = "http://bare.localhost/"
PAGE = """<!doctype html><html lang="en"><title>Bare</title><body><main></main><script>
const models = {};
function received(value) {
  if (value && typeof value === "object") {
    if ("$bytes" in value) {
      const text = atob(value.$bytes);
      return new DataView(Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
    }
    if (Array.isArray(value)) return value.map(received);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, received(item)]));
  }
  return value;
}
class Model {
  constructor(id, state) { this.id = id; this.state = state; this.heard = {}; models[id] = this; }
  get(name) { return this.state[name]; }
  on(name, act) { (this.heard[name] ??= new Set()).add(act); }
  off(name, act) { this.heard[name]?.delete(act); }
  tell(name, ...more) { for (const act of [...(this.heard[name] ?? [])]) act(...more); }
  async send(content) { deliver(await window.toKernel(this.id, content)); }
  take({ method, state, content, buffers }) {
    if (method === "custom") return this.tell("msg:custom", content, buffers);
    Object.assign(this.state, state);
    for (const name of Object.keys(state)) this.tell(`change:${name}`);
  }
}
function deliver(messages) { for (const [id, message] of received(messages)) models[id]?.take(message); }
async function open(id, state, script, style) {
  document.head.append(Object.assign(document.createElement("style"), { textContent: style }));
  const { default: made } = await import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  const el = document.querySelector("main").appendChild(document.createElement("div"));
  await made.render({ model: new Model(id, received(state)), el });
}
</script>"""


class Wire(comm.base_comm.BaseComm):
    """A widget's comm whose messages wait until the page asks."""

    waiting = []  # noqa: RUF012 - one wire for all widgets of the process

    def publish_msg(self, msg_type, data=None, metadata=None, buffers=None, **keys):
        """Keep what the widget says, its bytes in their places."""
        data = data or {}
        if data.get("method") == "update":
            state = data["state"]
            _put_buffers(state, data.get("buffer_paths", []), buffers or [])
            Wire.waiting.append((self.comm_id, {"method": "update", "state": plain(state)}))
        elif data.get("method") == "custom":
            Wire.waiting.append(
                (self.comm_id, {"method": "custom", "content": data["content"], "buffers": plain(list(buffers or []))})
            )


def plain(value):
    """The value as JSON takes it, bytes as text."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        return {"$bytes": base64.b64encode(bytes(value)).decode()}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


@contextmanager
def wired(browser: Browser):
    """A bare page, and a function that opens a widget there: made by a function of no arguments, so that its wire is ours."""
    before, comm.create_comm = comm.create_comm, lambda **keys: Wire(**{"target_name": "bare", **keys})
    widgets, numbers = {}, itertools.count()
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    wrong = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.route("**/*", lambda route: route.fulfill(body=PAGE, content_type="text/html"))

    def to_kernel(id, content):
        Wire.waiting.clear()
        widget = widgets[id]
        with suppress(ValueError):  # said to the page, and raised for the notebook
            widget.comm.handle_msg({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})
        waiting, Wire.waiting = [[names[comm_id], message] for comm_id, message in Wire.waiting if comm_id in names], []
        return waiting

    names = {}
    page.expose_function("toKernel", to_kernel)
    page.goto(ADDRESS)

    def open_widget(make):
        widget = make()
        id = f"widget{next(numbers)}"
        widgets[id] = widget
        names[widget.comm.comm_id] = id
        state = plain(
            {name: value for name, value in widget.get_state().items() if name not in ("_esm", "_css", "layout")}
        )
        page.evaluate(
            "([id, state, script, style]) => open(id, state, script, style)",
            [id, state, str(widget._esm), str(widget._css)],
        )
        return widget

    try:
        yield page, open_widget
        assert wrong == []
    finally:
        comm.create_comm = before
        context.close()
