"""The lessons as pages that read and print without a script, and come alive where a server sends them: `make pages`.

The notebooks' prose and their committed outputs, and a picture of every preset of each explorer; and what makes them live
(publish/live, publish/runtime.py): the notebook's own cells run in the page's own Python, and their widgets take the stills' place.
"""

import functools
import hashlib
import html
import itertools
import json
import re
import shutil
import string
from pathlib import Path

import latex2mathml.converter
import nbformat
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

import toolkit
from publish import runtime
from toolkit.explore.still import svg

ROOT = Path(__file__).parents[1]
NOTEBOOKS, PAGES = ROOT / "notebooks", ROOT / "dist" / "pages"
TEMPLATE = string.Template(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
LIVE = Path(__file__).with_name("live")
PICTURE = "image/svg+xml"
BESIDES = {
    "claims": "Thirty claims",
    "what_the_model_gets_wrong": "What this model gets wrong",
    "history": "How the two treatments came to be",
}
"""Pages that are no lessons, after them: {name of the notebook: title}."""


class Renderer(IPythonRenderer):
    """Markdown with mathematics that a browser draws by itself, and links to pages instead of notebooks."""

    def block_math(self, body):
        return latex2mathml.converter.convert(body, display="block")

    def inline_math(self, body):
        return latex2mathml.converter.convert(body)

    def link(self, text, url, title=None):
        if url.startswith("trainers/"):  # needs a kernel, and has no page here
            return text
        return super().link(text, re.sub(r"\.ipynb$", ".html", url), title)


class Page:
    """One notebook on its way to a page; its pictures go into files beside it."""

    def __init__(self, notebook, folder):
        self.slug, self.folder, self.pictures = notebook.stem, folder, 0
        self.lesson = next((lesson for lesson in toolkit.lessons.ALL if lesson.slug == self.slug), None)
        self.cells = nbformat.read(notebook, as_version=4).cells
        self.places = {f"c{place:02d}": cell for place, cell in enumerate(self.cells) if cell.cell_type == "code"}

    @functools.cached_property
    def runs(self):
        """The sources that a living page runs, in their order; what a learner is to write waits until it is run."""
        if not any(map(keeps_back, self.places.values())):
            return []
        return [
            {"cell": name, "source": cell.source} for name, cell in self.places.items() if not is_to_be_written(cell)
        ]

    @property
    def body(self):
        """Everything between the headings and the end, as HTML."""
        names = {id(cell): name for name, cell in self.places.items()}
        asides = [id(before) for before, cell in itertools.pairwise(self.cells) if ".answers()" in cell.source]
        shown = ((cell, self.cell(cell)) for cell in self.cells)
        return "\n".join(self.placed(cell, said, names.get(id(cell)), id(cell) in asides) for cell, said in shown)

    def placed(self, cell, said, name, aside):
        """What a cell shows where it stands: as it is, only on a living page, or as the still of what will live there."""
        if aside and cell.cell_type == "markdown":
            return f'<div class="only-live">{said}</div>'
        if name is None or not self.runs:
            return said
        kind, waits = ("place waits", WAITS) if keeps_back(cell) else ("place", "")
        editor = EDITOR.substitute(name=name, source=html.escape(cell.source)) if is_to_be_written(cell) else ""
        return f'<div class="{kind}" data-cell="{name}">{waits}<div class="still">{said}</div>{editor}</div>'

    def cell(self, cell):
        """Prose as it is; of code only what a learner is to write or what came of it."""
        if cell.cell_type == "markdown":
            return prose(cell.source)
        if ".answers()" in cell.source:
            return ""
        if self.lesson is None:
            return "".join(map(self.output, cell.outputs))
        code = f'<pre class="code">{html.escape(cell.source)}</pre>' if "def " in cell.source else ""
        if is_to_be_written(cell):  # the rest of what is printed there gives the answer away
            return f'<p class="question">{html.escape(said(cell.outputs[0]).splitlines()[0])}</p>{code}'
        shown = code + "".join(map(self.output, cell.outputs))
        return shown + (self.presets() if "lesson.explorer(" in cell.source else "")

    def output(self, output):
        """A picture with its sentence, the toy's code, a question, or printed text."""
        data = output.get("data", {})
        if PICTURE in data:
            return self.figure(data[PICTURE], said(output))
        if "text/markdown" in data:
            return prose(data["text/markdown"])
        kind = "lines" if output.output_type == "stream" else "question"
        return f'<p class="{kind}">{html.escape(said(output))}</p>'

    def presets(self):
        """Every preset of the explorer: what it says, its picture and its sentence."""
        explorer = self.lesson.explorer()
        parts = []
        for name, preset in explorer.presets.items():
            explorer.apply(name)
            parts += [f"<h3>{html.escape(name)}</h3><p>{html.escape(preset.says)}</p>"]
            parts += [self.figure(svg(explorer.still), explorer.sentence)]
        return "".join(parts)

    def figure(self, picture, words):
        """A picture as a file of its own, described by its sentence, which stands below for all to read."""
        self.pictures += 1
        name = f"{self.slug}-{self.pictures}.svg"
        (self.folder / name).write_text(picture, encoding="utf-8")
        words = html.escape(words)
        return f'<figure><img src="{name}" alt="{words}"><figcaption aria-hidden="true">{words}</figcaption></figure>'


WAITS = '<p class="waiting only-coming">The picture is on its way.</p>'
EDITOR = string.Template("""<div class="only-live editor"><label>Your code
<textarea spellcheck="false" rows="14">$source</textarea></label>
<button type="button" data-run="$name">Run</button><pre class="report" role="status"></pre></div>""")


def keeps_back(cell):
    """Whether a cell shows a picture, which stays hidden until it can wait for a guess by itself."""
    return any(PICTURE in output.get("data", {}) for output in cell.get("outputs", ()))


def is_to_be_written(cell):
    """Whether a cell is a task in which a learner writes code."""
    return ".check(" in cell.source


def said(output):
    """What an output says, as text."""
    return output["text"] if output.output_type == "stream" else output["data"]["text/plain"]


OF_NOTEBOOKS = ("⏩", "toolbar", "Run this lesson")
"""Words of a line that tells of toolbars and menus: a page has none."""


def without_toolbars(text):
    """Prose without what tells of toolbars and menus; how long a lesson takes stays."""
    return "\n".join(without_toolbar(line) for line in text.split("\n"))


def without_toolbar(line):
    """A line of prose, or what is left of it."""
    if not any(word in line for word in OF_NOTEBOOKS):
        return line
    return line.partition(" · Press")[0] if " · Press" in line else ""


def prose(text):
    """Markdown as HTML."""
    text = without_toolbars(text)
    return MarkdownWithMath(Renderer(escape=False, exclude_anchor_links=True)).render(text)


def beside(slugs, slug):
    """The pages that a page links to, by slug: the first, the one before and the next."""
    place = slugs.index(slug)
    return [other for other in dict.fromkeys([slugs[0], *slugs[max(place - 1, 0) : place + 2]]) if other != slug]


def make(folder=PAGES):
    """Write the pages; returns the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lessons = [lesson for lesson in toolkit.lessons.ALL if (NOTEBOOKS / f"{lesson.slug}.ipynb").exists()]
    named = {lesson.slug: f"{lesson.number:02d} {lesson.title}" for lesson in lessons}
    titles = {"index": "All lessons", **named, **BESIDES}
    slugs = list(titles)
    for slug in slugs:
        print(f"{slug}.html", flush=True)
        links = "".join(f'<a href="{other}.html">{titles[other]}</a>' for other in beside(slugs, slug))
        page = Page(NOTEBOOKS / f"{slug}.ipynb", folder)
        # a page without anything live carries no cells, and starts no Python
        cells = f'<script type="application/json" id="cells">{as_data(page.runs)}</script>' if page.runs else ""
        written = TEMPLATE.substitute(
            title=titles[slug], links=links, body=page.body, cells=cells, lives=" data-lives" if page.runs else ""
        )
        (folder / f"{slug}.html").write_text(written, encoding="utf-8")
    return folder


def as_data(value):
    """JSON that may stand in a page: nothing in it ends the script's element."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def make_live(folder=PAGES):
    """Put beside the pages what makes them live; returns the folder."""
    runtime.make(folder / "python")
    (folder / "widgets").mkdir(exist_ok=True)
    for name, text in runtime.widgets().items():
        (folder / "widgets" / f"{name}.js").write_text(text, encoding="utf-8")
    for name in ("start.js", "live.js", "worker.js"):
        text = (LIVE / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace("$pyodide", runtime.VERSION), encoding="utf-8")
    shutil.copy(ROOT / "toolkit" / "explore" / "explore.css", folder)
    files = sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())
    digest = hashlib.sha256(b"".join((folder / name).read_bytes() for name in files)).hexdigest()
    keeper = (LIVE / "keep.js").read_text(encoding="utf-8")
    (folder / "keep.js").write_text(keeper.replace("$edition", digest[:16]), encoding="utf-8")
    return folder


if __name__ == "__main__":
    folder = make_live(make())
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
    print(
        f"{folder.relative_to(ROOT)} is ready, {size:.0f} MB. Open its index.html, here or from a USB stick, to read and print."
    )
    print("To see it live: python -m http.server --bind localhost --directory dist/pages")
