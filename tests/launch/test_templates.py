"""What a newcomer meets first: templates that a host can read, hooks that run, commands that exist."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

FORMS = ("broken_page", "confusing_sentence", "wrong_figure")
KINDS = {"checkboxes", "dropdown", "input", "markdown", "textarea"}


def read(root: Path, name: str) -> dict:
    return yaml.safe_load((root / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml").read_text(encoding="utf-8"))


def test_there_is_a_form_for_each_thing_that_people_report(root: Path):
    found = {file.stem for file in (root / ".github" / "ISSUE_TEMPLATE").glob("*.yml")} - {"config"}
    assert found == set(FORMS)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_one_that_its_host_takes(root: Path, name: str):
    form = read(root, name)
    assert {"name", "description", "body"} <= form.keys()
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert {part["type"] for part in asked} <= KINDS
    assert all(re.fullmatch(r"[\w-]+", part["id"]) for part in asked)
    assert len({part["id"] for part in asked}) == len({part["attributes"]["label"] for part in asked}) == len(asked)
    assert all(part["attributes"]["options"] for part in asked if part["type"] == "dropdown")
    assert any(part.get("validations", {}).get("required") for part in asked)


@pytest.mark.parametrize("file", ["CONTRIBUTING.md", ".github/pull_request_template.md", ".pre-commit-config.yaml"])
def test_commands_that_newcomers_are_told_exist(root: Path, file: str):
    targets = set(re.findall(r"^([a-z]+):.*  ## ", (root / "Makefile").read_text(), re.MULTILINE))
    text = (root / file).read_text(encoding="utf-8")
    assert set(re.findall(r"(?:`|^)make ([a-z]+)\b", text, re.MULTILINE)) <= targets


def test_hooks_are_local_and_run_here(root: Path):
    settings = yaml.safe_load((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repository["repo"] for repository in settings["repos"]] == ["local"]
    commands = [shlex.split(hook["entry"]) for repository in settings["repos"] for hook in repository["hooks"]]
    assert [command[1] for command in commands] == ["check", "format"], "what the tests ask of style"
    for program, what, *flags in commands:
        assert program == ".venv/bin/ruff"
        # With a check instead of a change, so that a test leaves the tree alone.
        plain = [flag for flag in flags if flag != "--fix"] + (["--check"] if what == "format" else [])
        done = subprocess.run(
            [sys.executable, "-m", "ruff", what, *plain, __file__], cwd=root, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout


def test_the_changelog_says_what_is_not_yet_released_first(root: Path):
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= kinds
