"""What holds for every test."""

import collections

import hypothesis
import pytest

# A slow machine is no fault: times are for benchmarks.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


def pytest_collection_modifyitems(items):
    """Notebooks are run cell by cell and take their time."""
    for item in items:
        if item.path.suffix == ".ipynb":
            item.add_marker(pytest.mark.slow)


def pytest_terminal_summary(terminalreporter):
    """How long each notebook took, all its cells together."""
    seconds = collections.Counter()
    for report in (one for reports in terminalreporter.stats.values() for one in reports if hasattr(one, "duration")):
        seconds[report.location[0]] += report.duration
    notebooks = {path: took for path, took in sorted(seconds.items()) if path.endswith(".ipynb")}
    if notebooks:
        terminalreporter.section("notebooks")
        for path, took in notebooks.items():
            terminalreporter.line(f"{took:5.1f} s  {path}")
