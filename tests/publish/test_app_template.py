"""The app's page around a lesson: its way through, the way back, and nothing of toolbars; filled without Voilà's server.

By hand it failed on: a way back on the front page alone; a way to a heading that is not there.
"""

import re

import jinja2
import nbformat
import pytest

import toolkit
from tests.notebooks.refresh import NOTEBOOKS
from tests.publish.test_app import OF_THE_NOTEBOOK, TEMPLATES

STOCK = """
{%- block body_header %}<div id="rendered_cells">{% endblock -%}
{% for cell in nb.cells if cell.cell_type == "markdown" %}{% block markdowncell scoped %}{{ cell.source }}
{% endblock %}{% endfor %}"""
"""What of Voilà's own page ours builds on here."""
MACROS = "{% macro css() %}{% endmacro %}"
PAGES = ["index", *(lesson.slug for lesson in toolkit.lessons.ALL)]


def filled(name):
    """A notebook's page in the app, without what its code shows."""
    ours = (TEMPLATES / "index.html.j2").read_text(encoding="utf-8")
    texts = {"lab/index.html.j2": STOCK, "spinner.macro.html.j2": MACROS, "ours": ours}
    page = jinja2.Environment(loader=jinja2.DictLoader(texts), autoescape=False).get_template("ours")  # noqa: S701
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
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


@pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
def test_how_long_a_lesson_takes_stays_and_toolbars_go(lesson):
    page = filled(lesson.slug)
    assert f"core {lesson.core} min · everything {lesson.minutes} min" in page
    assert [word for word in OF_THE_NOTEBOOK if word in page] == []
