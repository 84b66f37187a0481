"""What stands beside the lessons: lesson 01's tables, the dates, the page of misses and the front page's picture."""

import functools
import re

import numpy as np

from tests.meaning.quotes.grounds import holds
from tests.meaning.quoting import effect, one, quotes, share, why
from toolkit.evidence import trials
from toolkit.lessons import front
from toolkit.lessons.fast_and_lasting import history, jobs
from toolkit.lessons.misses import board, count, every_miss, example, missed, said
from toolkit.model import (
    BOTH,
    DUMMY,
    FOUR_PLANS,
    MEDICATION,
    THERAPY,
    Cohort,
    Model,
    Plan,
    parameters,
    simulate,
)


def job(row, documents, studies, *grounds):
    """The row of the tables gives these tokens: the documents' and the studies', for (medication, therapy); None for none."""

    def hold():
        [found] = [each for each in jobs.READ["matrix"]["rows"] if each["name"] == row]
        for view, meant in (("documents", documents), ("studies", studies)):
            assert tuple(found[view].get(who) for who in ("medication", "therapy")) == meant, view

    return hold, *grounds


WELL, PART, NOT = "does well", "helps in part", "does not"


def event(what, id=None, **meant):
    """The date in words is the date that is drawn; a finding's is in its record, else a source is named."""

    def hold():
        [found] = [each for each in history.READ["events"] if each["what"] == what]
        years = [int(year) for year in re.findall(r"\d{4}", found["dated"])]
        decade = re.search(r"(\d0)s$", found["dated"])
        assert years[0] == found["start"] <= found["end"]
        assert len(years) < 2 or years[1] == found["end"]
        assert not decade or found["end"] % 100 == int(decade[1]) + 10
        assert {name: found[name] for name in meant} == meant
        assert found.get("finding") == id
        assert id or found["source"]

    return hold


def in_order():
    """Whether the dates go on from one to the next, and each is drawn with its source behind it."""
    events = history.strip().events
    assert [each.start for each in events] == sorted(each.start for each in events)
    return all(each.source and each.arm in ("medication", "therapy", "both", "nothing") for each in events)


def kind(name, *grounds):
    """A kind of misses: it has some, its example is one of them, and what is shown of it has both numbers."""

    def hold():
        [found] = [each for each in said()["kinds"] if each["name"] == name]
        [(figure, row)] = [(figure, row) for figure, row in missed(found) if figure.label == found["example"]]
        per = found.get("per")
        numbers = [
            f"{per * row[what]:.0f} of {per:,}" if per else f"{row[what]:.2f}".replace("-", "−")
            for what in ("published", "model")
        ]
        assert all(number in example(found) for number in numbers)
        assert example(found).index(numbers[0]) < example(found).index(f"{numbers[1]} in the model")
        assert f"({figure.label.split(':')[0]})" in example(found)

    return hold, *grounds


def reason(why, **model):
    """The figures that miss for this reason are of these studies, and the model's is higher or lower than the published one."""

    def hold():
        found = [(figure.id, row) for figure, row in board() if figure.outside == why and row["verdict"] == "outside"]
        assert {id for id, _ in found} == set(model)
        for id, row in found:
            assert model[id] in ("both ways", "higher" if row["model"] > row["published"] else "lower"), id

    return hold


def reasons(name, *grounds, **model):
    """A row of a reason."""
    return name, reason(name, **model), *grounds


def met(*ids):
    """Whether the model's numbers are inside for some figure of each of these studies."""
    inside = {figure.id for figure, row in board() if row["verdict"] == "inside" or figure.fits}
    return set(ids) <= inside


def model_has(sign, *labels):
    """On the scoreboard the model's number is less ("<") or more (">") than the published one of each figure."""

    def hold():
        rows = {figure.label: row for figure, row in board()}
        for label in labels:
            published, model = rows[label]["published"], rows[label]["model"]
            assert model < published if sign == "<" else model > published, label

    return hold


def guesses_are_of_others():
    """Whether all that was fitted is of depression, and most that miss for being of other people are of another condition."""
    fitted = {trials()[figure.trial].condition for figure, _ in board() if figure.fits}
    others = [trials()[figure.trial].condition for figure, _ in missed(said()["kinds"][1])]
    return (
        fitted == {"depression"}
        and {"anxiety", "bipolar"} <= set(others)
        and 2 * others.count("depression") < len(others)
    )


@functools.cache
def responding():
    """Of 100 people, those who respond by week in the four groups of a trial and on a waiting list."""
    course = simulate(Cohort(400, 1), {**FOUR_PLANS, "waiting": Plan()}, 52, keep=("symptoms",))
    return 100 * course.responders().mean(axis=2)


def slowly_at_first():
    """Whether fewer get better in the first month than in the second, and in a year most have, in every group."""
    shares = responding()
    return (shares[4] < shares[8] - shares[4]).all() and shares[52].min() > 60


def late_differences_are_gone():
    """Whether both together is ahead of medication in week 12 and nearly level after a year."""
    twelve, year = responding()[12], responding()[52]
    return year[3] - year[1] < (twelve[3] - twelve[1]) * 0.75


def more_dose_does_little():
    """Whether twice the dose fills hardly more of the target."""
    drug = Model().drug
    return drug.occupancy(2.0) / drug.occupancy(1.0) < 1.15


def nobody_is_harmed():
    """Whether no strength of the model's treatments is harmful, and a blow is felt for weeks."""
    model = Model()
    return model.drug.strength > 0 < model.skill.strength and model.stress.fading_weeks <= 4


def count_is_of_the_board():
    """Whether the page counts the scoreboard's figures as they are."""
    rows = board()
    verdicts = [row["verdict"] for figure, row in rows if not figure.fits]
    inside, outside, still = (verdicts.count(name) for name in ("inside", "outside", "not judged"))
    told = one(count().data)
    chance = (inside + outside) / 20
    assert f"run {len(rows)} published results of {len({figure.id for figure, _ in rows})} studies" in told
    assert f"{sum(bool(figure.fits) for figure, _ in rows)} of them were used to set the model" in told
    assert f"Of the other {len(verdicts)}, {inside} lie where" in told
    assert f"{outside} lie outside, and {still} cannot be judged" in told
    assert f"Here that would be about {chance:.0f} (" in told
    return outside > 3 * chance


def judged_by_its_size():
    """Whether whatever is inside or outside has a number of people or an interval of its own."""
    return all(figure.n or figure.ci for figure, row in board() if row["verdict"] != "not judged" and not figure.fits)


def lived(**values):
    """The front page's four lives at some values, the others as they open."""
    return front.run(**front.LESSON.opening | {"week": 52} | values)


def plan_of(life):
    """How a life is treated as the front page opens."""
    return lived().course.plans[life]


def order(**values):
    """The lives, the lowest score first."""
    now = lived(**values).now
    return sorted(now, key=now.get)


def front_control(label, check, **moved):
    """The front page's control of that label moves what a check of (as it opens, moved) finds."""

    def hold():
        [control] = [each for each in front.LESSON.controls() if each.label == label]
        [(name, value)] = moved.items()
        assert control.name == name
        assert check(lived(), lived(**{name: value}))

    return hold


def moves(one, other):
    """Which lives are not the same."""
    return {life for life in front.LIVES if not np.allclose(one.scores[life], other.scores[life])}


def preset(name):
    """What a preset of the front page shows."""
    [found] = [each for each in front.LESSON.presets if each.name == name]
    return front.run(**front.LESSON.opening | found.values)


def said_of(told, **values):
    """The front page's sentence at some values has what is worked out here."""
    return holds(lambda: told(lived(**values).now) in front.sentence(lived(**values)))


def ranked(now):
    """The lowest life, with its points, and the words for those after it."""
    names = {
        DUMMY: "with a dummy pill and visits",
        MEDICATION: "with medication",
        THERAPY: "with therapy",
        BOTH: "with both",
    }
    told = [f"{names[life]} ({now[life]:.1f} points)".replace("-", "−") for life in sorted(now, key=now.get)]
    return told[0], ", ".join(told[1:])


QUOTES = [
    *quotes(
        "jobs",
        (
            "What does each do: {{rows}}? Place your four tokens, then compare",
            holds(lambda: jobs.ROWS * len(jobs.READ["matrix"]["columns"]) == 4),
            holds(lambda: "Sleep and energy" in jobs.matrix(1).prompt and not jobs.matrix(1).compared),
        ),
        (
            "Medication: the documents give it this job, because it is quick. Against a dummy pill the common antidepressants "
            "gained {} points of the Hamilton scale on average, which the authors call small (Jakobsen 2017). Therapy: head to "
            "head the two were equal at the end of treatment (Cuijpers 2013: a difference of {} standard deviations)",
            effect("jakobsen2017_ssri"),
            effect("cuijpers2013_direct"),
            *job(
                "Intensity of symptoms",
                (WELL, PART),
                (PART, PART),
                why("jakobsen2017_ssri", "the authors judge small"),
                why("cuijpers2013_direct", "equally effective at the end of treatment"),
            ),
        ),
        (
            "Medication: it moved sleep and appetite first, often within a week (DiMascio 1979). Therapy: the documents do not "
            "say. In one small trial of people who could not fall asleep, therapy did best, and what the drug had given was gone "
            "when it stopped (Jacobs 2004)",
            *job(
                "Sleep and energy",
                (WELL, None),
                (PART, PART),
                why("dimascio1979_differential", "mainly on sleep and appetite, often within the first week"),
                why(
                    "jacobs2004_insomnia",
                    "sleep-onset insomnia CBT did best",
                    "disappeared when the drug stopped",
                    "small",
                ),
            ),
        ),
        (
            "Medication: antidepressants shift how feelings are read, before mood lifts (Harmer 2009, a review). So it is not "
            "nothing. Therapy: sudden gains followed a change of thought in the session (Tang 1999); that is a link, and no "
            "proof yet",
            *job(
                "Thinking patterns",
                (NOT, WELL),
                (PART, PART),
                why("harmer2009", "well before mood changes", "Narrative review"),
                why("tang1999_sudden_gains", "followed cognitive change in session", "Correlational"),
            ),
        ),
        (
            "Medication: we found no study of skill, so the studies' cell stays empty. Therapy: few studies measured skill "
            "itself. In one, women with borderline personality disorder used three times more skills after dialectical behaviour "
            "therapy than after a control treatment (Neacsiu 2010). Adults with ADHD who took medication and still struggled did "
            "better with cognitive behavioural therapy than with relaxation (Safren 2010)",
            *job(
                "Skills",
                (NOT, WELL),
                (None, PART),
                why("neacsiu2010_dbt_skills", "three times more skills", "women with borderline personality disorder"),
                why("safren2010_adhd", "still symptomatic on medication did better with CBT than with relaxation"),
            ),
        ),
        (
            "Medication: daily functioning gets somewhat better with either treatment, and with both a little more (Kamenov 2017). "
            "Therapy: a year after treatment, people who had had interpersonal therapy did better on some measures of social life "
            "(Weissman 1981)",
            *job(
                "Relationships",
                (NOT, WELL),
                (PART, PART),
                why("kamenov2017_function", "small gains over either treatment alone", "monotherapy vs control"),
                why(
                    "weissman1981_followup",
                    "A year after",
                    "interpersonal therapy did better on some measures of social",
                ),
            ),
        ),
        (
            "Medication: it protects while it is taken. Of 100 people, {} relapsed on it and {} after it was stopped (Geddes "
            "2003); the others stayed well. Therapy: its protection outlasts the sessions (Hollon 2005). How long is not known. "
            "Where therapy had been added to medication, its protection was gone after three and a half years (Paykel 2005)",
            share("geddes2003", "continued"),
            share("geddes2003", "switched"),
            *job(
                "Staying well",
                (PART, WELL),
                (PART, PART),
                why("hollon2005", "then stopped relapsed far less over a year"),
                why("paykel2005_decay", "fully gone only about three and a half years", "CBT + medication"),
            ),
        ),
    ),
    *quotes(
        "history",
        (
            "How the two treatments came to be",
            holds(in_order),
            holds(lambda: {each.arm for each in history.strip().events} >= {"medication", "therapy", "both"}),
        ),
        (
            "from 1857 | start | end | what | sedatives: bromides, then chloral, barbiturates from 1903 | source | Ban, "
            "Sedatives in the second part of the 19th century (INHN); López-Muñoz 2005, Neuropsychiatric Disease and Treatment "
            "1:329-343, abstract",
            event("sedatives: bromides, then chloral, barbiturates from 1903", start=1857, arm="medication"),
        ),
        (
            "1900–1950 | start | end | what | talking treatments grow, though few can have them | source | Buchanan & Haslam, The "
            "development of psychotherapy in the modern era, abstract",
            event("talking treatments grow, though few can have them", start=1900, end=1950, arm="therapy"),
        ),
        (
            "insulin coma; a fair trial of 1957 saw no special effect | source | History of Psychiatry, on the evidence behind "
            "insulin coma therapy, PMC8886299",
            event("insulin coma; a fair trial of 1957 saw no special effect", start=1930, end=1970, arm="nothing"),
            why(
                "insulin_coma_history",
                "from the 1930s to the 1960s",
                "randomised trial of 1957",
                "outcomes were the same",
            ),
        ),
        (
            "1934 | start | end | what | convulsive therapy, with a drug; from 1938 with electricity | source | Convulsive "
            "therapy turns 75, British Journal of Psychiatry, opening; Wright 1990, Jefferson Journal of Psychiatry 8(2), opening",
            event("convulsive therapy, with a drug; from 1938 with electricity", start=1934, arm="nothing"),
        ),
        (
            "1935 | start | end | what | leucotomy, an operation on the brain, begins | source | Boettcher & Menacho 2017, "
            "Neurosurgical Focus 43(3):E4, abstract",
            event("leucotomy, an operation on the brain, begins", start=1935, arm="nothing"),
        ),
        (
            "1949 | start | end | what | lithium comes back, for people with mania | finding | shorter2009_lithium",
            event("lithium comes back, for people with mania", "shorter2009_lithium", start=1949, arm="medication"),
            why("shorter2009_lithium", "forgotten; Cade brought it back for mania in 1949"),
        ),
        (
            "1950s | start | end | what | first two antidepressants, one of them an MAOI | source | López-Muñoz & Alamo 2009, "
            "Current Pharmaceutical Design 15:1563-1586, abstract",
            event("first two antidepressants, one of them an MAOI", start=1950, end=1960, arm="medication"),
        ),
        (
            "1950s–70s | start | end | what | behavioural and cognitive therapies take shape | source | Buchanan & Haslam, "
            "abstract",
            event("behavioural and cognitive therapies take shape", start=1950, end=1980, arm="therapy"),
        ),
        (
            "1952 | start | end | what | chlorpromazine, the first antipsychotic, enters psychiatry | source | History of the "
            "discovery and clinical introduction of chlorpromazine, abstract",
            event("chlorpromazine, the first antipsychotic, enters psychiatry", start=1952, arm="medication"),
        ),
        (
            "1970 | start | end | what | the United States admit lithium, as the 50th country",
            event("the United States admit lithium, as the 50th country", "shorter2009_lithium", start=1970),
            why("shorter2009_lithium", "in 1970 the US became the 50th country to admit it"),
        ),
        (
            "1979 | start | end | what | one of the trials of medication, therapy, both and neither | finding | "
            "dimascio1979_differential",
            event(
                "one of the trials of medication, therapy, both and neither",
                "dimascio1979_differential",
                start=1979,
                arm="both",
            ),
            why("dimascio1979_differential", "combination, either treatment alone, and a control group"),
        ),
        (
            "1980 | start | end | what | a trial crosses medication with exposure | finding | marks1980",
            event("a trial crosses medication with exposure", "marks1980", start=1980, arm="both"),
            why("marks1980", "clomipramine vs placebo 8 months with exposure or relaxation"),
        ),
        (
            "2014 | start | end | what | many trials pooled: adding therapy to medication gains something | finding | "
            "cuijpers2014_adding",
            event(
                "many trials pooled: adding therapy to medication gains something",
                "cuijpers2014_adding",
                start=2014,
                arm="both",
            ),
            why(
                "cuijpers2014_adding",
                "52 trials",
                "adding psychotherapy to an antidepressant gave a moderate extra benefit",
            ),
        ),
    ),
    *quotes(
        "misses",
        (
            "We let the model run {{figures}} published results of {{studies}} studies again, each at the size of its own study. "
            "{{fitted}} of them were used to set the model. It meets these, which is no achievement. Of the other {{rest}}, "
            "{{inside}} lie where the model's own trials fall 95 times in 100, {{outside}} lie outside, and {{open}} cannot be "
            "judged. Even a model that is right would miss about one in twenty by chance alone. Here that would be {{chance}}. "
            "So chance does not explain our misses: in a good many places the model is wrong. | all | All {{misses}} of them, "
            "with both numbers and our reason",
            holds(count_is_of_the_board),
            holds(judged_by_its_size),
            holds(
                lambda: (
                    f"All {sum(row['verdict'] == 'outside' for _, row in board())} of them, with both numbers and our reason"
                    in every_miss().data
                )
            ),
        ),
        (
            "It gets better too late, and then too well | says | People in the model improve with time, and slowly at first. So "
            "in the early weeks too few of them are better. Later most of them are, in every group, and differences that trials "
            "found late are not there",
            *kind(
                "It gets better too late, and then too well",
                holds(slowly_at_first),
                holds(late_differences_are_gone),
                model_has("<", "de Vries 2019: response to medication, 6 weeks"),
                model_has("<", "Wiles 2013: response, therapy added over medication alone, 46 months"),
            ),
        ),
        reasons(
            "therapy's late lead: in the model everybody gets well in time, so the arms run together",
            karyotaki2016="lower",
            cobalt2013="lower",
        ),
        reasons(
            "chronic depression heals less with time than the model's",
            kocsis2009_revamp="higher",
            schramm2015_cbasp_esc="higher",
        ),
        reasons(
            "on placebo the model's people get better late: in week 8 many are still to come",
            furukawa2016_placebo_rate="higher",
            bschor2024_placebo9="lower",
        ),
        reasons("the model's people get better late: in week 6 most are still to come", devries2019_early="lower"),
        reasons(
            "the drug's effect lags by two weeks, so hardly anybody gains from it in one", taylor2006_onset="lower"
        ),
        reasons(
            "four points of a hundred more, from where its people began; 3,671 of them allow two",
            stard2006="higher",
        ),
        reasons(
            "begun at the published start, the model's people go on getting well with time, so that later steps succeed as often "
            "as the first",
            stard2006="higher",
        ),
        reasons("contradicts the count of the same study in which nobody leaves (stard2006)", pigott2023="higher"),
        (
            "example | de Vries 2019: response to medication, 6 weeks | shown | In week 6 of medication {{published}} had "
            "responded in the study, and {{model}} in the model ({{study}})",
            *kind("It gets better too late, and then too well"),
        ),
        (
            "Other people than the model's own | says | The model is about adults with depression. Its settings for anxiety, OCD "
            "or bipolar disorder, for children and for old people are guesses",
            *kind("Other people than the model's own", holds(guesses_are_of_others)),
        ),
        reasons(
            "another condition, its preset fitted to nothing",
            walkup2008_cams="lower",
            blanco2010_sad="lower",
            nordahl2016_sad="both ways",
            barlow2000_panic="higher",
            white2013_panic_maintenance_cbt="higher",
            scott2006_bipolar="lower",
        ),
        reasons(
            "old people fall ill again more often than the model's adults, who also carry the skill of a first therapy along",
            reynolds1999="both ways",
        ),
        reasons("more over placebo than in the pool of its own age (bridge2007_youth)", tads2004="lower"),
        (
            "example | Barlow 2000: panic, response to placebo | shown | With a dummy pill in panic, {{published}} responded in "
            "the study, and {{model}} in the model ({{study}})",
            *kind("Other people than the model's own"),
        ),
        (
            "Studies that disagree with each other | says | A model has one answer. Where two studies of the same question found "
            "different things, at least one of them is missed. In some of them people were not assigned at random",
            *kind("Studies that disagree with each other", why("olfson2006", "not randomised")),
        ),
        reasons(
            "medication ahead: two other pools have the two level (cuijpers2013_direct, cuijpers2020_nma)",
            why("cuijpers2013_direct", "equally effective"),
            why("cuijpers2020_nma", "the two monotherapies did not differ"),
            weitz2015="both ways",
        ),
        reasons(
            "its combined arm did better than combined arms in any pool (cuijpers2020_nma)",
            why("cuijpers2020_nma", "roughly a quarter over either treatment alone"),
            keller2000="lower",
        ),
        reasons(
            "contradicts dave2012_uk; and who had therapy was not assigned at random",
            why("olfson2006", "psychotherapy association is not randomised"),
            olfson2006="both ways",
        ),
        reasons("contradicts olfson2006", dave2012_uk="higher"),
        reasons(
            "more over placebo than in the pool that sets the drug's strength (jakobsen2017_ssri)",
            holds(lambda: parameters()["drug.strength"]["source"] == "jakobsen2017_ssri"),
            derubeis2005="lower",
        ),
        reasons(
            "more relapse than in the larger trial that sets it (lewis2021_antler)",
            holds(lambda: "lewis2021_antler" in {about["source"] for about in parameters().values()}),
            hollon2005="lower",
        ),
        reasons(
            "less than in two trials of its own kind, which are met (bockting2018_drd, paykel1999_relapse)",
            holds(lambda: met("bockting2018_drd", "paykel1999_relapse")),
            breedvelt2020="lower",
        ),
        reasons(
            "20 people in each arm, and a larger difference than in the pool of its kind (breedvelt2020)",
            fava1998="higher",
        ),
        reasons(
            "begun at the published 19.8 points too, fewer of the model's people are well by week 12 than on the better of the "
            "medications",
            dunlop2017_predict="lower",
        ),
        reasons("not assigned at random", frank2000_sequence="lower"),
        (
            "example | Keller 2000: response to both, 12 weeks | shown | With both, {{published}} responded in the study, and "
            "{{model}} in the model ({{study}})",
            *kind("Studies that disagree with each other"),
        ),
        (
            "Care that is steered well hardly matters here | says | In the model a higher dose soon brings little more. So "
            "measuring every visit and adjusting the dose changes almost nothing. In a trial it changed a lot",
            *kind(
                "Care that is steered well hardly matters here",
                holds(more_dose_does_little),
                model_has("<", "Guo 2015: remission, steered by scale over impression"),
                why(
                    "guo2015_mbc",
                    "steering dose and switches by regular rating scales raised remission from about 29% to 74%",
                ),
            ),
        ),
        reasons(
            "in the model more of a drug does little more, so that steering the dose changes little",
            holds(more_dose_does_little),
            guo2015_mbc="lower",
        ),
        (
            "example | Guo 2015: remission, steered by scale over impression | shown | With a scale at every visit, "
            "{{published}} got well who would not have otherwise, and {{model}} in the model ({{study}})",
            *kind("Care that is steered well hardly matters here"),
        ),
        (
            "Hardly anybody gets worse | says | Nothing in the model harms people, and bad events fade. Real people can get "
            "worse, in treatment and without it. Please do not read the model's silence about harm as good news",
            *kind(
                "Hardly anybody gets worse",
                holds(nobody_is_harmed),
                model_has("<", "Vittengl 2016: worse by 8 points or more at the end"),
                model_has("<", "Cuijpers 2018: worse at the end, therapy over control"),
            ),
        ),
        reasons(
            "in the model hardly anything makes people worse: no harm, no second trouble, stress that fades",
            holds(nobody_is_harmed),
            cuijpers2018_deterioration="lower",
        ),
        reasons(
            "outcomes of the model's treated people differ too little: hardly anybody ends worse than at the start",
            vittengl2016_divergent="lower",
        ),
        (
            "example | Vittengl 2016: worse by 8 points or more at the end | shown | Much worse at the end: {{published}} in the "
            "study, {{model}} in the model ({{study}})",
            *kind("Hardly anybody gets worse"),
        ),
        (
            "People differ too much at the end | says | The same lead in points looks smaller when it is told in standard "
            "deviations, because the model's people lie further apart",
            *kind(
                "People differ too much at the end", model_has("<", "Cuijpers 2014: both over medication, effect size")
            ),
        ),
        reasons(
            "in the model people differ more at the end, so that the same points are a smaller effect size",
            cuijpers2014_adding="lower",
        ),
        (
            "example | Cuijpers 2014: both over medication, effect size | shown | Both over medication alone: {{published}} "
            "standard deviations in the studies, {{model}} in the model ({{study}})",
            *kind("People differ too much at the end"),
        ),
    ),
    *quotes(
        "front",
        (
            "One person, four lives | hook | One year, lived four times",
            holds(lambda: len(front.LIVES) == 4 and lived().course.symptoms.shape == (53, 4, 1)),
        ),
        ("One year, lived four times | controls", holds(lambda: front.WEEKS == 52 and len(lived().scores) == 4)),
        (
            "How much the medication helps | value | help | It is taken all year",
            front_control(
                "How much the medication helps", lambda one, two: moves(one, two) == {MEDICATION, BOTH}, medication=2.0
            ),
            holds(lambda: plan_of(MEDICATION).medication.stop == 52),
        ),
        (
            "How much a session teaches",
            front_control(
                "How much a session teaches", lambda one, two: moves(one, two) == {THERAPY, BOTH}, therapy=2.0
            ),
        ),
        (
            "Therapy goes on for | value | help | One session a week, from the start",
            front_control("Therapy goes on for", lambda one, two: moves(one, two) == {THERAPY, BOTH}, sessions=40),
            holds(lambda: (plan_of(THERAPY).therapy.start, plan_of(THERAPY).therapy.stop) == (0, 16)),
            holds(lambda: plan_of(BOTH).therapy.sessions_per_week == 1),
        ),
        (
            "Live the year up to week",
            front_control("Live the year up to week", lambda one, two: two.scores[BOTH].size == 11, week=10),
        ),
        (
            "Somebody else | says | Another invented person with other luck, in the same four lives. Do the lines keep their order",
            holds(lambda: sorted(preset("Somebody else").now, key=preset("Somebody else").now.get) != order()),
            holds(lambda: preset("Somebody else").course.plans == lived().course.plans),
        ),
        (
            "Therapy all year | says | One session a week, all year. Which of the four lines can move, and which cannot",
            holds(lambda: moves(preset("Therapy all year"), lived()) == {THERAPY, BOTH}),
            holds(lambda: preset("Therapy all year").course.plans[THERAPY].therapy.stop == 52),
        ),
        (
            "Neither does anything | says | Now the medication does nothing and the sessions teach nothing. Why does the line "
            "still move",
            holds(lambda: np.ptp([*preset("Neither does anything").now.values()]) < 1),
            holds(lambda: np.ptp(preset("Neither does anything").scores[DUMMY]) > 5),
            holds(
                lambda: (
                    (lambda model: (model.drug.strength, model.skill.strength))(
                        preset("Neither does anything").course.model
                    )
                    == (0, 0)
                )
            ),
        ),
        (
            "symptoms (points; lower is better)",
            holds(
                lambda: front.chart(lived())["layout"]["yaxis"]["title"]["text"] == "symptoms (points; lower is better)"
            ),
            holds(lambda: lived(medication=2.5).now[MEDICATION] < lived().now[MEDICATION]),
        ),
        (
            "In week {{week}} all four lives are within one point: {{lives}}",
            said_of(
                lambda now: "In week 52 all four lives are within one point: " + ", ".join(ranked(now)[:1]),
                medication=0.0,
                therapy=0.0,
            ),
        ),
        (
            "In week {{week}} symptoms are lowest {{lowest}}; then come {{others}}",
            said_of(lambda now: "In week 52 symptoms are lowest {}; then come {}.".format(*ranked(now))),
        ),
        (
            "Lower is better. This is one invented person with the same luck four times, and one person is no average",
            holds(lambda: np.ptp([scores[0] for scores in lived().scores.values()]) == 0),
            holds(lambda: np.ptp([scores[-1] for scores in preset("Neither does anything").scores.values()]) < 1),
        ),
        (
            "with a dummy pill and visits | medication | with medication | therapy | with therapy | both | with both",
            said_of(lambda now: ranked(now)[1]),
            holds(lambda: plan_of(DUMMY).medication is None and plan_of(DUMMY).visits.stop == 52),
        ),
    ),
]
