"""Python for the living pages: the official one, trimmed to what the lessons need, as byte code, packed for any server."""

import gzip
import json
import shutil
import tarfile
import tomllib
import zipfile
from pathlib import Path

from publish import site
from toolkit.explore import page

ROOT = site.ROOT
LIVE = Path(__file__).with_name("live")
WORK = ROOT / "build" / "pages"
NAMES = ("numpy", "traitlets")
"""Official packages, and whatever they need."""
OFFICIAL = {"pyodide.mjs": "pyodide.js", "pyodide.asm.js": "pyodide.asm.js", "pyodide.asm.wasm": "pyodide.asm.wasm"}
"""Files that stay as they are, by the name that the page asks for."""
PACKED = (*OFFICIAL.values(), "stdlib.zip", "numpy.zip", "wheels.zip", "ours.zip", "plotly.js")
"""Sent with gzip whatever the server does, and unpacked by the page; called .packed, so that no server thinks of unpacking."""
VERSION = site.TABLE["pyodide"]["version"]
PLOTLY = tomllib.loads((LIVE / "live.toml").read_text(encoding="utf-8"))["plotly"]


def gather():
    """Put everything official and ours side by side in WORK, each file with its own sha256 before it is touched."""
    site.BUILD.mkdir(parents=True, exist_ok=True)
    site.tools()
    site.fresh(WORK)
    (WORK / "wheels").mkdir(parents=True)
    core = site.pyodide()
    for name, data in core.items():
        (WORK / name).write_bytes(data)
    official = json.loads(core["pyodide-lock.json"])["packages"]
    kept = {name: official[name] for name in site.closure(official, NAMES)}
    site.carried(kept, WORK / "wheels")
    shutil.copytree(ROOT / "toolkit", WORK / "source" / "toolkit", ignore=shutil.ignore_patterns("__pycache__", "*.md"))
    for name in ("thin.py", "live_kernel.py"):
        shutil.copy(LIVE / name, WORK / "source")


def pack():
    """Let that Python pack itself: WORK/out holds the archives afterwards."""
    site.run("node", LIVE / "pack.mjs", WORK)
    for name, shown in OFFICIAL.items():
        shutil.copy(WORK / name, WORK / "out" / shown)
    (WORK / "out" / "plotly.js").write_bytes(plotly())


def plotly():
    """plotly's script for charts of points and lines: a quarter of the whole, and all that our pictures ask of it."""
    name, version = PLOTLY["name"], PLOTLY["version"]
    archive = site.BUILD / f"{name}-{version}.tgz"
    if not archive.exists():
        site.run("npm", "pack", "--silent", f"{name}@{version}", "--pack-destination", site.BUILD)
    site.verified(archive.read_bytes(), PLOTLY["sha256"], archive.name)
    with tarfile.open(archive) as opened:
        return opened.extractfile(f"package/{PLOTLY['file']}").read()


def widgets():
    """{class: its script} of every widget that brings one along."""
    found = {}
    waiting = [page.Widget]
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        script = vars(one).get("_esm")
        if isinstance(script, str):  # anywidget makes a class of its own for each widget, without the text
            found[one.__name__] = script
    return found


def make(folder):
    """Write the runtime into a folder, made anew."""
    gather()
    pack()
    site.fresh(folder).mkdir(parents=True)
    for name in PACKED:
        packed = gzip.compress((WORK / "out" / name).read_bytes(), 9, mtime=0)
        (folder / f"{name}.packed").write_bytes(packed)
    write_licences(folder / "LICENSES.txt")


def write_licences(file):
    """All licences of what is packed, as they came."""
    parts = []
    for wheel in sorted((WORK / "wheels").glob("*.whl")):
        with zipfile.ZipFile(wheel) as opened:
            for name in opened.namelist():
                if "LICEN" in name.upper() and not name.endswith("/"):
                    parts.append(f"{wheel.name}: {name}\n\n{opened.read(name).decode('utf-8', 'replace')}")
    file.write_text("\n\n----\n\n".join(parts), encoding="utf-8")
