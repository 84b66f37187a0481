// The way of the installed plotly's own script to the page: the kernel hands it over once for all pictures.

const SHARED = (globalThis[Symbol.for("toolkit.plotly")] ??= { library: null, waiting: [], page: Math.random().toString(36).slice(2) });
const ASK_AGAIN = 5000; // ms until a picture asks again: a kernel may have gone before it could answer

// Returns {ready, stop}: ready is plotly, once it is here. Every picture asks, and asks again, until one of them has got it.
function plotly(model) {
  if (SHARED.library) return { ready: Promise.resolve(SHARED.library), stop: () => {} };
  const wants = () => ask(model, { ask: "plotly", page: SHARED.page });
  const asking = setInterval(wants, ASK_AGAIN);
  const receive = (message, buffers) => {
    if (message.answer !== "plotly") return;
    if (!SHARED.library) {
      // The script comes in a message, for a page without a network has no address to load it from. It is of the kind that looks
      // for `module`, then `define`, then the window: as a script of the page it would be lost to the `define` of require.js where
      // there is one (Voilà), and as a module of its own it would export nothing. So it runs as a function that is given a `module`.
      const module = { exports: {} };
      new Function("module", new TextDecoder().decode(buffers[0]))(module);
      SHARED.library = module.exports;
    }
    for (const wake of SHARED.waiting.splice(0)) wake(SHARED.library);
  };
  const stop = () => {
    clearInterval(asking);
    model.off("msg:custom", receive);
  };
  const ready = new Promise((resolve) => SHARED.waiting.push(resolve));
  ready.then(stop);
  model.on("msg:custom", receive);
  wants();
  return { ready, stop };
}
