"""What one move of a control costs the kernel: the lesson's own run, chart, sentence and ledger, and what is left to explore.

Every control of every lesson is moved by one step to and fro, three times, in a kernel that sends what it shows. Milliseconds
are processor time of the kernel, so that a busy machine changes little. The last column names the slowest control.

    python -m benchmarks.moves [lesson ...]
"""

import json
import statistics
import sys
import time

from jupyter_client.manager import start_new_kernel

import toolkit
from benchmarks.browser import p95

PARTS = ("run", "chart", "sentence", "ledger")
ROUNDS = 3
Move = tuple[str, float, dict[str, float]]
"""Control, whole, {part: its share}, in ms."""


def other(control: dict) -> object:
    """Another value of a control, one step away."""
    value, kind = control["value"], control["kind"]
    if kind == "choice":
        return next(option for option, _ in control["options"] if option != value)
    if kind == "switch":
        return not value
    step = control["step"] if value + control["step"] <= control["high"] else -control["step"]
    return value + step


def moves(lesson: int) -> list[Move]:
    """Move every control of a lesson as the page does. To be called in a kernel, else nothing is sent."""
    explorer, spent = toolkit.lessons.lesson(lesson).explorer(), {}

    def timed(name: str):
        part = getattr(explorer, f"_{name}")

        def timing(*args: object, **kwargs: object) -> object:
            start = time.thread_time()
            result = part(*args, **kwargs)
            spent[name] = spent.get(name, 0) + 1000 * (time.thread_time() - start)
            return result

        return timing

    for name in PARTS:
        setattr(explorer, f"_{name}", timed(name))
    made = []
    for _ in range(ROUNDS):
        for name, control in explorer.controls.items():
            for value in (other(control.describe()), control.value):
                spent.clear()
                start = time.thread_time()
                explorer.receive({"ask": "set", "number": len(made) + 1, "values": {name: value}})
                made.append((name, 1000 * (time.thread_time() - start), dict(spent)))
    return made


def in_a_kernel(lesson: int) -> list[Move]:
    """The same, in a kernel of its own."""
    manager, client = start_new_kernel()
    said = []
    try:
        code = f"import json\nfrom benchmarks.moves import moves\nprint(json.dumps(moves({lesson})))"
        client.execute_interactive(code, output_hook=lambda message: said.append(message["content"]))
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    return json.loads("".join(content["text"] for content in said if content.get("name") == "stdout"))


def row(lesson: int, made: list[Move]) -> str:
    wholes = [whole for _, whole, _ in made]
    parts = [statistics.median(parts.get(name, 0) for _, _, parts in made) for name in PARTS]
    rest = statistics.median(whole - sum(parts.values()) for _, whole, parts in made)
    controls = {name: statistics.median(whole for of, whole, _ in made if of == name) for name, _, _ in made}
    slowest = max(controls, key=controls.get)
    cells = "".join(f"{value:9.1f}" for value in (statistics.median(wholes), p95(wholes), *parts, rest))
    return f"{lesson:6}{cells}   {slowest} {controls[slowest]:.0f}"


def main(*lessons: int) -> None:
    print("Kernel work of one move, ms of processor time")
    print("lesson" + "".join(f"{name:>9}" for name in ("median", "p95", *PARTS, "rest")) + "   slowest")
    for lesson in lessons or [lesson.number for lesson in toolkit.lessons.ALL]:
        print(row(lesson, in_a_kernel(lesson)), flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
