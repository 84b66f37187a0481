"""What is said, quoted, and what holds it: a module or several for each lesson, and for the pages beside them."""

import functools
import importlib
import pkgutil


@functools.cache
def all_quotes():
    """{place: its Quotes}, of every module here that has QUOTES."""
    found = {}
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        for quote in getattr(importlib.import_module(module.name), "QUOTES", ()):
            found.setdefault(quote.where, []).append(quote)
    return found
