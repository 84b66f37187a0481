// A form that asks and shows the reply, for questions, sketches and matrices. `field` has its parts, read() and write(given), and
// the words for when it is empty; what it gives is found by its place, never by the text that is shown: that may be translated.
const UNHEARD = (globalThis[Symbol.for("toolkit.unheard")] ??= new Map()); // answers of this page that no kernel has taken, by prompt
const STAYS = "Your answer stays on this page, and Save my answers puts it into the file.";

function asked(model, field, { prompt, act, skip }) {
  const verdict = element("strong");
  const words = element("span");
  const reply = element("p", { className: "toolkit-reply", aria: { live: "polite" }, hidden: true }, verdict, words);
  const answer = element("div", { className: "toolkit-answer" }, element("button", { type: "submit", textContent: act }));
  const call = caller(model, (heard) => {
    if (!heard) return say({ words: `${SILENT} ${STAYS}` });
    UNHEARD.delete(prompt);
    show();
  });
  let shown = ""; // the answer that the field has had, so that what has been changed since is left alone
  const send = (given) => {
    shown = JSON.stringify(given);
    UNHEARD.set(prompt, given);
    call({ ask: "answer", given });
  };
  if (skip) {
    const pass = element("button", { type: "button", textContent: skip });
    pass.addEventListener("click", () => send(null));
    answer.append(pass);
  }
  const legend = element("legend", { textContent: prompt });
  const form = element("form", { className: "toolkit toolkit-question" }, element("fieldset", {}, legend, ...field.parts, answer), reply);
  for (const input of form.querySelectorAll("input")) onEnter(input, () => form.requestSubmit());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = field.read();
    if (given === null) say({ words: field.empty });
    else send(given);
  });

  function say({ right = null, words: said = "", verdict: judged = "" }) {
    verdict.textContent = judged && `${judged} `;
    words.textContent = said;
    reply.dataset.right = String(right);
    reply.hidden = !said;
  }

  // An answer given before, on a page that has been loaded again or in another view, is there with its reply.
  function show() {
    const { unread, right, given, ...rest } = model.get("reply");
    say({ ...rest, right: unread ? null : right });
    const now = JSON.stringify(given ?? null);
    if (unread || now === shown) return;
    shown = now;
    if (now !== "null") field.write(given);
  }
  model.on("change:reply", show);
  show();
  const stop = () => {
    call.stop();
    model.off("change:reply", show);
  };
  return { form, stop };
}
