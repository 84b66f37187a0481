// "Run this lesson", for JupyterLab and Notebook 7: waits until Python is ready, then runs every cell of the notebook. On a narrow
// screen it also folds the list of files away.
//
// Their own ways to run all cells do not wait. Pressed while the kernel is still starting, one clears every output and runs
// nothing, and the one that restarts may leave every cell at [*] for good. Learners press at once.
//
// Written by hand in the form that JupyterLab's build gives to extensions (a container of module federation), so that there
// is nothing to build: JupyterLab calls init with the modules it shares, then get for the one that package.json names.

(() => {
  const NAME = "medication-psychotherapy-toolkit";
  const COMMAND = "toolkit:run-lesson";
  const ROOMY = 1400; // pixels
  const STARTING = "Starting Python …";
  const LATE = "Python is busy. Restart it?";
  const ASK_AGAIN = 3000; // ms until a kernel that has not said how it is gets asked again
  const PATIENCE = 30_000; // ms until the button offers to restart Python

  /** Resolves when the kernel has nothing to do and listens to us; a kernel that is gone is started anew. */
  async function becomeIdle(sessionContext) {
    await sessionContext.ready;
    if (sessionContext.kernelDisplayStatus === "dead") await sessionContext.restartKernel();
    else if (!sessionContext.session?.kernel) await sessionContext.startKernel();
    // JupyterLab asks a kernel that was left from before how it is, once. Where the answer is lost, nobody would ever know.
    const asking = setInterval(() => {
      const kernel = sessionContext.session?.kernel;
      if (kernel?.connectionStatus === "connected" && kernel.status === "unknown") kernel.requestKernelInfo().catch(() => {});
    }, ASK_AGAIN);
    const { statusChanged, connectionStatusChanged, kernelChanged, disposed } = sessionContext;
    const signals = [statusChanged, connectionStatusChanged, kernelChanged, disposed];
    await new Promise((resolve) => {
      const look = () => {
        const kernel = sessionContext.session?.kernel;
        // without any kernel (the learner wants none) running asks for one
        if (kernel && !sessionContext.isDisposed && sessionContext.kernelDisplayStatus !== "idle") return;
        clearInterval(asking);
        signals.forEach((signal) => signal.disconnect(look));
        resolve();
      };
      signals.forEach((signal) => signal.connect(look));
      look();
    });
  }

  function activate(app, tracker, NotebookActions, dialogs) {
    const underWay = new Map(); // panels whose button has been pressed, and what it says since
    app.commands.addCommand(COMMAND, {
      label: () => underWay.get(tracker.currentWidget) ?? "Run this lesson",
      caption: "Wait until Python is ready, then run every cell",
      isEnabled: () => tracker.currentWidget !== null,
      execute: async () => {
        const panel = tracker.currentWidget;
        if (!panel) return;
        const say = (words) => {
          if (words) underWay.set(panel, words);
          else underWay.delete(panel);
          app.commands.notifyCommandChanged(COMMAND);
        };
        if (underWay.get(panel) === LATE) {
          // a cell of before may run without end: then only this helps, and the first press goes on from there
          say(STARTING);
          await panel.sessionContext.restartKernel();
          return;
        }
        if (underWay.has(panel)) return;
        say(STARTING);
        const patience = setTimeout(say, PATIENCE, LATE);
        try {
          await panel.context.ready;
          await becomeIdle(panel.sessionContext);
        } finally {
          clearTimeout(patience);
          say("");
        }
        if (!panel.isDisposed) {
          return NotebookActions.runCells(panel.content, panel.content.widgets, panel.sessionContext, dialogs ?? undefined);
        }
      },
    });
    tracker.currentChanged.connect(() => app.commands.notifyCommandChanged(COMMAND));
    // On a narrow screen the page has the room; the list of files is one click away at the left edge.
    app.restored?.then(() => globalThis.innerWidth < ROOMY && app.shell.collapseLeft?.());
  }

  let shared = {};

  /** A module that the page shares, or null where it has none of that name (pages without notebooks, as in the app). */
  async function load(name) {
    const [version] = Object.values(shared[name] ?? {});
    return version ? (await version.get())() : null;
  }

  const container = {
    init: (scope) => {
      shared = scope;
    },
    get: async () => {
      const [notebook, apputils] = [await load("@jupyterlab/notebook"), await load("@jupyterlab/apputils")];
      const plugin = notebook && {
        id: `${NAME}:run_lesson`,
        description: "Adds the command and button Run this lesson.",
        autoStart: true,
        requires: [notebook.INotebookTracker],
        optional: [apputils.ISessionContextDialogs],
        activate: (app, tracker, dialogs) => activate(app, tracker, notebook.NotebookActions, dialogs),
      };
      return () => ({ __esModule: true, default: plugin ? [plugin] : [] });
    },
  };

  (window._JUPYTERLAB ??= {})[NAME] = container;
})();
