"""From a key on a slider to the picture on the screen: our explorer beside the usual ways to move a plot in a notebook.

Every way draws the same four curves of 365 points after the same sum, in JupyterLab as `make lab` starts it. The ways take turns,
so that a busy moment of the machine falls on all of them. Then every lesson's explorer, one after the other, takes turns with a
bare widget and with interact and matplotlib. Read the ratios; the milliseconds are this machine's.

    python -m benchmarks.browser [presses [turns [lesson ...]]]
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, Locator, TimeoutError, sync_playwright

import toolkit
from tests.browser import chromium
from tests.browser.lab import Lab, open_notebook, run_all, running

SUM = """
import numpy as np

weeks = np.linspace(0, 52, 365)

def curves(speed):
    return {f"arm {n}": 30 * np.exp(-speed * n * weeks / 40) + np.sin(weeks + n) for n in range(1, 5)}
"""

OURS = """
from toolkit.explore import Explorer, Slider, axis, line, picture

Explorer(
    lesson=1, module="nowhere", title="Four curves",
    controls=[Slider("speed", "Speed", 1.0, low=0.0, high=5.0, step=0.1)], presets=[],
    run=lambda speed: curves(speed),
    chart=lambda result: picture(
        [line(weeks, y, name=name) for name, y in result.items()], (axis("week", 0, 52), axis("points", -2, 32))),
    sentence=lambda result: f"They end at {', '.join(f'{y[-1]:.1f}' for y in result.values())}.",
    table=lambda result: {"week": weeks, **result}, ledger=lambda values: [],
)
"""

LESSON = """
import toolkit

toolkit.lessons.lesson({}).explorer()
"""

MATPLOTLIB = """
%matplotlib inline
import matplotlib.pyplot as plt
from ipywidgets import FloatSlider, interact

@interact(speed=FloatSlider(value=1, min=0, max=5, step=0.1))
def show(speed):
    for name, y in curves(speed).items():
        plt.plot(weeks, y, label=name)
    plt.legend()
    plt.show()
"""

FIG_SHOW = """
import plotly.graph_objects as go
from ipywidgets import FloatSlider, interact

@interact(speed=FloatSlider(value=1, min=0, max=5, step=0.1))
def show(speed):
    go.Figure([go.Scatter(x=weeks, y=y, name=name) for name, y in curves(speed).items()]).show()
"""

FIGURE_WIDGET = """
import plotly.graph_objects as go
from ipywidgets import FloatSlider, VBox

slider = FloatSlider(value=1, min=0, max=5, step=0.1)
figure = go.FigureWidget([go.Scatter(x=weeks, y=y, name=name) for name, y in curves(1).items()])

def move(change):
    with figure.batch_update():
        for trace, y in zip(figure.data, curves(change["new"]).values()):
            trace.y = y

slider.observe(move, names="value")
VBox([slider, figure])
"""

BARE = '''
import anywidget
import traitlets

class Bare(anywidget.AnyWidget):
    speed = traitlets.Float(1.0).tag(sync=True)
    heights = traitlets.Bytes().tag(sync=True)
    _esm = """
    export default { render({ model, el }) {
      el.innerHTML = '<input type=range data-lm-suppress-shortcuts=true min=0 max=5 step=0.1 value=1>' +
        '<svg class=bare width=600 height=400></svg>';
      const [field, svg] = el.children;
      field.oninput = () => { model.set("speed", Number(field.value)); model.save_changes(); };
      const draw = () => {
        const bytes = model.get("heights");
        const y = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
        const line = (y) => Array.from(y, (value, x) => `${x * 1.6},${390 - value * 12}`).join("L");
        svg.innerHTML = [0, 1, 2, 3].map((arm) =>
          `<path fill=none stroke=black d="M${line(y.subarray(arm * 365, arm * 365 + 365))}"/>`).join("");
      };
      model.on("change:heights", draw);
      draw();
    } };
    """

    def __init__(self):
        super().__init__()
        self.observe(lambda _: self.draw(), names="speed")
        self.draw()

    def draw(self):
        self.heights = np.concatenate(list(curves(self.speed).values())).tobytes()

Bare()
'''

WAYS = {
    "ours": OURS,
    "interact + fig.show()": FIG_SHOW,
    "interact + matplotlib": MATPLOTLIB,
    "FigureWidget, batch_update": FIGURE_WIDGET,
    "bare widget, SVG": BARE,
}

BESIDE = ("interact + matplotlib", "bare widget, SVG")
"""The ways that lessons are held beside: what teachers make today, and the least that can be had."""

# The time of each key, and of the frame after each change of what is drawn.
PROBE = """() => {
    const place = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook');
    const seen = window.bench = { keys: [], paints: [], lastChange: 0 };
    const look = () => {
        const pictures = [...place.querySelectorAll('.jp-OutputArea-output img')].filter((image) => image.getAttribute('src'));
        if (pictures.some((image) => !image.complete)) return last;
        const lines = [...place.querySelectorAll('.scatterlayer path.js-line, svg.bare path')];
        // Pictures of many people have marks instead: some of them say that all have moved.
        const marks = [...place.querySelectorAll('.scatterlayer path.point, .barlayer path')].slice(0, 100);
        const seen = (path) => path.getAttribute('d') + path.getAttribute('transform');
        return [...pictures.map((image) => image.src), ...lines.map(seen), ...marks.map(seen)].join();
    };
    let last = '';
    const check = () => {
        const now = look();
        if (!now || now === last) return;
        last = now;
        seen.lastChange = performance.now();
        requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => seen.paints.push(performance.now());
            after.port2.postMessage(0);
        });
    };
    last = look();
    const drawing = { attributes: true, attributeFilter: ['d', 'src', 'transform'] };
    new MutationObserver(check).observe(place, { subtree: true, childList: true, ...drawing });
    place.addEventListener('load', check, true);
    addEventListener('keydown', (event) => seen.keys.push(event.timeStamp), true);
}"""

FORGET = "() => { window.bench.keys.length = window.bench.paints.length = 0; }"
QUIET = """(since) => window.bench.paints.length && performance.now() - window.bench.lastChange > since"""
DRAWN = """() => [...document.querySelectorAll(
    '.jp-OutputArea-output img[src], .scatterlayer path, .barlayer path, svg.bare path'
)].some((drawn) => drawn.getClientRects().length)"""


class Way:
    """One way, open in a page of its own, its cells run."""

    def __init__(self, lab: Lab, browser: Browser, name: str, file: str):
        self.name, self.times = name, []
        self.received = 0
        # a window of its own: pages that share one are put to sleep while another is in front
        context = browser.new_context(base_url=lab.base, viewport={"width": 1280, "height": 1000})
        context.request.get(lab.address)
        self.page = context.new_page()
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._count))
        open_notebook(self.page, file)
        self.before = self.received
        run_all(self.page)
        self.page.wait_for_function(DRAWN, timeout=180_000)
        self.page.wait_for_timeout(2000)
        self.to_first_paint = self.received - self.before
        self.page.evaluate(PROBE)
        self.moves = self.bytes_moved = 0
        self.slider = self._one_that_moves_the_picture()
        self.held = []

    def _one_that_moves_the_picture(self) -> Locator:
        """The first slider whose step paints something: in some lessons one is there for another chart, or for later weeks."""
        for slider in self.page.locator(".jp-OutputArea .noUi-handle, .jp-OutputArea input[type=range]").all():
            slider.scroll_into_view_if_needed()
            slider.focus()
            for key, back in (("ArrowRight", "ArrowLeft"), ("ArrowLeft", "ArrowRight")):
                try:
                    self.press(key, seconds=10)
                    self.press(back, seconds=10)
                except RuntimeError:
                    continue
                self.keys = key, back
                return slider
        raise RuntimeError(f"{self.name}: no slider changes the picture")

    def close(self) -> None:
        """End the kernel and close the page."""
        self.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
        self.page.context.close()

    def _count(self, frame: str | bytes) -> None:
        self.received += len(frame)

    def press(self, key: str, seconds: float = 60) -> float:
        """Milliseconds from the key to the frame that shows the last of what it changed."""
        self.page.evaluate(FORGET)
        before = self.received
        self.page.keyboard.press(key)
        try:
            self.page.wait_for_function(QUIET, arg=350, timeout=seconds * 1000)
        except TimeoutError as error:
            raise RuntimeError(f"{self.name}: {key} changed nothing on the page") from error
        self.moves += 1
        self.bytes_moved += self.received - before
        return self.page.evaluate("() => window.bench.paints.at(-1) - window.bench.keys[0]")

    def turn(self, presses: int) -> None:
        """Some presses one way and as many back; the first one warms up and does not count."""
        self.slider.focus()
        there, back = self.keys
        self.press(there)
        self.times += [self.press(key) for key in (there, back) * (presses // 2)]
        self.press(back)

    def hold(self, keys: int = 60, gap: int = 33) -> None:
        """A key held for two seconds: milliseconds from its last repeat to the last picture."""
        self.slider.focus()
        self.page.evaluate(FORGET)
        there, back = self.keys
        for number in range(keys):
            self.page.keyboard.press(there if number < keys / 2 else back)
            self.page.wait_for_timeout(gap)
        self.page.wait_for_function(QUIET, arg=1500, timeout=60_000)
        self.held.append(self.page.evaluate("() => window.bench.paints.at(-1) - window.bench.keys.at(-1)"))

    def __str__(self) -> str:
        kind = f"{self.name:32}{statistics.median(self.times):8.0f}{p95(self.times):8.0f}{self.held[0]:10.0f}"
        return f"{kind}{self.to_first_paint / 1e6:12.2f}{self.bytes_moved / self.moves / 1e3:12.1f}"


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def notebook(code: str) -> nbformat.NotebookNode:
    cells = [nbformat.v4.new_code_cell(SUM), nbformat.v4.new_code_cell(code)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return nbformat.v4.new_notebook(cells=cells, metadata=kernel)


@contextmanager
def laboratory() -> Iterator[tuple[Lab, Browser]]:
    """JupyterLab on a folder that holds one notebook a way and one a lesson, and a browser."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "notebooks").mkdir()
        for number, code in enumerate(WAYS.values()):
            nbformat.write(notebook(code), folder / "notebooks" / f"{number}.ipynb")
        for lesson in toolkit.lessons.ALL:
            nbformat.write(
                notebook(LESSON.format(lesson.number)), folder / "notebooks" / f"lesson_{lesson.number}.ipynb"
            )
        with running(folder, LESSONS=folder / "notebooks") as lab, sync_playwright() as playwright:
            browser = chromium.launch(playwright, chromium.find_or_get())
            yield lab, browser
            browser.close()


HEAD = f"{'':32}{'median':>8}{'p95':>8}{'held key':>10}{'MB at first':>12}{'kB a move':>12}"


def take_turns(ways: list[Way], presses: int, turns: int) -> None:
    for _ in range(turns):
        for way in ways:
            way.turn(presses // turns)


def measure_lesson(lab: Lab, browser: Browser, number: int, beside: list[Way], presses: int, turns: int) -> str:
    """A lesson's line, with its ratio to each of the ways beside it in the same turns."""
    # No more than one lesson is open at a time, so that none waits for another's kernel.
    lesson = Way(lab, browser, f"lesson {number:02}", f"lesson_{number}.ipynb")
    for way in beside:
        way.times.clear()
    take_turns([lesson, *beside], presses, turns)
    lesson.hold()
    ratios = "".join(f"{statistics.median(lesson.times) / statistics.median(way.times):24.2f}" for way in beside)
    lesson.close()
    return f"{lesson}{ratios}"


def main(presses: int = 40, turns: int = 4, *lessons: int) -> None:
    with laboratory() as (lab, browser):
        ways = [Way(lab, browser, name, f"{number}.ipynb") for number, name in enumerate(WAYS)]
        take_turns(ways, presses, turns)
        for way in ways:
            way.hold()
        print("From a key to the last change painted, ms; kernel to page, bytes", HEAD, *ways, sep="\n")
        ours = statistics.median(ways[0].times)
        for way in ways[1:]:
            print(f"ours / {way.name}: {ours / statistics.median(way.times):.2f}")
        beside = [way for way in ways if way.name in BESIDE]
        print("", "Every lesson", HEAD + "".join(f"{'/ ' + way.name:>24}" for way in beside), sep="\n", flush=True)
        for number in lessons or [lesson.number for lesson in toolkit.lessons.ALL]:
            print(measure_lesson(lab, browser, number, beside, presses, turns), flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
