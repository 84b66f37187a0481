// The drawer with every number behind the picture.

const TAGS = { published: "● published", fitted: "◐ fitted", teaching: "○ teaching" };
const MEANING = "published = read in a study · fitted = set so that the model meets a study · teaching = chosen for this model";

// Every number behind the picture; "what if this is wrong?" leads to its control, where it has one.
function ledger(inputs) {
  const rows = element("tbody");
  const titles = ["what", "value", "tag", "source", "what if this is wrong?"];
  const head = element("tr", {}, ...titles.map((textContent) => element("th", { textContent, scope: "col" })));
  const table = element("table", {}, element("caption", { textContent: MEANING }), element("thead", {}, head), rows);
  const drawer = folded("Where the numbers come from", element("div", { className: "toolkit-ledger" }, table));

  function entry([what, value, tag, source, , control]) {
    const cells = [what, value, TAGS[tag], source].map((textContent) => element("td", { textContent }));
    const way = control ? [button("Move it", () => reach(inputs[control].field))] : [];
    if (control) way[0].setAttribute("aria-label", `Move it: ${what}`);
    return element("tr", {}, ...cells, element("td", {}, ...way));
  }

  let entries = [];
  const fill = () => drawer.open && rows.replaceChildren(...entries.map(entry));
  drawer.addEventListener("toggle", fill);
  const show = (now) => {
    entries = now;
    fill();
  };
  return { drawer, show };
}

// Moves the focus to a field, out of its drawer if it lies in one.
function reach(field) {
  const drawer = field.closest("details");
  if (drawer) drawer.open = true;
  field.focus();
  field.scrollIntoView({ block: "center" });
}
