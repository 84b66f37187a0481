// Keeps what has been fetched, for the next lesson and for a day without a network. A new edition has another name and drops the old.

const EDITION = "$edition";
const FILES = $files;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(forget().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && new URL(event.request.url).origin === location.origin) event.respondWith(answer(event.request));
});

self.addEventListener("message", (event) => event.waitUntil(keepEverything(event.ports[0])));

// Every file of the edition, one after the other; who asked hears how far it is.
async function keepEverything(asked) {
  let kept = 0;
  for (const file of FILES) {
    const there = await answer(new Request(new URL(file, self.registration.scope))).catch(() => null);
    if (there?.ok) kept += 1;
    asked.postMessage({ kept, of: FILES.length, done: false });
  }
  asked.postMessage({ kept, of: FILES.length, done: true });
}

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
