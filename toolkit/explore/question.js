// A question's page side: a native form; the kernel judges.

function render({ model, el }) {
  const name = unique();
  const panel = model.get("panel");
  const field = FIELDS[panel.kind](panel, name);
  const { form, stop } = asked(model, field, panel);
  el.append(form);
  return stop;
}

const FIELDS = {
  choose({ options }, name) {
    const fields = options.map((_, place) => element("input", { type: "radio", name, value: String(place) }));
    const parts = fields.map((field, place) =>
      element("label", { className: "toolkit-option" }, field, element("span", { textContent: options[place] })),
    );
    const read = () => options[fields.findIndex((field) => field.checked)] ?? null;
    const write = (given) => fields.forEach((field, place) => (field.checked = options[place] === given));
    return { parts, empty: "Choose one first.", read, write };
  },

  calculate({ unit }) {
    const label = `Your answer (${unit})`;
    // no keypad of figures: an iPhone's has no minus
    const field = element("input", { type: "text", size: 8, spellcheck: false, translate: false, dir: "auto", autocomplete: "off", aria: { label } });
    const parts = [element("div", { className: "toolkit-answer" }, field, element("span", { textContent: unit }))];
    return { parts, empty: "Write a number first.", read: () => field.value.trim() || null, write: (given) => (field.value = given) };
  },

  // Every thing can be moved up or down by a button of its own, which keeps the focus.
  order({ options, ends }) {
    const list = element("ol", { className: "toolkit-order" });
    const moved = element("p", { className: "toolkit-hidden", role: "status" });
    const items = options.map((text) => {
      const item = element("li", {}, element("span", { textContent: text }));
      for (const [sign, way] of [["▲", "up"], ["▼", "down"]]) {
        const move = element("button", { type: "button", textContent: sign, aria: { label: `Move ${way}: ${text}` } });
        move.addEventListener("click", () => {
          const neighbour = way === "up" ? item.previousSibling : item.nextSibling;
          if (!neighbour) {
            moved.textContent = `${text} is already the ${way === "up" ? "first" : "last"}`;
            return;
          }
          if (way === "up") neighbour.before(item);
          else neighbour.after(item);
          move.focus();
          moved.textContent = `${text}: now ${[...list.children].indexOf(item) + 1} of ${options.length}`;
        });
        item.append(move);
      }
      return item;
    });
    list.append(...items);
    const read = () => [...list.children].map((item) => options[items.indexOf(item)]);
    const write = (given) => list.append(...given.map((text) => items[options.indexOf(text)]));
    const [first, last] = ends.map((textContent) => element("p", { className: "toolkit-end", textContent }));
    return { parts: [first, list, last, moved], empty: "", read, write };
  },
};

export default widget(render);
