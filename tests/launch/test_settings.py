"""What Jupyter is told, held against its own schemas, classes and scripts: whether it understands, and what it does then.

By hand it failed on: a switch turned, a command or rank of another, a name misspelt in one of the places that must agree.
"""

import ast
import importlib.util
import json
import re
import sys
from importlib.metadata import entry_points
from pathlib import Path

import jsonschema
import pytest

LAB = Path(sys.prefix) / "share" / "jupyter" / "lab"
SCHEMAS = LAB / "schemas" / "@jupyterlab"


def read(file: Path) -> dict:
    return json.loads(file.read_text(encoding="utf-8"))


def schema(plugin: str) -> dict:
    """JupyterLab's own schema of a plugin of its own, `@jupyterlab/EXTENSION:NAME`."""
    extension, _, name = plugin.removeprefix("@jupyterlab/").partition(":")
    return read(SCHEMAS / extension / f"{name}.json")


def names_in(module: str, kind: str = "") -> set[str]:
    """Names that are given a value or defined in a class of a module, or in the module; nothing is imported."""
    package, *inner = module.split(".")
    file = Path(importlib.util.find_spec(package).origin).parent.joinpath(*inner).with_suffix(".py")
    body = ast.parse(file.read_text(encoding="utf-8")).body
    if kind:
        [body] = [node.body for node in body if isinstance(node, ast.ClassDef) and node.name == kind]
    targets = [node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None) for node in body]
    return {one.id for one in targets if isinstance(one, ast.Name)} | {
        node.name for node in body if isinstance(node, ast.ClassDef)
    }


def test_what_is_overridden_is_a_setting_of_jupyterlab_and_not_what_it_does_anyway(root: Path):
    overrides = read(root / "settings" / "overrides.json")
    for plugin, values in overrides.items():
        known = schema(plugin)
        jsonschema.validate(values, known)
        for name, value in values.items():
            assert value != known["properties"][name]["default"], (plugin, name)


def test_nobody_is_asked_for_news_and_one_press_restarts(root: Path):
    overrides = read(root / "settings" / "overrides.json")
    assert overrides["@jupyterlab/apputils-extension:notification"] == {"fetchNews": "false", "checkForUpdates": False}
    assert overrides["@jupyterlab/apputils-extension:sessionDialogs"]["skipKernelRestartDialog"] is True
    server = read(root / "settings" / "jupyter_lab_config.json")
    assert {*server["LabApp"]} <= names_in("jupyterlab.labapp", "LabApp")
    assert {*server["LanguageServerManager"]} <= names_in("jupyter_lsp.manager", "LanguageServerManager")
    assert (
        server["LanguageServerManager"]["autodetect"] is False
    )  # else every start looks for programs that nobody uses
    checker = server["LabApp"]["check_for_updates_class"].rpartition(".")
    assert checker[0] == "jupyterlab"
    assert checker[2] in names_in("jupyterlab.handlers.announcements")
    assert checker[2].startswith("Never")
    [manager] = [
        one
        for one in entry_points(group="jupyterlab.extension_manager_v1")
        if one.name == server["LabApp"]["extension_manager"]
    ]
    assert "readonly" in manager.value


def test_nobody_is_offered_to_build_and_text_opens_to_be_read(root: Path):
    """The run sheets are Markdown, and trainers read them."""
    [script] = (LAB / "static").glob("jlab_core.*.js")
    own = script.read_text(encoding="utf-8")
    page = read(root / "settings" / "page_config.json")
    assert {name: value for name, value in page.items() if f'"{name}"' not in own} == {}
    assert page == dict.fromkeys(("buildAvailable", "buildCheck"), False)
    [(kind, viewer)] = read(root / "settings" / "overrides.json")["@jupyterlab/docmanager-extension:plugin"][
        "defaultViewers"
    ].items()
    assert re.search(rf'name:"{kind}",displayName:\S{{0,9}}"Markdown File"', own)
    assert re.search(rf'="{viewer}",\S{{0,30}}"@jupyterlab/markdownviewer-extension', own)


# --- the button, which JupyterLab finds by names that must agree ---


@pytest.fixture
def laid(project: dict, root: Path) -> dict[str, Path]:
    """{place below the environment: the file that is put there}."""
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    return {place: root / file for file, place in shared.items()}


def test_jupyterlab_finds_the_button_where_the_wheel_puts_it(root: Path, project: dict, laid: dict[str, Path]):
    name, home = project["project"]["name"], "share/jupyter/labextensions"
    package = read(laid[f"{home}/{name}/package.json"])
    assert package["name"] == name
    assert package["license"] in project["project"]["license"]
    built = package["jupyterlab"]["_build"]
    assert package["jupyterlab"]["extension"] is True
    assert laid[f"{home}/{name}/{built['load']}"].suffix == ".js"
    assert built["extension"] == "./extension", "the one module that our script gives"
    assert f'const NAME = "{name}"' in laid[f"{home}/{name}/{built['load']}"].read_text(encoding="utf-8")
    assert f"{home}/{name}/schemas/{name}/run_lesson.json" in laid, "by the plugin's id, NAME:run_lesson"
    for place in ("etc/jupyter/labconfig/page_config.d", "share/jupyter/lab/settings/overrides.d"):
        assert f"{place}/{name}.json" in laid


def test_the_button_stands_before_jupyterlabs_own_in_toolbar_and_menu(root: Path):
    ours = read(root / "labextension" / "run_lesson.json")
    jsonschema.Draft7Validator.check_schema(ours)
    own = schema("@jupyterlab/notebook-extension:panel")["jupyter.lab.toolbars"]
    [(place, [button])] = ours["jupyter.lab.toolbars"].items()
    assert button["rank"] < min(one["rank"] for one in own[place])
    assert button["name"] not in [one["name"] for one in own[place]]
    [menu] = ours["jupyter.lab.menus"]["main"]
    others = [
        item
        for plugin in ("@jupyterlab/mainmenu-extension:plugin", "@jupyterlab/notebook-extension:tracker")
        for one in schema(plugin)["jupyter.lab.menus"]["main"]
        if one["id"] == menu["id"]
        for item in one.get("items", [])
    ]
    assert others, "the menu that runs things is JupyterLab's"
    assert menu["id"].endswith("-run")
    [item] = menu["items"]
    assert item["rank"] <= min(one["rank"] for one in others if "rank" in one)
    assert item["command"] == button["command"]
    assert not ours["properties"]
    assert ours["additionalProperties"] is False
