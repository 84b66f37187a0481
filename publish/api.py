"""The package's own pages, from its docstrings, into dist/api: `make api`. They need no network to be read."""

import shutil
import sys
import warnings
from pathlib import Path

import pdoc
import pdoc.render

import toolkit

PAGES = Path(__file__).parents[1] / "dist" / "api"
# The lessons come with the package, whose promised names hold them.
MODULES = ("toolkit", "toolkit.model", "toolkit.evidence", "toolkit.explore")


def make(folder: Path = PAGES) -> Path:
    """Write the pages anew into a folder, which is returned: one for the package and for each of its floors, and an index."""
    shutil.rmtree(folder, ignore_errors=True)
    # pdoc looks for promised names where they stand, and some come only when they are asked for.
    for part in (toolkit, toolkit.lessons):
        for name in part.__all__:
            setattr(part, name, getattr(part, name))
    # Without `math` and `mermaid`, which would fetch scripts from elsewhere.
    pdoc.render.configure(docformat="google", footer_text=f"Medication and psychotherapy toolkit {toolkit.__version__}")
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a name that leads nowhere
        pdoc.pdoc(*MODULES, output_directory=folder)
    return folder


if __name__ == "__main__":
    sys.stdout.write(f"{make() / 'index.html'}\n")
