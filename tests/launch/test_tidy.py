"""A tidy tree: clean style, nothing of one machine in it, and notebooks that carry no ballast."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

# Where one machine keeps things, and where packages come from on one network, is nobody else's business.
OF_ONE_MACHINE = re.compile(
    r"(?<![\w.:/-])/(home|Users|root|work)/\w|[A-Z]:\\Users"
    r"|https?://[^\s\"']+?/(simple\b|packages/[0-9a-f]{2}/|-/\S+\.tgz)"
)


def text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""  # a picture


def notebooks(files: list[Path]) -> list[tuple[Path, nbformat.NotebookNode]]:
    return [(file, nbformat.read(file, as_version=4)) for file in files if file.suffix == ".ipynb"]


@pytest.mark.slow
def test_nothing_of_one_machine_is_in_any_file(root: Path, files: list[Path]):
    found = {str(file.relative_to(root)): match[0] for file in files if (match := OF_ONE_MACHINE.search(text_of(file)))}
    assert found == {}


@pytest.mark.parametrize(
    "line", ["see {}home/ada/notes", "'{}work/x'", r"C:\{}Users", "https://index{}example/sim" + "ple"]
)
def test_what_is_of_one_machine_is_seen(line: str):
    # put together only here, so that this file stays tidy itself
    assert any(OF_ONE_MACHINE.search(line.format(missing)) for missing in ("/", "", "."))


def test_no_lock_with_addresses_is_kept(files: list[Path]):
    assert not [file for file in files if file.name in ("uv.lock", "poetry.lock", "Pipfile.lock")]


def test_notebooks_are_valid_and_hold_no_widget_state_and_no_error(files: list[Path]):
    for file, notebook in notebooks(files):
        nbformat.validate(notebook)
        assert "widgets" not in notebook.metadata, f"{file.name} carries widget state"
        outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
        assert not [output for output in outputs if output.output_type == "error"], f"{file.name} shows an error"


def test_no_notebook_installs_the_strangers_package(files: list[Path]):
    for file, notebook in notebooks(files):
        for cell in notebook.cells:
            assert not re.search(r"pip install\b.*\btoolkit\b", cell.source), file.name


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=" ".join)
def test_ruff_is_content(root: Path, command: list[str]):
    answer = subprocess.run([sys.executable, "-m", "ruff", *command], cwd=root, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout


def test_the_read_mes_name_only_commands_that_exist(root: Path):
    targets = set(re.findall(r"^([a-z]+):.*  ## ", (root / "Makefile").read_text(), re.MULTILINE))
    pages = [(root / name).read_text() for name in ("README.md", "publish/README.md")]
    named = {command for page in pages for command in re.findall(r"\bmake ([a-z]+)\b", page)}
    assert {"lab", "test", "quick"} <= named <= targets


def test_make_alone_lists_every_command(root: Path):
    listed = subprocess.run(["make"], cwd=root, check=True, capture_output=True, text=True).stdout  # noqa: S607
    for target in ("lab", "test", "quick", "lock"):
        assert re.search(rf"^make {target} +\w", listed, re.MULTILINE)


BADGE = re.compile(r"mybinder\.org/v2/gh/([^/\s]+)/medication-psychotherapy-toolkit/HEAD\?")


def test_the_badge_leads_to_somebodys_copy(root: Path):
    (owner,) = BADGE.findall((root / "README.md").read_text(encoding="utf-8"))
    if owner == "OWNER":
        pytest.skip("the README's Binder badge leads nowhere yet: make badge OWNER=the-account-that-hosts-it")


def test_one_command_names_the_owner(root: Path, tmp_path: Path):
    copy = tmp_path / "README.md"
    shutil.copy(root / "README.md", copy)
    for owner in ("ada", "grace-hopper"):
        subprocess.run(["make", "badge", f"OWNER={owner}", f"README={copy}"], cwd=root, check=True, capture_output=True)  # noqa: S607
        assert BADGE.findall(copy.read_text(encoding="utf-8")) == [owner]
    assert list(tmp_path.iterdir()) == [copy]
    lines = zip(
        copy.read_text(encoding="utf-8").splitlines(), (root / "README.md").read_text("utf-8").splitlines(), strict=True
    )
    assert len([line for line, before in lines if line != before]) == 1


def test_every_file_has_the_same_line_ends_on_every_machine(root: Path, files: list[Path]):
    """A script, a Makefile or a stored output with the line ends of Windows is another one."""
    names = "\0".join(str(file.relative_to(root)) for file in files)
    command = ["git", "check-attr", "-z", "--stdin", "eol", "text"]
    answer = subprocess.run(command, cwd=root, input=names, check=True, capture_output=True, text=True).stdout
    fields = answer.split("\0")[:-1]
    said = dict(zip(zip(fields[::3], fields[1::3], strict=True), fields[2::3], strict=True))
    for file in files:
        name = str(file.relative_to(root))
        wanted = {("unset", "lf")} if file.suffix in (".png", ".webp") else {("auto", "lf")}
        assert {(said[name, "text"], said[name, "eol"])} == wanted, name
