"""What the page of claims says of each claim, and what holds it."""

import re

import toolkit
from tests.meaning.quotes.grounds import holds
from tests.meaning.quoting import quotes, why
from toolkit.lessons.claims import said
from toolkit.lessons.fast_and_lasting.history import READ
from toolkit.lessons.misses import board

SIDES = {
    "supported": (True, False),
    "qualified": (True, True),
    "contested": (True, True),
    "not a claim": (False, False),
}
"""Whether a verdict has studies for a claim, and against it; "not tested" has none that tests it, near ones or not."""


def claimed(id):
    """The verdict fits the studies on both sides, and none stands on both."""

    def hold():
        [claim] = [claim for claim in said()["claims"] if claim["id"] == id]
        sides = bool(claim["for"]), bool(claim["against"])
        assert sides == SIDES.get(claim["verdict"], sides), f"{id}: {claim['verdict']}"
        assert not set(claim["for"]) & set(claim["against"])
        assert all(toolkit.finding(study) for study in (*claim["for"], *claim["against"]))

    return hold


def nobody_in_hospital():
    """Whether no record is of people in hospital or in crisis."""
    return not any(
        re.search("inpatient|hospital|in crisis", f"{found.population} {found.design}", re.IGNORECASE)
        for found in toolkit.findings()
    )


def dated(what, when):
    """Whether the page of history has it by that date."""
    return any(event["what"].startswith(what) and event["dated"] == when for event in READ["events"])


def counted(verdict, some):
    """Whether so many claims, at least, have the verdict, and all verdicts are explained."""
    verdicts = [claim["verdict"] for claim in said()["claims"]]
    assert set(verdicts) == set(said()["verdicts"])
    return verdicts.count(verdict) >= some


QUOTES = [
    *quotes(
        "claims",
        (
            "studies found it | qualified | true in part, or for some, or for a time | contested | studies disagree, or found the "
            "opposite as well | not tested | we have found no study that tests it | not a claim | a way of learning: there is "
            "nothing to find out",
            holds(lambda: counted("qualified", 10) and counted("not a claim", 1)),
            *(claimed(f"C{number}") for number in range(1, 31)),
        ),
        (
            "The two do different jobs: a medication eases symptoms soon, therapy changes habits of thinking and teaches skills. "
            "| verdict | qualified | because | Both help, and on average about equally. SSRIs (a common kind of antidepressant) "
            "pull ahead of placebo within a week. In one early trial another antidepressant worked mainly on sleep and appetite, "
            "and therapy on mood, work and interests; the division is not clean elsewhere.",
            claimed("C1"),
            why("cuijpers2013_direct", "equally effective"),
            why("taylor2006_onset", "by the end of week one"),
            why(
                "dimascio1979_differential",
                "amitriptyline worked mainly on sleep and appetite",
                "mainly on mood",
                "work and interests",
            ),
        ),
        (
            "Neither does everything: a medication changes no habits of thinking, and therapy alone is hard when somebody is "
            "severely ill. | verdict | contested | because | In severe recurrent depression both did clearly better than therapy "
            "alone. But therapy was no weaker in outpatients who were more severely ill, and medications shift how emotions are "
            "read. People in crisis or in hospital were not in the trials we read.",
            claimed("C2"),
            why("thase1997", "clearly better in severe recurrent depression"),
            why("driessen2010", "not weaker in more severe depression", "outpatients", against=True),
            why("harmer2009", "shift the processing of emotional"),
            holds(nobody_in_hospital),
        ),
        (
            "First there was therapy; the medications of the 1950s then let people with severe illness take part in it. | "
            "verdict | not tested | because | History, told as a dated list with its sources. No finding here measures it.",
            claimed("C3"),
            holds(
                lambda: (
                    dated("chlorpromazine, the first antipsychotic", "1952")
                    and dated("talking treatments grow", "1900–1950")
                )
            ),
        ),
        (
            "Each works alone, and both together are stronger. | verdict | qualified | because | Well supported against "
            "medication alone in depression, panic and OCD; smaller against therapy alone, and gone at follow-up there. In "
            "several trials both were not shown to do better than one.",
            claimed("C4"),
            why("cuijpers2014_adding", "well supported only for major depression, panic and OCD"),
            why(
                "cuijpers2020_nma",
                "combined treatment raised the chance of response by roughly a quarter over either treatment alone",
            ),
            why("cuijpers2009_vs_psychotherapy", "small margin", "gone at follow-up", against=True),
            why("davidson2004_socialphobia", "gave nothing extra", against=True),
            why("combine2006", "no better than either", against=True),
        ),
        (
            "A medication works from below (sleep, energy, appetite), therapy from above (thinking, deciding, steering). | "
            "verdict | contested | because | One summary of brain images finds different places; others find shared ones, or the "
            "reverse direction. One trial of symptoms fits. A picture to think with, not a map.",
            claimed("C5"),
            why("nord2021", "amygdala", "medial prefrontal cortex", "no significant overlap"),
            why("kennedy2007", "SHARED", against=True),
            why("brody2001", "Contradicts Goldapple on the direction", against=True),
            why("goldapple2004", "reverse pattern"),
            why("dimascio1979_differential", "mainly on sleep and appetite", "Complaints, not brain areas"),
        ),
        (
            "For somebody who is too unwell to take part, the medication opens the door to therapy. | verdict | not tested | "
            "because | No trial has put a door to the test. In one early trial a medication made it easier to keep to exposure. "
            "Against it: outpatients who were more severely ill gained from therapy too, and in the few studies that looked at "
            "both, more than others. Nobody is too ill to be offered therapy.",
            claimed("C6"),
            why("marks1980", "early OCD trial", "more able to comply with exposure"),
            why(
                "driessen2010",
                "outpatients",
                "the effect was larger for high-severity patients",
                "rests on few studies",
                against=True,
            ),
        ),
        (
            "Antidepressants may make the brain more open to learning, so that therapy counts for more. | verdict | contested | "
            "because | Good evidence in animals. The tests in people, of eyesight and after stroke, did not show it; "
            "D-cycloserine with exposure added little.",
            claimed("C7"),
            why("karpova2011", "in mice only the combination"),
            why("huttunen2018_amblyopia", "added nothing", against=True),
            why("focus2019_stroke", "did not improve", against=True),
            why("mataixcols2017", "small gain to exposure", against=True),
        ),
        (
            "Therapy helps the medication to work: trust, motivation, staying on it, fewer who leave. | verdict | qualified | "
            "because | Trust is linked to a better outcome, and programmes help people to stay on. Fewer left only in longer "
            "treatments, and staying on did not always bring relief. Most of it was only observed.",
            claimed("C8"),
            why("fluckiger2018", "better therapeutic alliance went with better outcome"),
            why("gonzalezdeleon2022_adherence", "raised the odds of adherence"),
            why("olfson2006", "not randomised"),
            why("pampallona2004", "longer than 12 weeks it did", "did not reduce dropout"),
            why("chong2011_adherence", "only 43% improved both"),
        ),
        (
            "Together they last longer: what was learned stays when treatment ends, while a medication's effect fades. | verdict "
            "| qualified | because | After therapy alone fewer relapsed than after a medication was stopped; that they were "
            "fewer than on a medication that was kept was not shown. Protection by therapy added to a medication was gone after "
            "some years. After both together it was staying on the medication that protected, and no protection by the therapy "
            "of the past was seen. Half a year and more after the start, and a year or more after all treatment, both were not "
            "shown to do better than therapy alone (Karyotaki 2016; 19 trials pooled, 2024).",
            claimed("C9"),
            why(
                "hollon2005",
                "relapsed far less",
                "no more than patients who kept taking it",
                "CT vs continuation P=.20",
            ),
            why("cuijpers2013_enduring", "not significantly different from people who kept taking it"),
            why("paykel2005_decay", "CBT + medication", "three and a half years after therapy ended"),
            why(
                "derubeis2020_phase2",
                "staying on the antidepressant roughly halved recurrence",
                "no detectable protection",
                against=True,
            ),
            why(
                "karyotaki2016",
                "Six months or more after randomisation",
                "did not differ from psychotherapy alone",
                against=True,
            ),
            why(
                "front2024_enduring",
                "19 RCTs",
                "year or more after ALL treatment ended",
                "not better than psychotherapy",
                against=True,
            ),
        ),
        (
            "A medication has to be found and tended: dose, side effects, regular checks, changes. Not every one suits "
            "everybody. | verdict | qualified | because | Regular measuring helped much in one trial, and more visits are linked "
            "to more improvement even on a dummy pill. More dose soon brings no more. How many get well by trying one after "
            "another is disputed.",
            claimed("C10"),
            why("guo2015_mbc", "regular rating scales raised remission"),
            why("posternak2007_visits", "even on placebo", "tied to a further fall"),
            why("furukawa2019_dose", "flat or falling"),
            why("pigott2023", "35% instead of 67%", "Live controversy", against=True),
        ),
        (
            "Kinds of therapy do different things: examine thoughts, meet what is feared, build skills, mend relationships, gain "
            "insight. | verdict | qualified | because | Exposure did more than the same time with a therapist, sudden gains "
            "followed changed thoughts, and people who used their skills felt better. In outcome the kinds mostly differ "
            "little, and "
            "what makes EMDR work is disputed.",
            claimed("C11"),
            why("simpson2008_ocd", "improved more when exposure", "not to time with a therapist"),
            why("tang1999_sudden_gains", "followed cognitive change"),
            why("neacsiu2010_dbt_skills", "how much they used went with falling depression"),
            why("steinert2017_psychodynamic", "did as well as", against=True),
            why("lee2013_eye_movements", "names an earlier meta-analysis that found no effect"),
        ),
        (
            "Some gain most from both: severe, long-lasting, “endogenous”, much negative thinking, over 60, no success with one "
            "alone. | verdict | contested | because | Best supported where one alone was not enough. For severity, long "
            "duration, negative thinking, “endogenous” forms and age studies point both ways, or only against; a famous one was "
            "retracted and replaced.",
            claimed("C12"),
            why("cobalt2013", "had not responded to antidepressants"),
            why("thase1997", "clearly better in severe recurrent"),
            why("cuijpers2010_chronic", "combined beat both"),
            why("vonwolff2012_chronic", "could not show", against=True),
            why("sotsky1991", "reverse of the idea that negative thinkers gain most", against=True),
            why("cuijpers2017_melancholia", "endogenous", "did not predict", against=True),
            why("reynolds1999", "over-59s"),
            why("reynolds2006", "70 and older", "added nothing", against=True),
            why("hollon2014_RETRACTED_REPLACED", "retracted and replaced", against=True),
        ),
        (
            "Conditions differ: in some the medication is the foundation, in others exposure or both together. | verdict | "
            "qualified | because | They do differ. In schizophrenia and bipolar disorder therapy mostly helped, on top of the "
            "medication. In three trials a gain from the addition was not shown: in veterans with PTSD, a third of whom did not "
            "finish; in the core symptoms of children's ADHD, though it helped in a few other areas; and in opioid dependence. "
            "In another trial in PTSD it helped people whom the medication had helped in part.",
            claimed("C13"),
            why("bighelli2021_relapse", "on top of antipsychotics", "each reduced relapse"),
            why("oud2016_bipolar", "lowered bipolar relapse"),
            why("rauch2019_progress", "veterans", "no difference between arms", "149 of 223 completed", against=True),
            why("mta1999", "did not differ on core symptoms", "helped in a few other areas", against=True),
            why("weiss2011_poats", "opioid dependence", "made no difference", against=True),
            why("rothbaum2006", "PTSD", "only in people who had responded partially to the drug"),
        ),
        (
            "One size does not fit all; the average is not a person. | verdict | qualified | because | People differ, and those "
            "who get what they prefer leave less often. What picks the right treatment for a person is not known: subtypes did "
            "not, and a marker in the brain looked promising in one study. That medications spread people further apart than "
            "placebo does was not shown.",
            claimed("C14"),
            why("swift2018_preference", "dropped out less"),
            why("arnow2015_subtypes", "did not predict", against=True),
            why(
                "mcgrath2013_insula",
                "Low resting activity in the right front insula went with remission on CBT",
                "Not usable in practice",
            ),
            why("munkholm2020_variance", "the same with antidepressants as with placebo", against=True),
        ),
        (
            "Start with one, and add the other later if need be. | verdict | qualified | because | Many get well once the second "
            "treatment is added. Most studies had nobody who simply went on. In the one here that had, in children, to go on did "
            "not differ from changing to the other treatment. In another, a third took up the offer.",
            claimed("C15"),
            why("dunlop2019_sequential", "61% of partial responders", "No arm continued monotherapy"),
            why("schramm2015_cbasp_esc", "caught up after the OTHER treatment was added"),
            why(
                "skarphedinsson2015_nordlots",
                "Children with OCD",
                "equally well whether CBT continued or they switched",
                against=True,
            ),
            why("critschristoph2011_gad", "only a third of those offered it took it up", against=True),
        ),
        (
            "Prescriber and therapist should work together, and the talk in a visit is part of the treatment. | verdict | "
            "qualified | because | Organised teams did better than poor usual care, as a whole package; more visits are linked "
            "to more improvement, and in one small study it mattered which prescriber one saw. In young people's OCD, "
            "instructions in the visit fell far short of a course. Nobody knows whether it matters if one clinician or two "
            "provide the care.",
            claimed("C16"),
            why(
                "unutzer2002_impact",
                "more than twice as likely",
                "Usual care was poor",
                "organisation, drug and therapy",
            ),
            why("posternak2007_visits", "tied to a further fall"),
            why("mckay2006_psychiatrist", "explained more of the outcome", "A small study"),
            why("pots2_2011", "Young people with OCD", "far better with a full course", "were not enough"),
            why("goldman1998_split", "No good trial evidence that one format is better"),
        ),
        (
            "Cost, places and time decide what people can have; the best care is the best within those limits. | verdict | "
            "supported | because | Many people who need care never reach it, and the numbers are well documented.",
            claimed("C17"),
            why("thornicroft2017_gap", "only about one in six"),
            why("waitzfelder2018_initiation", "Only about a third"),
            why("andrilla2018_supply", "no psychiatrist"),
        ),
        (
            "Put it together: make a plan of care, and try it out in a virtual clinic. | verdict | not a claim | because | A way "
            "of learning, not a claim about treatment. How the model fares against real trials is shown figure by figure, misses "
            "too.",
            claimed("C18"),
            holds(lambda: [lesson.number for lesson in toolkit.lessons.ALL if "C18" in lesson.claims] == [15, 16]),
            holds(lambda: any(row["verdict"] == "outside" for _, row in board())),
        ),
        (
            "A medication sets right a balance of brain chemistry that was lost. | verdict | contested | because | Two questions "
            "hide in this one. What a medication does at its target can be measured: at their lowest effective dose, five "
            "antidepressants occupied about 80 % of the places that take serotonin up again. What the illness is, that does not "
            "tell. A review of reviews found no consistent evidence of lowered serotonin in depression; some thirty researchers "
            "replied that serotonin is involved. Neither side settles whether the medications work. A wrong explanation does not "
            "make a treatment useless.",
            claimed("C19"),
            why(
                "meyer2004_sert",
                "lowest effective dose, five antidepressants occupied about 80% of serotonin transporters",
                "Occupancy is not the same as benefit",
            ),
            why(
                "moncrieff2022",
                "umbrella review found no consistent evidence",
                "efficacy is a separate question",
                "neither side settles",
            ),
            why("jauhar2023_reply", "Thirty-odd researchers reply", "point to serotonin"),
        ),
        (
            "Support that goes on keeps people well through hard events and changes in life. | verdict | not tested | because | "
            "No study here follows people through a hard event. Near it: monthly sessions after therapy for panic kept more "
            "people well, and so did preventive therapy beside a medication that was kept. In people of 70 and older, monthly "
            "sessions did not show a difference.",
            claimed("C20"),
            why("white2013_panic_maintenance_cbt", "panic patients", "monthly booster sessions cut relapse"),
            why("bockting2018_drd", "preventive cognitive therapy to a maintained antidepressant cut relapse"),
            why("reynolds2006", "70 and older", "monthly interpersonal therapy added nothing", against=True),
        ),
        (
            "Not everybody needs both. One can start with just one of them. | verdict | qualified | because | On average, "
            "medication alone and therapy alone did about equally well. With both, more people responded than with either alone. "
            "So to start with one saves sessions or tablets for those who do well, and costs time for those who would have "
            "needed both.",
            claimed("C21"),
            why("cuijpers2013_direct", "on average equally effective"),
            why("cuijpers2020_nma", "raised the chance of response", "over either treatment alone"),
            why("dunlop2019_sequential", "start with one, add the other"),
        ),
        (
            "After years of therapy without feeling better, biology may play a part, and a medication may be worth adding. | "
            "verdict | qualified | because | Some people who had not got well with therapy did once a medication was added. In "
            "children with OCD, those who went on with therapy did equally well as those who changed to a medication. These "
            "trials waited for some weeks, not for years. And that a medication helps does not tell where an illness came from.",
            claimed("C22"),
            why(
                "dunlop2019_sequential",
                "partial responders to CBT who then got escitalopram did best",
                "After 12 weeks",
            ),
            why("schramm2015_cbasp_esc", "had not improved at 8 weeks caught up"),
            why(
                "skarphedinsson2015_nordlots",
                "Children with OCD",
                "14 weeks of CBT",
                "equally well whether CBT continued",
                against=True,
            ),
        ),
        (
            "Even after years on a medication alone, therapy can be added. | verdict | qualified | because | Added after "
            "antidepressants had not helped enough, therapy doubled response in one trial and gave a moderate benefit in several "
            "pooled. In chronic depression, added to a medication that was well looked after, it was not shown to bring more "
            "remission. Few of these studies say what several years on a medication alone change.",
            claimed("C23"),
            why("cobalt2013", "doubled response", "had not responded to antidepressants", "59% ill two years or more"),
            why("vanbronswijk2019_trd", "adding psychotherapy to usual treatment gave a moderate benefit", "21 trials"),
            why("kocsis2009_revamp", "chronic depression", "no more remission than optimised medication", against=True),
        ),
        (
            "The relationship with the prescriber, and a real conversation in every visit, are part of the treatment. | verdict "
            "| qualified | because | A better relationship with the prescriber is linked to a better outcome, and more visits "
            "are linked to more improvement even on a dummy pill. In one small study it mattered which psychiatrist one saw. "
            "None of this was assigned at random. Cards for choosing an antidepressant together made patients more comfortable "
            "and better informed; their depression was not shown to change.",
            claimed("C24"),
            why("totura2018", "better relationship with the prescriber went with better outcome", "correlational"),
            why("posternak2007_visits", "even on placebo", "not randomised visit frequency"),
            why("mckay2006_psychiatrist", "which psychiatrist", "A small study"),
            why("leblanc2015_sdm", "more comfortable, better informed", "depression did not change", against=True),
        ),
        (
            "The brain needs stability to keep what it learns. | verdict | not tested | because | No study here sets more or "
            "less stability and then looks at what is kept. Being calmer is not enough by itself: in panic, a high dose of a "
            "calming drug helped slightly while it was taken, and harmed the outcome of exposure after it was tapered.",
            claimed("C25"),
            why(
                "marks1993_alprazolam",
                "panic",
                "high-dose",
                "helped slightly while taken but harmed outcome after the drug was tapered",
                against=True,
            ),
        ),
        (
            "After trauma, and where beliefs formed early, medication alone reaches a ceiling. | verdict | contested | because | "
            "In a trial of chronic depression, people with childhood trauma did better with therapy alone than with the "
            "medication alone. In PTSD, pooled trials had no winner at the end of treatment; later, therapy and both were ahead "
            "of medication. In combat veterans, all three groups improved, and no difference between them was shown. Early "
            "beliefs were not measured.",
            claimed("C26"),
            why(
                "nemeroff2003_trauma",
                "chronic-depression trial",
                "better with psychotherapy alone than with the drug alone",
            ),
            why(
                "merz2019_ptsd",
                "no approach won at the end of treatment",
                "psychotherapy and combined did better than medication",
            ),
            why(
                "rauch2019_progress",
                "combat veterans",
                "all improved symptoms, with no difference between arms",
                against=True,
            ),
        ),
        (
            "What counts is how people live, work and get on with others, not symptoms alone; together the two help there too. | "
            "verdict | qualified | because | For functioning and quality of life, both together gave small gains over either "
            "alone. A year after treatment, people who had had therapy did better on some measures of social life. In "
            "schizophrenia, a gain in functioning from added therapy was found to fade.",
            claimed("C27"),
            why("kamenov2017_function", "functioning and quality of life the combination gave small gains over either"),
            why(
                "weissman1981_followup",
                "A year after",
                "interpersonal therapy did better on some measures of social functioning",
            ),
            why("jauhar2014_cbtp", "schizophrenia", "fades for functioning", against=True),
        ),
        (
            "Kinds of medication differ in how fast they act, how long, and on what. | verdict | qualified | because | A "
            "stimulant can wear off within hours. Antidepressants differ more than tenfold in how long they stay in the body. "
            "SSRIs, a common kind, pull ahead of a dummy pill within a week, then further, ever more slowly. Within one kind, "
            "differences are smaller: 21 antidepressants differed modestly from each other.",
            claimed("C28"),
            why("halflife_methylphenidate", "wears off within hours"),
            why("halflives_ssri_table", "more than tenfold between antidepressants"),
            why("taylor2006_onset", "by the end of week one", "continues at a decreasing rate"),
            why("cipriani2018", "All 21 antidepressants", "differ modestly from each other"),
        ),
        (
            "Side effects and interactions have to be watched. | verdict | supported | because | Some three months into an SSRI "
            "(a common kind of antidepressant), 55 % named a side effect that bothered them (there was no comparison group), and "
            "doctors underestimated it. Sexual problems are common when people are asked directly, and differ by medication. Of "
            "interactions there is no study here.",
            claimed("C29"),
            why(
                "hu2004_sideeffects",
                "About three months into an SSRI",
                "55% a bothersome one",
                "doctors underestimated",
                "no placebo group",
            ),
            why("serretti2009_sexual", "When people are asked directly", "are common", "by drug"),
        ),
        (
            "Insight helps: to understand where a pattern comes from. | verdict | not tested | because | There is little "
            "evidence. A therapy that seeks insight did as well as treatments of proven worth. Whether insight is what helped is "
            "another question: 35 studies looked for the steps through which therapy for depression works, and none settles "
            "which change causes which.",
            claimed("C30"),
            why("steinert2017_psychodynamic", "did as well as treatments of proven worth"),
            why("lemmens2016_mediators", "Thirty-five studies", "none settles which change causes which", against=True),
        ),
    ),
]
