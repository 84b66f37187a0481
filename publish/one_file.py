"""A lesson as one file that comes alive from a stick, an e-mail or a course platform, with the network off: `make file LESSON=02`.

The page as `make pages` writes it, with all that it would ask a server for inside: `make file` alone writes every lesson.
"""

import base64
import re
import shutil
import sys
from pathlib import Path

import toolkit
from publish import pages

FOLDER = pages.ROOT / "dist" / "files"
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' blob: data: 'wasm-unsafe-eval'; style-src 'unsafe-inline'; "
    "img-src data: blob:; worker-src blob:; connect-src blob: data:"
)
"""The page may reach nobody at all."""
CARRIED = """<script>
{
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)).buffer;
  const script = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const carried = JSON.parse(document.getElementById("carried").textContent);
  const each = (table, make) => Object.fromEntries(Object.entries(table).map(([name, value]) => [name, make(value)]));
  const worker = script(carried.worker);
  globalThis.livePage = {
    widgets: each(carried.widgets, script),
    worker: () => new Worker(worker), // a worker of modules may not begin at a file
    files: each(carried.files, bytes),
  };
  document.documentElement.dataset.live = "coming";
}
</script>"""


def encoded(data):
    return base64.b64encode(data).decode("ascii")


def carried(folder):
    """What a page asks its server for, as JSON to stand in the page.

    Args:
        folder: of pages that can come alive.
    """
    packed = {file.stem: encoded(file.read_bytes()) for file in sorted((folder / "python").glob("*.packed"))}
    widgets = {file.stem: file.read_text(encoding="utf-8") for file in sorted((folder / "widgets").iterdir())}
    worker = (folder / "worker.js").read_text(encoding="utf-8")
    return pages.as_data({"files": packed, "widgets": widgets, "worker": worker})


def in_one(folder, slug, inside):
    """The page of that slug with everything inside, as HTML; without the ways to other pages, which it does not have."""
    page = (folder / f"{slug}.html").read_text(encoding="utf-8")
    style = (folder / "explore.css").read_text(encoding="utf-8")
    live = (folder / "live.js").read_text(encoding="utf-8")
    page = re.sub(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*', lambda found: found[1] + POLICY, page)
    page = page.replace('<script src="start.js"></script>\n', "")
    page = page.replace('<link rel="stylesheet" href="explore.css">', f"<style>\n{style}</style>")
    page = re.sub(r"<nav .*?</nav>\n?", "", page, flags=re.DOTALL)
    page = re.sub(r'<a href="[^":]+\.html[^"]*">(.*?)</a>', r"\1", page)
    page = re.sub(r'src="([^":]+\.svg)"', lambda found: picture(folder / found[1]), page)
    end = [f'<script type="application/json" id="carried">{inside}</script>', CARRIED]
    end += [f'<script type="module">\n{live}</script>', "</body>"]
    return page.replace("</body>", "\n".join(end))


def picture(file):
    return f'src="data:image/svg+xml;base64,{encoded(file.read_bytes())}"'


def make(numbers=()):
    """Write lessons as single files; returns their paths.

    Args:
        numbers: of lessons; none for all.

    Raises:
        ValueError: for a number that no lesson has.
    """
    lessons = [toolkit.lessons.lesson(number) for number in numbers] or toolkit.lessons.ALL
    built = pages.make_live(pages.make())
    inside = carried(built)
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = []
    for lesson in lessons:
        file = FOLDER / f"{lesson.slug}.html"
        file.write_text(in_one(built, lesson.slug, inside), encoding="utf-8")
        written.append(file)
    shutil.copy(built / "python" / "LICENSES.txt", FOLDER)
    return written


if __name__ == "__main__":
    for file in make([int(number) for number in sys.argv[1:]]):
        print(
            f"{Path(file).relative_to(pages.ROOT)}, {file.stat().st_size / 1e6:.0f} MB: open it anywhere, also without a network."
        )
