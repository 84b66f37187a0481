// A question's page side: a native form; the kernel judges.

let questions = 0;

function render({ model, el }) {
  const name = `toolkit-question-${Date.now().toString(36)}-${questions++}`;
  const { prompt, options, unit, act, skip } = model.get("panel");
  const reply = element("p", { className: "toolkit-reply", aria: { live: "polite" }, hidden: true });
  const check = element("button", { type: "submit", textContent: act });
  const answer = element("div", { className: "toolkit-answer" });
  const field = options ? choices(name, options) : number(name, prompt, unit);
  answer.append(...(options ? [check] : [...field.parts, check]));
  if (skip) {
    const pass = element("button", { type: "button", textContent: skip });
    pass.addEventListener("click", () => model.send({ ask: "answer", given: null }));
    answer.append(pass);
  }
  const form = element(
    "form",
    { className: "toolkit toolkit-question" },
    element("fieldset", {}, element("legend", { textContent: prompt }), ...(options ? field.parts : []), answer),
    reply,
  );
  for (const field of form.querySelectorAll("input")) onEnter(field, () => form.requestSubmit());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.read() === null) say({ right: false, words: options ? "Choose one first." : "Write a number first." });
    else model.send({ ask: "answer", given: field.read() });
  });

  function say({ right, words = "" }) {
    reply.textContent = words;
    reply.dataset.right = String(right);
    reply.hidden = !words;
  }

  const show = () => say(model.get("reply"));
  model.on("change:reply", show);
  show();
  el.append(form);
  return () => model.off("change:reply", show);
}

function choices(name, options) {
  const fields = options.map((value) => element("input", { type: "radio", name, value }));
  const parts = fields.map((field) => element("label", { className: "toolkit-option" }, field, element("span", { textContent: field.value })));
  return { parts, read: () => fields.find((field) => field.checked)?.value ?? null };
}

function number(name, prompt, unit) {
  const field = element("input", { type: "text", inputMode: "decimal", size: 8, autocomplete: "off", aria: { label: `Your answer in ${unit}` } });
  return { parts: [field, element("span", { textContent: unit })], read: () => field.value.trim() || null };
}

export default { render };
