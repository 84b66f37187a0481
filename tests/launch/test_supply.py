"""What comes in: as few packages as the toolkit uses; no code out of data; no way out of the machine."""

import ast
import json
import re
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

# ipywidgets makes a notebook draw what anywidget sends, and brings traitlets and IPython.
BY_NAME_ONLY = {"ipywidgets"}
BROUGHT_ALONG = {"traitlets", "IPython"}
# concurrent.futures hands work to processes of this machine.
TO_THE_NETWORK = {
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "tornado",
    "urllib",
    "webbrowser",
}
CODE_FROM_DATA = {"cloudpickle", "dill", "joblib", "marshal", "pickle", "shelve", "subprocess", "yaml"}
CALLS = {"compile", "eval", "exec", "__import__"}
ATTRIBUTES = {"allow_pickle", "fromfile", "popen", "read_pickle", "system"}


def faults(source: str) -> set[str]:
    """What a piece of Python uses that would run data as code, or leave the machine."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            found |= modules(node) & (TO_THE_NETWORK | CODE_FROM_DATA)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            found.add(node.func.id)
        elif isinstance(node, ast.Attribute) and node.attr in ATTRIBUTES:
            found.add(node.attr)
        elif isinstance(node, ast.keyword) and node.arg in ATTRIBUTES:
            found.add(node.arg)
    return found


def modules(node: ast.Import | ast.ImportFrom) -> set[str]:
    """First names of what an import statement asks for from elsewhere."""
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    return set() if node.level else {node.module.split(".")[0]}


def sources(root: Path, kind: str = "py") -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((root / "toolkit").rglob(f"*.{kind}"))}


@pytest.mark.slow
def test_what_is_asked_for_is_what_is_used(root: Path, project: dict):
    asked = {Requirement(line).name for line in project["project"]["dependencies"]}
    trees = [ast.parse(source) for source in sources(root).values()]
    imports = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    used = set().union(*map(modules, imports)) - {*sys.stdlib_module_names, "toolkit", *BROUGHT_ALONG}
    found_by_name = set(re.findall(r'find_spec\("(\w+)"\)', " ".join(sources(root).values())))
    assert asked == used | found_by_name | BY_NAME_ONLY


@pytest.mark.slow
def test_no_data_is_run_as_code_and_nothing_leaves_the_machine(root: Path):
    assert {name: found for name, source in sources(root).items() if (found := faults(source))} == {}


@pytest.mark.parametrize("word", ["fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "eval(", "innerHTML"])
def test_the_page_calls_nobody_and_runs_no_text(root: Path, word: str):
    ours = sources(root, "js") | {
        "run_lesson.js": (root / "labextension" / "run_lesson.js").read_text(encoding="utf-8")
    }
    assert [name for name, source in ours.items() if word in source] == []


@pytest.mark.parametrize(
    "source",
    [
        "import pickle",
        "from urllib.request import urlopen",
        "def f():\n    import socket",
        "eval('1')",
        "numpy.load(path, allow_pickle=True)",
        "os.system('ls')",
    ],
)
def test_what_must_not_be_is_seen(source: str):
    assert faults(source)


def test_what_is_harmless_is_let_by():
    assert not faults("import json\nfrom .socket import line\nre.compile('a')\nself.evaluate()")


def test_our_settings_open_no_door(root: Path):
    """Jupyter listens to this machine only, behind a token; nothing of ours changes that."""
    said = " ".join(path.read_text() for path in (root / "settings").iterdir())
    assert not re.search(r"token|password|allow_origin|allow_remote|disable_check_xsrf|\"ip\"", said)
    assert json.loads((root / "settings" / "jupyter_lab_config.json").read_text())["LabApp"]["news_url"] is None
    assert "--ServerApp.ip=localhost" in (root / "Makefile").read_text()
