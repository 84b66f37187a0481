// Pinned runs: up to three pictures side by side, each with a line of the learner's own.

function pinboard(ask) {
  const list = element("ol", {});
  const place = group("Pinned runs", "pins", list);
  const cards = new Map();

  function card({ code, setting, sentence, line, image }) {
    const own = element("input", { type: "text", maxLength: 200, value: line, id: unique(), placeholder: "I expected …" });
    own.addEventListener("change", () => ask({ ask: "write", code, line: own.value }));
    onEnter(own, () => own.blur());
    const label = element("label", { htmlFor: own.id, textContent: "What did you expect?" });
    const again = button("Show again", () => ask({ ask: "load", code }));
    const off = button("Unpin", () => ask({ ask: "unpin", code }));
    for (const one of [again, off]) one.setAttribute("aria-label", `${one.textContent}: ${code}`);
    const picture = image ? [element("img", { src: `data:image/svg+xml;base64,${image}`, alt: "" })] : [];
    const about = element("p", { textContent: `${setting}. ${sentence}` });
    return element("li", {}, element("b", { textContent: code, translate: false }), ...picture, about, label, own, again, off);
  }

  // A card stays while its run is pinned, and with it what is just being written there.
  function show(pins) {
    const now = new Map(pins.map((pin) => [pin.code, cards.get(pin.code) ?? card(pin)]));
    for (const [code, made] of cards) if (!now.has(code)) made.remove();
    for (const [code, made] of now) if (!cards.has(code)) list.append(made);
    cards.clear();
    for (const [code, made] of now) cards.set(code, made);
    place.hidden = !pins.length;
  }
  return { place, show };
}
