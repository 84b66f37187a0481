"""The README's pictures, taken of a real explorer: `make portrait` writes them to .github/."""

import io
import tempfile
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import Locator, sync_playwright

import toolkit
from tests.browser import chromium
from tests.browser.conftest import visit
from tests.browser.lab import ROOT, Traffic, hide_left, open_notebook, run_all, running
from tests.browser.page_actions import explorer, move

LESSON = toolkit.lessons.lesson(1)
FOLDER = ROOT / ".github"
WIDTH = 1500
STEPS = (
    ("Read in week", "PageUp", 8),
    ("Therapy begins in week", "ArrowLeft", 8),
)


def picture(place: Locator) -> Image.Image:
    place.page.mouse.move(0, 0)
    return Image.open(io.BytesIO(place.locator(".toolkit-bench").screenshot())).convert("RGB")


def moving(place: Locator) -> list[Image.Image]:
    """One picture after each press of a key, the first and last held a little longer."""
    frames = [picture(place)] * 4
    for name, key, times in STEPS:
        slider = place.get_by_role("slider", name=name, exact=True)
        slider.focus()
        for _ in range(times):
            move(place, lambda slider=slider, key=key: slider.press(key))
            place.page.wait_for_timeout(150)
            frames.append(picture(place))
    size = max(frame.size for frame in frames)  # one width; a longer sentence makes a taller picture
    frames = [ImageOps.pad(frame, size, color="white", centering=(0, 0)) for frame in frames]
    return frames + frames[-1:] * 4


def main() -> None:
    with tempfile.TemporaryDirectory() as home, running(Path(home)) as lab, sync_playwright() as playwright:
        browser = chromium.launch(playwright, chromium.find_or_get())
        with visit(lab, browser, Traffic()) as page:
            page.set_viewport_size({"width": WIDTH, "height": 1400})
            open_notebook(page, f"{LESSON.slug}.ipynb")
            hide_left(page)
            run_all(page)
            place = explorer(page, LESSON.pictures["explorer"])
            frames = moving(place)
        browser.close()
    frames[0].quantize(64).save(FOLDER / "explorer.png", optimize=True)
    first, *rest = [frame.resize((800, frame.height * 800 // frame.width)) for frame in frames]
    moves = {"save_all": True, "append_images": rest, "duration": 220, "loop": 0, "quality": 40, "method": 6}
    first.save(FOLDER / "explorer.webp", **moves)
    for path in (FOLDER / "explorer.png", FOLDER / "explorer.webp"):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
