// The explorer's page side: native controls, the chart, the sentence. All thinking is done by the kernel.

let explorers = 0;

function render({ model, el }) {
  const id = `toolkit-${Date.now().toString(36)}-${explorers++}`;
  const { title, controls, presets } = model.get("panel");
  const send = mailbox(model);
  const inputs = Object.fromEntries(controls.map((control) => [control.name, input(control, id, send)]));

  const place = element("div", { className: "toolkit-chart", role: "img" });
  place.setAttribute("aria-label", title);
  place.setAttribute("aria-describedby", `${id}-sentence`);
  const sentence = element("p", { className: "toolkit-sentence", id: `${id}-sentence`, aria: { live: "polite" } });
  const says = element("p", { className: "toolkit-says", aria: { live: "polite" } });
  const error = element("p", { className: "toolkit-error", role: "alert" });
  const ledger = element("tbody");

  const chips = presets.map((name) => button(name, () => send({ ask: "apply", name }, name)));
  const main = controls.filter((control) => !control.more && control.kind !== "seed");
  const drawer = controls.filter((control) => control.more);
  const seeds = controls.filter((control) => control.kind === "seed");

  el.append(
    element(
      "section",
      { className: "toolkit toolkit-explorer", aria: { label: title } },
      element("div", { className: "toolkit-presets", role: "group", aria: { label: "Presets" } }, ...chips),
      element(
        "div",
        { className: "toolkit-bench" },
        element(
          "div",
          { className: "toolkit-controls", role: "group", aria: { label: "Controls" } },
          ...main.map((control) => inputs[control.name].row),
          ...(drawer.length ? [folded("More", ...drawer.map((control) => inputs[control.name].row))] : []),
        ),
        element("div", { className: "toolkit-picture" }, says, place, sentence, error),
      ),
      element(
        "div",
        { className: "toolkit-buttons", role: "group", aria: { label: "Actions" } },
        button("Reset", () => send({ ask: "reset" })),
        button("Undo", () => send({ ask: "undo" })),
        ...seeds.map((control) => inputs[control.name].row),
        folded(
          "Where the numbers come from",
          element(
            "table",
            {},
            element("caption", { textContent: "published = read in a study · fitted = set so that the toy meets a study · teaching = chosen for this toy" }),
            element("thead", {}, element("tr", {}, ...["what", "value", "tag", "source"].map(heading))),
            ledger,
          ),
        ),
      ),
    ),
  );

  const draw = chart(model, place);

  function show() {
    const view = model.get("view");
    send.answered(view.answers);
    for (const [name, value] of Object.entries(view.values)) inputs[name].show(value, send.busy(name));
    for (const chip of chips) chip.setAttribute("aria-pressed", String(chip.textContent === view.preset));
    write(sentence, view.sentence);
    write(says, view.says);
    write(error, view.error);
    ledger.replaceChildren(...view.ledger.map(entry));
    draw(view.figure).then(() => place.setAttribute("data-shown", String(view.answers)));
  }

  model.on("change:view", show);
  const stop = onNewLook(place, () => draw(model.get("view").figure));
  // The place has no width until the page has laid it out.
  requestAnimationFrame(show);
  return () => {
    stop();
    model.off("change:view", show);
  };
}

// Sends one message at a time and, while the kernel works, keeps only the latest move of each control.
function mailbox(model) {
  let number = 0;
  let answered = 0;
  let sentAt = 0;
  let queue = [];
  let moved = {};
  let flying = [];

  function next() {
    const waiting = answered < number && Date.now() - sentAt < 5000;
    if (waiting) return;
    const message = queue.shift() ?? (Object.keys(moved).length ? { ask: "set", values: moved } : null);
    if (!message) return;
    if (message.values === moved) moved = {};
    flying = Object.keys(message.values ?? {});
    sentAt = Date.now();
    number += 1;
    model.send({ ...message, number });
  }

  function send(message) {
    if (message.ask === "set") {
      Object.assign(moved, message.values);
    } else {
      if (Object.keys(moved).length) queue.push({ ask: "set", values: moved });
      moved = {};
      queue.push(message);
    }
    next();
  }

  send.answered = (latest) => {
    answered = Math.max(answered, latest);
    if (answered >= number) flying = [];
    next();
  };
  send.busy = (name) => name in moved || flying.includes(name);
  return send;
}

function input(control, id, send) {
  const key = `${id}-${control.name}`;
  const make = { slider: slider, seed: seed, choice: choice, switch: toggle }[control.kind];
  const { field, read, write: put, value } = make(control, key, (now) => send({ ask: "set", values: { [control.name]: now } }));
  field.id = key;
  if (control.help) field.setAttribute("aria-describedby", `${key}-help`);
  const row = element(
    "div",
    { className: `toolkit-control toolkit-${control.kind}` },
    element("label", { htmlFor: key, textContent: control.label }),
    ...(value ? [value] : []),
    field,
    ...(control.help ? [element("small", { id: `${key}-help`, textContent: control.help })] : []),
  );
  put(control.value);
  return {
    row,
    // A control that the learner is still moving is ahead of the kernel: leave it alone.
    show: (now, busy) => {
      if (!busy && read() !== now) put(now);
    },
  };
}

function slider(control, key, moved) {
  const field = element("input", { type: "range", min: control.low, max: control.high, step: control.step });
  const value = element("output", { htmlFor: key });
  const digits = (String(control.step).split(".")[1] ?? "").length;
  const say = () => {
    value.textContent = `${Number(field.value).toFixed(digits)} ${control.unit}`.trim();
    field.setAttribute("aria-valuetext", value.textContent);
  };
  field.addEventListener("input", () => {
    say();
    moved(Number(field.value));
  });
  return {
    field,
    value,
    read: () => Number(field.value),
    write: (now) => {
      field.value = now;
      say();
    },
  };
}

function seed(control, key, moved) {
  const field = element("input", { type: "number", min: control.low, max: control.high, step: 1, inputMode: "numeric" });
  const read = () => (field.value === "" ? NaN : Number(field.value));
  let last = control.value;
  const commit = () => {
    if (Number.isNaN(read()) || read() === last) return;
    last = read();
    moved(last);
  };
  field.addEventListener("change", commit);
  onEnter(field, commit);
  return { field, read, write: (now) => (field.value = last = now) };
}

function choice(control, key, moved) {
  const options = control.options.map(([, words]) => element("option", { textContent: words }));
  const field = element("select", {}, ...options);
  field.addEventListener("change", () => moved(control.options[field.selectedIndex][0]));
  const at = (now) => control.options.findIndex(([value]) => value === now);
  return { field, read: () => control.options[field.selectedIndex]?.[0], write: (now) => (field.selectedIndex = at(now)) };
}

function toggle(control, key, moved) {
  const field = element("input", { type: "checkbox" });
  field.addEventListener("change", () => moved(field.checked));
  return { field, read: () => field.checked, write: (now) => (field.checked = now) };
}

function button(textContent, act) {
  const made = element("button", { type: "button", textContent });
  made.addEventListener("click", act);
  return made;
}

function folded(summary, ...inside) {
  return element("details", {}, element("summary", { textContent: summary }), ...inside);
}

function heading(textContent) {
  return element("th", { textContent, scope: "col" });
}

const TAGS = { published: "● published", fitted: "◐ fitted", teaching: "○ teaching" };

function entry([what, value, tag, source]) {
  const cells = [what, value, TAGS[tag], source].map((textContent) => element("td", { textContent }));
  return element("tr", {}, ...cells);
}

// Writing the same words again would make a screen reader say them again.
function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
  place.hidden = !text;
}

export default { render };
