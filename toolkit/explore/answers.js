// A button that saves the learner's answers as one file, made in the page, which has every line of it: no kernel is needed.

const UNHEARD = (globalThis[Symbol.for("toolkit.unheard")] ??= new Map()); // as in form.js

// What a learner answered while no kernel was there: a line without a judgement, written as the kernel writes it (answers.py).
function unjudged(prompt, given) {
  const isTable = given !== null && typeof given === "object" && !Array.isArray(given);
  const placed = ([row, line]) => Object.entries(line).flatMap(([column, level]) => (level ? `${row}, ${column}: ${level}` : []));
  const text = (isTable ? Object.entries(given).flatMap(placed) : [given ?? ""].flat()).join("; ");
  const isFormula = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/.test(text);
  return written([prompt, isFormula ? `'${text}` : text, "", ""]);
}

const written = (cells) => cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");

function render({ model, el }) {
  const said = element("p", { className: "toolkit-said", role: "status" });
  const save = element("button", { type: "button", textContent: "Save my answers" });
  save.addEventListener("click", () => {
    const { name, head, lines } = model.get("file");
    const all = lines.map(([prompt, line]) => (UNHEARD.has(prompt) ? unjudged(prompt, UNHEARD.get(prompt)) : line));
    const own = learner.value.trim() ? [unjudged("name", learner.value.trim())] : [];
    download(name, [head, ...own, ...all, ""].join("\n"));
    said.textContent = `${model.get("said")} Saved as ${name}${own.length ? ", with your name in it" : ""}.`;
  });
  const learner = element("input", { type: "text", id: unique(), maxLength: 80, autocomplete: "name", value: model.get("learner") });
  learner.addEventListener("change", () => model.send({ ask: "name", name: learner.value }));
  onEnter(learner, () => learner.blur());
  const label = element("label", { htmlFor: learner.id, textContent: "Your name, if it is to stand in the file" });
  const show = () => (said.textContent = model.get("said"));
  model.on("change:said", show);
  show();
  el.append(element("div", { className: "toolkit toolkit-answer" }, label, learner, save, said));
  return () => model.off("change:said", show);
}

export default widget(render);
