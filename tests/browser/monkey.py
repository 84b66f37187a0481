"""A monkey at the keyboard of a page: random focus, clicks and keys on our pieces, and what the kernel says to it."""

import random

from playwright.sync_api import Page

ACTS = 8
KEYS = (
    *("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", "Tab", "Shift+Tab"),
    *("Enter", "Space", "Backspace", "Delete", "0", "9", "-", ".", "e", "x", "Control+a", "Control+v"),
)
# A key pressed elsewhere would be JupyterLab's: it could cut a cell, or restart the kernel.
OURS = ".toolkit :is(input, button, select, summary, textarea)"
PICK = """(all, [share, click]) => {
    const seen = all.filter(one => one.checkVisibility() && !one.disabled);
    const one = seen[Math.floor(share * seen.length)];
    one.focus();
    if (click) one.click();
    return one.ariaLabel || one.labels?.[0]?.textContent || one.textContent;
}"""
KERNEL = "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel"
LISTEN = f"""() => {{
    window.said = [];
    {KERNEL}.iopubMessage.connect((_, {{ header, content }}) => {{
        if (header.msg_type === 'error') window.said.push(content.ename);
        if (header.msg_type === 'stream' && content.name === 'stderr') window.said.push(content.text);
    }});
}}"""


def listen(page: Page) -> None:
    """From now on keep what the kernel complains of."""
    page.evaluate(LISTEN)


def raised(page: Page) -> set[str]:
    """The names of the errors that the kernel has raised since, and what else it complained of."""
    page.wait_for_function(f"() => {KERNEL}.status === 'idle'")
    return set(page.evaluate("window.said"))


def play(page: Page, seed: int) -> None:
    """Play ACTS times. Fails if the kernel raises anything but the ValueError that tells a learner what is wrong."""
    draw = random.Random(seed)
    listen(page)
    print("monkey with seed", seed)
    for _ in range(ACTS):
        click = draw.random() < 0.4
        one = page.locator(OURS).evaluate_all(PICK, [draw.random(), click])
        keys = draw.choices(KEYS, k=draw.randint(1, 6))
        print("clicks" if click else "goes to", repr(one), *keys)
        for key in keys:
            if page.evaluate("ours => document.activeElement.matches(ours)", OURS):
                page.keyboard.press(key)
    assert raised(page) <= {"ValueError"}
