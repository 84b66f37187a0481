// What every widget of ours does on its page: it takes light or dark from what is behind it, shows its still where no kernel is, and
// leaves its still in a saved notebook, where the widget itself would be gone.

// --- light or dark ---

const FORCED = matchMedia("(forced-colors: active)");
const DIM_DESKTOP = matchMedia("(prefers-color-scheme: dark)");
const LOOK = (globalThis[Symbol.for("toolkit.look")] ??= watched());

// All our sections on this page, and who wants to hear when the page looks otherwise.
function watched() {
  const sections = new Set();
  const hear = new Set();
  const look = () => {
    for (const section of sections) tone(section);
    for (const act of hear) act();
  };
  const themes = { attributes: true, attributeFilter: ["class", "data-theme", "data-jp-theme-light", "data-jp-theme-name"] };
  for (const place of [document.documentElement, document.body]) new MutationObserver(look).observe(place, themes);
  for (const change of [FORCED, DIM_DESKTOP]) change.addEventListener("change", look);
  return { sections, hear, room: new ResizeObserver((entries) => entries.forEach(({ target }) => tone(target))) };
}

// Any colour of a style sheet as [red, green, blue, alpha], 0 to 255.
const dot = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
function channels(colour) {
  dot.clearRect(0, 0, 1, 1);
  dot.fillStyle = colour;
  dot.fillRect(0, 0, 1, 1);
  return dot.getImageData(0, 0, 1, 1).data;
}

const isDim = ([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;

// Whether what is behind a place is dark. Only JupyterLab and Notebook say so; elsewhere the first painted ground beneath tells, and
// the desktop's wish counts only where the page follows it.
function isDarkBehind(place) {
  if (FORCED.matches) return isDim(channels(resolved(place, "Canvas")));
  const said = document.body.dataset.jpThemeLight;
  if (said) return said === "false";
  for (let at = place.parentNode; at; at = at.parentNode ?? at.host) {
    if (!(at instanceof Element)) continue;
    const ground = channels(getComputedStyle(at).backgroundColor);
    if (ground[3] > 127) return isDim(ground);
  }
  const { colorScheme } = getComputedStyle(document.documentElement);
  return colorScheme.includes("dark") && (!colorScheme.includes("light") || DIM_DESKTOP.matches);
}

function tone(section) {
  const dark = String(isDarkBehind(section));
  if (section.dataset.dark !== dark) section.dataset.dark = dark;
}

// A colour as it comes out on this page, as rgb(); names of the system's colours and mixtures too.
function resolved(place, colour) {
  const probe = document.createElement("i");
  probe.style.cssText = "display: none; forced-color-adjust: none";
  probe.style.color = colour;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  const [red, green, blue] = channels(color);
  probe.remove();
  return `rgb(${red}, ${green}, ${blue})`;
}

// --- without a kernel ---

// Whether the page has no kernel behind a model, as an exported page or a notebook that was saved with its widgets.
async function isAlone(model) {
  const { id } = model.get("kept");
  if (!id) return false; // just made: by a kernel
  try {
    const whole = await model.widget_manager.get_model(id);
    return whole.comm_live === false;
  } catch {
    return false; // hosts that hand out no models have a kernel
  }
}

let alone = false; // asked before anything is drawn: a view that is drawn late may have gone by then, and nobody would end it

function still({ model, el }) {
  const data = model.get("kept").data;
  const kept = new DOMParser().parseFromString(data["text/html"], "text/html");
  const words = data["text/plain"];
  const make = (tag, about) => Object.assign(document.createElement(tag), about);
  const section = make("section", { className: "toolkit" });
  for (const { src } of kept.querySelectorAll("img")) section.append(make("img", { src, alt: words }));
  section.append(make("p", { className: "toolkit-sentence", textContent: words }));
  for (const { textContent } of kept.querySelectorAll("small")) section.append(make("p", { className: "toolkit-then", textContent }));
  el.append(section);
}

// --- in a saved notebook ---

const VIEW = "application/vnd.jupyter.widget-view+json";
const TRAITS = ["view", "reply", "compared", "said", "explorer"]; // what changes while somebody plays
const SETTLED = 2500; // ms without a change until the still is renewed: drawing it costs the kernel half as much as a move

// Has a notebook written with stills in the place of our widgets; returns {id of a widget: its still}. JupyterLab offers nobody a say
// in what is written, so the notebook's own way of telling it is followed by ours.
function keeping(notebook) {
  const stills = new Map();
  const told = notebook.toJSON.bind(notebook);
  const bare = (output) => {
    const id = output.data?.[VIEW]?.model_id;
    return stills.has(id) ? { ...output, data: stills.get(id), metadata: { ...output.metadata, toolkit: id } } : output;
  };
  notebook.toJSON = () => {
    const written = told();
    const cells = written.cells.map((cell) => (cell.outputs ? { ...cell, outputs: cell.outputs.map(bare) } : cell));
    return { ...written, cells };
  };
  return stills;
}

// Where a still stands in a notebook that is opened while its kernel still runs, the widget comes back.
function revive(notebook, id) {
  for (const { outputs } of notebook.cells) {
    for (let place = 0; place < (outputs?.length ?? 0); place += 1) {
      const output = outputs.get(place).toJSON();
      if (output.metadata?.toolkit !== id || output.data[VIEW]) continue;
      const view = { version_major: 2, version_minor: 0, model_id: id };
      outputs.set(place, { ...output, data: { [VIEW]: view, ...output.data } });
    }
  }
}

const KEPT = Symbol.for("toolkit.kept");

async function initialize({ model }) {
  alone = await isAlone(model);
  const notebook = model.widget_manager?.context?.model;
  if (!notebook?.cells || !notebook.toJSON) return;
  const stills = (notebook[KEPT] ??= keeping(notebook));
  const keep = () => {
    const { id, data } = model.get("kept");
    if (id) stills.set(id, data);
    return id;
  };
  model.on("change:kept", () => {
    keep();
    notebook.dirty = true; // or JupyterLab would export the page as it was before
  });
  let resting = 0;
  for (const trait of TRAITS) {
    model.on(`change:${trait}`, () => {
      clearTimeout(resting);
      resting = setTimeout(() => ask(model, { ask: "keep" }), SETTLED);
    });
  }
  const id = keep();
  if (id) revive(notebook, id);
}

// Asks the kernel for something that nobody misses where no kernel is.
function ask(model, message) {
  try {
    model.send(message);
  } catch {
    // it has gone; whoever moves something is told so
  }
}

// A widget: render({ model, el }) draws it and returns what ends it.
function widget(render) {
  function shown({ model, el }) {
    const end = (alone ? still : render)({ model, el });
    const sections = [...el.querySelectorAll(".toolkit")];
    for (const section of sections) {
      LOOK.sections.add(section);
      LOOK.room.observe(section);
    }
    return () => {
      for (const section of sections) {
        LOOK.sections.delete(section);
        LOOK.room.unobserve(section);
      }
      end?.();
    };
  }
  return { initialize, render: shown };
}
