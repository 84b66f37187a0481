// Keeps what has been fetched, for the next lesson and for a day without a network. A new edition has another name and drops the old.

const EDITION = "$edition";
const ALL = $files;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(forget().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && new URL(event.request.url).origin === location.origin) event.respondWith(answer(event.request));
});
self.addEventListener("message", (event) => {
  if (event.data === "keep all") event.waitUntil(keepAll(event.source));
});

async function forget() {
  for (const name of await caches.keys()) if (name !== EDITION) await caches.delete(name);
}

// From what is kept, or from the server and kept; a setting in the address is the page's own business.
async function answer(request) {
  const cache = await caches.open(EDITION);
  const found = await cache.match(request, { ignoreSearch: true });
  if (found) return found;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request.url.split("?")[0], fresh.clone());
  return fresh;
}

async function keepAll(page) {
  const cache = await caches.open(EDITION);
  try {
    for (const name of ALL) if (!(await cache.match(name))) await cache.add(name);
    page.postMessage("kept");
  } catch {
    page.postMessage("not kept");
  }
}
