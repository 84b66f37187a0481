"""Trials with all four arms: nothing (placebo or visits), medication, therapy, both. Which arm is which is data."""

import dataclasses

from toolkit.model import EXPECTED_FROM_BOTH, proportion

from .findings import finding


@dataclasses.dataclass(frozen=True)
class Factorial:
    """A four-arm comparison of one outcome at one time, read from a finding.

    `arms` names the arms in the order nothing, medication, therapy, both. With `turned`, the published share is of a bad
    outcome (recurrence) and is turned into the share without it. `counted`: a share of people, so that an interval can be
    worked out from the number of people where none was published.
    """

    id: str
    what: str
    arms: tuple[str, str, str, str]
    outcome: str | None = None
    weeks: float | None = None
    turned: bool = False
    counted: bool = True

    @property
    def finding(self):
        """The finding the figures were read from."""
        return finding(self.id)

    @property
    def label(self):
        """Author, year and what was counted; ▲ supports adding up, ▼ is counter-evidence."""
        sign = "▼" if self.finding.counter_evidence else "▲"
        return f"{sign} {self.finding.short}: {self.what}"

    @property
    def shares(self):
        """Shares with the good outcome (0 to 1), in the order of `arms`."""
        return tuple(1 - arm.value if self.turned else arm.value for arm in self.read)

    @property
    def interval(self):
        """95 % interval of the share with both, published or worked out from the count; None where neither can be had."""
        both = self.read[3]
        if both.ci:
            low, high = both.ci
            return (1 - high, 1 - low) if self.turned else (low, high)
        if both.n and self.counted:
            return tuple(proportion(self.shares[3] * both.n, both.n)[1:])
        return None

    def expected(self, scale):
        """Share expected with both if the two just add up on a scale of EXPECTED_FROM_BOTH."""
        return EXPECTED_FROM_BOTH[scale](*self.shares[:3])

    @property
    def read(self):
        """The four arms as read from the finding."""
        return [self.finding.arm(name, self.outcome, self.weeks) for name in self.arms]


FACTORIAL = (
    Factorial(
        "walkup2008_cams",
        "children's anxiety, response at 12 weeks",
        ("placebo", "sertraline", "CBT", "sertraline + CBT"),
    ),
    Factorial(
        "tads2004", "teenagers' depression, response at 12 weeks", ("placebo", "fluoxetine", "CBT", "fluoxetine + CBT")
    ),
    Factorial(
        "pots2004", "children's OCD, remission at 12 weeks", ("placebo", "sertraline", "CBT", "CBT + sertraline")
    ),
    Factorial(
        "blanco2010_sad",
        "social anxiety, response at 12 weeks",
        ("placebo", "phenelzine", "group CBT", "combined"),
        "response (CGI)",
        12,
    ),
    Factorial(
        "blanco2010_sad",
        "social anxiety, remission at 12 weeks",
        ("placebo", "phenelzine", "group CBT", "combined"),
        "remission (CGI=1)",
        12,
    ),
    Factorial(
        "reynolds1999",
        "over 59, no recurrence in 3 years",
        ("placebo + clinic visits", "nortriptyline + clinic visits", "IPT + placebo", "nortriptyline + IPT"),
        turned=True,
    ),
    Factorial(
        "reynolds2006",
        "70 and over, no recurrence in 2 years",
        (
            "placebo + clinical management",
            "paroxetine + clinical management",
            "placebo + psychotherapy",
            "paroxetine + psychotherapy",
        ),
        turned=True,
    ),
    Factorial(
        "foa2005",
        "adults' OCD, response at 12 weeks",
        ("placebo", "clomipramine", "exposure + ritual prevention (ERP)", "ERP + clomipramine"),
        "response, treated",
    ),
    Factorial(
        "davidson2004_socialphobia",
        "social phobia, response at 14 weeks",
        ("placebo", "fluoxetine", "group CBT", "group CBT + fluoxetine"),
    ),
    Factorial(
        "combine2006",
        "alcohol, days without drinking over 16 weeks",
        (
            "placebo + medical management",
            "naltrexone + medical management",
            "CBI + placebo + medical management",
            "naltrexone + CBI + medical management",
        ),
        counted=False,
    ),
    Factorial(
        "nordahl2016_sad",
        "social anxiety, recovered a year later",
        ("placebo", "paroxetine", "cognitive therapy", "cognitive therapy + paroxetine"),
    ),
)
"""Every factorial comparison in the findings, those for adding up and those against."""
