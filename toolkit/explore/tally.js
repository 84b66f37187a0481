// The room's guesses: how many people chose each option, counted at the guess and shown beside the picture; earlier rooms' from files.

const HEAD = "lesson,option,people";

// The form at the guess. `count` is called with the numbers, in the options' order, whenever one has been typed.
function tallyForm(options, tally, count) {
  const boxes = options.map((option, place) =>
    element("input", { type: "number", min: 0, step: 1, inputMode: "numeric", value: tally[place] ?? "", aria: { label: `How many chose ${option.slice(0, 1)}` } }),
  );
  const rows = options.map((option, place) => element("li", {}, element("span", { textContent: option }), boxes[place]));
  for (const box of boxes) box.addEventListener("change", () => count(boxes.map((one) => Number(one.value || 0))));
  return element("ol", { className: "toolkit-options" }, ...rows);
}

const told = (who, tally) => {
  const people = tally.reduce((sum, one) => sum + one, 0);
  return people ? `${who} (${people} people): ${tally.map((one, place) => `${LETTERS[place]} ${one}`).join(" · ")}` : "";
};
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

// The tallies of earlier rooms for a lesson, added up, from the texts of saved files; null where none of the lines is of that lesson.
function addTallies(texts, lesson, options) {
  const sums = options.map(() => 0);
  let found = false;
  for (const line of texts.flatMap((text) => text.split(/\r?\n/))) {
    const [number, letter, people] = line.split(/[,;]/).map((cell) => cell.trim());
    const place = LETTERS.indexOf(letter);
    if (Number(number) !== lesson || letter?.length !== 1 || place >= sums.length || !/^\d+$/.test(people ?? "")) continue;
    sums[place] += Number(people);
    found = true;
  }
  return found ? sums : null;
}

function saveTally(lesson, tally) {
  const lines = tally.map((people, place) => `${lesson},${LETTERS[place]},${people}`);
  download(`tally-${String(lesson).padStart(2, "0")}.csv`, [HEAD, ...lines, ""].join("\n"));
}
