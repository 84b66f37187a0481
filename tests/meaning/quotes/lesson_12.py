"""What lesson 12 says of studies and of its model, and what holds it."""

from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes.lesson_02 import lead
from tests.meaning.quotes.reading import TEN, thirds_are_as_said
from tests.meaning.quoting import across, effect, fills, quotes, share, told, toy, why
from toolkit.evidence import finding
from toolkit.lessons.who_benefits.people import WEEK, Clinic
from toolkit.model import simulate

FOUR_OVER_59 = ("nortriptyline + IPT", "nortriptyline + clinic", "IPT + placebo", "placebo + clinic")
FOUR_70 = ("paroxetine + psychotherapy", "paroxetine + clinical", "placebo + psychotherapy", "placebo + clinical")
THIRD = "A random third"


def severe_people_gain_a_little_less():
    """Standardised, and with many people; without the door it is not so."""
    clinic = marker_at({"who": "severe", "people": 10_000})
    assert 0 < clinic.effect_of_therapy(clinic.others) - clinic.effect_of_therapy(clinic.picked) < 0.1
    no_door = clinic.course.model.replace({"gate.strength": 0.0})
    again = simulate(clinic.course.cohort, clinic.course.plans, WEEK, no_door, keep=("symptoms",), keep_weeks=(WEEK,))
    open_ = Clinic(again, "severe", 70)
    assert open_.effect_of_therapy(open_.others) < open_.effect_of_therapy(open_.picked)


def negative_thinking_gains_a_little_more():
    clinic = marker_at({"who": "negative", "people": 10_000})
    assert 0 < clinic.mean("therapy") - clinic.mean("therapy", clinic.others) < 0.5


@fills
def end(id, place):
    """An end of the 95 % interval of the difference between the first two arms, people of 100 without a sign (our sum)."""
    one, other = finding(id).arms[:2]
    spread = 1.96 * sum(arm.value * (1 - arm.value) / arm.n for arm in (one, other)) ** 0.5
    return f"{abs(100 * (one.value - other.value + place * spread)):.0f}"


def shares(id, *arms, outcome=""):
    """The percentage of several arms."""
    return tuple(share(id, arm, outcome) for arm in arms)


def marker_at(values):
    """The lesson's result at some values."""
    return lived.at(12, **values)


def holds(check):
    """A ground that a check must pass."""

    def hold():
        assert check()

    return hold


BOXES = quotes(
    "12",
    (
        "added therapy for people whom antidepressants had not helped enough [cobalt2013]",
        why("cobalt2013", "had not responded to antidepressants", "doubled response at six months"),
    ),
    (
        "{} of 100 had halved their symptoms, and with usual care {} of 100",
        *shares("cobalt2013", "CBT + usual care", "usual care", outcome="response"),
    ),
    ("The difference may be {} to {} (our sum)", end("cobalt2013", -1), end("cobalt2013", 1)),
    ("But people knew their treatment", why("cobalt2013", "unblinded")),
    (
        "A difference from well-tended medication was not shown: over all groups, {} of 100 got well, and {} did not so far",
        share("kocsis2009_revamp", "all three arms", "remission"),
        share("kocsis2009_revamp", "all three arms", "remission", turned=True),
        why("kocsis2009_revamp", "no more remission than optimised medication alone", against=True),
    ),
    ("Twelve weeks may be short", why("kocsis2009_revamp", "RCT, 12 weeks", "critics say too short")),
    (
        "Therapy gained more in severe ({}) than in mild depression ({}) where trials compared the two",
        effect("driessen2010", "high"),
        effect("driessen2010", "low"),
        why("driessen2010", "in trials that tested it directly the effect was larger for high-severity"),
    ),
    (
        "With a dummy pill as the comparison, a difference by severity was not shown",
        why("furukawa2017_cbt_severity", "Against pill placebo", "did not depend on baseline severity"),
    ),
    (
        "One analysis of {} trials said yes [fournier2010]. A later one of {} did not show it",
        told("fournier2010", r"Only (\d+) trials"),
        told("rabinowitz2016", r"(\d+) RCTs"),
        why("fournier2010", "grew with severity"),
        why("rabinowitz2016", "did not change the drug-placebo difference", against=True),
    ),
    (
        "people with childhood trauma did better with therapy alone than with medication alone [nemeroff2003_trauma]. "
        "It was looked for afterwards",
        why("nemeroff2003_trauma", "did better with psychotherapy alone than with the drug alone", "post hoc"),
    ),
    (
        "therapy on top of medication helped people whom the medication had helped in part [rothbaum2006]",
        why("rothbaum2006", "only in people who had responded partially to the drug"),
    ),
    (
        "In veterans, a difference between exposure, medication and both was not shown",
        why("rauch2019_progress", "no difference between arms", against=True),
    ),
    (
        "Some people who had not got well with therapy did once a medication was added",
        why("dunlop2019_sequential", "partial responders to CBT who then got escitalopram did best"),
    ),
    (
        "Children with OCD improved about as often when they simply went on",
        why("skarphedinsson2015_nordlots", "equally well whether CBT continued or they switched", against=True),
    ),
    (
        "Of 100 people, {} improved, against {} where most began with self-help. But the rule gave full therapy to {} of 100 "
        "instead of {}",
        *shares("delgadillo2022_stratified", "stratified care", "stepped care", outcome="improvement"),
        *shares("delgadillo2022_stratified", "stratified care", "stepped care", outcome="full-intensity"),
        why("delgadillo2022_stratified", "may be dose rather than matching", "guided self-help"),
    ),
    (
        "Those who got the treatment that they wanted left less often and did slightly better [swift2018_preference]",
        why("swift2018_preference", "dropped out less and did slightly better"),
    ),
    (
        "In one trial they stayed longer, but that more of them got well was not shown",
        why("dunlop2017_predict", "made people stay but not remit more", against=True),
    ),
    (
        "scores should lie further apart with it than with a dummy pill. That was not shown",
        why("munkholm2020_variance", "the same with antidepressants as with placebo", against=True),
    ),
    (
        "A large trial once placed the gain in severe depression that was not chronic [hollon2014_RETRACTED_REPLACED]. Counting "
        "errors came to light, and the paper was retracted and replaced in 2016. The main result stands; the difference by "
        "severity does not",
        why(
            "hollon2014_RETRACTED_REPLACED",
            "retracted and replaced in 2016 because of counting errors",
            "overall conclusion",
            "lost significance: severity interaction",
        ),
    ),
    (
        "as they come out in trials that compared them [cuijpers2013_direct]",
        holds(lambda: abs(finding("cuijpers2013_direct").effect.value) < 0.05),
    ),
    ("The trial that we know of found the reverse [sotsky1991]", why("sotsky1991", "the reverse of the idea")),
    (
        "In PTSD the model predicts a gain from both. A large trial did not show one [rauch2019_progress]",
        why("rauch2019_progress", "no difference between arms", against=True),
    ),
)
TABLE = quotes(
    "12",
    (
        "halved: {} / {} of 100 | ▲ | people knew",
        *shares("cobalt2013", "CBT + usual care", "usual care", outcome="response"),
    ),
    (
        "therapy added / usual treatment | lead {} ({} to {}), larger in more severe illness",
        *lead("vanbronswijk2019_trd", "", ""),
        why("vanbronswijk2019_trd", "larger with higher baseline severity"),
    ),
    ("{} of 100 over all three | ▼", share("kocsis2009_revamp", "all three arms", "remission")),
    (
        "{} / {} adults | therapy / a second medication added | similar",
        told("thase2007_stard_ct", r"augmentation with CT (\d+)"),
        told("thase2007_stard_ct", r"CT \d+ vs drug (\d+)"),
        why("thase2007_stard_ct", "results similar to adding", "Fewer than a third", against=True),
    ),
    (
        "well: {} of 100 who had partly improved, {} of 100 others | ◆ | nobody simply went on",
        *shares("dunlop2019_sequential", "partial responders, either", "non-responders, either"),
        why("dunlop2019_sequential", "No arm continued monotherapy"),
    ),
    (
        "responded: {} / {} of 100 (fits {} fewer to {} more by going on, our sum)",
        *shares("skarphedinsson2015_nordlots", "continued CBT", "sertraline"),
        end("skarphedinsson2015_nordlots", -1),
        end("skarphedinsson2015_nordlots", 1),
    ),
    (
        "both ahead in severe recurrent depression; in milder not shown",
        why("thase1997", "no better than psychotherapy alone in milder", "clearly better in severe recurrent"),
    ),
    ("lead {} in severe, {} in mild", effect("driessen2010", "high"), effect("driessen2010", "low")),
    (
        "larger leads in more severe illness | ▲ | averages of trials; not in every analysis",
        why("papola2026_severity", "effects grew with baseline severity", "not confirmed in all sensitivity analyses"),
    ),
    (
        "CBT / dummy pill | lead {} ({} to {}); a difference by severity",
        *lead("furukawa2017_cbt_severity", "CBT", "SMD", minus=True),
    ),
    ("larger in more severe illness | ▲ | few trials", why("fournier2010", "grew with severity", "Only 6 trials")),
    ("few people with mild illness", why("rabinowitz2016", "mild cases are scarce", "Industry co-authors")),
    (
        "CBT / medication | a difference by severity not shown | ▼ | outpatients",
        why("weitz2015", "did not decide", against=True),
    ),
    (
        "both / medication / therapy | responded: {} / {} / {} of 100 | ▲ | no dummy pill",
        share("keller2000", "combined"),
        share("keller2000", "nefazodone"),
        share("keller2000", "CBASP psychotherapy"),
        why("keller2000", "No placebo arm"),
    ),
    (
        "16 trials, chronic depression | both / medication | lead {}",
        effect("cuijpers2010_chronic", "combined vs pharm"),
    ),
    (
        "ratio of those who respond {}: did not show a difference",
        effect("vonwolff2012_chronic", digits=2),
        why("vonwolff2012_chronic", "not significant", "High heterogeneity", against=True),
    ),
    (
        "differences of {} at most",
        effect("cuijpers2017_melancholia"),
        why("cuijpers2017_melancholia", "upper bound of all differences", "did not predict", against=True),
    ),
    ("kind did not tell which works", why("arnow2015_subtypes", "did not predict", against=True)),
    (
        "CBT added / not | a difference not shown | ▼ | {} to {} people in a group",
        told("wang2021_melancholic", r"\((\d+)-\d+ per arm"),
        told("wang2021_melancholic", r"\(\d+-(\d+) per arm"),
        why("wang2021_melancholic", "made no difference", against=True),
    ),
    (
        "less negative attitudes: better with CBT; more severe: better with medication or interpersonal therapy | ◆ | many signs",
        why(
            "sotsky1991",
            "LOW cognitive dysfunction with CBT",
            "HIGH severity and impaired function with imipramine and with interpersonal therapy",
            "many predictors",
        ),
    ),
    (
        "ill again in three years: {} / {} / {} / {} of 100 | ▲ | both over medication alone only a trend",
        *shares("reynolds1999", *FOUR_OVER_59),
        why("reynolds1999", "only showed a trend over nortriptyline alone"),
    ),
    (
        "ill again in two years: {} / {} / {} / {} of 100; both over medication not shown",
        *shares("reynolds2006", *FOUR_70),
        why("reynolds2006", "added nothing", "two-year", against=True),
    ),
    ("looked for afterwards; trauma remembered", why("nemeroff2003_trauma", "post hoc", "retrospective trauma report")),
    ("unequal contact", why("rothbaum2006", "Unequal contact between arms")),
    (
        "no winner at the end; later lead {} ({} to {})",
        *lead("merz2019_ptsd", "psychotherapy vs pharmacotherapy (network)", "", minus=True),
        why("merz2019_ptsd", "no approach won at the end of treatment"),
    ),
    ("a third did not finish", holds(lambda: 0.3 < 1 - finding("rauch2019_progress").arms[0].value < 0.36)),
    (
        "low activity: well on CBT; high: well on medication | ▲ | found and tested in the same people",
        why(
            "mcgrath2013_insula",
            "Low resting activity in the right front insula went with remission on CBT",
            "high activity went the other way",
            "found and tested in the same 38 people",
        ),
    ),
    (
        "results not read | ○ | tested on the trial it was built on",
        why("derubeis2014_pai", "the trial that it was built on"),
    ),
    (
        "improved: {} / {} of 100 | ◆ | full therapy for {} / {} of 100",
        *shares("delgadillo2022_stratified", "stratified care", "stepped care", outcome="improvement"),
        *shares("delgadillo2022_stratified", "stratified care", "stepped care", outcome="full-intensity"),
    ),
    (
        "preferred / other treatment | lead {}; fewer left",
        effect("swift2018_preference", "", "d, outcome"),
        why("swift2018_preference", "fewer dropouts"),
    ),
    ("stayed longer; more people well not shown", why("dunlop2017_predict", "stay but not remit more", against=True)),
    (
        "spread of scores, medication / dummy pill | ratio {} ({} to {})",
        *lead("munkholm2020_variance", "end scores", ""),
    ),
    ("therapy / medication | lead {} ({} to {})", *lead("cuijpers2013_direct", "psychotherapy", "Hedges")),
    (
        "both / therapy / medication | responded: {} / {} / {} of 100 | ▲ | people on therapy knew",
        *shares("walkup2008_cams", "sertraline + CBT", "CBT", "sertraline"),
    ),
    (
        "both / therapy / medication | responded: {} / {} / {} of 100; a difference between the three not shown",
        *shares("davidson2004_socialphobia", "group CBT + fluoxetine", "group CBT", "fluoxetine"),
    ),
    (
        "CBT / relaxation added | responded: {} / {} of 100 | ▲ | small; equal attention",
        *shares("safren2010_adhd", "medication + CBT", "medication + relaxation", outcome="response (CGI)"),
        why("safren2010_adhd", "ATTENTION-MATCHED"),
    ),
    (
        "a difference in core symptoms not shown | ▼ | helped in a few other areas",
        why("mta1999", "did not differ on core symptoms", "a few other areas", against=True),
    ),
    (
        "well in a year: {} / {} of 100 | ▲ | up to 30 sessions against 3",
        *shares("miklowitz2007_stepbd", "intensive psychotherapy", "brief psychoeducation"),
        why("miklowitz2007_stepbd", "3 vs up to 30 sessions"),
    ),
    (
        "relapse ratio {} ({} to {}) | ▲ | much of low quality",
        *lead("oud2016_bipolar", "", "post-treatment"),
        why("oud2016_bipolar", "low-quality evidence"),
    ),
    (
        "recurrence ratio {} ({} to {}): did not show a difference",
        *lead("scott2006_bipolar", "", ""),
        why("scott2006_bipolar", "did not reduce recurrences", against=True),
    ),
    ("less relapse in a year | ▲ | sizes not read", why("bighelli2021_relapse", "each reduced relapse", "over a year")),
    (
        "CBT added / usual care | lead {} ({} to {})",
        *lead("jauhar2014_cbtp", "CBT vs control", "overall", minus=True),
    ),
    (
        "both / medication | responded: {} / {} of 100 | ▲",
        *shares("foa2005", "ERP + clomipramine", "clomipramine", outcome="response, treated"),
        why("foa2005", "both beat clomipramine alone"),
    ),
    (
        "both / exposure | responded: {} / {} of 100; did not show a difference | ▼",
        *shares("foa2005", "ERP + clomipramine", "exposure + ritual", outcome="response, treated"),
        why("foa2005", "did as well as exposure plus clomipramine", against=True),
    ),
    (
        "alcohol | both / one | a difference not shown",
        why("combine2006", "together was no better than either", against=True),
    ),
    (
        "opioids | counselling added / medication | a difference not shown",
        why("weiss2011_poats", "made no difference", "already included some advice", against=True),
    ),
)
MODEL = [
    *quotes(
        "12 words",
        (
            "to the right, what medication gains for them; upwards, what therapy does. The green cross is the average, and "
            "inside the dashed square people are near it",
            toy(
                TEN,
                "Look for the average person",
                lambda s: s.chart["layout"]["xaxis"]["title"]["text"].startswith("points gained with medication"),
            ),
        ),
        (
            "One third gain from medication only, one third from therapy only, and one third half as much from each. The "
            "averages are nearly those of before. This marker is right half the time, like a coin",
            across(
                TEN,
                "Hidden thirds",
                OPENING,
                lambda thirds, before: (
                    thirds_are_as_said()
                    and thirds.values["marker"] == 50
                    and all(abs(thirds.result.mean(arm) - before.result.mean(arm)) < 0.3 for arm in before.result.gains)
                ),
            ),
        ),
        (
            "It picks a third of 200 people at random, and we pretend that they are over 60",
            toy(TEN, THIRD, lambda s: s.result.picked.size == 200 and 0.3 < s.result.picked.mean() < 0.37),
        ),
        (
            "These are the people whose symptoms did not halve with medication alone",
            toy(TEN, "Medication was not enough", lambda s: s.result.first == "medication" and s.result.others.any()),
        ),
        (
            "gains 0.3 points at the opening, and at least half a point here",
            toy(TEN, OPENING, lambda s: f"{s.result.lead:.1f}" == "0.3"),
            holds(lambda: marker_at({"pattern": "thirds"}).lead >= 0.5),
        ),
        (
            "Here medication is far ahead for most people. A wrong marker takes it away from a few of them, and each of them loses "
            "many points",
            holds(
                lambda: all(
                    marker_at({"condition": name}).people(marker_at({"condition": name}).better["medication"]) > 70
                    for name in ("ADHD", "bipolar", "schizophrenia", "opioid use")
                )
            ),
        ),
        (
            "In points, a choice cannot win against no choice",
            holds(lambda: marker_at({"pattern": "thirds"}).chosen(1.0) < marker_at({"pattern": "thirds"}).mean("both")),
        ),
        (
            "If the two are equal on average, and in trials of depression they about are, anything that beats a coin",
            toy(TEN, OPENING, lambda s: abs(s.result.mean("therapy") - s.result.mean("medication")) < 0.3),
            effect("cuijpers2013_direct"),
        ),
        (
            "how little is gained just beyond it",
            toy(
                TEN,
                OPENING,
                lambda s: s.result.needed < 0.6 and s.result.chosen(0.6) < s.result.mean(s.result.best) + 0.2,
            ),
        ),
    ),
    *quotes(
        "12",
        (
            "Fewer than one in three are near the green cross",
            toy(TEN, OPENING, lambda s: s.result.average_people.mean() < 1 / 3),
        ),
        (
            "yet they would be worse with a dummy pill, by nearly as many points as anybody",
            across(
                TEN,
                "Medication was not enough",
                OPENING,
                lambda none, all_: (
                    0.7 * all_.result.mean("medication")
                    < none.result.mean("medication")
                    < all_.result.mean("medication")
                ),
            ),
        ),
        (
            "Therapy alone gains next to nothing here, because we shut a door",
            toy(TEN, "Medication as the foundation", lambda s: s.result.mean("therapy") < 0.6 < s.result.mean("both")),
        ),
        ("Therapy gains a little less in severe illness here", severe_people_gain_a_little_less),
        (
            "More negative thinking means a little more gain from therapy here",
            negative_thinking_gains_a_little_more,
        ),
    ),
    *quotes(
        "12 sheet",
        (
            "symptoms halved in {} of 100 people with therapy added, and in {} of 100 with usual care",
            *shares("cobalt2013", "CBT + usual care", "usual care", outcome="response"),
        ),
        (
            "did not show more people well; over all three groups it was {} of 100, in 12 weeks",
            share("kocsis2009_revamp", "all three arms", "remission"),
            why("kocsis2009_revamp", "no more remission", "RCT, 12 weeks", against=True),
        ),
        (
            "How many of 100 people will be near the average for both treatments? Show fingers for tens. (Often five "
            "or six",
            toy(TEN, OPENING, lambda s: 25 < s.result.people(s.result.average_people) < 35),
        ),
        (
            "We have just made a discovery about people over 60. Who wants to print it",
            holds(lambda: abs(marker_at({"who": "random", "people": 200, "seed": 2}).apart) < 3),
        ),
        (
            "Both together gain 4.4 points on average. Why might somebody want one treatment all the same",
            holds(lambda: marker_at({"pattern": "thirds"}).chosen(1.0) < marker_at({"pattern": "thirds"}).mean("both")),
        ),
        (
            "these are labels with numbers of our choice, that no group of people is too ill for therapy, and that one of "
            "the labels contradicts a trial outright",
            why("rauch2019_progress", "no difference between arms", against=True),
            why("driessen2010", "not weaker in more severe depression"),
        ),
        (
            "One trial looked at it, afterwards. Staying on is a choice too",
            why("nemeroff2003_trauma", "post hoc"),
        ),
        (
            "Fewer than one in three people are near the green cross",
            toy(TEN, OPENING, lambda s: s.result.average_people.mean() < 1 / 3),
        ),
        (
            "a marker can be right in 90 of 100 and still do worse than that treatment for everybody",
            holds(lambda: marker_at({"condition": "ADHD", "marker": 90}).lead < -0.3),
        ),
        (
            "A random third looks like a discovery, until you look at new people",
            toy(TEN, THIRD, lambda s: abs(s.result.apart) >= 10),
        ),
    ),
]
QUOTES = [*BOXES, *TABLE, *MODEL]
