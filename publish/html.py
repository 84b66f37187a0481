"""The lessons as plain pages that need no Python and no network, as from a USB stick: `make html`.

The notebooks' prose and their committed outputs, and a picture of every preset of each explorer.
"""

import html
import itertools
import re
import string
from pathlib import Path

import latex2mathml.converter
import nbformat
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

import toolkit
from toolkit.explore.still import svg

ROOT = Path(__file__).parents[1]
NOTEBOOKS, PAGES = ROOT / "notebooks", ROOT / "dist" / "html"
TEMPLATE = string.Template(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
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

    @property
    def body(self):
        """Everything between the headings and the end, as HTML."""
        asides = [before for before, cell in itertools.pairwise(self.cells) if ".answers()" in cell.source]
        return "\n".join(self.cell(cell) for cell in self.cells if cell not in asides or cell.cell_type == "code")

    def cell(self, cell):
        """Prose as it is; of code only what a learner is to write or what came of it."""
        if cell.cell_type == "markdown":
            return prose(cell.source)
        if ".answers()" in cell.source:
            return ""
        if self.lesson is None:
            return "".join(map(self.output, cell.outputs))
        code = f'<pre class="code">{html.escape(cell.source)}</pre>' if "def " in cell.source else ""
        if ".check(" in cell.source:  # the rest of what is printed there gives the answer away
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


def said(output):
    """What an output says, as text."""
    return output["text"] if output.output_type == "stream" else output["data"]["text/plain"]


def prose(text):
    """Markdown as HTML."""
    return MarkdownWithMath(Renderer(escape=False, exclude_anchor_links=True)).render(text)


def beside(slugs, slug):
    """The pages that a page links to, by slug: the first, the one before and the next."""
    place = slugs.index(slug)
    return [other for other in dict.fromkeys([slugs[0], *slugs[max(place - 1, 0) : place + 2]]) if other != slug]


def make(folder=PAGES):
    """Write the pages; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    lessons = [lesson for lesson in toolkit.lessons.ALL if (NOTEBOOKS / f"{lesson.slug}.ipynb").exists()]
    named = {lesson.slug: f"{lesson.number:02d} {lesson.title}" for lesson in lessons}
    titles = {"index": "All lessons", **named, **BESIDES}
    slugs = list(titles)
    for slug in slugs:
        print(f"{slug}.html", flush=True)
        links = "".join(f'<a href="{other}.html">{titles[other]}</a>' for other in beside(slugs, slug))
        body = Page(NOTEBOOKS / f"{slug}.ipynb", folder).body
        page = TEMPLATE.substitute(title=titles[slug], links=links, body=body)
        (folder / f"{slug}.html").write_text(page, encoding="utf-8")
    return folder


if __name__ == "__main__":
    folder = make()
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    print(f"{folder.relative_to(ROOT)} is ready, {size:.0f} MB. Open its index.html, here or from a USB stick.")
