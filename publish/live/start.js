// Only a page from a server can come alive by itself; from a file it stays as it is, complete and silent. So does one without cells.
if ("lives" in document.documentElement.dataset && location.protocol.startsWith("http") && globalThis.WebAssembly && globalThis.Worker && globalThis.DecompressionStream) {
  document.documentElement.dataset.live = "coming";
  addEventListener("DOMContentLoaded", () => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = "live.js";
    document.head.append(script);
    if (navigator.serviceWorker) navigator.serviceWorker.register("keep.js").catch(() => {});
  });
}
