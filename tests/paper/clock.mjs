// A clock that goes when it is told to.

const later = globalThis.setImmediate;

let now = 1_000_000;
let timers = [];
let count = 0;
const timer = (act, wait, more, every) => {
  timers.push({ id: (count += 1), act, at: now + (wait || 0), more, every });
  return count;
};
const untime = (id) => void (timers = timers.filter((one) => one.id !== id));
globalThis.setTimeout = (act, wait, ...more) => timer(act, wait, more, 0);
globalThis.setInterval = (act, wait, ...more) => timer(act, wait, more, wait);
globalThis.clearTimeout = globalThis.clearInterval = untime;
Date.now = () => now;

// One due timer after the other, each with all that follows from it.
export async function wait(ms) {
  const end = now + ms;
  for (;;) {
    const due = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at || one.id - other.id)[0];
    if (!due) break;
    now = Math.max(now, due.at);
    if (due.every) due.at += due.every;
    else untime(due.id);
    due.act(...due.more);
    await settle();
  }
  now = end;
}

export const settle = () => new Promise((go) => later(go));
