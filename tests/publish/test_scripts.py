"""What a server's pages run besides the lesson: each script as it stands, in Node, with a browser's few parts around it.

By hand it failed on: an edition that drops itself; an answer that failed and was kept; an archive's sizes read from another place.
"""

import base64
import gzip
import io
import json
import random
import subprocess
import zipfile
from pathlib import Path

import pytest

from publish import pages, runtime
from tests.paper import NODE


def ran(script, scene, around):
    """What came of a script with a browser's few parts `around` it, as data."""
    source = (pages.LIVE / script).read_text(encoding="utf-8")
    for name, text in {"$pyodide": "9.9", "$edition": "new", "$files": json.dumps(scene.get("files", []))}.items():
        source = source.replace(name, text)
    given = json.dumps({"source": source, "scene": scene})
    command = [NODE, "--no-warnings", Path(__file__).with_name(around)]
    answer = subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


# --- what keeps pages for a day without a network ---

HOME = "https://school.example/course/"


def test_a_keeper_keeps_what_came_whole_under_its_own_address_and_drops_the_edition_before():
    lesson = f"{HOME}02.html"
    asked = [
        (f"{lesson}?code=A", {}),
        (f"{lesson}?code=B", {}),
        (f"{HOME}missing.svg", {}),
        (f"{HOME}missing.svg", {}),
        (f"{HOME}answers", {"method": "POST"}),
        ("https://elsewhere.example/02.html", {}),
    ]
    found = ran(
        "keep.js", {"files": ["./", "02.html", "gone.svg", "missing.svg", "03.html"], "asked": asked}, "keeper.mjs"
    )
    first = found["log"]
    assert first[:3] == ["waits for nobody", "forgets old", "takes the pages"]
    assert found["answers"] == [
        [f"{lesson}?code=A", False],
        [f"{lesson}?code=A", True],  # a setting in the address is the page's own business
        [f"{HOME}missing.svg", False],
        [f"{HOME}missing.svg", False],  # asked for again: what failed may be there by now
        None,
        None,
    ]
    assert found["kept"] == {"new": [lesson, HOME, f"{HOME}03.html"]}
    kept = [one["kept"] for one in found["told"]]
    assert kept == [1, 2, 2, 2, 3, 3]
    assert {one["of"] for one in found["told"]} == {5}
    assert [one["done"] for one in found["told"]] == [False] * 5 + [True]
    assert first.count(f"asks for {lesson}?code=A") == 1


# --- what begins a page ---

SERVED = {"protocol": "https:", "keeps": True, "lives": True}


@pytest.mark.parametrize(
    ("scene", "lives"),
    [
        ({}, True),
        ({"protocol": "http:"}, True),
        ({"keeps": False}, True),
        ({"protocol": "file:"}, False),
        ({"lives": False}, False),
        *(({"without": part}, False) for part in ("WebAssembly", "Worker", "DecompressionStream")),
    ],
)
def test_a_page_comes_alive_from_a_server_where_the_browser_can_and_there_are_cells(scene, lives):
    scene = SERVED | scene
    found = ran("start.js", scene, "beginning.mjs")
    assert found["live"] == ("coming" if lives else None)
    runs = [["runs", "script", "module", "live.js"], *(["registers keep.js"] if scene["keeps"] else [])]
    assert found["log"] == (runs if lives else [])
    # without a server there is nothing that keeps; a page without cells may be kept too
    assert found["offered"] == (scene["keeps"] and scene["protocol"] != "file:")


def test_the_course_is_kept_by_one_press_and_what_is_missing_by_another():
    steps = [{"kept": 1, "of": 2, "done": False}, {"kept": 2, "of": 2, "done": False}]
    whole = ran("start.js", SERVED | {"told": [*steps, {"kept": 2, "of": 2, "done": True}]}, "beginning.mjs")
    assert whole["log"] == ["registers keep.js", ["says", "keep everything", True]]
    assert whole["may"] == [False] * 4  # nothing is left to keep
    assert whole["shown"] is True
    assert whole["said"][0].startswith("1 of 2 files")
    assert "whole course is kept" in whole["said"][-1]
    part = ran("start.js", SERVED | {"told": [*steps[:1], {"kept": 3, "of": 5, "done": True}]}, "beginning.mjs")
    assert part["may"] == [False, False, True]
    assert part["said"][-1].startswith("2 of 5 files could not be kept")
    refused = ran("start.js", SERVED | {"refuses": True, "told": [{}]}, "beginning.mjs")
    assert refused["said"] == ["This browser keeps nothing here."]
    assert refused["may"] == [True]


# --- a page's Python ---

LOADER = "export const loadPyodide = ({ indexURL, stdLibURL, lockFileURL }) => globalThis.loaded(indexURL, stdLibURL, lockFileURL);"


def archive(some):
    """A stored archive of files of many lengths, and what is in it."""
    held = {f"{folder}/f{size}.bin": some.randbytes(size) for folder in ("a", "a/b") for size in (0, 1, 70_000)}
    held["é.py"] = b"top"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as made:
        for name, data in held.items():
            made.writestr(name, data)
    return file.getvalue(), held


@pytest.fixture(scope="module")
def packed():
    """{name: bytes} of all that a page asks for, and {path: bytes} of what is to lie in Python's folder."""
    some, files, lies = random.Random(1), {}, {}
    for name in runtime.PACKED:
        if name in ("numpy.zip", "wheels.zip", "ours.zip"):
            files[name], held = archive(some)
            lies |= held
        else:
            files[name] = some.randbytes(50)
    files |= {"pyodide.js": LOADER.encode(), "pyodide.asm.js": b"globalThis.assembled = true;", "plotly.js": b"plot"}
    return files, lies


def works(packed, *then, carried=False, without=(), **more):
    files = {name: encoded(gzip.compress(data)) for name, data in packed[0].items() if name not in without}
    return ran("worker.js", {"packed": files, "carried": carried, "then": then, **more}, "worker.mjs")


def encoded(data):
    return base64.b64encode(data).decode()


RUN = [
    {"do": "run", "cell": "c1", "source": "one", "last": False},
    {"do": "run", "cell": "c2", "source": "fails", "last": False},
    {"do": "run", "cell": "c3", "source": "three", "last": True},
]


@pytest.mark.parametrize("carried", [False, True])
def test_python_starts_from_what_is_packed_and_runs_the_cells_in_their_order(packed, carried):
    files, lies = packed
    found = works(packed, *RUN, {"do": "custom", "id": "wrong", "content": "x"}, carried=carried)
    assert found["files"] == {name: encoded(data) for name, data in lies.items()}
    assert found["assembled"]
    assert found["parts"]["stdlib.zip"] == ["application/zip", encoded(files["stdlib.zip"])]
    assert found["parts"]["pyodide.asm.wasm"] == ["application/wasm", encoded(files["pyodide.asm.wasm"])]
    lock = found["parts"]["pyodide-lock.json"][1]
    assert lock["packages"] == {}, "all is packed already"
    assert lock["info"]["version"] == "9.9"
    # whoever presses goes before the cells that wait, and what fails holds up none
    pressed = [["hear", "wrong", "x"], ["destroyed"]]
    cells = [["run", one["cell"], one["source"]] for one in RUN]
    assert found["heard"] == [["begin", "before"], *pressed, *cells]
    assert found["wrong"] == ["no such button"]
    assert sorted(one["do"] for one in found["told"]) == ["failed", "keep", "plotly", "ready"]
    assert {"do": "failed", "cell": "c2", "text": "ValueError: why"} in found["told"]
    assert {"do": "plotly", "text": "plot"} in found["told"]
    assert {"do": "keep", "kept": "all"} in found["told"]
    assert {"do": "ready"} in found["told"]
    asked = [] if carried else [f"python/{name}.packed" for name in files]
    again = [] if carried else ["python/pyodide.asm.wasm.packed"]  # who asks again gets it anew
    assert sorted(found["asked"]) == sorted(asked + again)
    at_once = ["pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "stdlib.zip"]
    assert sorted(found["asked"][:4]) == ([] if carried else sorted(f"python/{name}.packed" for name in at_once))


def test_once_it_lives_presses_are_heard_in_their_order_and_before_code_that_waits(packed):
    presses = [{"do": "custom", "id": name, "content": name} for name in ("a", "b")]
    code = [{"do": "run", "cell": "own", "source": name} for name in ("one", "two")]
    found = works(packed, *RUN, later=[presses[0], *code, presses[1]], heard=6)
    heard = [one for one in found["heard"] if one[0] != "destroyed"][4:]
    assert [one for one in heard if one[0] == "hear"] == [["hear", "a", "a"], ["hear", "b", "b"]]
    assert [one for one in heard if one[0] == "run"] == [["run", "own", "one"], ["run", "own", "two"]]
    assert heard[0][0] == "hear"
    assert [one["do"] for one in found["told"]].count("ready") == 1, "the learner's own code makes no page ready"


@pytest.mark.parametrize(
    "missing", ["pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "stdlib.zip", "numpy.zip", "ours.zip", "plotly.js"]
)
def test_what_does_not_come_is_said_and_no_cell_is_run(packed, missing):
    found = works(packed, *RUN, without=[missing])
    broken = [one["text"] for one in found["told"] if one["do"] == "broken"]
    assert broken == [f"python/{missing}.packed: 404"]
    assert missing == "plotly.js" or found["heard"] == []
