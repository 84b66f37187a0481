"""The living pages' Python as it is packed: what a page asks for is in it, small, under its name. No network is needed.

By hand it failed on: two archives exchanged; help texts kept; an import of a lesson that stays out; licences left behind.
"""

import ast
import functools
import gzip
import json
import marshal
import subprocess
import sys
import types
import unittest.mock
import zipfile
from pathlib import Path

import numpy as np
import pytest

import toolkit
from publish import pages, runtime, site
from tests.browser.lab import ROOT
from tests.paper import NODE

SOURCE = pages.LIVE / "pack.py"


@pytest.fixture
def pack():
    """The names of pack.py, and a function that does what it does in the end."""
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    first = next(
        place for place, node in enumerate(tree.body) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    )
    end = compile(ast.Module(tree.body[first:], []), "pack", "exec")
    names = {"__name__": "pack"}
    exec(compile(ast.Module(tree.body[:first], []), "pack", "exec"), names)  # noqa: S102
    return names, lambda: exec(end, names)  # noqa: S102


LEARNERS = '''"""Help."""
class Held:
    """Help."""
    value = 2
    def twice(self):
        """Help."""
        return self.value * 2
async def later():
    """Help."""
def bare():
    return [one + 1 for one in range(3)]
says = "not help"
'''


def codes(code):
    yield code
    for one in code.co_consts:
        if isinstance(one, types.CodeType):
            yield from codes(one)


def test_byte_code_does_what_the_source_does_and_holds_no_help_and_no_line(pack):
    data = pack[0]["byte_code"](LEARNERS.encode(), "held.py")
    assert int.from_bytes(data[4:8], "little") == 1, "by its source's hash, which is never asked"
    names = {}
    code = marshal.loads(data[16:])  # noqa: S302
    exec(code, names)  # noqa: S102
    assert names["Held"]().twice() == 4
    assert names["bare"]() == [1, 2, 3]
    assert names["says"] == "not help"
    assert {one.__doc__.strip() for one in (names["Held"], names["Held"].twice, names["later"])} == {""}
    assert b"Help" not in data
    for one in codes(code):
        *_, (_, end, _) = lines = [*one.co_lines()]
        assert end == len(one.co_code), "neither more nor fewer instructions than there are"
        assert {line for *_, line in lines} == {None}


IMPORTED = """
import json, sys
import thin
thin.install()
import toolkit
lesson = toolkit.lessons.lesson(3)
explorer = lesson.explorer()
lesson.studies(explorer)
for task in lesson.tasks:
    task()
import live_kernel
files = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
print(json.dumps([file for file in files if isinstance(file, str)]))
"""


@pytest.fixture(scope="module")
def imported():
    """The files of all modules that a lesson takes on a living page, as far as the desktop's Python can say."""
    path = {"PYTHONPATH": f"{pages.LIVE}:{ROOT}"}
    answer = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, env=path)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def packed(pack, tmp_path):
    """[(archive, folder, choose, shows)] of what is packed in the end, and the order of it all."""
    names, end = pack
    order, made = [], {}

    def note(name, *given):
        order.append(name)
        return given

    for name in ("unpack", "import_everything", "pack_standard_library"):
        names[name] = functools.partial(note, name)

    def folder(out, root, choose, shows=lambda _: False):
        order.append(out.name)
        made[out.name] = root, choose, shows

    names["HOST"], names["pack_folder"] = tmp_path, folder
    end()
    return order, made


def test_whatever_a_lesson_imports_is_in_one_archive_and_what_no_page_reads_in_none(pack, imported, tmp_path):
    order, made = packed(pack, tmp_path)
    assert order[:2] == ["unpack", "import_everything"]
    assert {*order[2:]} == {"pack_standard_library", *made}
    assert (tmp_path / "out").is_dir()
    assert {*made} | {"stdlib.zip"} == {name for name in runtime.PACKED if name.endswith(".zip")}
    site_packages = Path(np.__file__).parents[1]
    kept = {name: choose for name, (_, choose, _) in made.items()}
    # what stands in numpy's place in some of its own corners is there before it is asked for
    for file in map(Path, imported):
        if file.is_relative_to(ROOT / "toolkit"):
            inside = [name for name in kept if kept[name](f"/{file.relative_to(ROOT)}")]
            assert "ours.zip" in inside, file
        elif file.is_relative_to(site_packages) and file.parts[len(site_packages.parts)] in ("numpy", "traitlets"):
            name = f"/{file.relative_to(site_packages)}"
            inside = [archive for archive in ("numpy.zip", "wheels.zip") if kept[archive](name)]
            if not any(part in name for part in AWAY):
                assert inside == ["numpy.zip" if name.startswith("/numpy") else "wheels.zip"], name
    for name, archive in {
        "numpy/LICENSE.txt": "numpy.zip",
        "traitlets-5.dist-info/licenses/LICENSE": "wheels.zip",
    }.items():
        assert kept[archive](f"/{name}"), "licences come along"
    for name in (
        "/numpy/tests/test_a.py",
        "/numpy/ma/core.py",
        "/numpy/__init__.pyi",
        "/numpy/random/lib/libnpyrandom.a",
    ):
        assert not any(kept[archive](name) for archive in ("numpy.zip", "wheels.zip")), name
    # scripts and style come from the page, but for the widgets', which a class holds
    ours = {"/toolkit/lessons/words.toml": True, "/toolkit/explore/explore.js": True, "/toolkit/report.py": False}
    ours |= {"/toolkit/report.js": False, "/toolkit/report.css": False}
    assert {name: kept["ours.zip"](name) for name in ours} == ours
    shows = made["ours.zip"][2]
    shown = {
        "/toolkit/model/year.py": True,
        "/toolkit/lessons/additive_effect/people.py": True,
        "/toolkit/lessons/words.py": False,
    }
    assert {name: shows(name) for name in shown} == shown
    assert not made["numpy.zip"][2]("/numpy/model.py")
    roots = {name: root for name, (root, *_) in made.items()}
    assert roots == {"numpy.zip": Path("/packed"), "wheels.zip": Path("/packed"), "ours.zip": tmp_path / "source"}


AWAY = ("/ma/", "/fft/", "/typing/", "/testing/", "/tests/", "lapack_lite", "/f2py/", "_multiarray_tests")
"""Of numpy, what the desktop imports at once and the browser's build does not, or live_kernel stands in for."""


def test_all_of_the_toolkit_and_all_that_is_kept_is_imported_and_each_lesson_played_before_it_is_packed(
    pack, monkeypatch
):
    """By hand it failed on: programs for a terminal imported, and nothing else."""
    lesson = unittest.mock.MagicMock(studies_chart=True, tasks=[unittest.mock.MagicMock()])
    monkeypatch.setattr(toolkit.lessons, "ALL", (lesson,))
    monkeypatch.setattr(pack[0]["importlib"], "import_module", (imports := unittest.mock.Mock()))
    for name in ("thin", "live_kernel"):
        monkeypatch.setitem(sys.modules, name, unittest.mock.MagicMock())
    pack[0]["import_everything"]()
    asked = {given[0] for given, _ in imports.call_args_list}
    files = [file.relative_to(ROOT).with_suffix("") for file in (ROOT / "toolkit").rglob("*.py")]
    modules = {".".join(file.parts).removesuffix(".__init__") for file in files if file.name != "__main__"}
    assert asked == (modules - {"toolkit"}) | {*pack[0]["KEPT"].split()}
    sys.modules["thin"].install.assert_called_once()
    explorer = lesson.explorer.return_value
    explorer.keep.assert_called_once()
    lesson.studies.assert_called_once_with(explorer)
    for done in (lesson.predict, lesson.tasks[0], lesson.answers):
        done.assert_called_once()


def test_a_folder_is_stored_as_byte_code_beside_its_source_only_where_that_is_shown(pack, tmp_path):
    root, out = tmp_path / "in", tmp_path / "out.zip"
    for name in ("a/shown.py", "a/plain.py", "a/words.toml", "b/out.py", "a/__pycache__/old.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x = 1\n")
    pack[0]["pack_folder"](out, root, lambda name: name.startswith("/a/"), shows=lambda name: "shown" in name)
    with zipfile.ZipFile(out) as made:
        cached = f"a/__pycache__/shown.{sys.implementation.cache_tag}.pyc"
        assert sorted(made.namelist()) == sorted(["a/plain.pyc", "a/shown.py", cached, "a/words.toml"])
        assert {one.compress_type for one in made.infolist()} == {zipfile.ZIP_STORED}
        assert made.read("a/words.toml") == made.read("a/shown.py") == b"x = 1\n"
        for name in ("a/plain.pyc", cached):
            assert marshal.loads(made.read(name)[16:]).co_names == ("x",)  # noqa: S302


def test_of_the_standard_library_what_was_imported_is_packed(pack, tmp_path, monkeypatch):
    names = pack[0]
    whole, out = tmp_path / "python_stdlib.zip", tmp_path / "stdlib.zip"
    with zipfile.ZipFile(whole, "w") as made:
        for name in ("json/__init__.py", "heapq.py", "antigravity.py"):
            made.writestr(name, "x = 1\n")
    monkeypatch.setattr(sys, "path", ["/elsewhere", str(whole)])
    names["pack_standard_library"](out)
    with zipfile.ZipFile(out) as made:
        assert sorted(made.namelist()) == ["heapq.pyc", "json/__init__.pyc"]
        assert {one.compress_type for one in made.infolist()} == {zipfile.ZIP_STORED}
    # what a learner's own code most likely asks for
    assert {"math", "random", "statistics", "itertools", "collections", "datetime", "json", "csv"} <= {
        *names["KEPT"].split()
    }


def test_old_random_numbers_are_there_when_somebody_asks(pack):
    """By hand it failed on: a line of numpy that has moved."""
    file = Path(np.__file__).parent / "random" / "__init__.py"
    own = file.read_bytes()
    trimmed = pack[0]["trimmed"]
    mine = trimmed(own, "/numpy/random/__init__.py")
    late = pack[0]["LATE_RANDOM"]
    assert late in mine
    assert b"\nfrom .mtrand import *\n" not in mine
    assert b"\nfrom . import _pickle\n" not in mine
    assert mine.replace(late, b"") == own.replace(b"from . import _pickle\n", b"").replace(
        b"\nfrom .mtrand import *\n", b""
    )
    names = {}
    exec(late, names)  # noqa: S102
    assert names["__getattr__"]("RandomState") is np.random.RandomState
    assert trimmed(b"x", "/numpy/_core/_add_newdocs.py") == b""
    assert trimmed(b"x", "/numpy/_core/numeric.py") == b"x"


# --- around it ---


def test_a_packing_that_fails_ends_the_build(tmp_path):
    """A runtime that is not whole. By hand it failed on: an end without a fault."""
    loader = "export const loadPyodide = async ({ indexURL }) => { throw new Error(`not whole: ${indexURL}`); };"
    (tmp_path / "pyodide.mjs").write_text(loader)
    answer = subprocess.run([NODE, pages.LIVE / "pack.mjs", tmp_path], capture_output=True, text=True)
    assert answer.returncode == 1
    assert answer.stderr.strip() == f"not whole: {tmp_path}"


MOUNTED = """
export const loadPyodide = async ({ indexURL }) => ({
  FS: {
    mkdir: (name) => console.log(name), filesystems: { NODEFS: "files" },
    mount: (kind, { root }, name) => console.log(kind, root === indexURL, name),
  },
  runPython: (source) => console.log(source.includes('HOST = pathlib.Path("/host")')),
});
"""


def test_python_packs_itself_where_it_finds_its_files(tmp_path):
    (tmp_path / "pyodide.mjs").write_text(MOUNTED)
    answer = subprocess.run([NODE, pages.LIVE / "pack.mjs", tmp_path], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["/host", "files", "true", "/host", "true"]


@pytest.fixture
def work(tmp_path, monkeypatch):
    """The place where it is gathered, with nothing fetched; what was run."""
    monkeypatch.setattr(runtime, "WORK", tmp_path / "work")
    monkeypatch.setattr(site, "BUILD", tmp_path / "build")
    lock = {
        "packages": {name: {"depends": [], "file_name": f"{name}.whl"} for name in ("numpy", "traitlets", "pandas")}
    }
    core = {name: name.encode() for name in site.CORE} | {"pyodide-lock.json": json.dumps(lock).encode()}
    monkeypatch.setattr(site, "tools", lambda: None)
    monkeypatch.setattr(site, "pyodide", lambda: core)

    def carried(entries, folder):
        for entry in entries.values():
            with zipfile.ZipFile(folder / entry["file_name"], "w") as made:
                for name in ("LICENSES/", "LICENSES/a.txt", "x.py", "licence.md"):
                    made.writestr(name, f"{entry['file_name']} {name}" if name[-1] != "/" else "")

    monkeypatch.setattr(site, "carried", carried)
    return tmp_path / "work"


def test_what_is_gathered_is_packed_under_the_name_that_the_page_asks_for(work, tmp_path, monkeypatch):
    """By hand it failed on: traitlets left out; a script under another's name; the licences of code alone."""
    ran = []

    def run(*command):
        ran.append(command)
        assert {path.name for path in (work / "wheels").iterdir()} == {"numpy.whl", "traitlets.whl"}
        assert (work / "source" / "toolkit" / "__init__.py").read_bytes() == (
            ROOT / "toolkit" / "__init__.py"
        ).read_bytes()
        assert {path.stem for path in (work / "source").glob("*.py")} == {"thin", "live_kernel"}
        assert not [*(work / "source").rglob("*.md"), *(work / "source").rglob("__pycache__")]
        (work / "out").mkdir()
        for name in ("stdlib", "numpy", "wheels", "ours"):
            (work / "out" / f"{name}.zip").write_bytes(name.encode())

    monkeypatch.setattr(site, "run", run)
    monkeypatch.setattr(runtime, "plotly", lambda: b"draws")
    (tmp_path / "to").mkdir()
    (tmp_path / "to" / "old").touch()
    runtime.make(tmp_path / "to")
    assert [str(word) for word in ran[0]] == ["node", str(pages.LIVE / "pack.mjs"), str(work)]
    files = {path.name: path for path in (tmp_path / "to").iterdir()}
    text = files.pop("LICENSES.txt").read_text(encoding="utf-8")
    unpacked = {name.removesuffix(".packed"): gzip.decompress(path.read_bytes()) for name, path in files.items()}
    own = {"pyodide.js": b"pyodide.mjs", "plotly.js": b"draws"}
    assert unpacked == {name: own.get(name, name.removesuffix(".zip").encode()) for name in runtime.PACKED}
    again = gzip.compress(b"draws", 9, mtime=0)
    assert files["plotly.js.packed"].read_bytes() == again, (
        "the same bytes are the same edition, whenever they are packed"
    )
    for wheel in ("numpy.whl", "traitlets.whl"):
        assert f"{wheel} LICENSES/a.txt" in text
        assert f"{wheel} x.py" not in text
        assert f"{wheel}: LICENSES/\n" not in text
