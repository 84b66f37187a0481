"""The house stays small enough for one person to own: short files, and a toolkit of a few thousand lines."""

from pathlib import Path

LONGEST, WHOLE = 400, 7_000
"""Lines of the longest file; lines of Python in the toolkit without its lessons, of which blank ones and comments do not count."""


def lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def counted(file: Path) -> int:
    """Lines that are neither blank nor comments."""
    return sum(bool(line.strip()) and line.strip()[0] != "#" for line in lines(file))


def too_long(root: Path) -> dict[str, int]:
    """Files of code with more lines than one can hold in mind, by name; data and pages of prose may be longer."""
    folders = ("toolkit", "publish", "benchmarks", "labextension")
    files = [file for folder in folders for kind in ("py", "js", "css") for file in (root / folder).rglob(f"*.{kind}")]
    return {str(file.relative_to(root)): len(lines(file)) for file in files if len(lines(file)) > LONGEST}


def test_no_file_is_longer_than_one_can_hold_in_mind(root: Path):
    assert too_long(root) == {}


def test_a_long_file_is_seen(tmp_path: Path):
    (tmp_path / "toolkit" / "model").mkdir(parents=True)
    (tmp_path / "toolkit" / "model" / "all.py").write_text("\n" * 401)
    assert too_long(tmp_path) == {str(Path("toolkit") / "model" / "all.py"): 401}


def test_the_toolkit_without_its_lessons_stays_small(root: Path):
    floors = {
        floor: sum(map(counted, (root / "toolkit" / floor).glob("*.py"))) for floor in ("model", "evidence", "explore")
    }
    assert sum(floors.values()) < WHOLE, floors
