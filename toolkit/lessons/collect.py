"""What a lesson's Python has worked out, found by name in its folder or its file."""

import importlib
import pkgutil
import sys
import warnings

ROLES = ("people", "chart", "studies", "lesson")
"""Files of a lesson's folder in which its functions are looked for by name; a later one goes before an earlier one."""
WORKED_OUT = (
    *("run", "chart", "sentence", "table", "model", "own", "studies_chart", "studies_sentence"),
    *("draw_guess", "compare_guess", "sketched", "options", "cases", "conditions"),
)
OLD_NAMES = {"drawn": "draw_guess", "compared": "compare_guess"}
"""Names of the first edition, with a warning until 0.3."""


def collect(module):
    """What a lesson's module defines of WORKED_OUT, {name: function}: its own names, or those of the files in its folder."""
    declared = sys.modules[module]
    places = [declared]
    if hasattr(declared, "__path__"):
        there = {place.name for place in pkgutil.iter_modules(declared.__path__)}
        places = [importlib.import_module(f"{module}.{role}") for role in ROLES if role in there]
    # A folder's file `chart` would hide the function of that name, were the folder itself asked.
    return {name: vars(place)[name] for place in places for name in WORKED_OUT if name in vars(place)}


def in_new_words(made):
    """The functions given by keyword, old names turned into new ones with a warning."""
    for old in set(OLD_NAMES) & set(made):
        warnings.warn(f"{old}= is called {OLD_NAMES[old]}= now; {old} goes in 0.3", DeprecationWarning, stacklevel=3)
    return {OLD_NAMES.get(name, name): value for name, value in made.items()}
