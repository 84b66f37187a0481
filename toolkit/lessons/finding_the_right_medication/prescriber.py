"""A game: one person of the model, you prescribe. The score errs, side effects are told, and the truth is shown at the end."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, INK, axis, dots, line, words
from toolkit.lessons.words import Words
from toolkit.model import MEDICATION, WAITING, Cohort, Medication, Model, Orders, Plan, simulate
from toolkit.model.cohort import response_to_another

WORDS = Words(__package__)
say = WORDS.say
WEEKS = 24
HIGHEST = 4.0
NEVER = WEEKS + 1
OTHER = (5, 15)
"""Between these weeks another doctor's tablet comes in, which makes each dose act as two until somebody checks."""


class Prescriber:
    """The state of the game: what was ordered in each week, and the weeks of the visits.

    The person's whole life is worked out anew after each decision; the luck is the same, so the past never changes.
    """

    def __init__(self, seed=4):
        self.seed = seed
        self.begin()

    def begin(self):
        """The first visit: half a dose of the first medication stands ready."""
        self.dose, self.sessions = np.full(WEEKS, 0.5), np.zeros(WEEKS)
        self.medication = np.zeros(WEEKS, dtype=int)
        self.visits, self.checked = [0], NEVER
        self.other = int(np.random.default_rng((self.seed, 8)).integers(*OTHER))

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

    @property
    def acts(self):
        """Doses as they act in each week: twice as much while the other tablet is taken and nobody has checked."""
        weeks = np.arange(WEEKS)
        return np.minimum(self.dose * np.where((weeks >= self.other) & (weeks < self.checked), 2, 1), HIGHEST)

    def take(self, act, visit):
        """Do something today, and wait until the next visit."""
        week = self.week
        now = self.dose[max(week - 1, 0)]
        self.dose[week:] = {"raise": min(2 * now, HIGHEST), "lower": now / 2, "switch": 0.5}.get(act, now)
        if act == "switch":
            self.medication[week:] += 1
        if act == "therapy":
            self.sessions[week:] = 1
        if act == "check" and week >= self.other:
            self.checked = min(self.checked, week)
        self.visits.append(min(week + int(visit), WEEKS))

    def life(self):
        """The person's life under all orders so far."""
        acts = self.acts

        def orders(visit):
            week = visit.week
            return Orders(dose=acts[week], sessions=self.sessions[week], medication=self.medication[week])

        kept = ("symptoms", "side_effects")
        return simulate(self.cohort, Plan(Medication(stop=WEEKS), policy=orders), WEEKS, keep=kept)

    def rated(self, life, week):
        """The score as rated: it errs, and a scale has no points below 0."""
        return max(float(life.ratings(week)[0, 0]), 0.0)

    def others(self):
        """What would have been on a waiting list and with one usual dose, the same luck."""
        plans = {WAITING: Plan(), MEDICATION: Plan(Medication(stop=WEEKS))}
        return simulate(self.cohort, plans, WEEKS, keep=("symptoms",))

    def picture(self):
        """Scores as seen at the visits so far, the dose beside; at the end the truth."""
        life = self.life()
        seen = [self.rated(life, week) for week in self.visits]
        traces = [dots(self.visits, seen, name=say("game_rated"), hover=say("game_points"))]
        traces += [
            words([week], [score + 1.6], [f"{score:.0f}"], position="top center")
            for week, score in zip(self.visits, seen, strict=True)
        ]
        traces += self.truth(life) if self.over else []
        ordered = np.append(self.dose, self.dose[-1])[: self.week + 1]
        given = line(
            *(np.arange(self.week + 1), ordered),
            **{"name": say("game_dose"), "panel": 2, "hover": "%{y:g}", "colour": "medication"},
        )
        given |= {"line": {**given["line"], "shape": "hv"}, "mode": "lines+markers"}
        given["marker"] = {"color": given["line"]["color"], "symbol": "circle", "size": 6}
        weeks = explore.ticked_axis(say("week"), -0.5, WEEKS + 0.5, 4, WEEKS)
        return explore.picture(
            [*traces, given],
            (weeks, axis(say("game_score"), -6, 48)),
            (weeks, axis(say("game_ordered"), 0, 4.3, tickvals=[0, 1, 2, 4])),
            widths=(12, 2, 7),
            height=330,
            legend="left",
        )

    def truth(self, life):
        """What was hidden: the true score, and the same person on a waiting list and with one usual dose."""
        weeks = np.arange(WEEKS + 1)
        traces = [line(weeks, life.symptoms[:, 0, 0], name=say("game_yours"), colour=INK)]
        others = self.others()
        for name in (WAITING, MEDICATION):
            style = ARMS[name].called(WORDS.says("game_lives")[name])
            scores = others.symptoms[:, others.arm(name), 0]
            traces.append(line(weeks, scores, name=style.label, colour=style.colour, dash=style.dash))
        return [{**trace, "showlegend": True} for trace in traces]

    def sentence(self):
        """What the prescriber knows now."""
        return " ".join(self.told(self.life()))

    def told(self, life):
        """The same, sentence by sentence."""
        yield say("game_now", person=self.seed, week=self.week, score=self.rated(life, self.week))
        yield self.side_effects(life)
        if self.week >= self.other:
            yield say("game_other" if self.checked > self.week else "game_checked")
        if self.over:
            yield from self.reveal(life)
        else:
            now = max(self.week - 1, 0)
            treated = "game_therapy" if self.sessions[now] else "game_no_therapy"
            yield say("game_orders", number=self.medication[now] + 1, dose=self.dose[now], therapy=say(treated))

    def side_effects(self, life):
        """Side effects as people tell them."""
        if life.stop_week[0, 0] <= self.week:
            return say("game_stopped", week=life.stop_week[0, 0])
        felt = float(life.side_effects[self.week, 0, 0])
        return say("game_hard" if felt >= 1 else "game_some" if felt > 0.3 else "game_none")

    def reveal(self, life):
        """The end: true scores, and what nobody could see."""
        others, traits = self.others(), self.cohort.traits
        waiting, usual = others.symptoms[-1, :, 0]
        yield say("game_over", yours=life.symptoms[-1, 0, 0], usual=usual, waiting=waiting)
        responses = [float(traits.drug_response[0])]
        for number in range(1, int(self.medication.max()) + 1):
            another = response_to_another(self.cohort, range(1), number, Model().drug.likeness, traits.drug_response)
            responses.append(float(another[0]))
        gains = ", ".join(f"{response:.1f}" for response in responses)
        yield say(
            "game_hidden", gains=gains, recovery=100 * float(traits.recovery[0]), felt=float(traits.side_effects[0])
        )
        yield say("game_doubled", start=self.other, end=min(self.checked, WEEKS))


def prescriber(seed=4):
    """The game on the page."""
    return explore.Turns(
        title=say("game_title"),
        choices={name: (say(f"game_{name}"), WORDS.says(f"game_{name}s")) for name in ("act", "visit")},
        game=Prescriber(seed),
        act=say("game_do"),
        again=say("game_again"),
    )
