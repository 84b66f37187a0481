"""What a style sheet makes of a page, as far as can be said without laying it out: which rules hold where, what is hidden."""

import re

import bs4
import tinycss2

INHERITED = ("color", "font-size", "white-space", "overflow-wrap", "line-height", "visibility")
REM = 16
UNKNOWN = re.compile(r"::|:focus|:hover|:active")
"""What holds for a moment, or for no element."""


class Styled:
    """A page and its style sheets, on paper or on a screen of some width.

    Args:
        page: HTML. sheets: style besides its own. medium: "screen" or "print". width: in pixels.
    """

    def __init__(self, page, *sheets, medium="screen", width=1280):
        self.page = bs4.BeautifulSoup(page, "html.parser")
        self.medium, self.width = medium, width
        own = [one.get_text() for one in self.page.select("style")]
        self.rules = [
            rule for text in (*own, *sheets) for rule in self._rules(tinycss2.parse_stylesheet(text, True, True))
        ]
        self._found = {}

    def _rules(self, nodes):
        for node in nodes:
            if node.type == "qualified-rule":
                said = tinycss2.parse_declaration_list(node.content, True, True)
                values = {
                    one.lower_name: tinycss2.serialize(one.value).strip() for one in said if one.type == "declaration"
                }
                yield from ((one, values) for one in alternatives(tinycss2.serialize(node.prelude)))
            elif node.type == "at-rule" and node.lower_at_keyword == "media" and self._holds(node.prelude):
                yield from self._rules(tinycss2.parse_rule_list(node.content, True, True))

    def _holds(self, prelude):
        parts = tinycss2.serialize(prelude).strip().split(" and ")
        return all(
            self.width <= float(re.search(r"([\d.]+)rem", part)[1]) * REM
            if part.startswith("(max-width")
            else part in (self.medium, "(forced-colors: none)")
            for part in parts
        )

    def change(self, change):
        """Let a function change the page, as a script or a reader does."""
        change(self.page)
        self._found = {}

    def of(self, element, name):
        """The value of a property, inherited where that is usual; "" for none."""
        if name not in self._found:
            self._found[name] = self._given(name)
        if found := self._found[name].get(id(element)):
            return max(found)[2]
        return self.of(element.parent, name) if name in INHERITED and element.parent is not None else ""

    def _given(self, name):
        """{element, by its id: [(weight, place, value)]} of all rules for a property."""
        found = {}
        for place, (selector, values) in enumerate(self.rules):
            if name in values and not UNKNOWN.search(selector):
                known = re.sub(r":has\(\w+ > (\w+)\)", r":has(\1)", selector)  # as much as is known here of what it has
                for one in self.page.select(known):
                    found.setdefault(id(one), []).append((weight(selector), place, values[name]))
        return found

    def shown(self, element):
        """Whether nothing hides an element."""
        return not any(
            one.has_attr("hidden") or self.of(one, "display") == "none" for one in (element, *element.parents)
        )

    def behind(self, element):
        """The colour behind an element."""
        for one in (element, *element.parents):
            for name in ("background-color", "background"):
                if found := re.match(r"#\w{3,6}$", self.of(one, name)):
                    return found[0]
        return "#fff"


def alternatives(selector):
    """The selectors of a list, commas within brackets aside."""
    return [one.strip() for one in re.split(r",(?![^()]*\))", selector)]


def weight(selector):
    """How much a selector weighs beside others: ids, then classes and their like, then kinds."""
    plain = re.sub(r":(is|not|has)\(", " ", selector)
    kinds = re.sub(r"\[[^]]*\]", "", plain)
    counted = ((r"#[\w-]+", plain), (r"\.[\w-]+|\[[^]]*\]|:[\w-]+", plain), (r"(?:^|[\s>+~(])[a-z][\w-]*", kinds))
    return tuple(len(re.findall(pattern, text)) for pattern, text in counted)


def type_of(text):
    """(size in pixels, height of a line in sizes) of a `font` in CSS."""
    size, unit, line = re.match(r"(?:\d+ )?([\d.]+)(px|pt|rem|em)(?:/([\d.]+))?", text).groups()
    return float(size) * {"px": 1, "pt": 4 / 3, "rem": REM, "em": REM}[unit], float(line or 1.5)


def contrast(one, other):
    """How far two colours are apart, from 1 to 21."""
    first, second = sorted(map(light, (one, other)))
    return (second + 0.05) / (first + 0.05)


def light(colour):
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
