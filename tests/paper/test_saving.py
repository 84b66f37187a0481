"""Files, the clipboard and addresses: what is saved, copied and opened is what is shown."""

import itertools
import textwrap
from xml.etree import ElementTree

import pytest

from tests.paper.small import agrees, made
from toolkit.explore import Explorer
from toolkit.explore.page import script, sendable


def test_codes_python_and_files_are_of_what_is_shown(opened):
    page, explorer = opened
    page.press("Bend")
    bent = explorer.values
    assert page.one(name="Scenario code")["value"] == explorer.code
    page.press("Copy code")
    page.press("Copy Python")
    assert page.copied == [explorer.code, explorer.python]
    assert page.of("status")["text"] == "Copied."
    page.press("Save CSV")
    [[name, text]] = page.saved
    assert explorer.code in name
    assert text.removeprefix("\ufeff") == explorer.csv.removeprefix("\ufeff")
    code = explorer.code
    page.press("Reset")
    page.write(page.one(name="Scenario code"), code)
    assert explorer.values == bent
    page.press("Reset")
    page.write(page.one(name="Scenario code"), "nothing", enter=False)
    page.press("Load")
    assert page.of("error")["text"]
    assert explorer.values == {**bent, **{name: control.opening for name, control in explorer.controls.items()}}


def test_a_saved_picture_has_its_title_above_and_below_it_setting_and_code_within_the_sheet(opened):
    page, explorer = opened
    page.press("Climb")
    for _ in range(4):
        page.key(page.one(name="Level", tag="input"), "ArrowRight")
    page.press("Save picture (SVG)")
    [[name, text]] = page.saved
    assert name == f"lesson-02-{explorer.code}.svg"
    assert page.of("status")["text"] == f"Saved as {name}."
    sheet = ElementTree.fromstring(text)  # noqa: S314 - our own
    assert (sheet.find("title").text, sheet.find("desc").text) == ("Two lines", explorer.sentence)
    width, height = float(sheet.get("width")), float(sheet.get("height"))
    assert sheet.get("viewBox") == f"0 0 {width:g} {height:g}"
    picture = sheet.find("svg")
    top, bottom = float(picture.get("y")), float(picture.get("y")) + float(picture.get("height"))
    assert float(picture.get("width")) == width
    title, *lines = sheet.findall("text")
    assert (title.text, title.get("font-weight")) == ("Two lines", "600")
    assert 15 < float(title.get("y")) < top
    said = f"{explorer.setting} Scenario code {explorer.code}. A teaching toy, not advice."
    assert " ".join(line.text for line in lines) == said
    feet = [float(line.get("y")) for line in lines]
    assert feet[0] >= bottom + 0.7 * 15
    assert feet[-1] < height - 5
    assert all(15 < below - above < 30 for above, below in itertools.pairwise(feet))
    for line in (title, *lines):
        assert 0 < float(line.get("x")) < width - 7.5 * len(line.text)


def test_a_picture_of_pixels_is_the_same_twice_as_sharp(opened):
    page, explorer = opened
    page.run("globalThis.Image = class { async decode() { globalThis.given = this.src; } }", None)
    page.press("Save picture (SVG)")
    page.press("Save picture (PNG)")
    [[_, sheet], [name, pixels]] = page.saved
    assert name == f"lesson-02-{explorer.code}.png"
    height = float(ElementTree.fromstring(sheet).get("height"))  # noqa: S314 - our own
    assert pixels == f"{2 * 900} × {2 * height:g}, 0,0,{2 * 900},{2 * height:g}"
    assert page.run("return decodeURIComponent(globalThis.given).endsWith(given)", sheet)


def test_a_file_begins_with_what_tells_excel_its_letters_and_a_picture_does_not(opened):
    page, _ = opened
    page.press("Save CSV")
    page.press("Save picture (SVG)")
    [[_, table], [_, picture]] = page.saved
    assert table.startswith("\ufeff")
    assert picture.startswith("<svg")
    page.press("The numbers of this picture")
    assert len(page.saved) == 2, "what else the kernel says is no file"


def test_a_picture_that_the_browser_cannot_make_is_said_and_one_that_has_not_come_too(opened):
    page, _ = opened
    page.run(
        "Plotly.kept = Plotly.toImage; Plotly.toImage = async () => { throw new Error('no'); }; console.error = () => {}",
        None,
    )
    page.press("Save picture (PNG)")
    assert "could not make the picture" in page.of("status")["text"]
    page.run("Plotly.toImage = Plotly.kept; globalThis[Symbol.for('toolkit.plotly')].library = null", None)
    page.press("Save picture (PNG)")
    page.run("globalThis[Symbol.for('toolkit.plotly')].library = Plotly", None)
    assert "has not come yet" in page.of("status")["text"]
    assert page.saved == []


def test_where_the_page_may_not_copy_the_text_stands_selected(opened):
    page, explorer = opened
    page.run("navigator.kept = navigator.clipboard; navigator.clipboard = null", None)
    page.press("Copy Python")
    page.run("navigator.clipboard = navigator.kept", None)
    field = page.one(tag="textarea")
    assert field["focused"]
    assert field["value"] == explorer.python
    assert page.run("return document.querySelector('textarea').selected", None) is True
    assert page.of("status")["text"].startswith("Selected")


def in_app(page, widget, address):
    """Open a widget on a page of the app at an address."""
    page.run(
        """globalThis.here ??= location;
        globalThis.location = new URL(given);
        document.body.dataset.voila = "";
        globalThis[Symbol.for("toolkit.address")] = { taken: false };""",
        address,
    )
    known = page._known(widget)
    page._do("open", **{**known, "script": f"{known['script']}\n// {address}"})
    return widget


@pytest.fixture
def app(page):
    """open(widget, address) on a page of the app."""
    yield lambda widget, address: in_app(page, widget, address)
    page.run("globalThis.location = globalThis.here ?? location; delete document.body.dataset.voila", None)


def test_an_address_opens_its_code_or_preset_once_and_a_link_has_the_code_and_nothing_else(page, app):
    bent = made()
    bent.apply("Bend")
    explorer = app(made(), f"http://course.example/render/02.ipynb?token=secret&code={bent.code}#top")
    assert explorer.values == bent.values
    agrees(page, explorer)
    page.press("Copy link")
    assert page.copied[-1] == f"http://course.example/render/02.ipynb?code={explorer.code}"
    assert page.of("status")["text"] == "Copied."
    other = page.open(made)
    assert other.values != bent.values, "the first has taken it"


@pytest.mark.parametrize(
    ("query", "values"),
    [("preset=climb", {"slope": 2.0}), ("code=&preset=Bend", {"shape": "bent", "level": 9}), ("other=1", {})],
)
def test_an_address_may_name_a_preset_or_nothing_of_ours(page, app, query, values):
    first = made().values
    explorer = app(made(), f"http://localhost:8866/?{query}")
    assert explorer.values == {**first, **values}
    page.press("Copy link")
    assert "this machine alone" in page.of("status")["text"]


def test_elsewhere_than_in_app_and_site_an_address_is_not_ours(page):
    page.run(
        "globalThis.here ??= location; globalThis.location = new URL(given)", "http://paper.localhost/?preset=Climb"
    )
    assert page.open(made).values["slope"] == 1.0
    page.run("globalThis.location = here", None)
    assert not page.all(name="Copy link")


def test_a_link_into_the_site_names_the_notebook_too(page):
    code = f"""const there = document.createElement("div");
    there.dataset.jupyterLiteRoot = "";
    document.body.append(there);
    try {{
      {script("page.js")}
      return linkTo("AB-CD", "02 x.ipynb");
    }} finally {{ there.remove(); }}"""
    assert page.run(code, None) == "http://paper.localhost/?path=02+x.ipynb&code=AB-CD"


def test_words_below_a_saved_picture_fill_their_lines_and_no_more(page):
    """By hand it failed on: lines of half the width; a step that is too small for the type; a sheet cut off at its foot."""
    words = ["Slope: 2 points a week · " * 9, "A short one.", "b " * 150]
    code = f"{str(Explorer._esm).replace('export default', '')}\nreturn sheet(Plotly, given.figure, 'T', given.lines, 'S');"
    text, height = page.run(code, {"figure": sendable(made().still), "lines": [one.strip() for one in words]})
    _, *lines = (sheet := ElementTree.fromstring(text)).findall("text")  # noqa: S314 - our own
    assert [line.text for line in lines] == [line for one in words for line in textwrap.wrap(one, (900 - 2 * 20) / 7.5)]
    assert float(sheet.get("height")) == height
    assert 5 < height - float(lines[-1].get("y")) < 30
