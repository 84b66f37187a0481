// What a learner can move, as native fields, and the mailbox that takes their moves to the kernel.

const GOES_ON = 800; // ms within which moves of one control count as one, for undo

// Sends one message at a time and, while the kernel works, keeps only the latest move of each control.
function mailbox(model, complain) {
  let number = 0;
  let answered = 0;
  let queue = [];
  let moved = null;
  let flying = [];
  let last = { name: "", at: 0 };
  let alarm = 0;
  let silent = false;

  function next() {
    if (answered < number && !silent) return;
    const message = queue.shift() ?? moved;
    if (!message) return;
    if (message === moved) moved = null;
    flying = Object.keys(message.values ?? {});
    number += 1;
    silent = false;
    clearTimeout(alarm);
    alarm = setTimeout(giveUp, SILENCE); // and sends again at the next move
    try {
      model.send({ ...message, number });
    } catch {
      giveUp();
    }
  }

  function giveUp() {
    silent = true;
    complain();
  }

  function send(message) {
    if (moved) queue.push(moved);
    moved = null;
    queue.push(message);
    next();
  }

  send.move = (name, value) => {
    const goesOn = last.name === name && Date.now() - last.at < GOES_ON;
    last = { name, at: Date.now() };
    moved ??= { ask: "set", values: {}, goes_on: goesOn };
    moved.values[name] = value;
    next();
  };
  send.answered = (latest) => {
    answered = Math.max(answered, latest);
    number = Math.max(number, latest); // another view may have asked before this one
    if (answered >= number) {
      flying = [];
      clearTimeout(alarm);
    }
    next();
  };
  send.busy = (name) => name in (moved?.values ?? {}) || flying.includes(name);
  send.stop = () => clearTimeout(alarm);
  return send;
}

const KINDS = { slider, seed, week, choice, switch: toggle };

// A control's row on the page; `moved` is called with each new value.
function input(control, id, moved) {
  const key = `${id}-${control.name}`;
  const { field, parts, read, write, held = () => false, stop = () => {} } = KINDS[control.kind](control, key, moved);
  field.id = key;
  if (control.help) field.setAttribute("aria-describedby", `${key}-help`);
  const row = element(
    "div",
    { className: `toolkit-control toolkit-${control.kind}` },
    element("label", { htmlFor: key, textContent: control.label }),
    ...parts,
    ...(control.help ? [element("small", { id: `${key}-help`, textContent: control.help })] : []),
  );
  write(control.value);
  return {
    row,
    field,
    stop,
    // A control that the learner is still moving is ahead of the kernel: leave it alone. So is what is being typed beside a value
    // that has not changed.
    show: (now, busy) => {
      if (!busy && !held() && read() !== now) write(now);
    },
  };
}

function range({ low, high, step }) {
  const field = element("input", { type: "range", min: low, max: high, step });
  swiped(field);
  return field;
}

const AIM = 8; // px until it is clear where a finger goes

// A finger that goes along a slider takes its knob along, wherever it began; one that goes up or down scrolls, and the knob stays.
function swiped(field) {
  let began = null;
  let along = false;
  const say = () => field.dispatchEvent(new Event("input", { bubbles: true }));
  field.addEventListener("touchstart", ({ touches: [finger] }) => {
    began = { x: finger.clientX, y: finger.clientY, value: field.value };
    along = false;
  }, { passive: true });
  field.addEventListener("touchmove", (event) => {
    if (!began) return;
    const [finger] = event.touches;
    const [across, up] = [Math.abs(finger.clientX - began.x), Math.abs(finger.clientY - began.y)];
    if (!along && Math.max(across, up) < AIM) return;
    if (!along && up > across) {
      field.value = began.value;
      began = null;
      return;
    }
    along = true;
    event.preventDefault();
    const { left, width } = field.getBoundingClientRect();
    const share = (finger.clientX - left) / width;
    const [low, high] = [Number(field.min), Number(field.max)];
    field.value = low + (high - low) * (getComputedStyle(field).direction === "rtl" ? 1 - share : share);
    say();
  }, { passive: false });
  field.addEventListener("touchend", () => {
    const tapped = began && !along;
    began = null;
    if (tapped) say();
  });
  field.addEventListener("touchcancel", () => (began = null));
  // The browser puts the knob under the finger at once; that counts when it is clear that the finger did not come to scroll.
  field.addEventListener("input", (event) => began && !along && event.isTrusted && event.stopImmediatePropagation());
}

// A knob to pull and, beside it, the same value to type.
function slider(control, key, moved) {
  const { step, unit, label } = control;
  const digits = (String(step).split(".")[1] ?? "").length;
  const words = (value) => `${value.toFixed(digits)} ${unit}`.trim();
  const field = range(control);
  let now; // where the kernel or the learner has put it last
  const { box, unread, put, stop } = typed({ ...control, digits }, (value) => {
    write(value);
    moved(value);
  });
  box.setAttribute("aria-label", `${label}: exact number`);
  const value = element("span", { className: "toolkit-value", translate: false }, box, ...(unit ? [` ${unit}`] : []));
  const write = (to) => {
    now = to;
    field.value = to;
    field.setAttribute("aria-valuetext", words(to));
    put(to);
  };
  field.addEventListener("input", () => {
    write(Number(field.value));
    moved(now);
  });
  return { field, parts: [value, field, unread], write, read: () => now, stop };
}

function seed(control, key, moved) {
  const { box, unread, put, read, stop } = typed({ ...control, digits: 0 }, (value) => {
    put(value);
    moved(value);
  });
  return { field: box, parts: [box, unread], read, write: put, stop };
}

// A box for a number. Calls act with what was typed, once, when Enter is pressed or the box is left; arrows go a step. Left empty, it
// has the number from before again; so it has with what cannot be read, and says so.
function typed({ low, high, step, digits, unit }, act) {
  const box = element("input", {
    type: "text", role: "spinbutton", inputMode: low < 0 ? "text" : digits ? "decimal" : "numeric",
    autocomplete: "off", spellcheck: false, translate: false, aria: { valuemin: low, valuemax: high },
  });
  const unread = element("span", { className: "toolkit-unread", role: "alert", hidden: true });
  box.style.width = `${Math.max(...[low, high].map((end) => end.toFixed(digits).length)) + 2.5}ch`;
  let latest = low;
  let waits = 0;
  const say = (words) => {
    clearTimeout(waits);
    unread.textContent = words;
    unread.hidden = !words;
  };
  // What is wrong moves all that stands below it: it is said once a press that has left the box has ended, or it would miss its button.
  const complain = (words) => {
    if (!document.querySelector(":active")) return say(words);
    document.addEventListener("mouseup", () => (waits = setTimeout(say, 0, words)), { once: true, capture: true });
  };
  // A late answer of the kernel takes nothing from under the hands: what is being typed stays, and what was chosen to type over.
  const put = (value) => {
    const typing = box.value !== box.defaultValue;
    const chosen = document.activeElement === box && box.selectionEnd - box.selectionStart === box.value.length;
    latest = value;
    box.defaultValue = value.toFixed(digits);
    if (!typing) box.value = box.defaultValue;
    if (!typing && chosen) box.select();
    box.setAttribute("aria-valuenow", value);
    say("");
  };
  const commit = () => {
    const text = box.value.trim();
    if (box.value === box.defaultValue) return;
    const [value, wrong] = readNumber(text, unit);
    const outside = value < low || value > high || (!digits && value % 1);
    box.value = box.defaultValue;
    say("");
    if (wrong && text) complain(`${wrong} It stays ${box.value}.`);
    else if (outside) complain(`${digits ? "Numbers" : "Whole numbers"} from ${low} to ${high} only. It stays ${box.value}.`);
    else if (!wrong && value !== latest) act(value);
  };
  box.addEventListener("input", () => say(""));
  box.addEventListener("change", commit);
  box.addEventListener("blur", commit);
  box.addEventListener("keydown", (event) => {
    const by = { ArrowUp: step, ArrowDown: -step, Enter: 0 }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (box.value === box.defaultValue) say(""); // what was wrong before is over
    commit();
    const value = Number(Math.min(high, Math.max(low, latest + by)).toFixed(digits));
    if (unread.hidden && value !== latest) act(value);
  });
  return { box, unread, put, read: () => latest, stop: () => say("") };
}

function choice(control, key, moved) {
  const options = control.options.map(([, words]) => element("option", { textContent: words }));
  const field = element("select", {}, ...options);
  field.addEventListener("change", () => moved(control.options[field.selectedIndex][0]));
  const at = (now) => control.options.findIndex(([value]) => value === now);
  return { field, parts: [field], read: () => control.options[field.selectedIndex]?.[0], write: (now) => (field.selectedIndex = at(now)) };
}

function toggle(control, key, moved) {
  const field = element("input", { type: "checkbox" });
  field.addEventListener("change", () => moved(field.checked));
  return { field, parts: [field], read: () => field.checked, write: (now) => (field.checked = now) };
}

// The week: moved and played by the page alone; `moved` hears of it when it rests, `passing` at every step.
const REST = 300; // ms
const TICK = 200; // ms a week while playing
const CALM = matchMedia("(prefers-reduced-motion: reduce)");

function week(control, key, moved) {
  const field = range(control);
  const value = element("span");
  const play = element("button", { type: "button" });
  let playing = 0;
  let resting = 0;

  const write = (now) => {
    field.value = now;
    value.textContent = `${now}`;
    field.setAttribute("aria-valuetext", `week ${now}`);
    field.dispatchEvent(new CustomEvent("passing", { detail: Number(now) }));
  };
  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      resting = 0;
      moved(Number(field.value));
    }, REST);
  };
  const name = () => (play.textContent = CALM.matches ? "Next week" : playing ? "Pause" : "Play");
  const pause = () => {
    clearInterval(playing);
    playing = 0;
    name();
  };
  const step = () => {
    write(Math.min(Number(field.value) + 1, control.high));
    if (Number(field.value) < control.high) return;
    pause();
    rest();
  };

  field.addEventListener("input", () => {
    pause();
    write(Number(field.value));
    rest();
  });
  play.addEventListener("click", () => {
    const stopping = playing;
    pause();
    if (stopping) return rest();
    if (Number(field.value) >= control.high) write(control.low);
    if (CALM.matches) {
      step();
      return rest();
    }
    stop();
    playing = setInterval(() => (field.isConnected ? step() : pause()), TICK);
    name();
  });
  const stop = () => {
    pause();
    clearTimeout(resting);
    resting = 0;
  };
  name();
  return { field, parts: [play, field, value], write, stop, held: () => playing || resting, read: () => Number(field.value) };
}
