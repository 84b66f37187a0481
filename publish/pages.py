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
import sys
from pathlib import Path

import latex2mathml.converter
import nbformat
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

import toolkit
from publish import runtime, sheets
from toolkit.explore.still import svg

ROOT = Path(__file__).parents[1]
NOTEBOOKS, PAGES = ROOT / "notebooks", ROOT / "dist" / "pages"
TRAINERS, SOLUTIONS = NOTEBOOKS / "trainers", NOTEBOOKS / "solutions"
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

    def table_cell(self, text, align=None, head=False):
        """A cell; one above nothing that it could name is no heading."""
        kind = "th" if head and text.strip() else "td"
        return f"<{kind}>{text}</{kind}>"

    def __init__(self, source):
        super().__init__(escape=False, exclude_anchor_links=True)
        self.source = source

    def link(self, text, url, title=None):
        if re.match("[a-z]+:|#", url):
            return super().link(text, url, title)
        page = places().get((self.source.parent / url).resolve())
        return super().link(text, page, title) if page else text  # what only the project's folder has


class Page:
    """One notebook, or a page of prose, on its way to a page; its pictures go into files beside it."""

    def __init__(self, source, name, folder):
        self.source, self.name, self.folder, self.pictures = source, name, folder, 0
        self.solves = source.parent == SOLUTIONS
        self.lesson = next((one for one in toolkit.lessons.ALL if one.slug == source.stem and not self.solves), None)
        self.cells = read_cells(source)
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
            return prose(cell.source, self.source)
        if ".answers()" in cell.source:
            return ""
        if self.lesson is None:
            shown = f'<pre class="code">{html.escape(cell.source)}</pre>' if self.solves else ""
            return shown + "".join(map(self.output, cell.outputs))
        code = f'<pre class="code">{html.escape(cell.source)}</pre>' if "def " in cell.source else ""
        if is_to_be_written(cell):  # the rest of what is printed there gives the answer away
            return f'<p class="question">{html.escape(said(cell.outputs[0]).splitlines()[0])}</p>{code}'
        shown = code + "".join(map(self.output, cell.outputs))
        if "lesson.explorer(" not in cell.source:
            return shown
        return GUESSED.substitute(picture=shown + self.presets())

    def output(self, output):
        """A picture with its sentence, the toy's code, a question, or printed text."""
        data = output.get("data", {})
        if PICTURE in data:
            return self.figure(data[PICTURE], said(output))
        if "text/markdown" in data:
            return prose(data["text/markdown"], self.source)
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
        name = f"{self.name}-{self.pictures}.svg"
        (self.folder / name).write_text(picture, encoding="utf-8")
        words = html.escape(words)
        # on a phone the figure goes sideways, by keys too
        return f'<figure tabindex="0"><img src="{name}" alt="{words}"><figcaption aria-hidden="true">{words}</figcaption></figure>'


WAITS = '<p class="waiting only-coming">The picture is on its way.</p>'
GUESSED = string.Template("""<input type="checkbox" class="guessed" id="guessed">
<label for="guessed">I have guessed, or do not want to: show the picture.</label>
<div class="after-guess">$picture</div>""")
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


OF_NOTEBOOKS = ("toolbar", "Run this lesson")
"""Words of a line that tells of toolbars and menus: a page has none."""
IN_PASSING = re.compile(r", (?:press )?(\*+)Run this lesson\1(?: pressed)?")
"""The same in the midst of a sentence that a trainer needs."""


def without_toolbars(text):
    """Prose without what tells of toolbars and menus; how long a lesson takes stays."""
    return "\n".join(without_toolbar(line) for line in IN_PASSING.sub("", text).split("\n"))


def without_toolbar(line):
    """A line of prose, or what is left of it."""
    if not any(word in line for word in OF_NOTEBOOKS):
        return line
    return line.partition(" · Press")[0] if " · Press" in line else ""


def prose(text, source):
    """Markdown of a file as HTML."""
    return MarkdownWithMath(Renderer(source)).render(without_toolbars(text))


def read_cells(source):
    """The cells of a notebook, or a page of prose as one cell."""
    if source.suffix == ".ipynb":
        return nbformat.read(source, as_version=4).cells
    return [nbformat.v4.new_markdown_cell(source.read_text(encoding="utf-8"))]


@functools.cache
def titles():
    """{name of a page: (its title, the file that it is made of)}, in the order in which people go through them."""
    found = {"index": ("All lessons", NOTEBOOKS / "index.ipynb")}
    for lesson in toolkit.lessons.ALL:
        found[lesson.slug] = (f"{lesson.number:02d} {lesson.title}", NOTEBOOKS / f"{lesson.slug}.ipynb")
    for name, title in BESIDES.items():
        found[name] = (title, NOTEBOOKS / f"{name}.ipynb")
    found["trainers"] = ("For trainers", TRAINERS / "README.md")
    found["first-session"] = ("A first session", TRAINERS / "first_session.md")
    found["presenter"] = ("The presenter's page", TRAINERS / "presenter.ipynb")
    for lesson in toolkit.lessons.ALL:
        for kind, source in (
            ("run sheet", TRAINERS / f"{lesson.slug}.md"),
            ("solutions", SOLUTIONS / f"{lesson.slug}.ipynb"),
        ):
            found[f"{kind.replace(' ', '-')}-{lesson.slug}"] = (f"{lesson.number:02d} {lesson.title}: {kind}", source)
    return found


@functools.cache
def places():
    """{file of the project: the page that is made of it}, for links between them."""
    pages = {source: f"{name}.html" for name, (_, source) in titles().items()}
    return {**pages, **{file: f"handouts/{file.name}" for file in sorted((TRAINERS / "handouts").iterdir())}}


def beside(name):
    """The pages that a page links to, by name: the first, the trainers' for theirs, the one before and the next."""
    names = list(titles())
    course, place = names[: names.index("trainers")], names.index(name)
    around = names[max(place - 1, 0) : place + 2]
    linked = [other for other in around if other in course] if name in course else ["trainers"]
    if name == names[0]:
        linked.append("trainers")
    return [other for other in dict.fromkeys([names[0], *linked]) if other != name]


def make(folder=PAGES, address=""):
    """Write the pages; returns the folder.

    Args:
        folder: written anew. address: where the pages will be, such as https://example.org/course/: then the handouts and the
            presenter's page lead there, by link and QR code.

    Raises:
        ValueError: for an address that is none.
    """
    if address and not re.fullmatch(r"https?://\S+", address):
        raise ValueError(f"address = {address!r}: must begin with https:// or http://")
    address = f"{address.rstrip('/')}/" if address else ""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, (title, source) in titles().items():
        print(f"{name}.html", flush=True)
        links = "".join(f'<a href="{other}.html">{titles()[other][0]}</a>' for other in beside(name))
        page = Page(source, name, folder)
        if name == "presenter" and address:
            page.cells.append(
                nbformat.v4.new_markdown_cell(sheets.draw_way(address, "The lessons, for the room's own phones"))
            )
        # a page without anything live carries no cells, and starts no Python
        cells = f'<script type="application/json" id="cells">{as_data(page.runs)}</script>' if page.runs else ""
        written = TEMPLATE.substitute(
            title=title, links=links, body=page.body, cells=cells, lives=" data-lives" if page.runs else ""
        )
        (folder / f"{name}.html").write_text(written, encoding="utf-8")
    (folder / "handouts").mkdir()
    for lesson in toolkit.lessons.ALL:
        written = sheets.handout(lesson, sheets.sheets()[lesson.slug], address)
        (folder / "handouts" / f"{lesson.slug}.html").write_text(written, encoding="utf-8")
    for file in (LIVE / "start.js", ROOT / "toolkit" / "explore" / "explore.css"):
        shutil.copy(file, folder)
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
    for name in ("live.js", "worker.js"):
        text = (LIVE / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace("$pyodide", runtime.VERSION), encoding="utf-8")
    files = sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())
    digest = hashlib.sha256(b"".join((folder / name).read_bytes() for name in files)).hexdigest()
    keeper = (LIVE / "keep.js").read_text(encoding="utf-8")
    keeper = keeper.replace("$edition", digest[:16]).replace("$files", as_data(["./", *files]))
    (folder / "keep.js").write_text(keeper, encoding="utf-8")
    return folder


if __name__ == "__main__":
    folder = make_live(make(address=sys.argv[1] if sys.argv[1:] else ""))
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
    shutil.make_archive(str(folder), "zip", folder)
    print(f"{folder.relative_to(ROOT)} is ready, {size:.0f} MB, and as {folder.name}.zip beside it.")
    print("Open its index.html, here or from a USB stick, to read and print.")
    print("To see it live: python -m http.server --bind localhost --directory dist/pages")
