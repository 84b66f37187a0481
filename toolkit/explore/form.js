// A form that asks and shows the reply, for questions and sketches; `field` has parts, read() and the words when it is empty.
function asked(model, field, { prompt, act, skip }) {
  const reply = element("p", { className: "toolkit-reply", aria: { live: "polite" }, hidden: true });
  const answer = element("div", { className: "toolkit-answer" }, element("button", { type: "submit", textContent: act }));
  if (skip) {
    const pass = element("button", { type: "button", textContent: skip });
    pass.addEventListener("click", () => model.send({ ask: "answer", given: null }));
    answer.append(pass);
  }
  const legend = element("legend", { textContent: prompt });
  const form = element("form", { className: "toolkit toolkit-question" }, element("fieldset", {}, legend, ...field.parts, answer), reply);
  for (const input of form.querySelectorAll("input")) onEnter(input, () => form.requestSubmit());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = field.read();
    if (given === null) say({ right: false, words: field.empty });
    else model.send({ ask: "answer", given });
  });

  function say({ right, words = "" }) {
    reply.textContent = words;
    reply.dataset.right = String(right);
    reply.hidden = !words;
  }

  const show = () => say(model.get("reply"));
  model.on("change:reply", show);
  show();
  say.stop = () => model.off("change:reply", show);
  return { form, say };
}
