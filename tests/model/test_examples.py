"""Examples in docstrings come out as shown, and annotations hold."""

import doctest
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = ("model.simulate", "model.cohort", "model.plan", "model.taper", "model.survival", "evidence.findings")


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_come_out_as_shown(name):
    module = importlib.import_module(f"toolkit.{name}")
    failed, tried = doctest.testmod(module)
    assert tried > 0
    assert not failed


@pytest.mark.slow
def test_annotations_of_model_and_evidence_hold():
    answer = subprocess.run(
        [sys.executable, "-m", "mypy"], cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=300
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
