// A matrix's page side: a native table of tokens; every press turns a token to its next face.

function render({ model, el }) {
  const { prompt, columns, rows, levels, act, skip } = model.get("panel");
  const tokens = rows.map((row) => columns.map((column) => token(row, column, levels)));
  const body = element("tbody");
  const says = element("ul", { hidden: true });
  const reply = element("p", { className: "toolkit-reply", aria: { live: "polite" }, hidden: true });
  const pass = element("button", { type: "button", textContent: skip });
  pass.addEventListener("click", () => model.send({ ask: "answer", given: null }));
  const form = element(
    "form",
    { className: "toolkit toolkit-question" },
    element(
      "fieldset",
      {},
      element("legend", { textContent: prompt }),
      element("p", { textContent: `Press a token to turn it: ${levels.map(([level, face]) => `${face} ${level}`).join(" · ")}.` }),
      element("table", {}, element("thead", {}, line("th", "", ...columns)), body),
      element("div", { className: "toolkit-answer" }, element("button", { type: "submit", textContent: act }), pass),
    ),
    reply,
    says,
  );
  form.style.maxWidth = "60rem";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const placed = (place) => Object.fromEntries(columns.map((column, at) => [column, tokens[place][at].level()]));
    model.send({ ask: "answer", given: Object.fromEntries(rows.map((row, place) => [row, placed(place)])) });
  });

  function show() {
    const { views = {}, says: told = {} } = model.get("compared");
    const faces = Object.fromEntries(levels);
    body.replaceChildren(
      ...rows.map((row, place) => {
        const cells = columns.map((column, at) => {
          const others = Object.entries(views).map(([view, cells]) => {
            const level = cells[row]?.[column];
            return element("div", { textContent: `${view}: ${level ? `${faces[level]} ${level}` : "– not said"}` });
          });
          return element("td", {}, tokens[place][at].button, ...others);
        });
        return element("tr", {}, element("th", { textContent: row, scope: "row" }), ...cells);
      }),
    );
    says.replaceChildren(
      ...Object.entries(told).map(([row, words]) =>
        element("li", {}, element("strong", { textContent: `${row}. ` }), words),
      ),
    );
    says.hidden = !Object.keys(told).length;
    const { words = "" } = model.get("reply");
    reply.textContent = words;
    reply.hidden = !words;
  }

  // The reply comes first and the views right after it: both show together.
  model.on("change:compared", show);
  model.on("change:reply", show);
  show();
  el.append(form);
  return () => {
    model.off("change:compared", show);
    model.off("change:reply", show);
  };
}

// A token: a button that goes through the levels; before the first press it is blank.
function token(row, column, levels) {
  let at = -1;
  const button = element("button", { type: "button" });
  button.style.minWidth = "9.5rem";
  button.style.textAlign = "left";
  button.style.color = `var(--toolkit-colour-${column}, inherit)`;
  const show = () => {
    const [level, face] = levels[at] ?? ["place me", "·"];
    button.textContent = `${face} ${level}`;
    button.setAttribute("aria-label", `${row}, ${column}: ${level}`);
  };
  button.addEventListener("click", () => {
    at = (at + 1) % levels.length;
    show();
  });
  show();
  return { button, level: () => levels[at]?.[0] ?? null };
}

function line(kind, ...texts) {
  return element("tr", {}, ...texts.map((textContent) => element(kind, { textContent, scope: "col" })));
}

export default { render };
