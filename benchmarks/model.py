"""How fast the model is, as ratios from one run: `python -m benchmarks.model`.

Times are the best of several rounds in which the things compared take turns, so that a busy machine slows all alike.
Peers (scipy, mesa) need the test extra; they run a small sample and are scaled to the same number of patient-weeks.
"""

import os
import resource
import subprocess
import sys
import time

import numpy as np

from toolkit.model import FOUR_PLANS, POINTS, Cohort, Model, simulate
from toolkit.model.randomness import PANEL, stream

SIZE, WEEKS, ROUNDS = 10_000, 52, 15
EVERY_SWITCH = {
    "plasticity.undirected": 0.5,
    "state_dependence.strength": 0.5,
    "withdrawal.strength": 0.2,
    "loop.strength": 0.1,
}


def best(rounds=ROUNDS, **tasks):
    """Seconds of the best round of each task; the tasks take turns."""
    seconds = dict.fromkeys(tasks, np.inf)
    for _ in range(rounds):
        for name, task in tasks.items():
            start = time.perf_counter()
            task()
            seconds[name] = min(seconds[name], time.perf_counter() - start)
    return seconds


def shared_draws(cohort=Cohort(size=SIZE), arms=1):
    """Everything random that the arms of a run share: traits, and two normal and one uniform number per patient-week."""
    for panel in range(cohort.panels):
        cohort.people(range(panel, panel + 1))
        for _ in range(arms):
            noise, chance = (stream(cohort.seed, purpose, panel) for purpose in ("noise", "stress"))
            for weeks in (16, 16, 16, 4):
                noise.standard_normal((weeks, 2, PANEL))
                chance.random((weeks, PANEL))


def run(model=None, size=SIZE, **options):
    """The run of the budget: four arms, a year, the score kept."""
    return simulate(Cohort(size=size), FOUR_PLANS, WEEKS, model, keep=("symptoms",), **options)


def kernel():
    """The run against the draws that it cannot do without."""
    every = Model().replace(EVERY_SWITCH)
    seconds = best(
        shared=shared_draws,
        independent=lambda: shared_draws(arms=4),
        full=run,
        every=lambda: run(every),
        additive=lambda: run(Model.additive()),
        slider=lambda: run(size=500),
    )
    daily = best(3, daily=lambda: run(steps_per_week=7))["daily"]
    full, shared = seconds["full"], seconds["shared"]
    print(f"shared draws, {SIZE:,} patients x {WEEKS} weeks    {shared * 1e3:7.1f} ms")
    print(f"full run, four arms, score kept           {full * 1e3:7.1f} ms   {full / shared:.2f} x shared draws")
    print(f"  against draws of its own for each arm              {full / seconds['independent']:.2f} x")
    print(
        f"  every switch on                         {seconds['every'] * 1e3:7.1f} ms   {seconds['every'] / shared:.2f} x"
    )
    print(
        f"  every interaction off                   {seconds['additive'] * 1e3:7.1f} ms   {seconds['additive'] / shared:.2f} x"
    )
    print(f"  seven steps a week                      {daily * 1e3:7.1f} ms   {daily / full:.1f} x weekly")
    print(f"500 patients (a slider's move)            {seconds['slider'] * 1e3:7.1f} ms")
    return full / (SIZE * WEEKS * len(FOUR_PLANS))


def growth():
    """Time and peak memory from a thousand to a million patients, each in a process of its own."""
    code = "from benchmarks.model import grown; grown({})"
    for size in (1_000, 10_000, 100_000, 1_000_000):
        print(python(code.format(size)), end="")


def python(code):
    """What a Python of its own prints for a line of code, with the bytecode of an earlier start as on a user's machine."""
    setting = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=setting, capture_output=True, text=True, check=True).stdout  # noqa: S603


def grown(size):
    """One line of `growth`."""
    run(size=min(size, 1000))
    start = time.perf_counter()
    run(size=size, keep_weeks=(0, 12, 52))
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{size:>9,} patients  {seconds:8.3f} s  {seconds / size * 1e6:6.2f} us a patient  peak {memory:5.0f} MB")


def imports():
    """What importing the model adds to numpy."""
    code = "import numpy, time; start = time.perf_counter(); import toolkit.model; print(time.perf_counter() - start)"
    fastest = min(float(python(code)) for _ in range(7))
    print(f"import of toolkit.model after numpy       {fastest * 1e3:7.1f} ms")


def peers(ours):
    """The same equations patient by patient: scipy's solve_ivp, and mesa's agents."""
    for name, peer, patients in (("scipy solve_ivp", by_solve_ivp, 15), ("mesa agents", by_mesa, 100)):
        seconds = best(3, peer=lambda peer=peer, patients=patients: peer(patients))["peer"]
        each = seconds / (patients * WEEKS * len(FOUR_PLANS))
        print(
            f"{name:<16} {each * 1e6:7.2f} us per patient-week and arm, {each / ours:6.0f} x ours ({patients} patients, scaled)"
        )


def slopes(model, traits, patient):
    """The equations of one patient as plain functions of what is given and the state: what a user would write."""
    s0, c0 = traits.somatic[patient], traits.cognitive[patient]
    burden, recovery, alliance = (s0 + c0) / 2, traits.recovery[patient], traits.alliance[patient]
    relief = model.drug.strength * traits.drug_response[patient] * burden
    mastery = model.skill.strength * traits.therapy_response[patient] * burden
    up, down, tau = (
        model.symptoms.cognitive_to_somatic,
        model.symptoms.somatic_to_cognitive,
        model.symptoms.relaxation_weeks,
    )

    met = model.contact.strength * np.exp(model.contact.alliance * (alliance - 0.6)) * burden

    def contact(state, going_on):
        return (1 - state) / model.contact.building_weeks if going_on else -state / model.contact.fading_weeks

    def slope(week, state, dose, sessions, visits, strain=0.0):
        s, c, level, effect, skill, from_visits, from_sessions = state
        gate = 1 / (1 + np.exp((s - model.gate.threshold) / model.gate.width))
        rate = model.skill.learning_rate * alliance * gate * (1 + model.plasticity.gain * effect) * sessions
        drive = np.exp(-recovery * week)
        strain = strain * (1 - model.stress.buffer * skill) - met * max(from_visits, from_sessions)
        return (
            ((s0 - up * c0) * drive - relief * effect + strain - s + up * c) / tau,
            ((c0 - down * s0) * drive - mastery * skill + strain - c + down * s) / tau,
            (dose - level) * np.log(2) * 7 / model.drug.half_life_days,
            (level / (level + model.drug.half_occupancy_level) - effect) / model.drug.delay_weeks,
            rate * (1 - skill) - model.skill.forgetting * skill,
            contact(from_visits, visits),
            contact(from_sessions, sessions > 0),
        )

    return slope, (s0, c0, 0.0, 0.0, 0.0, 0.0, 0.0)


def given(plan, week):
    """Dose, sessions and whether there are visits in a week of a plan of FOUR_PLANS."""
    dose = plan.medication.dose if plan.medication and week < plan.medication.stop else 0.0
    sessions = plan.therapy.sessions_per_week if plan.therapy and week < plan.therapy.stop else 0.0
    return dose, sessions, week < plan.visits.stop


def by_solve_ivp(patients):
    """Every patient and arm by scipy, without noise, at scipy's own tolerance."""
    from scipy.integrate import solve_ivp

    model, traits = Model(), Cohort(size=patients).traits
    for patient in range(patients):
        slope, start = slopes(model, traits, patient)
        for plan in FOUR_PLANS.values():
            solve_ivp(
                lambda week, y, f=slope, p=plan: f(week, y, *given(p, week)), (0, WEEKS), start, t_eval=range(WEEKS + 1)
            )


def by_mesa(patients):
    """Every patient and arm an agent that takes a weekly step, with noise and stress of its own."""
    import mesa

    model, traits = Model(), Cohort(size=patients).traits

    class Patient(mesa.Agent):
        def __init__(self, world, patient, plan):
            super().__init__(world)
            self.slope, self.state = slopes(model, traits, patient)
            self.plan, self.strain, self.scores = plan, 0.0, []

        def step(self):
            week, luck = len(self.scores), self.random
            change = self.slope(week, self.state, *given(self.plan, week), self.strain)
            jolts = [luck.gauss(0, model.symptoms.noise) for _ in range(2)] + [0.0] * 5
            self.state = [
                now + min(max(by, -1), 1) + jolt for now, by, jolt in zip(self.state, change, jolts, strict=True)
            ]
            self.strain *= np.exp(-1 / model.stress.fading_weeks)
            if luck.random() < model.stress.blows_per_week:
                self.strain += luck.expovariate(1 / model.stress.size)
            self.scores.append((self.state[0] + self.state[1]) * POINTS / 2)

    world = mesa.Model()
    for patient in range(patients):
        for plan in FOUR_PLANS.values():
            Patient(world, patient, plan)
    for _ in range(WEEKS):
        world.agents.do("step")


if __name__ == "__main__":
    ours = kernel()
    growth()
    imports()
    peers(ours)
