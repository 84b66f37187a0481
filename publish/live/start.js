// Only a page from a server can come alive by itself; from a file it stays as it is, complete and silent. So does one without cells.
const served = location.protocol.startsWith("http");
const keeps = served && navigator.serviceWorker;

if ("lives" in document.documentElement.dataset && served && globalThis.WebAssembly && globalThis.Worker && globalThis.DecompressionStream) {
  document.documentElement.dataset.live = "coming";
  addEventListener("DOMContentLoaded", () => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = "live.js";
    document.head.append(script);
    if (keeps) navigator.serviceWorker.register("keep.js").catch(() => {});
  });
}

// One press, and the whole course is there on a day without a network.
if (keeps)
  addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("keep");
    const said = document.getElementById("kept");
    button.hidden = false;
    button.addEventListener("click", async () => {
      const { port1, port2 } = new MessageChannel();
      const say = (words) => (said.textContent = words);
      port1.onmessage = ({ data: { kept, of, done } }) => {
        const missing = of - kept;
        if (!done) say(`${kept} of ${of} files are kept …`);
        else if (missing) say(`${missing} of ${of} files could not be kept. With a better network, press again: what is kept stays.`);
        else say("The whole course is kept in this browser, and opens without a network.");
        button.disabled = !done || !missing;
      };
      try {
        await navigator.serviceWorker.register("keep.js");
        const { active } = await navigator.serviceWorker.ready;
        button.disabled = true;
        active.postMessage("keep everything", [port2]);
      } catch {
        say("This browser keeps nothing here.");
      }
    });
  });
