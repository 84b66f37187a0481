// The presenter's page: a bar with lesson, stop and scenario code, and below it a slide of words or the lesson's own explorer.

const FORTH = ["PageDown", "ArrowRight"]; // what keyboards and the remotes of presenters send
const BACK = ["PageUp", "ArrowLeft"];
const OWN_ARROWS = "input, select, textarea"; // there, an arrow moves what has the focus
const DARK = ["b", "B", "."]; // what the remote's button for a dark screen sends
const SMALLEST = 0.6; // of a picture's size, for one that is too high for the screen
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
  const controls = button("Controls", () => {
    const seen = page.toggleAttribute("data-controls");
    controls.setAttribute("aria-pressed", seen);
    fit();
  });
  controls.setAttribute("aria-pressed", "false");
  const bar = element(
    "div",
    { className: "toolkit-bar", role: "group", aria: { label: "Presenter" } },
    lesson,
    back,
    forth,
    button("Full screen", grow),
    controls,
    button("My notes", openNotes),
    code,
    button("Load", load),
  );
  const slide = element("div", { className: "toolkit-slide" });
  const room = element("p", { className: "toolkit-room" });
  const stage = element("div");
  const look = { className: "toolkit toolkit-presenter", tabIndex: -1, aria: { label: "Presenter's page" } };
  const cover = element("div", { className: "toolkit-dark", hidden: true });
  cover.addEventListener("click", () => darken(false));
  const page = element("section", look, bar, point, error, slide, room, stage, cover);
  el.append(page);
  lesson.addEventListener("change", () => call({ ask: "show", lesson: Number(lesson.value) }));
  onEnter(code, load);

  function grow() {
    if (document.fullscreenElement) document.exitFullscreen();
    else page.requestFullscreen().catch(() => {});
    page.focus();
  }
  // Big type comes and goes with the full screen.
  const grown = () => {
    document.body.classList.toggle("toolkit-projector", document.fullscreenElement === page);
    fit();
  };

  // A high picture becomes smaller, so that the room sees picture and sentence at once. With the controls there is more than a screen.
  function fit() {
    stage.style.zoom = "";
    const over = page.scrollHeight - page.clientHeight;
    if (document.fullscreenElement !== page || stage.hidden || over <= 0 || "controls" in page.dataset) return;
    stage.style.zoom = Math.max(SMALLEST, 1 - over / stage.offsetHeight);
  }
  const rooms = new ResizeObserver(fit);
  rooms.observe(stage);

  // Black hides all from the room, and says to those who hear it that it does.
  function darken(dark) {
    cover.hidden = !dark;
    point.textContent = dark ? "The screen is dark. B brings it back." : model.get("view").point;
  }

  function steer(event) {
    const { target, key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return; // the browser's, such as Alt and an arrow: back in its history
    const here = page.contains(target) || document.fullscreenElement === page || target.ownerDocument === notes?.document;
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

  // --- the slide of words ---

  let earlier = {}; // {lesson: earlier rooms' tally}
  let texts = []; // of the files that have been chosen

  function shown(view) {
    const lines = view.lines.map((textContent) => element("p", { textContent }));
    if (view.kind === "guess") return [...lines, tallyForm(view.options, view.tally, (tally) => call({ ask: "count", tally })), files(view)];
    if (!view.options.length) return lines;
    return [...lines, element("ul", { className: "toolkit-options" }, ...view.options.map((textContent) => element("li", { textContent })))];
  }

  // Tallies go into a file and come back from files; they are the room's, and nobody's name is in them.
  function files(view) {
    const chosen = element("input", { type: "file", accept: ".csv,text/csv", multiple: true, aria: { label: "Earlier rooms' tallies, from their files" } });
    chosen.addEventListener("change", async () => {
      texts = await Promise.all([...chosen.files].map((file) => file.text()));
      const sums = addTallies(texts, view.lesson, view.options);
      complain(sums ? "" : `None of these files has a tally of lesson ${view.lesson}.`);
      if (sums) earlier = { ...earlier, [view.lesson]: sums };
      tell();
    });
    const save = button("Save this room's tally", () => saveTally(view.lesson, model.get("view").tally));
    return element("div", { className: "toolkit-bar" }, save, element("label", { textContent: "Earlier rooms: " }, chosen));
  }

  function tell() {
    const { kind, lesson: number, tally } = model.get("view");
    const said = [told("This room guessed", tally), told("Earlier rooms", earlier[number] ?? [])].filter(Boolean);
    room.textContent = said.join(" — ");
    room.hidden = kind !== "picture" || !said.length;
  }

  // --- the presenter's own notes, in a window for another screen ---

  let notes = null;
  let clock = 0;
  const began = Date.now();

  function openNotes() {
    notes = window.open("", "toolkit-notes", "width=520,height=640");
    if (!notes) return complain("The browser keeps a second window from opening. Allow windows of this page, and press again.");
    notes.document.title = "My notes";
    notes.document.body.style.cssText = "font: 18px/1.5 system-ui, sans-serif; margin: 1rem; color: #1b1b1b; background: #fff";
    notes.removeEventListener("keydown", steer);
    notes.addEventListener("keydown", steer);
    clearInterval(clock);
    clock = setInterval(writeTime, 1000);
    writeNotes();
  }

  const minutes = () => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} since this page opened`;
  };

  function writeTime() {
    if (!notes || notes.closed) return clearInterval(clock);
    const place = notes.document.getElementById("time");
    if (place) place.textContent = minutes();
  }

  function writeNotes() {
    if (!notes || notes.closed) return;
    const view = model.get("view");
    const list = element("ul", {}, ...view.notes.map((textContent) => element("li", { textContent })));
    const parts = [element("p", { id: "time", textContent: minutes() }), element("h1", { textContent: view.point }), list];
    const next = view.next ? [element("p", { textContent: `Next: ${view.next}` })] : [];
    notes.document.body.replaceChildren(...[...parts, ...next].map((part) => notes.document.importNode(part, true)));
  }

  let standing = null;
  async function stand() {
    const name = model.get("explorer");
    const explorer = typeof name === "string" ? await model.widget_manager.get_model(name.replace("IPY_MODEL_", "")) : name;
    const view = await model.widget_manager.create_view(explorer);
    if (name !== model.get("explorer")) return view.remove();
    standing?.remove();
    standing = view;
    stage.replaceChildren(view.el);
  }

  let drawn = "";
  function show() {
    const view = model.get("view");
    lesson.value = view.lesson;
    back.disabled = view.place === 0;
    forth.disabled = view.place === view.last;
    if (cover.hidden && point.textContent !== view.point) point.textContent = view.point;
    page.dataset.stop = view.kind;
    stage.hidden = view.kind !== "picture";
    slide.hidden = !stage.hidden;
    const now = `${view.lesson} ${view.place}`;
    if (drawn !== now) slide.replaceChildren(...shown(view)); // what is being typed into the tally stays
    drawn = now;
    tell();
    writeNotes();
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
    clearInterval(clock);
    rooms.disconnect();
    notes?.close();
    document.removeEventListener("fullscreenchange", grown);
    removeEventListener("keydown", steer, true);
    model.off("change:view", show);
    model.off("change:explorer", stand);
    standing?.remove();
  };
}

export default widget(render);
