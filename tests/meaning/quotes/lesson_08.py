"""What lesson 08 says of studies and of its toy, and what holds it."""

import numpy as np

from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import EIGHT, steps_fall
from tests.meaning.quoting import across, effect, quotes, share, told, toy, why

QUOTES = [
    *quotes(
        "08",
        ("{}, {}, {} and {} % well at steps 1 to 4", *(share("stard2006", f"step {n}") for n in range(1, 5))),
        (
            "{} or {} %? The famous {} % is the product rule: it assumes that nobody leaves",
            share("stard2006", "cumulative, theoretical"),
            share("pigott2023", "cumulative, reanalysis"),
            share("stard2006", "cumulative, theoretical"),
            why("stard2006", "assumes nobody leaves"),
        ),
        ("A reanalysis (Pigott 2023) counts {} %", share("pigott2023", "cumulative, reanalysis")),
        ("saying that {} people were wrongly left out", told("pigott2023", r"dropped (\d+) patients")),
        (
            "with the same two drugs, care steered by rating scales brought response in {} % against {} %",
            share("guo2015_mbc", "measurement-based care", "response"),
            share("guo2015_mbc", "standard care", "response"),
            why("guo2015_mbc", "With the same two drugs"),
        ),
        (
            "The trial was small (120 people, one clinic), and the measured group also got higher doses",
            why("guo2015_mbc", "120", "Single site", "higher doses"),
        ),
        (
            "PET scans found about 80 % of the target filled at the lowest usual dose",
            why("meyer2004_sert", "about 80%", "lowest effective dose"),
        ),
        (
            "Across {} studies benefit levels off while dropout for side effects climbs with the dose",
            told("furukawa2019_dose", r"(\d+) (?:studies|trials|RCTs)"),
            why("furukawa2019_dose", "dropout for side effects keeps climbing with dose"),
        ),
        (
            "{} % reported a bothersome one about three months in, and doctors underestimated them",
            share("hu2004_sideeffects", "SSRI starters", "bothersome side"),
            why("hu2004_sideeffects", "doctors underestimated them"),
        ),
        (
            "each extra visit went with {} or {} points more fall of the score on placebo",
            effect("posternak2007_visits", "week 3"),
            effect("posternak2007_visits", "week 5"),
            why("posternak2007_visits", "even on placebo"),
        ),
        (
            "Trials were compared with each other; visits were not drawn by lot",
            why("posternak2007_visits", "not randomised visit frequency"),
        ),
        (
            "About {} points more than placebo on average (Jakobsen 2017), which these authors call small",
            effect("jakobsen2017_ssri", digits=1),
            why("jakobsen2017_ssri", "judge small", against=True),
        ),
        (
            "All {} antidepressants in a larger comparison did beat placebo, and differed little from each other",
            told("cipriani2018", r"All (\d+) antidepressants"),
            why("cipriani2018", "differ modestly from each other"),
        ),
    ),
    *quotes(
        "08 sheet",
        (
            "About a third got well at the first step, and roughly one in eight at the third and fourth",
            why(
                "stard2006",
                "about a third remitted on the first",
                "roughly one in eight at steps three and four",
                against=False,
            ),
        ),
        (
            "Benefit levels off as the dose goes up, while people go on leaving because of side effects",
            why("furukawa2019_dose", "flat or falling", "keeps climbing"),
        ),
    ),
    *quotes(
        "08 words",
        (
            "Success falls from step to step. The squares show what one and the same medicine does, "
            "never changed: nearly the same fall",
            toy(EIGHT, "Four different medicines", lambda s: steps_fall(s, "rule") and steps_fall(s, "usual")),
        ),
        (
            "Anyone not well after 12 weeks tries the next one",
            toy(EIGHT, "Four different medicines", lambda s: s.values["patience"] == 12 and s.values["medicines"] == 4),
        ),
        (
            "The steps fall all the same: who gets well leaves the group, and those who have not been helped yet "
            "stay in it",
            toy(EIGHT, "The same pill four times", lambda s: steps_fall(s, "rule") and s.values["medicines"] == 1),
        ),
        (
            "The steps still fall, from time, visits and selection alone",
            toy(
                EIGHT,
                "A dummy pill four times",
                lambda s: s.result.success("rule")[3] < s.result.success("rule")[0] and s.values["strength"] == 0,
            ),
        ),
        (
            "Medicines 1.4 times as strong as the toy's own, and more people leaving",
            across(
                EIGHT,
                "Steps like STAR*D",
                OPENING,
                lambda star, usual: star.values["strength"] == 1.4 and star.values["leaving"] > usual.values["leaving"],
            ),
        ),
        (
            "The first two steps come near those of the large trial (published: {} and {} %), and so do both totals of the "
            "quarrel. The last two stay too high (published: {} and {} %)",
            *(share("stard2006", f"step {n}") for n in range(1, 5)),
            toy(
                EIGHT,
                "Steps like STAR*D",
                lambda s: (
                    abs(s.result.success("rule")[:2] - [37, 31]).max() < 5
                    and abs(s.result.if_nobody_left("rule") - 67) < 4
                    and abs(s.result.counted("rule") - 35) < 4
                    and (s.result.success("rule")[2:] - [14, 13]).min() > 3.5
                ),
            ),
        ),
        (
            "hardly anybody more gets well, and many more have weeks that are hard to bear",
            toy(
                EIGHT,
                "Raise without limit",
                lambda s: (
                    s.result.well("rule")[-1] - s.result.well("usual")[-1] < 6
                    and s.result.hard("rule") > s.result.hard("usual") + 15
                ),
            ),
        ),
        (
            "Far fewer hard weeks than raising without limit",
            across(
                EIGHT,
                "Measured care",
                "Raise without limit",
                lambda measured, raised: measured.result.hard("rule") < 0.7 * raised.result.hard("rule"),
            ),
        ),
        (
            "The gain over one steady dose stays small in this toy. More people stop than on one steady dose",
            toy(
                EIGHT,
                "Measured care",
                lambda s: (
                    abs(s.result.well("rule")[-1] - s.result.well("usual")[-1]) < 6
                    and s.result.stopped("rule") > s.result.stopped("usual")
                ),
            ),
        ),
        (
            "more of them stop",
            across(
                EIGHT,
                "Measured by impression",
                "Measured care",
                lambda impression, scale: impression.result.stopped("rule") > scale.result.stopped("rule"),
            ),
        ),
        (
            "A dummy pill, but a visit every week",
            toy(EIGHT, "Visits alone", lambda s: s.values["strength"] == 0 and s.values["every"] == 1),
        ),
        (
            "Here it then does as well as the medicine does with the four visits of a trial",
            toy(EIGHT, "Visits alone", lambda s: abs(s.result.well("rule")[-1] - s.result.well("usual")[-1]) < 5),
        ),
    ),
    *quotes(
        "08",
        (
            "Success falls from step to step: with four medicines, with one, and with a dummy pill",
            toy(
                EIGHT,
                OPENING,
                lambda s: all(np.diff(s.result.success(who)).max() < -1 for who in ("rule", "usual", "dummy")),
            ),
        ),
        (
            "If nobody left and counted are far apart",
            toy(EIGHT, OPENING, lambda s: s.result.if_nobody_left("rule") > s.result.counted("rule") + 10),
        ),
        (
            "Measured care makes more people stop than one steady dose",
            toy(EIGHT, "Measured care", lambda s: s.result.stopped("rule") > s.result.stopped("usual")),
        ),
    ),
    *quotes(
        "08 sheet",
        (
            "Success falls from step to step with four medicines, and nearly as much with one",
            toy(EIGHT, OPENING, lambda s: steps_fall(s, "rule") and steps_fall(s, "usual")),
        ),
        (
            "The target is almost full at one usual dose. Beyond it, side effects rise",
            toy(
                EIGHT,
                "Raise without limit",
                lambda s: s.result.occupied("usual") > 70 and s.result.hard("rule") > s.result.hard("usual"),
            ),
        ),
        (
            "the distance between the two totals is people who went",
            toy(EIGHT, OPENING, lambda s: s.result.if_nobody_left("rule") > s.result.counted("rule") + 10),
        ),
    ),
]
