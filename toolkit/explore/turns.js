// A game in turns: a picture, what it says, and native radio buttons for what to do next.

function render({ model, el }) {
  const name = unique();
  const { title, choices, act, again } = model.get("panel");
  const place = element("div", { className: "toolkit-chart", role: "img", aria: { label: title } });
  const sentence = element("p", { className: "toolkit-sentence" });
  const status = element("p", { className: "toolkit-status", role: "status" });
  const silent = element("p", { className: "toolkit-error", role: "alert", hidden: true });
  const call = caller(model, (heard) => {
    silent.textContent = heard ? "" : SILENT;
    silent.hidden = heard;
  });
  const numbers = data(model);
  const go = element("button", { type: "submit", textContent: act });
  const other = element("button", { type: "button", textContent: again });
  const groups = choices.map(([key, label, options]) => radios(`${name}-${key}`, label, options));
  const form = element(
    "form",
    { className: "toolkit-question" },
    ...groups.map(({ field }) => field),
    element("div", { className: "toolkit-answer" }, go, other),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    call({ ask: "take", chosen: Object.fromEntries(choices.map(([key], number) => [key, groups[number].read()])) });
  });
  other.addEventListener("click", () => call({ ask: "again" }));
  el.append(element("section", { className: "toolkit", aria: { label: title } }, place, sentence, status, numbers.drawer, form, silent));
  const draw = chart(model, place);

  function show() {
    const view = model.get("view");
    sentence.textContent = view.sentence;
    go.disabled = view.over;
    for (const { field } of groups) field.disabled = view.over;
    numbers.renew();
    draw(view.figure);
  }

  function changed() {
    show();
    status.textContent = model.get("view").status;
  }

  model.on("change:view", changed);
  show();
  return () => {
    call.stop();
    draw.stop();
    numbers.stop();
    model.off("change:view", changed);
  };
}

function radios(name, label, options) {
  const fields = options.map((_, number) => element("input", { type: "radio", name, checked: number === 0 }));
  const parts = options.map(([, words], number) =>
    element("label", { className: "toolkit-option" }, fields[number], element("span", { textContent: words })),
  );
  const row = element("div", {}, ...parts);
  Object.assign(row.style, { display: "flex", flexWrap: "wrap", gap: "0 1.2rem" });
  return {
    field: element("fieldset", {}, element("legend", { textContent: label }), row),
    read: () => options[fields.findIndex((field) => field.checked)][0],
  };
}

export default widget(render);
