"""Run by pack.mjs in the browser's own Python: which modules the lessons need, as byte code in three archives that are stored.

Stored, not deflated: so whoever compresses them sees them whole. Without what only a programmer at a terminal would read: help
texts and the numbers of lines are a fifth of what travels, and time at every start.
"""

import ast
import importlib
import importlib.util
import pathlib
import pkgutil
import sys
import types
import zipfile

HOST = pathlib.Path("/host")
SITE = pathlib.Path("/packed")
KEPT = """
abc argparse array ast base64 bisect calendar cmath collections colorsys contextlib copy csv dataclasses datetime decimal difflib
enum fractions functools graphlib hashlib heapq html inspect io itertools json keyword locale logging math numbers operator pathlib
pprint queue random re secrets shutil statistics string struct sys tempfile textwrap threading time timeit traceback types typing
unicodedata uuid warnings weakref zipfile zoneinfo
"""
"""Of the standard library, besides what is used: what a learner's own code is likely to ask for."""
HELP = ("/_core/_add_newdocs.py", "/_core/_add_newdocs_scalars.py")
"""Modules of numpy that do nothing but give help texts to what is written in C."""
LATE_RANDOM = b"""
def __getattr__(name):
    import importlib
    return getattr(importlib.import_module("numpy.random.mtrand"), name)
"""
"""Of numpy's random numbers, those from before 2019: no lesson asks for them, a learner's own code may."""
NOT_IN_PAGES = """
/lapack_lite. /fft/ /ma/ /tests/ /f2py/ /include/ /lib/lib /distutils/ /testing/_private/ /_multiarray_tests. /_pyinstaller/
/typing/tests
"""


NO_LINE = 0x80 | 15 << 3
WITH_DOCSTRING = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def byte_code(source, name):
    """Byte code that is never compared with its source: nobody changes it there."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, WITH_DOCSTRING) and ast.get_docstring(node, clean=False) is not None:
            # not gone: numpy reads its own, and a data class without one writes one
            node.body[0].value.value = " "
    code = without_lines(compile(tree, name, "exec", dont_inherit=True))
    return importlib._bootstrap_external._code_to_hash_pyc(code, importlib.util.source_hash(source), checked=False)


def without_lines(code):
    """The same code, which no longer knows its lines: a page shows what went wrong, and not where in Python."""
    inner = (without_lines(one) if isinstance(one, types.CodeType) else one for one in code.co_consts)
    units = len(code.co_code) // 2
    # Python's own table of lines, which says of eight instructions at a time that they have none.
    table = [NO_LINE | min(units - at, 8) - 1 for at in range(0, units, 8)]
    return code.replace(co_linetable=bytes(table), co_consts=tuple(inner))


def unpack():
    """Wheels and sources as they are, where they can be imported."""
    for wheel in (HOST / "wheels").glob("*.whl"):
        zipfile.ZipFile(wheel).extractall(SITE)
    sys.path[:0] = [str(SITE), str(HOST / "source")]


def import_everything():
    """Whatever a page may import: all of the toolkit, what it uses, and KEPT."""
    import thin

    thin.install()
    import toolkit

    for module in pkgutil.walk_packages(toolkit.__path__, "toolkit."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for lesson in toolkit.lessons.ALL:
        lesson.predict()
        explorer = lesson.explorer()
        explorer.keep()
        if lesson.studies_chart:
            lesson.studies(explorer)
        for task in lesson.tasks:
            task()
        lesson.answers()
    for name in KEPT.split():
        importlib.import_module(name)
    import live_kernel  # noqa: F401


def pack_standard_library(out):
    """The modules that have been imported, as byte code."""
    whole = zipfile.ZipFile(next(path for path in sys.path if path.endswith(".zip")))
    names = set(whole.namelist())
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(sys.modules):
            path = name.replace(".", "/")
            for file in (f"{path}.py", f"{path}/__init__.py"):
                if file in names:
                    packed.writestr(f"{file}c", byte_code(whole.read(file), file))


def pack_folder(out, root, choose, shows=lambda name: False):
    """Files below a folder, Python as byte code, beside its source where a lesson shows it."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for file in sorted(root.rglob("*")):
            name = f"/{file.relative_to(root)}"
            if not file.is_file() or "__pycache__" in name or not choose(name):
                continue
            if file.suffix != ".py":
                packed.writestr(name[1:], file.read_bytes())
                continue
            code = byte_code(trimmed(file.read_bytes(), name), name[1:])
            if shows(name):
                packed.writestr(name[1:], file.read_bytes())
                cached = importlib.util.cache_from_source(str(file)).removeprefix(str(root))
                packed.writestr(cached[1:], code)
            else:
                packed.writestr(f"{name[1:]}c", code)


def trimmed(source, name):
    """A module's source without what no page reads, or not at once."""
    if name.endswith(HELP):
        return b""
    if name == "/numpy/random/__init__.py":
        return source.replace(b"\nfrom . import _pickle\n", b"\n").replace(b"\nfrom .mtrand import *\n", LATE_RANDOM)
    return source


def is_ours(name):
    """Whether a file of the plain wheels is needed; the licences always are."""
    return not name.startswith(("/numpy", "/traitlets/config", "/traitlets/tests")) and (
        "LICEN" in name.upper() or name.endswith((".py", ".toml", ".json"))
    )


def is_numpys(name):
    """Whether a file of numpy is needed."""
    if not name.startswith("/numpy") or (
        name.endswith((".pyi", ".pxd", ".h", ".c", ".txt")) and "LICEN" not in name.upper()
    ):
        return False
    return not any(part in name for part in NOT_IN_PAGES.split())


unpack()
import_everything()
out = HOST / "out"
out.mkdir(exist_ok=True)
pack_standard_library(out / "stdlib.zip")
pack_folder(out / "numpy.zip", SITE, is_numpys)
pack_folder(out / "wheels.zip", SITE, is_ours)
# A class's report is made where its files are, not on a page.
pack_folder(
    out / "ours.zip",
    HOST / "source",
    lambda name: (not name.endswith((".js", ".css")) or "explore" in name) and name != "/toolkit/report.py",
    shows=lambda name: name.startswith("/toolkit/model") or name.endswith("/people.py"),
)
