"""A game: one toy person, you prescribe. The score errs, side effects are told, and the truth is shown at the end."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, INK, axis, dots, line, words
from toolkit.model import WAITING, Cohort, Medication, Model, Orders, Plan, simulate
from toolkit.model.cohort import response_to_another

WEEKS = 24
CHOICES = {
    "act": (
        "What do you do today?",
        {
            "stay": "leave it as it is",
            "raise": "double the dose",
            "lower": "halve the dose",
            "switch": "another medicine",
            "therapy": "add weekly therapy",
        },
    ),
    "visit": ("Next visit in", {"2": "2 weeks", "1": "1 week", "4": "4 weeks", "8": "8 weeks"}),
}


class Prescriber:
    """The state of the game: what was ordered in each week, and the weeks of the visits.

    The person's whole life is worked out anew after each decision; the luck is the same, so the past never changes.
    """

    def __init__(self, seed=4):
        self.seed = seed
        self.begin()

    def begin(self):
        """The first visit: half a dose of the first medicine stands ready."""
        self.dose, self.sessions = np.full(WEEKS, 0.5), np.zeros(WEEKS)
        self.medicine = np.zeros(WEEKS, dtype=int)
        self.visits = [0]

    def again(self):
        """Another person."""
        self.seed += 1
        self.begin()

    @property
    def week(self):
        """Week of the present visit."""
        return self.visits[-1]

    @property
    def over(self):
        """Whether half a year has passed."""
        return self.week >= WEEKS

    @property
    def cohort(self):
        """The one person."""
        return Cohort(size=1, seed=self.seed)

    def take(self, act, visit):
        """Do something today, and wait until the next visit."""
        week = self.week
        now = self.dose[max(week - 1, 0)]
        dose = {"raise": min(2 * now, 4.0), "lower": now / 2, "switch": 0.5}.get(act, now)
        self.dose[week:] = dose
        if act == "switch":
            self.medicine[week:] += 1
        if act == "therapy":
            self.sessions[week:] = 1
        self.visits.append(min(week + int(visit), WEEKS))

    def life(self):
        """The person's life under all orders so far."""

        def orders(visit):
            week = visit.week
            return Orders(dose=self.dose[week], sessions=self.sessions[week], medicine=self.medicine[week])

        kept = ("symptoms", "side_effects")
        return simulate(self.cohort, Plan(Medication(stop=WEEKS), policy=orders), WEEKS, keep=kept)

    def rated(self, life, week):
        """The score as rated: it errs, and a scale has no points below 0."""
        return max(float(life.ratings(week)[0, 0]), 0.0)

    def others(self):
        """What would have been on a waiting list and with one usual dose, the same luck."""
        plans = {WAITING: Plan(), "medication": Plan(Medication(stop=WEEKS))}
        return simulate(self.cohort, plans, WEEKS, keep=("symptoms",))

    def picture(self):
        """Scores as seen at the visits so far, the dose below; at the end the truth."""
        life = self.life()
        seen = [self.rated(life, week) for week in self.visits]
        traces = [dots(self.visits, seen, name="score as rated", hover="%{y:.0f} points")]
        traces += [
            words([week], [score + 1.6], [f"{score:.0f}"], position="top center")
            for week, score in zip(self.visits, seen, strict=True)
        ]
        traces += self.truth(life) if self.over else []
        given = line(
            *(np.arange(self.week + 1), np.append(self.dose, self.dose[-1])[: self.week + 1]),
            name="dose",
            panel=2,
            hover="%{y:g}",
            colour="medication",
        )
        given |= {"line": {**given["line"], "shape": "hv"}, "mode": "lines+markers"}
        given["marker"] = {"color": given["line"]["color"], "symbol": "circle", "size": 6}
        weeks = explore.ticked_axis("week", -0.5, WEEKS + 0.5, 4, WEEKS)
        return explore.picture(
            [*traces, given],
            (weeks, axis("score (lower is better)", -6, 48)),
            (weeks, axis("dose ordered", 0, 4.3, tickvals=[0, 1, 2, 4])),
            widths=(12, 2, 7),
            height=330,
            legend="left",
        )

    def truth(self, life):
        """What was hidden: the true score, and the same person on a waiting list and with one usual dose."""
        weeks = np.arange(WEEKS + 1)
        traces = [line(weeks, life.symptoms[:, 0, 0], name="true score, your care", colour=INK)]
        others = self.others()
        for name, label in ((WAITING, WAITING), ("medication", "one usual dose")):
            style = ARMS[name]
            scores = others.symptoms[:, others.arm(name), 0]
            traces.append(line(weeks, scores, name=label, colour=style.colour, dash=style.dash))
        return [{**trace, "showlegend": True} for trace in traces]

    def sentence(self):
        """What the prescriber knows now."""
        life, week = self.life(), self.week
        score = self.rated(life, week)
        told = f"Person {self.seed}, week {week}. Score today {score:.0f} points, as rated. {self.complaints(life)}"
        if not self.over:
            treated = "with" if self.sessions[min(week, WEEKS - 1)] else "without"
            now = max(week - 1, 0)
            return f"{told} Ordered: medicine {self.medicine[now] + 1}, dose {self.dose[now]:g}, {treated} therapy."
        return f"{told} {self.reveal(life)}"

    def complaints(self, life):
        """Side effects as people tell them."""
        if life.stop_week[0, 0] <= self.week:
            return f"Has not taken it since week {life.stop_week[0, 0]:.0f}, and will not begin again."
        felt = float(life.side_effects[self.week, 0, 0])
        if felt >= 1:
            return "Side effects: hard to bear."
        return "Side effects: some, bearable." if felt > 0.3 else "Side effects: hardly any."

    def reveal(self, life):
        """The end: true scores, and the traits that nobody could see."""
        others, traits = self.others(), self.cohort.traits
        waiting, usual = others.symptoms[-1, :, 0]
        responses = [float(traits.drug_response[0])]
        for number in range(1, int(self.medicine.max()) + 1):
            another = response_to_another(self.cohort, range(1), number, Model().drug.likeness, traits.drug_response)
            responses.append(float(another[0]))
        gains = ", ".join(f"{response:.1f}" for response in responses)
        return (
            f"Half a year is over. True score: {life.symptoms[-1, 0, 0]:.0f} with your care, {usual:.0f} on one usual dose, "
            f"{waiting:.0f} on a waiting list. What was hidden: gain from each medicine tried {gains} (1 is average), with "
            f"time alone {100 * float(traits.recovery[0]):.1f}\u00a0% better a week, side effects "
            f"{float(traits.side_effects[0]):.1f} at one dose (1 is barely bearable). "
            f"{len(self.visits) - 1} visits after the first."
        )


def prescriber(seed=4):
    """The game on the page."""
    return explore.Turns(
        title="You are the prescriber",
        choices=CHOICES,
        game=Prescriber(seed),
        act="Do it and wait",
        again="Another person",
    )
