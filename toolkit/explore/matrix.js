// A matrix's page side: a native table of tokens; every press turns a token to its next face.

function render({ model, el }) {
  const panel = model.get("panel");
  const { columns, rows, levels } = panel;
  const turned = element("p", { className: "toolkit-hidden", role: "status" });
  const turn = (words) => (turned.textContent = words);
  const tokens = rows.map((row) => columns.map((column) => token(row, column, levels, turn)));
  const body = element("tbody");
  const says = element("ul");
  const faces = levels.map(([level, face]) => `${face} ${level}`).join(" · ");
  const parts = [
    element("p", { textContent: `Press a token to turn it: ${faces}.` }),
    element("table", {}, element("thead", {}, headings(["", ...columns])), body),
    turned,
  ];
  const level = (place, at) => [columns[at], tokens[place][at].level()];
  const read = () => Object.fromEntries(rows.map((row, place) => [row, Object.fromEntries(columns.map((_, at) => level(place, at)))]));
  const write = (given) => rows.forEach((row, place) => columns.forEach((column, at) => tokens[place][at].turn(given[row]?.[column])));
  const { form, stop } = asked(model, { parts, read, write }, panel);
  form.style.maxWidth = "60rem";
  form.append(says);
  el.append(form);

  // What others see stands under each token, once it has been asked for.
  function show() {
    const { views = {}, says: told = {} } = model.get("compared");
    const face = Object.fromEntries(levels);
    const seen = (row, column) =>
      Object.entries(views).map(([view, cells]) => {
        const level = cells[row]?.[column];
        return element("div", { textContent: `${view}: ${level ? `${face[level]} ${level}` : "– not said"}` });
      });
    const cell = (row, place) => (column, at) => element("td", {}, tokens[place][at].button, ...seen(row, column));
    const line = (row, place) =>
      element("tr", {}, element("th", { textContent: row, scope: "row" }), ...columns.map(cell(row, place)));
    body.replaceChildren(...rows.map(line));
    says.replaceChildren(
      ...Object.entries(told).map(([row, words]) => element("li", {}, element("strong", { textContent: `${row}. ` }), words)),
    );
    says.hidden = !Object.keys(told).length;
  }

  model.on("change:compared", show);
  show();
  return () => {
    model.off("change:compared", show);
    stop();
  };
}

// A token: a button that goes through the levels, telling each to `turned`; before the first press it is blank.
function token(row, column, levels, turned) {
  let at = -1;
  const button = element("button", { type: "button" });
  Object.assign(button.style, { minWidth: "min(9.5rem, 26cqi)", textAlign: "left", color: `var(--toolkit-colour-${column}, inherit)` });
  const show = () => {
    const [level, face] = levels[at] ?? ["place me", "·"];
    button.textContent = `${face} ${level}`;
    button.setAttribute("aria-label", `${row}, ${column}: ${level}`);
  };
  button.addEventListener("click", () => {
    at = (at + 1) % levels.length;
    show();
    turned(`${levels[at][0]}: ${row}, ${column}`);
  });
  const turn = (to) => {
    at = levels.findIndex(([level]) => level === to);
    show();
  };
  show();
  return { button, turn, level: () => levels[at]?.[0] ?? null };
}

function headings(texts) {
  const [corner, ...others] = texts; // over the names of rows: of no column
  return element("tr", {}, element("td", { textContent: corner }), ...others.map((textContent) => element("th", { textContent, scope: "col" })));
}

export default widget(render);
