"""What a move to a new value costs the kernel: the lesson's own run, chart, sentence and ledger, and what is left to explore.

Every lesson is walked away from its opening in a kernel that sends what it shows. In each round every control moves once and
stays there: a slider to a value that it has not had, spread evenly over its range, a choice or a switch to its next. No setting
comes twice, and the walk is the same every time. What a lesson keeps from move to move helps as it helps a learner who goes on
to something new. Milliseconds are processor time of the kernel with all its threads: a busy machine has made them up to twice as
long. "steps" is the share of all sliders' steps, people numbers left out, that the walk has visited; the last column
names the slowest control.

    python -m benchmarks.moves [lesson ...]
"""

import json
import statistics
import sys
import time

from jupyter_client.manager import start_new_kernel

import toolkit
from benchmarks.browser import p95
from toolkit.explore import Seed, Slider
from toolkit.explore.control import Control

PARTS = ("run", "chart", "sentence", "ledger")
ROUNDS = 8
Move = tuple[str, float, dict[str, float]]
"""Control, whole, {part: its share}, in ms."""
Walk = tuple[list[Move], float]
"""The moves, and the share of sliders' steps that they have visited."""


def path(control: Control) -> list[object]:
    """What a control moves to, round by round: each value new for a slider that has so many, else all in turn."""
    others = [value for value in control.allowed if value != control.value]
    if not isinstance(control, Slider):
        return [*others, control.value]
    count = min(ROUNDS, len(others))
    return [others[(2 * place + 1) * len(others) // (2 * count)] for place in range(count)]


def walk(lesson: int) -> Walk:
    """Move every control of a lesson as the page does. To be called in a kernel, else nothing is sent."""
    explorer, spent = toolkit.lessons.lesson(lesson).explorer(), {}

    def timed(name: str):
        part = getattr(explorer, f"_{name}")

        def timing(*args: object, **kwargs: object) -> object:
            start = time.process_time()
            result = part(*args, **kwargs)
            spent[name] = spent.get(name, 0) + 1000 * (time.process_time() - start)
            return result

        return timing

    for name in PARTS:
        setattr(explorer, f"_{name}", timed(name))
    paths = {name: path(control) for name, control in explorer.controls.items()}
    made: list[Move] = []
    for number in range(ROUNDS):
        for name, values in paths.items():
            if number >= len(values) and isinstance(explorer.controls[name], Slider):
                continue  # it has been everywhere
            spent.clear()
            start = time.process_time()
            message = {"ask": "set", "number": len(made) + 1, "values": {name: values[number % len(values)]}}
            explorer.receive(message)
            made.append((name, 1000 * (time.process_time() - start), dict(spent)))
    sliders = [one for one in explorer.controls.values() if isinstance(one, Slider) and not isinstance(one, Seed)]
    visited = sum(len(paths[one.name]) for one in sliders)
    return made, visited / sum(len(one.allowed) - 1 for one in sliders)


def in_a_kernel(lesson: int) -> Walk:
    """The same, in a kernel of its own."""
    manager, client = start_new_kernel()
    said = []
    try:
        code = f"import json\nfrom benchmarks.moves import walk\nprint(json.dumps(walk({lesson})))"
        client.execute_interactive(code, output_hook=lambda message: said.append(message["content"]))
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    return json.loads("".join(content["text"] for content in said if content.get("name") == "stdout"))


def row(lesson: int, made: list[Move], visited: float) -> str:
    wholes = [whole for _, whole, _ in made]
    parts = [statistics.median(parts.get(name, 0) for _, _, parts in made) for name in PARTS]
    rest = statistics.median(whole - sum(parts.values()) for _, whole, parts in made)
    controls = {name: statistics.median(whole for of, whole, _ in made if of == name) for name, _, _ in made}
    slowest = max(controls, key=controls.get)
    cells = "".join(f"{value:9.1f}" for value in (statistics.median(wholes), p95(wholes), *parts, rest))
    return f"{lesson:6}{cells}{len(made):7}{visited:8.0%}   {slowest} {controls[slowest]:.0f}"


def main(*lessons: int) -> None:
    print("Kernel work of a move to a new value, ms of processor time")
    print("lesson" + "".join(f"{name:>9}" for name in ("median", "p95", *PARTS, "rest")) + "  moves   steps   slowest")
    for lesson in lessons or [lesson.number for lesson in toolkit.lessons.ALL]:
        print(row(lesson, *in_a_kernel(lesson)), flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
