"""Run every notebook and keep its text outputs, without widget state: `python tests/notebooks/refresh.py [notebook …]`."""

import pathlib
import sys
import time

import nbclient
import nbformat

NOTEBOOKS = pathlib.Path(__file__).parents[2] / "notebooks"
WIDGET = "application/vnd.jupyter.widget-view+json"


def notebooks():
    """Every notebook of ours, in order."""
    passing = {".ipynb_checkpoints", "test-results"}
    return [path for path in sorted(NOTEBOOKS.rglob("*.ipynb")) if not passing & set(path.parts)]


def refresh(path):
    """Run one notebook from top to bottom and write it back."""
    notebook = nbformat.read(path, as_version=4)
    # nbclient follows ipywidgets' Output, as of `interact`, only while it keeps the widgets' state; `strip` drops that again.
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": path.parent}}).execute()
    strip(notebook)
    if path.parent == NOTEBOOKS or path.stem == "presenter":
        fold(notebook)
    nbformat.write(notebook, path)


def strip(notebook):
    """Drop what belongs to one run only: widget state, widget views, times and versions."""
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if "outputs" in cell:
            cell.outputs = join_streams(cell.outputs)
            for output in cell.outputs:
                output.get("data", {}).pop(WIDGET, None)


def join_streams(outputs):
    """The outputs, with what was printed in several gulps as one: how it was cut is chance."""
    joined = []
    for output in outputs:
        last = joined[-1] if joined else None
        if last and last.output_type == output.output_type == "stream" and last.name == output.name:
            last.text += output.text
        else:
            joined.append(output)
    return joined


def fold(notebook):
    """Hide the code of a lesson, but for the one function that a reader may write."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.metadata.pop("jupyter", None)
            if not is_to_be_written(cell):
                cell.metadata["jupyter"] = {"source_hidden": True}


def is_to_be_written(cell):
    """Whether a cell of code is a reader's own to complete."""
    return "return ..." in cell.source


if __name__ == "__main__":
    for path in [pathlib.Path(name) for name in sys.argv[1:]] or notebooks():
        began = time.perf_counter()
        refresh(path)
        print(f"{path.name}: {time.perf_counter() - began:.1f} s", flush=True)
