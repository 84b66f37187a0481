"""The app's page around a lesson: its way through, the way back, and nothing of toolbars; filled without Voilà's server.

By hand it failed on: a way back on the front page alone; a way to a heading that is not there.
"""

import json
import os
import re
import runpy
import subprocess
import sys
import types
from pathlib import Path

import jinja2
import nbformat
import pytest
import voila
from jupyter_server.services.kernels.kernelmanager import MappingKernelManager
from traitlets.config import Config

import toolkit
from tests.browser.lab import ROOT
from tests.notebooks.refresh import NOTEBOOKS
from tests.paper import NODE
from tests.publish.styles import Styled
from tests.publish.test_app import GIB, OF_THE_NOTEBOOK, TEMPLATES

STOCK = """
{%- block body_header %}<div id="rendered_cells">{% endblock -%}
{% for cell in nb.cells if cell.cell_type == "markdown" %}{% block markdowncell scoped %}{{ cell.source }}
{% endblock %}{% endfor %}"""
"""What of Voilà's own page ours builds on here."""
STOCKED = Path(sys.prefix) / "share" / "jupyter" / "voila" / "templates"
MACROS = "{% macro css() %}{% endmacro %}"
PAGES = ["index", *(lesson.slug for lesson in toolkit.lessons.ALL)]


def filled(name, *cells):
    """A notebook's page in the app, without what its code shows."""
    ours = (TEMPLATES / "index.html.j2").read_text(encoding="utf-8")
    texts = {"lab/index.html.j2": STOCK, "spinner.macro.html.j2": MACROS, "ours": ours}
    page = jinja2.Environment(loader=jinja2.DictLoader(texts), autoescape=False).get_template("ours")  # noqa: S701
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    notebook.cells = [*cells] or notebook.cells
    return page.render(nb=notebook, resources={"base_url": "/", "metadata": {"name": name}})


@pytest.mark.parametrize("name", PAGES)
def test_every_lesson_has_a_way_through_and_back_and_the_front_page_none_to_itself(name):
    page = filled(name)
    way = dict(re.findall(r'<a href="([^"]+)">([^<]+)</a>', page.partition("</nav>")[0]))
    back = {"/voila/render/index.ipynb": "All lessons"} if name != "index" else {}
    assert {link: words for link, words in way.items() if not link.startswith("#")} == back
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    within = {link: words for link, words in way.items() if link.startswith("#")}
    assert within == {f"#{words.replace(' ', '-')}": words for words in within.values()}
    assert [words for words in headings if words in within.values()] == [*within.values()]
    assert len(within) == (0 if name == "index" else 5)


def test_what_is_left_of_a_line_of_the_notebook_is_what_a_page_needs():
    """By hand it failed on a line that was kept whole because a part of it is."""
    kept = {
        "⏱ core 15 min · Press *Run this lesson*.": "⏱ core 15 min",
        "Press it in the toolbar.": "",
        "Plain.": "Plain.",
    }
    page = filled(PAGES[1], nbformat.v4.new_markdown_cell("# A\n" + "\n".join(kept)))
    assert page.rpartition(">")[2].splitlines() == ["# A", *kept.values()]


@pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
def test_how_long_a_lesson_takes_stays_and_toolbars_go(lesson):
    page = filled(lesson.slug)
    assert f"core {lesson.core} min · everything {lesson.minutes} min" in page
    assert [word for word in OF_THE_NOTEBOOK if word in page] == []


# --- the server's settings, as Jupyter reads them ---


@pytest.fixture
def served(monkeypatch):
    """(what our settings say, [limit, (soft, hard)] that was set) on Linux."""
    said, limits = Config(), []
    machine = types.SimpleNamespace(RLIMIT_AS="memory", setrlimit=lambda *given: limits.append(given))
    monkeypatch.setitem(sys.modules, "resource", machine)
    monkeypatch.setattr(os, "environ", {})
    runpy.run_path(str(ROOT / "publish" / "app" / "voila.py"), {"get_config": lambda: said})
    return said, limits


def test_a_page_that_is_lost_ends_its_kernel_when_the_page_of_words_says_and_one_that_is_open_never(served):
    """By hand it failed on: kernels of open pages ended; a limit of another unit."""
    said, limits = served
    words = " ".join((ROOT / "publish" / "README.md").read_text(encoding="utf-8").split())
    assert "twenty minutes after the page was lost" in words
    assert "server and kernels may take 4 GB each" in words
    kernels = said.MappingKernelManager
    assert {*kernels} <= {*MappingKernelManager.class_traits()}
    assert kernels.cull_idle_timeout == 20 * 60
    assert kernels.cull_interval <= kernels.cull_idle_timeout / 10
    assert kernels.cull_connected is False
    assert limits == [("memory", (4 * GIB, 4 * GIB))]
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"


def test_the_app_has_our_template_which_stands_on_voilas_own_and_no_button(served):
    chosen = served[0].VoilaConfiguration
    assert {*chosen} <= {*voila.configuration.VoilaConfiguration.class_traits()}
    assert TEMPLATES.name == chosen.template
    below = json.loads((TEMPLATES / "conf.json").read_text(encoding="utf-8"))["base_template"]
    assert f'extends "{below}/index.html.j2"' in (TEMPLATES / "index.html.j2").read_text(encoding="utf-8")
    assert (STOCKED / below / "index.html.j2").is_file()
    # else Voilà's list of files is another page than our tree.html
    assert chosen.classic_tree is True
    button = json.loads((ROOT / "labextension" / "package.json").read_text(encoding="utf-8"))
    assert chosen.extension_denylist == [button["name"]]


# --- the pages around it ---

AROUND = {"base_url": "/base/", "xsrf_form_html": lambda: "<input name=_xsrf>"}


def test_whoever_asks_for_files_gets_the_lessons_and_a_cookie():
    """By hand it failed on: a way to nowhere; an address of the page that Voilà's scripts do not know."""
    pages = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=False)  # noqa: S701
    page = pages.get_template("tree.html").render(**AROUND)
    lessons = "/base/voila/render/index.ipynb"
    assert re.search(rf'<meta http-equiv="refresh" content="0; *url={lessons}">', page)
    assert f'<a href="{lessons}">' in page
    assert "_xsrf" in page
    assert 'data-base-url="/base/voila/"' in page
    stock = (STOCKED / "base" / "page.html").read_text(encoding="utf-8")
    assert 'data-base-url="{{ base_url }}voila/"' in stock
    assert {*re.findall(r"{% block (\w+)", stock)} <= {
        *re.findall(r"{% block (\w+)", (TEMPLATES / "page.html").read_text())
    }
    assert re.search(r"<title>\w+</title>", page)
    assert "width=device-width" in page


ASKED = """
const asked = [], later = [], heard = {}, lines = given.map((textContent) => ({ textContent }));
const ready = { textContent: "ready" };
const page = {
  fetch: (address) => asked.push(address), setTimeout: (act, ms) => later.push([ms, act]), location: { origin: "here" },
  addEventListener: (name, act, capture) => (heard[name] = [act, capture]),
  document: { querySelectorAll: () => lines, querySelector: (name) => (name === ".ready" ? ready : null) },
};
new Function(...Object.keys(page), source)(...Object.values(page));
const link = (origin) => ({ origin, tab: true, removeAttribute(name) { if (name === "target") this.tab = false; } });
const press = (one) => heard.click[0]({ target: { closest: (words) => (words.startsWith("a[target") ? one : null) } });
const links = [link("here"), link("elsewhere")];
links.forEach(press);
press(null);
later.forEach(([, act]) => act());
const tabs = links.map(({ tab }) => tab);
console.log(JSON.stringify({ asked, waited: later.map(([ms]) => ms), tabs, ready: ready.textContent }));
"""


def ran(*lines):
    """What the scripts of a lesson's page do where these lines of text stand on it."""
    source = "\n".join(re.findall(r"<script>(.*?)</script>", filled(PAGES[1]), re.DOTALL))
    code = f"const source = {json.dumps(source)}, given = {json.dumps(lines)};{ASKED}"
    return json.loads(subprocess.run([NODE, "-e", code], capture_output=True, text=True, check=True).stdout)


def test_a_page_asks_for_its_cookie_keeps_links_in_their_tab_and_says_when_pictures_do_not_come():
    """By hand it failed on: a page told that nothing came where all did; links of other sites kept in this tab."""
    whole, late = ran("All there."), ran("All there.", "Loading widget...")
    assert whole["asked"] == ["/voila/tree"]
    assert whole["tabs"] == [False, True]
    assert whole["ready"] == "ready"
    assert "have not come" in late["ready"]
    [wait] = whole["waited"]
    assert 30_000 <= wait <= 120_000


# --- how it looks ---

BODY = """<body class="jp-Notebook"><div id="main"><nav class="way"><a href="#Play">Play</a></nav><main id="rendered_cells">
<p class="ready">Ready</p><div class="jp-Cell"><div class="jp-InputPrompt">1</div><div class="jp-RenderedMarkdown"><p>Prose</p>
<table><tr><td>A</td></tr></table></div><div class="jp-OutputArea-output"><pre>12</pre></div><div class="jp-OutputPrompt">1</div>
<div class="jp-OutputArea-prompt">1</div><div class="toolkit-explorer"></div><div class="toolkit">A question</div>
</div></main></div></body>"""
STYLE = (TEMPLATES / "lessons.css").read_text(encoding="utf-8")


def app(**about):
    return Styled(BODY, STYLE, **about)


def found(page, selector, name):
    return page.of(page.page.select_one(selector), name)


def pixels(size):
    return float(re.match(r"[\d.]+", size)[0]) * {"px": 1, "em": 16}[size.lstrip("0123456789.").removeprefix("r")]


def test_only_what_is_played_and_read_is_seen_and_paper_has_all_of_it():
    """By hand it failed on: numbers of cells beside the prose; a page of paper that ends with the window."""
    screen, paper = app(), app(medium="print")
    for page, way in ((screen, True), (paper, False)):
        hidden = [one["class"][0] for one in page.page.select("[class]") if page.of(one, "display") == "none"]
        assert hidden == ([] if way else ["way", "ready"]) + [
            "jp-InputPrompt",
            "jp-OutputPrompt",
            "jp-OutputArea-prompt",
        ]
    assert (found(screen, "body", "overflow"), found(screen, "body", "height")) == ("hidden", "100vh")
    # the bar stands above what scrolls, which has all the room that is left
    assert (found(screen, "body", "display"), found(screen, "body", "flex-direction")) == ("flex", "column")
    assert (found(paper, "body", "overflow"), found(paper, "body", "height")) == ("visible", "auto")


def test_type_is_large_enough_to_read_from_the_back_and_a_phone_has_room():
    screen, phone = app(), app(width=390)
    for name, least in ((".toolkit", 18), ("table", 16), ("pre", 14), (".way", 16), (".ready", 16)):
        size = found(screen, name, "font-size") or re.search(r"[\d.]+rem", found(screen, name, "font"))[0]
        assert pixels(size) >= least, name
    assert pixels(found(screen, "body", "--jp-content-font-size1")) == 18
    assert (
        pixels(found(phone, "body", "--jp-content-font-size1")) == pixels(found(phone, ".toolkit", "font-size")) == 16
    )
    wide, narrow = (pixels(found(screen, one, "max-width")) for one in ("#rendered_cells", ".jp-RenderedMarkdown"))
    assert 600 < narrow < 800 < 1200 < wide
    sides = [pixels(found(page, "#rendered_cells", "padding").split()[1]) for page in (screen, phone)]
    assert sides[0] > sides[1] >= 8
    # a bar of many headings goes sideways, and each is large enough for a finger
    assert (found(phone, ".way", "display"), found(phone, ".way", "overflow-x")) == ("flex", "auto")
    assert found(phone, ".way a", "white-space") == "nowrap"
    assert pixels(found(phone, ".way a", "line-height")) >= 24
    assert re.search(r"\.way a:focus-visible \{ outline: [2-9]px solid", STYLE)
    # what has the focus lies clear of the end
    assert pixels(found(screen, "#rendered_cells", "scroll-padding").split()[-1]) >= 48


def test_colours_are_jupyters_own_each_for_what_it_is():
    """So that a dark theme stays dark. By hand it failed on a colour of words behind words."""
    page = app()
    for one in page.page.select("*"):
        assert "font-color" in (colour := page.of(one, "color")) or "link-color" in colour or not colour
        assert not (behind := page.of(one, "background")) or "layout-color" in behind
