// A chart and its sentence, nothing to move.

const LATER = "This appears with the picture above, once you have guessed there.";

function render({ model, el }) {
  const place = element("div", { className: "toolkit-chart", role: "img", aria: { label: model.get("title") } });
  const sentence = element("p", { className: "toolkit-sentence" });
  el.append(element("section", { className: "toolkit", aria: { label: model.get("title") } }, place, sentence));
  const draw = chart(model, place);

  function show() {
    const view = model.get("view");
    place.hidden = view.veiled;
    sentence.textContent = view.sorry || (view.veiled ? LATER : view.sentence);
    if (!view.veiled) draw(view.figure);
  }

  model.on("change:view", show);
  show();
  return () => {
    draw.stop();
    model.off("change:view", show);
  };
}

export default widget(render);
