// The presenter's page: a bar with lesson, talking point and scenario code over the lesson's own explorer.

const FORTH = ["PageDown", "ArrowRight"]; // what keyboards and the remotes of presenters send
const BACK = ["PageUp", "ArrowLeft"];
const OWN_ARROWS = "input, select, textarea"; // there, an arrow moves what has the focus
const DARK = ["b", "B", "."]; // what the remote's button for a dark screen sends
const WRITES = 'textarea, input:not([type="range"], [type="checkbox"])';

function render({ model, el }) {
  const { lessons } = model.get("panel");
  const options = lessons.map(([value, textContent]) => element("option", { value, textContent }));
  const lesson = element("select", { aria: { label: "Lesson" } }, ...options);
  const point = element("p", { className: "toolkit-point-now" });
  const error = element("p", { className: "toolkit-error", role: "alert", hidden: true });
  const box = { type: "text", size: 22, autocomplete: "off", spellcheck: false, placeholder: "Scenario code" };
  const code = element("input", { ...box, aria: { label: "Scenario code to present" } });
  const complain = (words) => {
    error.textContent = words;
    error.hidden = !words;
  };
  const call = caller(model, (heard) => heard || complain(SILENT));
  const step = (by) => call({ ask: "step", by });
  const load = () => call({ ask: "load", code: code.value });
  const back = button("◀ Back", () => step(-1));
  const forth = button("Next ▶", () => step(1));
  const bar = element(
    "div",
    { className: "toolkit-bar", role: "group", aria: { label: "Presenter" } },
    lesson,
    back,
    forth,
    button("Full screen", grow),
    code,
    button("Load", load),
  );
  const stage = element("div");
  const look = { className: "toolkit toolkit-presenter", tabIndex: -1, aria: { label: "Presenter's page" } };
  const cover = element("div", { className: "toolkit-dark", hidden: true });
  cover.addEventListener("click", () => darken(false));
  const page = element("section", look, bar, point, error, stage, cover);
  el.append(page);
  lesson.addEventListener("change", () => call({ ask: "show", lesson: Number(lesson.value) }));
  onEnter(code, load);

  function grow() {
    if (document.fullscreenElement) document.exitFullscreen();
    else page.requestFullscreen().catch(() => {});
    page.focus();
  }
  // Big type comes and goes with the full screen.
  const grown = () => document.body.classList.toggle("toolkit-projector", document.fullscreenElement === page);

  // Black hides all from the room, and says to those who hear it that it does.
  function darken(dark) {
    cover.hidden = !dark;
    point.textContent = dark ? "The screen is dark. B brings it back." : model.get("view").point;
  }

  function steer(event) {
    const { target, key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return; // the browser's, such as Alt and an arrow: back in its history
    const here = page.contains(target) || document.fullscreenElement === page;
    if (here && DARK.includes(key) && !target.matches(WRITES)) {
      event.preventDefault();
      event.stopPropagation();
      darken(cover.hidden);
      return;
    }
    const by = FORTH.includes(key) ? 1 : BACK.includes(key) ? -1 : 0;
    if (!here || !by || (key.startsWith("Arrow") && target.matches(OWN_ARROWS))) return;
    event.preventDefault();
    event.stopPropagation();
    darken(false);
    step(by);
  }

  let shown = null;
  async function stand() {
    const name = model.get("explorer");
    const explorer = typeof name === "string" ? await model.widget_manager.get_model(name.replace("IPY_MODEL_", "")) : name;
    const view = await model.widget_manager.create_view(explorer);
    if (name !== model.get("explorer")) return view.remove();
    shown?.remove();
    shown = view;
    stage.replaceChildren(view.el);
  }

  function show() {
    const view = model.get("view");
    lesson.value = view.lesson;
    back.disabled = view.place === 0;
    forth.disabled = view.place === view.last;
    if (cover.hidden && point.textContent !== view.point) point.textContent = view.point;
    complain(view.error);
  }

  document.addEventListener("fullscreenchange", grown);
  addEventListener("keydown", steer, true);
  model.on("change:view", show);
  model.on("change:explorer", stand);
  show();
  const address = takeAddress();
  if (address?.code) call({ ask: "load", code: address.code });
  point.setAttribute("aria-live", "polite"); // from now on: opening the page says nothing
  stand();
  return () => {
    call.stop();
    document.removeEventListener("fullscreenchange", grown);
    removeEventListener("keydown", steer, true);
    model.off("change:view", show);
    model.off("change:explorer", stand);
    shown?.remove();
  };
}

export default widget(render);
