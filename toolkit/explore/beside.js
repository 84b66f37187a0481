// A chart and its sentence, nothing to move.

const LATER = "This appears with the picture above, once you have guessed there.";

function render({ model, el }) {
  const place = element("div", { className: "toolkit-chart", role: "img", aria: { label: model.get("title") } });
  const sentence = element("p", { className: "toolkit-sentence" });
  const numbers = data(model);
  const title = element("h3", { className: "toolkit-hidden", textContent: model.get("title") });
  el.append(element("section", { className: "toolkit", aria: { label: model.get("title") } }, title, place, sentence, numbers.drawer));
  const draw = chart(model, place);

  function show() {
    const view = model.get("view");
    place.hidden = view.veiled;
    sentence.textContent = view.sorry || (view.veiled ? LATER : view.sentence);
    numbers.drawer.hidden = view.veiled;
    numbers.renew();
    if (!view.veiled) draw(view.figure);
  }

  model.on("change:view", show);
  show();
  return () => {
    draw.stop();
    numbers.stop();
    model.off("change:view", show);
  };
}

export default widget(render);
