"""What the front door says of each claim, and what holds it."""

from tests.meaning.quoting import quotes, why
from toolkit.explore.page import script
from toolkit.explore.picture import COLOURS, guess_line, pinned
from toolkit.lessons.misses import board


def means(*tags):
    """The page explains its tags in these words; a guess is dashed and what is pinned is grey."""

    def hold():
        page = script("ledger.js", "explorer.js")
        assert all(tag in page for tag in tags)
        line = guess_line([0, 1], [1, 1], (1, 1), hover="")[0]
        assert (line["name"], line["line"]["dash"]) == ("your guess", "dash")
        below = pinned({"data": [line], "layout": {}}, {"data": [line], "layout": {}})[0]
        assert below["line"]["color"] == COLOURS["pinned"]

    return hold


def model_has(sign, *labels):
    """On the scoreboard the model's number is less ("<") or more (">") than the published one of each figure."""

    def hold():
        rows = {figure.label: row for figure, row in board()}
        for label in labels:
            published, model = rows[label]["published"], rows[label]["model"]
            assert model < published if sign == "<" else model > published, label

    return hold


QUOTES = [
    *quotes(
        "claims",
        (
            "Both help, and on average about equally. SSRIs (a common kind of antidepressant) pull ahead of placebo within a week",
            why("cuijpers2013_direct", "equally effective"),
            why("taylor2006_onset", "by the end of week one"),
        ),
        (
            "it worked mainly on sleep and appetite, and therapy on mood, work and interests",
            why("dimascio1979_differential", "mainly on sleep and appetite", "mainly on mood"),
        ),
        (
            "In severe recurrent depression both did clearly better than therapy alone",
            why("thase1997", "clearly better in severe recurrent"),
        ),
        (
            "therapy was no weaker in outpatients who were more severely ill, and medications shift how emotions are read",
            why("driessen2010", "not weaker"),
            why("harmer2009", "shift the processing of emotional"),
        ),
        (
            "Well supported against medication alone in depression, panic and OCD; smaller against "
            "therapy alone, and gone at follow-up there",
            why("cuijpers2014_adding", "well supported only for major depression, panic and OCD"),
            why("cuijpers2009_vs_psychotherapy", "small margin", "gone at follow-up"),
        ),
        (
            "In several trials both were not shown to do better than one",
            why("davidson2004_socialphobia", "gave nothing extra"),
            why("combine2006", "no better than either"),
        ),
        (
            "One summary of brain images finds different places; others find shared ones, or the reverse direction",
            why("nord2021", "no significant overlap"),
            why("kennedy2007", "SHARED"),
            why("goldapple2004", "reverse pattern"),
        ),
        (
            "No trial has put a door to the test. In one early trial a medication made it easier to keep to exposure",
            why("marks1980", "more able to comply with exposure"),
        ),
        (
            "Good evidence in animals. The tests in people, of eyesight and after stroke, did not show it; "
            "D-cycloserine with exposure added little",
            why("karpova2011", "in mice"),
            why("huttunen2018_amblyopia", "added nothing"),
            why("focus2019_stroke", "did not improve"),
            why("mataixcols2017", "small gain"),
        ),
        (
            "Fewer left only in longer treatments, and staying on did not always bring relief",
            why("pampallona2004", "longer than 12 weeks it did"),
            why("chong2011_adherence", "only 43% improved both"),
        ),
        (
            "After therapy alone fewer relapsed than after a medication was stopped; that they were fewer than on a "
            "medication that was kept was not shown. Protection by therapy added to a medication was gone after some "
            "years",
            why("hollon2005", "relapsed far less"),
            why("paykel2005_decay", "faded slowly"),
        ),
        (
            "it was staying on the medication that protected, and no protection by the therapy of the past was seen",
            why("derubeis2020_phase2", "no detectable protection"),
        ),
        (
            "both were not shown to do better than therapy alone (Karyotaki 2016; 19 trials pooled, 2024)",
            why("karyotaki2016", "did not differ from psychotherapy alone"),
            why("front2024_enduring", "not better than psychotherapy", "19"),
        ),
        (
            "Regular measuring helped much in one trial, and more visits are linked to more improvement even "
            "on a dummy pill. More dose soon brings no more",
            why("guo2015_mbc", "raised remission"),
            why("posternak2007_visits", "even on placebo"),
            why("furukawa2019_dose", "flat or falling"),
        ),
        (
            "Exposure did more than the same time with a therapist, sudden gains followed changed thoughts",
            why("simpson2008_ocd", "improved more when exposure"),
            why("tang1999_sudden_gains", "followed cognitive change"),
        ),
        ("In outcome the kinds differ little", why("steinert2017_psychodynamic", "did as well as")),
        (
            "In schizophrenia and bipolar disorder therapy mostly helped, on top of the medication. In three trials "
            "a gain from the addition was not shown: in veterans with PTSD, a third of whom did not finish; in "
            "the core symptoms of children's ADHD, though it helped in a few other areas; and in opioid "
            "dependence",
            why("rauch2019_progress", "no difference between arms"),
            why("mta1999", "did not differ"),
            why("weiss2011_poats", "made no difference"),
            why("bighelli2021_relapse", "each reduced relapse"),
            why("oud2016_bipolar", "lowered bipolar relapse"),
        ),
        ("those who get what they prefer leave less often", why("swift2018_preference", "dropped out less")),
        (
            "That medications spread people further apart than placebo does was not shown",
            why("munkholm2020_variance", "the same with antidepressants as with placebo"),
        ),
        (
            "In the one here that had, in children, to go on did not differ from changing to the other treatment. "
            "In another, a third took up the offer",
            why("skarphedinsson2015_nordlots", "equally well"),
            why("critschristoph2011_gad", "only a third"),
        ),
        ("did better than poor usual care, as a whole package", why("unutzer2002_impact", "Usual care was poor")),
        ("instructions in the visit fell far short of a course", why("pots2_2011", "far better with a full course")),
        (
            "Many people who need care never reach it, and the numbers are well documented",
            why("thornicroft2017_gap", "only about one in six"),
        ),
        (
            "at their lowest effective dose, five antidepressants occupied about 80 %",
            why("meyer2004_sert", "lowest effective dose, five antidepressants occupied about 80%"),
        ),
        (
            "no consistent evidence of lowered serotonin in depression; some thirty researchers replied that serotonin is involved",
            why("moncrieff2022", "no consistent evidence that depression goes with lowered serotonin"),
            why("jauhar2023_reply", "Thirty-odd researchers reply"),
        ),
        (
            "monthly sessions after therapy for panic kept more people well, and so did preventive therapy beside a "
            "medication that was kept. In people of 70 and older, monthly sessions did not show a difference",
            why("white2013_panic_maintenance_cbt", "booster sessions cut relapse"),
            why("bockting2018_drd", "maintained antidepressant cut relapse"),
            why("reynolds2006", "patients 70 and older", "monthly interpersonal therapy added nothing"),
        ),
        (
            "medication alone and therapy alone did about equally well. With both, more people responded than with either alone",
            why("cuijpers2013_direct", "equally effective"),
            why("cuijpers2020_nma", "raised the chance of response"),
        ),
        (
            "those who went on with therapy did equally well as those who changed to a medication",
            why("skarphedinsson2015_nordlots", "equally well whether CBT continued or they switched"),
        ),
        (
            "therapy doubled response in one trial and gave a moderate benefit in several pooled. In chronic depression, "
            "added to a medication that was well looked after, it was not shown to bring more remission",
            why("cobalt2013", "doubled response"),
            why("vanbronswijk2019_trd", "moderate benefit"),
            why("kocsis2009_revamp", "no more remission than optimised medication"),
        ),
        (
            "A better relationship with the prescriber is linked to a better outcome",
            why("totura2018", "better relationship with the prescriber went with better outcome"),
        ),
        (
            "made patients more comfortable and better informed; their depression was not shown to change",
            why("leblanc2015_sdm", "more comfortable, better informed", "depression did not change"),
        ),
        (
            "in panic, a high dose of a calming drug helped slightly while it was taken, and harmed the outcome of "
            "exposure after it was tapered",
            why("marks1993_alprazolam", "helped slightly while taken but harmed outcome after the drug was tapered"),
        ),
        (
            "people with childhood trauma did better with therapy alone than with the medication alone. In PTSD, pooled "
            "trials had no winner at the end of treatment; later, therapy and both were ahead of medication",
            why("nemeroff2003_trauma", "better with psychotherapy alone than with the drug alone"),
            why("merz2019_ptsd", "no approach won", "did better than medication"),
        ),
        (
            "both together gave small gains over either alone. A year after treatment, people who had had therapy did "
            "better on some measures of social life",
            why("kamenov2017_function", "small gains over either"),
            why("weissman1981_followup", "better on some measures of social"),
        ),
        (
            "A stimulant can wear off within hours. Antidepressants differ more than tenfold",
            why("halflife_methylphenidate", "wears off within hours"),
            why("halflives_ssri_table", "more than tenfold"),
        ),
        ("21 antidepressants differed modestly", why("cipriani2018", "differ modestly from each other")),
        (
            "55 % named a side effect that bothered them (there was no comparison group), and doctors underestimated it",
            why("hu2004_sideeffects", "55% a bothersome one", "doctors underestimated", "no placebo group"),
        ),
        (
            "A therapy that seeks insight did as well as treatments of proven worth",
            why("steinert2017_psychodynamic", "did as well as treatments of proven worth"),
        ),
        (
            "35 studies looked for the steps through which therapy for depression works, and none settles which change",
            why("lemmens2016_mediators", "Thirty-five studies", "none settles which change causes which"),
        ),
        ("a famous one was retracted and replaced", why("hollon2014_RETRACTED_REPLACED", "retracted and replaced")),
    ),
    *quotes(
        "misses",
        (
            "in the early weeks too few of them are better, and after half a year nearly everybody is, in every group",
            model_has("<", "de Vries 2019: response to medication, 6 weeks"),
            model_has(">", "Rush 2006: remission in four steps if nobody leaves"),
        ),
        (
            "Differences that trials found late are not there",
            model_has("<", "Wiles 2013: response, therapy added over medication alone, 46 months"),
        ),
        (
            "In the model a higher dose soon brings little more. So measuring every visit and adjusting the dose changes "
            "almost nothing. In a trial it changed a lot",
            model_has("<", "Guo 2015: remission, steered by scale over impression"),
        ),
        (
            "Nothing in the model harms people, and bad events fade. Real people can get worse, in treatment and without it",
            model_has("<", "Vittengl 2016: worse by 8 points or more at the end"),
            model_has("<", "Cuijpers 2018: worse at the end, therapy over control"),
        ),
        (
            "The same lead in points looks smaller when it is told in standard deviations, because the model's people lie "
            "further apart",
            model_has("<", "Cuijpers 2014: both over medication, effect size"),
        ),
    ),
    *quotes(
        "index",
        (
            "published: read in a study, with its source. fitted: set so that the model meets a study. teaching: chosen, by us",
            means(
                "published = read in a study",
                "fitted = set so that the model meets a study",
                "teaching = chosen for this model",
            ),
        ),
        ("A dashed line is your guess. Grey is what you have pinned", means()),
    ),
]
