// Missions: what is to be brought about, how it stands, and help. Whether one is reached is decided by the kernel.

const PATIENCE = 180_000; // ms after the first move until the hint to the first open mission shows by itself
const STATES = { open: "to do", reached: "✔ reached", "given up": "given up" };

function missions(described, ask, say) {
  const cards = described.map((mission, number) => card(mission, number, ask, say));
  const place = group("Missions", "missions", ...cards.map(({ place }) => place));
  place.hidden = !cards.length;

  const help = () => cards.find((one) => one.state() === "open")?.help();
  let waiting = 0;
  const begin = () => (waiting ||= setTimeout(help, PATIENCE));
  return {
    place,
    begin,
    show: (states) => states.forEach((state, number) => cards[number].show(state)),
    stop: () => clearTimeout(waiting),
  };
}

function card({ name, prompt, controls, hint, core }, number, ask, say) {
  const state = element("span", { className: "toolkit-state" });
  const title = `Mission ${number + 1}: ${name}`;
  const summary = element("summary", {}, `${title}${core ? "" : " (for more time)"} · `, state);
  const told = element("p", { className: "toolkit-hint", hidden: true });
  const reply = element("p", { className: "toolkit-reply", hidden: true });
  const help = () => {
    write(told, `Hint: ${hint}`);
    say(told.textContent);
  };
  const giveUp = button("I give up: why?", () => ask({ ask: "give_up", mission: number }));
  const needs = controls.length ? [element("p", { className: "toolkit-needs", textContent: `You need: ${controls.join(" · ")}` })] : [];
  const bar = element("div", { className: "toolkit-bar" }, button("Hint", help), giveUp);
  const place = element("details", { open: number === 0 }, summary, element("p", { textContent: prompt }), ...needs, bar, told, reply);
  place.setAttribute("aria-label", title);
  let stands = "open";

  function show(now) {
    // Giving up must not leave the focus on a button that has gone.
    if (now.state !== "open" && bar.contains(document.activeElement)) summary.focus();
    if (now.state !== stands) place.open = true;
    stands = now.state;
    place.dataset.state = stands;
    write(state, STATES[stands]);
    write(reply, now.reply);
    bar.hidden = stands !== "open";
  }
  return { place, show, help, state: () => stands };
}
