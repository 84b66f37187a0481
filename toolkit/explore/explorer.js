// The explorer's page side: native controls, the chart, the sentence. All thinking is done by the kernel.

const VEILED = "The picture waits for your guess, above. Decide first, then look.";

const NAMES = (globalThis[Symbol.for("toolkit.names")] ??= new Set()); // of all explorers on this page

// The title as a name that no other explorer on this page has, so that whoever hears the page can tell them apart.
function named(title) {
  let name = title;
  for (let number = 2; NAMES.has(name); number += 1) name = `${title}, picture ${number}`;
  NAMES.add(name);
  return name;
}

function render({ model, el }) {
  const id = unique();
  const { title, controls, presets, missions: described } = model.get("panel");
  const send = mailbox(model, () => write(error, SILENT));
  const call = caller(model, (heard) => heard || say(SILENT));
  const inputs = Object.fromEntries(
    controls.map((control) => [control.name, input(control, id, (now) => send.move(control.name, now))]),
  );
  const ask = (message) => {
    for (const field of Object.values(inputs)) field.stop();
    send(message);
  };

  const line = (name, more) => element("p", { className: `toolkit-${name}`, hidden: true, ...more });
  const place = element("div", { className: "toolkit-chart", role: "img", aria: { label: title, describedby: `${id}-sentence` } });
  const marker = element("div", { className: "toolkit-marker", hidden: true });
  const now = line("now");
  const sentence = line("sentence", { id: `${id}-sentence` });
  const says = line("says");
  const guess = line("guess");
  const then = line("then");
  const error = line("error", { role: "alert" });
  // The one line that is spoken; it is there from the beginning, for what has just come is not heard.
  const status = element("p", { className: "toolkit-status", role: "status" });
  const say = announcer(status);

  const chips = presets.map((name) => button(name, () => ask({ ask: "apply", name })));
  const pin = button("Pin", () => ask({ ask: "pin" }));
  const projector = button("Projector", () => document.body.classList.toggle("toolkit-projector"));
  const code = element("input", { type: "text", id: `${id}-code`, size: 22, autocomplete: "off", spellcheck: false });
  const python = element("textarea", { readOnly: true, hidden: true, rows: 14, translate: false, aria: { label: "Python that shows the same" } });
  const link = element("input", { type: "text", readOnly: true, hidden: true, translate: false, aria: { label: "Link to this setting" } });
  const copyLink = () => {
    link.value = linkTo(model.get("view").code, model.widget_manager?.context?.path);
    copy(link, say, LINKED);
  };
  const save = async (kind) => say(await savePicture(title, model.get("view"), kind));
  const load = () => ask({ ask: "load", code: code.value });
  onEnter(code, load);

  const rows = (wanted) => controls.filter(wanted).map((control) => inputs[control.name].row);
  const scrubber = controls.find((control) => control.kind === "week");
  const week = scrubber && inputs[scrubber.name].field;
  const beside = (control) => !control.more && !["seed", "week"].includes(control.kind);
  const drawer = rows((control) => control.more);
  const sources = ledger(inputs);
  const todo = missions(described, ask, say);
  const kept = pinboard(ask);
  const numbers = data(model);

  const aside = group("Controls", "controls", ...rows(beside), ...(drawer.length ? [folded("More", ...drawer)] : []));
  const bench = element(
    "div",
    { className: "toolkit-bench" },
    aside,
    element(
      "div",
      { className: "toolkit-picture" },
      heading(4, "Picture"),
      says,
      element("div", { className: "toolkit-plot" }, place, marker),
      ...rows((control) => control.kind === "week"),
      now,
      sentence,
      guess,
      then,
      numbers.drawer,
    ),
  );
  const acts = [
    button("Reset", () => ask({ ask: "reset" })),
    button("Undo", () => ask({ ask: "undo" })),
    pin,
    button("Copy code", () => copy(code, say)),
    ...(IN_APP || IN_SITE ? [button("Copy link", copyLink)] : []), // JupyterLab's address is one person's own
    button("Copy Python", () => copy(python, say)),
    button("Save CSV", () => call({ ask: "csv" })),
    button("Save picture (PNG)", () => save("png")),
    button("Save picture (SVG)", () => save("svg")),
    projector,
  ];
  const actions = group(
    "Actions",
    "buttons",
    toolbar("What to do with the picture", acts),
    link,
    python,
    element(
      "div",
      { className: "toolkit-control toolkit-code" },
      element("label", { htmlFor: code.id, textContent: "Scenario code" }),
      code,
      button("Load", load),
    ),
    ...rows((control) => control.kind === "seed"),
    sources.drawer,
  );
  const veil = element(
    "div",
    { className: "toolkit-veil" },
    element("p", { textContent: VEILED }),
    button("Show it without a guess", () => ask({ ask: "unveil" })),
  );
  const choices = element("div", { className: "toolkit-presets" }, heading(4, "Presets"), toolbar("Presets", chips));
  const shown = [choices, todo.place, bench, actions];
  const name = named(title);
  const look = { className: "toolkit toolkit-explorer", aria: { label: name } };
  el.append(element("section", look, heading(3, name), veil, choices, todo.place, bench, status, kept.place, actions, error));

  // Where it is narrow, what follows the picture to the eye follows it for keys and ears as well.
  let narrow = false;
  function arrange() {
    const now = getComputedStyle(bench).getPropertyValue("--toolkit-narrow").trim() === "1";
    if (now === narrow) return;
    narrow = now;
    const had = document.activeElement;
    if (narrow) (bench.append(aside), status.after(todo.place));
    else (bench.prepend(aside), bench.before(todo.place));
    if (document.activeElement !== had) had.focus({ preventScroll: true }); // what is moved loses it
  }
  const room = new ResizeObserver(arrange);
  room.observe(el);

  const draw = chart(model, place, () => {
    projector.ariaPressed = String(document.body.classList.contains("toolkit-projector"));
    stand();
  });

  // The marker of the week moves here, over the picture as it is; the kernel hears of it later.
  function stand() {
    if (week) mark(place, marker, now, Number(week.value));
  }

  // A live week is painted here too, from the frames of all weeks; the kernel sends them once the week leaves its place.
  let asked = false;
  let showing = false;
  function pass() {
    stand();
    const { figure, values } = model.get("view");
    // A slider that is moved by hand says its week itself.
    if (!showing && document.activeElement !== week) say.passing(`Week ${week.value}`);
    if (!scrubber.live || !figure) return;
    const frame = model.get("frames")[Number(week.value) - scrubber.low];
    if (frame) draw({ ...figure, data: frame.map((trace, number) => trace ?? figure.data[number]) });
    else if (!asked && Number(week.value) !== values[scrubber.name]) {
      asked = true;
      model.send({ ask: "frames" });
    }
  }
  week?.addEventListener("passing", pass);

  function pinned() {
    kept.show(model.get("view").veiled ? [] : model.get("pins"));
  }

  function show() {
    asked = false;
    const view = model.get("view");
    send.answered(view.answers);
    for (const part of shown) part.hidden = view.veiled;
    todo.place.hidden ||= !described.length;
    pinned();
    // Where the button vanishes, its focus must not fall to the notebook, which has other uses for keys.
    if (!view.veiled && veil.contains(document.activeElement)) inputs[(controls.find(beside) ?? controls[0]).name].field.focus();
    veil.hidden = !view.veiled;
    showing = true;
    for (const [name, value] of Object.entries(view.values)) inputs[name].show(value, send.busy(name));
    showing = false;
    chips.forEach((chip, place) => (chip.ariaPressed = String(presets[place] === view.preset)));
    if (!view.error && code.defaultValue !== view.code) code.value = code.defaultValue = view.code;
    python.value = view.python;
    write(sentence, view.sentence);
    write(says, view.says);
    write(guess, view.guess);
    write(then, view.then);
    write(error, view.error);
    numbers.renew();
    if (!view.veiled) draw(view.figure).then(() => place.setAttribute("data-shown", String(view.answers)));
  }

  function changed() {
    show();
    todo.begin();
    say.atRest(model.get("status"));
  }

  const listed = () => sources.show(model.get("numbers"));
  const stands = () => todo.show(model.get("standing"));
  model.on("change:view", changed);
  model.on("change:numbers", listed);
  model.on("change:standing", stands);
  model.on("change:pins", pinned);
  if (week) model.on("change:frames", pass);
  const saves = savesWhatComes(model, (name) => say(`Saved as ${name}.`));
  const stops = [draw.stop, send.stop, call.stop, say.stop, numbers.stop, todo.stop, saves];
  listed();
  stands();
  show();
  const address = takeAddress();
  if (address) send({ ask: "open", ...address });
  return () => {
    for (const stop of stops) stop();
    for (const field of Object.values(inputs)) field.stop();
    NAMES.delete(name);
    room.disconnect();
    model.off("change:view", changed);
    model.off("change:numbers", listed);
    model.off("change:standing", stands);
    model.off("change:pins", pinned);
    model.off("change:frames", pass);
  };
}

// Buttons that are one stop of the Tab key: the arrows go from one to the next.
function toolbar(label, buttons) {
  const stop = (at) => buttons.forEach((one) => (one.tabIndex = one === at ? 0 : -1));
  const bar = element("div", { className: "toolkit-toolbar", role: "toolbar", aria: { label } }, ...buttons);
  bar.addEventListener("focusin", ({ target }) => stop(target));
  bar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(event.target);
    const last = buttons.length - 1;
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    buttons[(to + buttons.length) % buttons.length].focus();
  });
  stop(buttons[0]);
  return bar;
}

const PAUSE = 700; // ms in which nothing moves until what has changed is said
const NEXT = 2000; // ms from one passing word to the next

// Returns say(words), which says them now; say.atRest(words) once things have come to rest; say.passing(words) from time to time.
function announcer(place) {
  let resting = 0;
  let spoken = 0;
  const say = (words) => {
    clearTimeout(resting);
    place.textContent = words;
  };
  say.atRest = (words) => {
    say(""); // so that the same words are said again
    resting = setTimeout(say, PAUSE, words);
  };
  say.passing = (words) => {
    if (Date.now() - spoken < NEXT) return;
    spoken = Date.now();
    say(words);
  };
  say.stop = () => clearTimeout(resting);
  return say;
}

// Puts the marker over the panel of the weeks, and says where every curve stands then. Where none is called so, that is the first, if
// it has curves that reach the week: over anything else, such as rows of people, the marker would say nothing.
function mark(place, marker, now, week) {
  // plotly tells nobody where a panel stands but in this layout of its own (as of 2.0 and 3.0); without it there is no marker.
  const layout = place._fullLayout;
  if (!layout?.xaxis) return;
  const across = Object.keys(layout).filter((name) => name.startsWith("xaxis"));
  const called = across.find((name) => layout[name].title.text.startsWith("week"));
  const name = called ?? "xaxis";
  const [xaxis, yaxis] = [layout[name], layout[name.replace("x", "y")]];
  marker.style.left = `${xaxis._offset + xaxis.l2p(week)}px`;
  marker.style.top = `${yaxis._offset}px`;
  marker.style.height = `${yaxis._length}px`;
  const axis = name.replace("axis", "");
  const curves = place.data.filter(
    ({ name, mode, xaxis, x, fill }) => mode === "lines" && xaxis === axis && !fill && x.length > 2 && !name.startsWith("pinned"),
  );
  const heights = curves.map(({ name, x, y }) => [name, y[x.indexOf(week)]]).filter(([, height]) => height !== undefined);
  marker.hidden = !called && !heights.length;
  write(now, heights.length ? `Week ${week}: ${heights.map(([name, height]) => `${name} ${height.toFixed(1)}`).join(" · ")}` : "");
}

// Writing the same words again would make a screen reader say them again.
function write(place, text = "") {
  if (place.textContent !== text) place.textContent = text;
  place.hidden = !text;
}

export default widget(render);
