"""A run too large for most machines is refused before it begins, and says what to name; a million people fit if it is named."""

import subprocess
import sys

import pytest

from toolkit.model import FOUR_PLANS, Cohort, Plan, simulate

MILLION = Cohort(size=1_000_000)


@pytest.mark.parametrize(
    ("options", "said", "unsaid"),
    [
        (
            {},
            r"would keep 17\.0 GB \(10 trajectories × 53 weeks × 4 arms × 1,000,000 patients\).* keep=.* keep_weeks=",
            "",
        ),
        ({"keep_weeks": range(0, 53, 2)}, r"would keep 8\.6 GB .* such as keep=\(", "keep_weeks="),
        ({"keep": ("symptoms", "skill")}, r"would keep 3\.4 GB .* such as keep_weeks=\(", "keep="),
    ],
    ids=["nothing named", "weeks named", "trajectories named"],
)
def test_a_run_that_would_fill_the_memory_is_refused(options, said, unsaid):
    with pytest.raises(ValueError, match=said) as refused:
        simulate(MILLION, FOUR_PLANS, **options)
    assert not unsaid or f" {unsaid}" not in str(refused.value)


class RefusedError(Exception):
    """Raised by an executor that is never meant to work."""


class Nobody:
    def submit(self, function, *arguments):
        raise RefusedError


@pytest.mark.parametrize(("size", "begins"), [(471_698, True), (471_699, False)])
def test_the_limit_is_two_gigabytes(size, begins):
    # ten trajectories, 53 weeks, one arm, 8 bytes each: 4,240 bytes a person
    with pytest.raises(RefusedError if begins else ValueError):
        simulate(Cohort(size=size), Plan(), executor=Nobody())


def test_who_names_both_gets_it_however_much_it_is():
    with pytest.raises(RefusedError):
        simulate(MILLION, FOUR_PLANS, weeks=6, keep=("symptoms", "skill"), keep_weeks=range(7), executor=Nobody())


A_MILLION = """
import pathlib, resource
from toolkit.model import FOUR_PLANS, Cohort, simulate

course = simulate(Cohort(size=1_000_000), FOUR_PLANS, keep=("symptoms",), keep_weeks=(0, 12, 52))
assert course.symptoms.shape == (3, 4, 1_000_000)
if pathlib.Path("/proc/self/status").exists():  # Linux hands a parent's peak on to its children, but for this one
    said = pathlib.Path("/proc/self/status").read_text()
    print(int(said.partition("VmHWM:")[2].split()[0]) * 1024)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.slow
def test_a_million_people_fit_into_a_gigabyte():
    pytest.importorskip("resource", reason="Windows does not tell the peak")
    done = subprocess.run([sys.executable, "-c", A_MILLION], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 1e9
