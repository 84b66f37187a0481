// A button that saves the learner's answers as one file, made in the page.

function render({ model, el }) {
  const said = element("p", { className: "toolkit-said", role: "status", textContent: model.get("said") });
  const save = element("button", { type: "button", textContent: "Save my answers" });
  save.addEventListener("click", () => model.send({ ask: "csv" }));
  const stop = savesWhatComes(model, (name) => (said.textContent = `${model.get("said")} Saved as ${name}.`));
  el.append(element("div", { className: "toolkit toolkit-answer" }, save, said));
  return stop;
}

export default widget(render);
