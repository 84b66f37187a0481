// A question's page side: a native form; the kernel judges.

function render({ model, el }) {
  const name = unique();
  const panel = model.get("panel");
  const field = FIELDS[panel.kind](panel, name);
  const { form, say } = asked(model, field, panel);
  el.append(form);
  return say.stop;
}

const FIELDS = {
  choose({ options }, name) {
    const fields = options.map((value) => element("input", { type: "radio", name, value }));
    const parts = fields.map((field) =>
      element("label", { className: "toolkit-option" }, field, element("span", { textContent: field.value })),
    );
    return { parts, empty: "Choose one first.", read: () => fields.find((field) => field.checked)?.value ?? null };
  },

  calculate({ unit }) {
    const label = `Your answer in ${unit}`;
    const field = element("input", { type: "text", inputMode: "decimal", size: 8, dir: "auto", autocomplete: "off", aria: { label } });
    const parts = [element("div", { className: "toolkit-answer" }, field, element("span", { textContent: unit }))];
    return { parts, empty: "Write a number first.", read: () => field.value.trim() || null };
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
    const [first, last] = ends.map((textContent) => element("p", { className: "toolkit-end", textContent }));
    return { parts: [first, list, last, moved], empty: "", read: () => [...list.children].map((item) => item.firstChild.textContent) };
  },
};

export default widget(render);
