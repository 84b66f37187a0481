"""What the pages on publishing say, for the four ways and for a hub, and the files that make it so."""

import html
import re

import toolkit
from publish import one_file, pages, runtime, site
from tests.meaning.quotes.grounds import SENT, also, button, filled, has, holds, makes, there, written_in
from tests.meaning.quotes.pages_readme import COUNTS, every_sheet
from tests.meaning.quoting import quotes


def made_of():
    """Whether a page is made of each of these."""
    names = {*pages.titles()}
    every = {name for lesson in toolkit.lessons.ALL for name in (lesson.slug, f"run-sheet-{lesson.slug}")}
    return {"index", "claims", "what_the_model_gets_wrong", "presenter", "trainers", *every} <= names


def keeps_only_what_is_official():
    """Whether what is not official ends the build, and Python for the browser is looked at before it is used."""
    try:
        site.verified(b"another", site.TABLE["pyodide"]["sha256"], "pyodide")
    except SystemExit:
        return "verified(archive.read_bytes()" in written_in("publish/site.py")


def asks_nobody(path):
    """Whether a script has no address of anybody."""
    return not re.search(r"https?://(?!page\.invalid)", written_in(path))


def waits(path, pattern):
    """A number that a script has."""
    return int(re.search(pattern, written_in(path))[1].replace("_", ""))


def it_is_kept_as_it_stands():
    """Whether what an explorer leaves in a notebook has its picture, sentence and code, in HTML too."""
    explorer = toolkit.lessons.lesson(3).explorer()
    explorer.keep()
    kept = html.unescape(explorer.kept["data"]["text/html"])
    return all(each in kept for each in ("<img", explorer.sentence.partition("\n")[0], explorer.code))


def called(number):
    """A number in words, where pages have it so."""
    return {count: word for word, count in (COUNTS | {"three": 3, "ten": 10}).items()}.get(number, number)


QUOTES = [
    *quotes(
        "publish",
        (
            "For a JupyterHub, see [hub](hub/README.md). ## As an app ```sh make app # opens the lessons as pages: no "
            "code, big type, nothing to press make app APP_FLAGS=--no-browser # prints the address only; every lesson has "
            "its own: …/voila/render/03_additive_effect.ipynb ```",
            there("publish/hub/README.md", "notebooks/03_additive_effect.ipynb"),
            makes("app", "pages without code, for an audience", "voila notebooks", "$(APP_FLAGS)"),
            has("publish/app/voila/templates/lessons/lessons.css", "font-size"),
        ),
        (
            "[Voilà](https://voila.readthedocs.io) serves the same notebooks, with a template of ours that fetches nothing "
            'from elsewhere. It listens to this machine only. To open it to a room, `make app APP_FLAGS="--token '
            '--Voila.ip=0.0.0.0"`: the printed address then holds a token, and nobody gets in without it',
            makes("app", "voila notebooks", but=("--Voila.ip", "--token")),
            holds(
                lambda: all(
                    asks_nobody(f"publish/app/voila/templates/lessons/{name}")
                    for name in ("index.html.j2", "tree.html", "page.html", "lessons.css")
                )
            ),
            has("publish/app/voila.py", 'VoilaConfiguration.template = "lessons"', but=("ip =",)),
            has(
                "tests/publish/test_app.py",
                "def test_it_listens_to_this_machine_only",
                "def test_opened_to_others_it_shows_nothing_without_the_token",
            ),
        ),
        (
            "A kernel stays as long as its page is open, and ends when the page is left (or {} minutes after the page was "
            "lost, as when a lid is closed); server and kernels may take {} GB each, no more. Where a whole room opens one "
            "lesson at once, `make app READY=03_additive_effect.ipynb` starts {} kernels of it ahead",
            filled(lambda: called(waits("publish/app/voila.py", r"cull_idle_timeout = (\d+)") // 60)),
            filled(lambda: waits("publish/app/voila.py", r"RLIMIT_AS, \((\d) << 30")),
            filled(lambda: called(waits("Makefile", r'"\$\(READY\)": \{"pool_size": (\d+)'))),
            has("publish/app/voila.py", "cull_connected = False"),
        ),
        (
            "A link to a setting. Copy link under a picture gives the page's address with `?code=` and the scenario code "
            "at its end; `?preset=` and a preset's name do as well. Whoever opens it finds the lesson there, in the "
            "lessons for the browser alone too",
            has("toolkit/explore/explorer.js", 'IN_APP || IN_SITE ? [button("Copy link"'),
            has(
                "toolkit/explore/page.js",
                '["code", "preset"].map((name) => searchParams.get(name)',
                "!(IN_APP || IN_SITE)",
                'searchParams.set("code", code)',
            ),
            has("toolkit/explore/explorer.py", "self.load(code)", "self.apply("),
        ),
        (
            "In a course page. No other site may show the app in a frame: a stranger's page could lay it, unseen, over its "
            "own buttons, and your visitors would press ours. If the course page is yours, name its site, and put both "
            'behind `https:`: ```sh make app FRAME=https://course.example.org APP_FLAGS="--no-browser '
            '--Voila.ip=0.0.0.0" ```',
            has("Makefile", "ifdef FRAME", "frame-ancestors $(FRAME)", "endif"),
            has("tests/publish/test_app.py", "def test_only_a_site_that_is_named_may_frame_the_app"),
        ),
        (
            "Then `--token` lets nobody in there, so let your web server decide who may come; and a kernel ends {} minutes "
            "after its page is left",
            filled(lambda: called(waits("publish/app/voila.py", r"cull_idle_timeout = (\d+)") // 60)),
        ),
        (
            "`make site` builds `dist/site`: all the lessons with Python itself compiled for the browser, so that neither "
            "the reader nor the web server needs any. It needs Node.js's `npm` and the package registries, takes half a "
            "minute the first time and keeps what it has downloaded; every file of that Python must bear its official "
            "fingerprint. To see it: ```sh python -m http.server --bind localhost --directory dist/site ```",
            makes("site", "publish.site", "no Python there"),
            has(
                "publish/site.py",
                'ROOT / "dist" / "site"',
                "python -m http.server --bind localhost --directory dist/site",
            ),
            has(
                "publish/site.py",
                'if not archive.exists(): say(f"Downloading Python for the browser',
                'run("npm", "pack"',
                "missing = [line for line",
            ),
            has("publish/site.py", "npm comes with Node.js"),
            has("publish/site.toml", "from the npm registry", "[pyodide]", "sha256"),
            holds(keeps_only_what_is_official),
            has("publish/site.py", '(ROOT / "notebooks").rglob("*.ipynb")'),
        ),
        (
            "- To publish it, copy the folder to any web server for plain files (a school's own, or a host of static "
            "pages). It must be served from `https:` or `localhost`; double-clicking its files does not do. Nothing is "
            "asked of any other machine",
            has("publish/site.py", '"pyodideUrl": "./static/pyodide/pyodide.js", "disablePyPIFallback": True'),
        ),
        (
            "Every sentence is the desktop's, to the letter. - Your own copy: lessons are only saved if you press Save, "
            "and only in this browser. A saved copy then stands in the original's place",
            has(
                "publish/site.py",
                "Copies of a lesson hide the original, so they are only made by those who press Save",
                '["autosave"] = False',
            ),
            has("publish/site.toml", "its version from requirements.txt, the desktop's lock"),
        ),
        (
            "`make pages` writes `dist/pages`, and the same as a zip file: the front door, every lesson, the claims, what "
            "the model gets wrong, the presenter, and all that trainers print. With `ADDRESS=https://course.example.org/`, "
            "where the pages will be, handouts have a QR code that leads to their picture. (It needs Node.js, and once the "
            "package registries.)",
            makes("pages", "publish.pages $(ADDRESS)", "in dist/pages"),
            holds(lambda: pages.PAGES.relative_to(pages.ROOT).as_posix() == "dist/pages"),
            has("publish/pages.py", 'shutil.make_archive(str(folder), "zip", folder)'),
            holds(made_of),
            has("publish/sheets.py", 'draw_way(f"{address}{lesson.slug}.html?code={explorer.code}"', "segno.make(link"),
            has("publish/runtime.py", "if not archive.exists()"),
            has("publish/runtime.py", 'site.run("node", LIVE / "pack.mjs", WORK)'),
        ),
        (
            "Opened from a file, also from a USB stick, a page is to read and to print: its prose, a picture and a "
            "sentence for each of the explorer's presets, the figures of the studies and the questions, without a script. "
            "Sent by any web server for plain files (`python -m http.server --bind localhost --directory dist/pages`), the "
            "same page comes alive in a few seconds: Python runs in the reader's own browser, the notebook's own cells in "
            "it, and guess, sliders, missions, tasks, the answers file and the code task work as in JupyterLab",
            has(
                "publish/live/start.js",
                "from a file it stays as it is, complete and silent",
                'served = location.protocol.startsWith("http")',
            ),
            has(
                "publish/pages.py",
                "for name, preset in explorer.presets.items()",
                "self.figure(svg(explorer.still), explorer.sentence)",
            ),
            has("publish/pages.py", "python -m http.server --bind localhost --directory dist/pages"),
            has("publish/live/live.js", "Python in a worker, the notebook's own cells, and the widgets' own scripts"),
            has("tests/publish/in_firefox.py", "def test_a_lesson_is_played_whole"),
            has("tests/publish/test_live.py", "def test_code_of_ones_own_runs"),
        ),
        (
            "- It comes from you alone. {} MB the first time, for all lessons together; nothing is asked of anybody else. "
            "After the first visit it lives without a network too, and one press keeps the whole course ({} MB). A browser "
            "that saves data is asked first",
            filled(
                lambda: re.search(r"takes about (\d+) MB, once for all lessons", written_in("publish/page.html"))[1]
            ),
            filled(lambda: re.search(r"about (\d+) MB", written_in("publish/page.html").partition('id="keep"')[2])[1]),
            holds(
                lambda: all(
                    asks_nobody(f"publish/live/{name}") for name in ("live.js", "start.js", "keep.js", "worker.js")
                )
            ),
            has("publish/page.html", "default-src 'self'"),
            has(
                "publish/live/keep.js",
                "const found = await cache.match(request",
                "if (found) return found",
                "await fetch(request)",
            ),
            has("publish/live/keep.js", "Every file of the edition", "for (const file of FILES)"),
            has("publish/live/live.js", 'if (navigator.connection?.saveData) { tell("asked")', "else start()"),
        ),
        (
            "- Answers stay in the reader's browser, also over a reload, until Forget my answers is pressed; nothing is "
            "sent. - Where it cannot live (an old browser, a filter that blocks it) the page says so, and stays a page to "
            "read",
            has("publish/live/live.js", "localStorage.setItem(STORE, text)", "localStorage.removeItem(STORE)"),
            has("publish/page.html", 'id="forget" hidden>Forget my answers'),
            has(
                "publish/page.html",
                'data-when="could not"',
                "its Python was blocked, or your browser is too old. You can read and print everything",
            ),
            holds(
                lambda: (
                    not re.search(
                        SENT.replace(r"fetch\(|", ""),
                        written_in("publish/live/live.js") + written_in("publish/live/keep.js"),
                    )
                )
            ),
        ),
        (
            "- One file: `make file LESSON=02` writes a lesson as one file of 10 MB in `dist/files` that lives from a "
            "stick or an e-mail with the network off; `make file` alone writes all",
            makes("file", "publish.one_file $(LESSON)", "in dist/files", "all without it"),
            holds(lambda: one_file.FOLDER.relative_to(pages.ROOT).as_posix() == "dist/files"),
            holds(lambda: "default-src 'none'" in one_file.POLICY and "http" not in one_file.POLICY),
            has("publish/one_file.py", "[toolkit.lessons.lesson(number) for number in numbers] or toolkit.lessons.ALL"),
        ),
        (
            "It shows what was played when it is opened the next day or exported (File ▸ Save and Export Notebook As ▸ "
            "HTML): the picture as it stood, its sentence and scenario code, and the answers. From a terminal, with "
            "pictures that need no network: `.venv/bin/jupyter nbconvert --to html --execute "
            "--ExecutePreprocessor.store_widget_state=False notebooks/03_additive_effect.ipynb`",
            has(
                "tests/browser/test_saved.py",
                "without it shows what was played; so does its export",
                "test_what_was_played_is_there_the_next_day_and_in_the_export",
            ),
            holds(it_is_kept_as_it_stands),
        ),
        (
            "They are `make app`, `make site`, `make pages`, `make sheets` and `make quick`; on macOS and Linux without "
            'make, they are the same, with `.venv/bin/` before each and `export JUPYTER_PATH="$PWD/publish/app"` (and '
            "`JUPYTER_CONFIG_PATH` likewise) before `voila`",
            makes(
                "app",
                'JUPYTER_PATH="$(CURDIR)/publish/app" JUPYTER_CONFIG_PATH="$(CURDIR)/publish/app" exec .venv/bin/voila',
            ),
            makes("site", ".venv/bin/python -m publish.site"),
            makes("pages", ".venv/bin/python -m publish.pages"),
            makes("sheets", ".venv/bin/python -m publish.sheets"),
            makes("quick", ".venv/bin/python -m pytest"),
        ),
        (
            "`pages.py` writes the pages from notebooks and lessons, `one_file.py` one of them as a single file; `live/` "
            "is what makes them live, `runtime.py` the Python that they carry. `site.py` and `site.toml` build JupyterLab "
            "for the browser, `app/` holds the app's template and settings. `sheets.py` writes the trainers' kit by the "
            "clock in `clock.py`, `times.py` works out how long a lesson takes, `api.py` writes pages from the docstrings",
            holds(
                lambda: (
                    "as pages that read and print" in pages.__doc__
                    and "as one file that comes alive" in one_file.__doc__
                )
            ),
            holds(
                lambda: (
                    runtime.__doc__.startswith("Python for the living pages")
                    and "with Python in the browser" in site.__doc__
                )
            ),
            holds(lambda: pages.LIVE.name == "live" and site.TABLE["tools"].keys() >= {"jupyterlite-core"}),
            there("publish/app/voila.py", "publish/app/voila/templates/lessons/index.html.j2"),
            has("publish/sheets.py", "The trainer's kit", "from . import clock"),
            has("publish/clock.py", "A session by the clock"),
            has("publish/times.py", "How long a lesson takes, worked out"),
            has("publish/api.py", "from its docstrings"),
        ),
    ),
    *quotes(
        "hub",
        (
            "This folder holds the values that fit the lessons, and what we measured. 1. The image. In this folder's "
            "repository: `jupyter-repo2docker --no-run --image-name REGISTRY/medication-psychotherapy-toolkit:TAG .`, then "
            "push it where your hub can fetch it. It is the image that Binder builds: `binder/` is all it reads",
            there("publish/hub/values.yaml", "binder/requirements.txt", "binder/postBuild"),
            has("publish/hub/values.yaml", "name: REPLACE/medication-psychotherapy-toolkit", "tag: REPLACE"),
            has(
                "tests/launch/test_binder.py",
                "def test_binder_installs_the_lock_and_runs_post_build_and_reads_nothing_else_of_ours",
            ),
        ),
        (
            "2. The hub. Fill in what says `REPLACE` in [values.yaml](values.yaml), then `helm upgrade --install class "
            "jupyterhub/jupyterhub --values publish/hub/values.yaml`, as the guide tells. 3. The link for learners, "
            "straight to a lesson: `https://YOUR-HUB/hub/user-redirect/lab/tree/notebooks/03_additive_effect.ipynb`",
            has("publish/hub/values.yaml", "authenticator_class: REPLACE"),
            there("notebooks/03_additive_effect.ipynb"),
        ),
        (
            "Without a link, whoever signs in arrives at the front page. 4. The day before: sign in as a learner, by the "
            "link, press Run this lesson, move a slider. Start the placeholders for as many as you expect",
            has("publish/hub/values.yaml", "defaultUrl: /lab/tree/notebooks/index.ipynb"),
            has("publish/hub/values.yaml", "userPlaceholder: enabled: true replicas:"),
            button,
        ),
        (
            "`python -m benchmarks.classroom` lets learners in, in groups, over real websockets; all of them move a slider "
            'about once a second. It was run on two processors that did no other work; README.md ("For a class") has its '
            "table",
            has("benchmarks/classroom.py", "GROUPS = (20, 40, 60, 80)", "websockets.connect", "uniform(0.5, 1.5)"),
            also("readme", "On two processors that do no other work (measured once): | server | learners |"),
        ),
        (
            "- memory: about {} MB a learner. With two learners on a JupyterHub, each one's own server held about 160 MB "
            "and one lesson's kernel about 100 MB, and every further lesson left open takes as much as its kernel",
            filled(lambda: 160 + 100),
            has("publish/hub/values.yaml", "server and kernels need about 260 MB"),
            also("readme", "reckon 260 MB each"),
        ),
        (
            "- processors: a lesson's start takes about two seconds of one processor, a move some hundredths. Forty "
            "learners that start together on two processors wait for each other: let them come in over some minutes, or "
            "give the machine more for the first quarter of an hour",
            also("readme", "A move costs about 30 ms of a processor"),
            has("publish/hub/values.yaml", "concurrentSpawnLimit: 20"),
        ),
        (
            "From then on every act on the page says within seconds that the kernel does not answer. What was answered is "
            "still on the page: Save my answers first, which needs no kernel; Run this lesson starts afresh",
            has("toolkit/explore/page.js", "const SILENCE = 5000;", "The kernel does not answer"),
            has(
                "toolkit/explore/answers.js",
                'save.addEventListener("click"',
                but=('ask: "save', 'ask: "file', "await call"),
            ),
        ),
        (
            "- A server ends (culling, after an hour without anybody): every act says the same within seconds, and "
            "JupyterLab asks, again after each Dismiss, whether to restart the server. The question lies over the page, "
            "Save my answers included: let learners save before a long break",
            has("publish/hub/values.yaml", "cull: enabled: true timeout: 3600"),
        ),
        (
            "If that answer is lost, or a cell still runs, Run this lesson would wait for ever; it asks again every {} "
            "seconds, and after half a minute it offers to restart Python (answers that are not saved are lost then)",
            filled(lambda: called(waits("labextension/run_lesson.js", r"ASK_AGAIN = (\d+)") // 1000)),
            has("labextension/run_lesson.js", "const PATIENCE = 30_000;", "setTimeout(say, PATIENCE, LATE)"),
            has("toolkit/explore/asked.py", "in this kernel", "Kept nowhere else"),
        ),
        (
            "- A client without the present websocket protocol: a program of one's own that does not ask for "
            "`v1.kernel.websocket.jupyter.org` may make a server pile up messages until its limit ends it. Browsers ask "
            "for it. This is why every server has a limit",
            has(
                "benchmarks/classroom.py",
                "the older protocol makes the server pile up",
                'PROTOCOL = "v1.kernel.websocket.jupyter.org"',
            ),
            has("publish/hub/values.yaml", "memory: guarantee:", "limit: 1G"),
        ),
        (
            "- The hub is down: the app on one laptop (`make app`), the lessons in the browser alone, or paper: every run "
            "sheet in `notebooks/trainers` says how",
            every_sheet("## When the network is dead", "take a laptop with the toolkit on it, or paper"),
        ),
    ),
]
