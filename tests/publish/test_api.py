"""`make api`: pages about the package that hold every promised name and ask nobody for anything."""

import importlib
import re
import warnings
from pathlib import Path

import pdoc
import pdoc.render
import pytest
from playwright.sync_api import Browser, expect

import toolkit
from publish import api
from tests.browser.lab import ROOT, Traffic

PARTS = ("toolkit", *(f"toolkit.{floor}" for floor in ("model", "evidence", "explore", "lessons")))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return api.make(tmp_path_factory.mktemp("api"))


def test_each_floor_has_a_page_written_anew_without_scripts_of_others_and_a_name_that_leads_nowhere_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """With nothing written. By hand it failed on: a floor left out; formulas switched on, which fetch a script."""
    asked = []

    def write(*modules, output_directory):
        asked.append((modules, output_directory, output_directory.exists()))
        assert all(name in vars(part) for part in (toolkit, toolkit.lessons) for name in part.__all__)
        with pytest.raises(UserWarning):
            warnings.warn("a name that leads nowhere", UserWarning, stacklevel=1)

    monkeypatch.setattr(pdoc, "pdoc", write)
    (tmp_path / "api").mkdir()
    assert api.make(tmp_path / "api") == tmp_path / "api"
    [(modules, folder, left)] = asked
    assert {*modules} == {*PARTS} - {"toolkit.lessons"}, "the lessons come with the package"
    assert (folder, left) == (tmp_path / "api", False)
    told = pdoc.render.env.globals
    assert (told["math"], told["mermaid"]) == (False, False)
    assert toolkit.__version__ in told["footer_text"]
    assert told["docformat"] == "google", "as our docstrings are written"
    assert api.PAGES.relative_to(ROOT).parts == ("dist", "api")


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_every_promised_name_is_on_its_page(pages: Path, part: str):
    page = (pages / f"{part.replace('.', '/')}.html").read_text(encoding="utf-8")
    promised = importlib.import_module(part).__all__
    floors = {name for name in promised if f"{part}.{name}" in PARTS}
    assert [name for name in promised if f'id="{name}"' not in page and name not in floors] == []


@pytest.mark.slow
def test_pages_fetch_nothing_and_name_no_place_of_this_machine(pages: Path):
    for file in pages.rglob("*.*"):
        text = file.read_text(encoding="utf-8")
        fetched = re.findall(
            r"""(?:src=|url\(|@import |<link[^>]*href=|from |import\(|fetch\()["']?(https?:)?//\S+""", text
        )
        assert fetched == [], file.name
        assert str(ROOT) not in text, file.name


@pytest.mark.slow
def test_a_page_opens_from_a_stick_asks_nobody_and_can_be_searched(pages: Path, browser: Browser):
    traffic = Traffic()
    with browser.new_context() as context:
        traffic.listen(context)
        page = context.new_page()
        page.goto((pages / "index.html").as_uri())
        expect(page).to_have_url(re.compile(r"toolkit\.html$"))
        page.goto((pages / "toolkit" / "model.html").as_uri())
        page.get_by_placeholder("Search").fill("hazard_ratio")
        expect(page.get_by_role("link", name=re.compile("hazard_ratio")).first).to_be_visible()
    assert traffic.requests
    assert [url for url in traffic.requests if not url.startswith(("file:", "data:"))] == []
    assert traffic.complaints == []
