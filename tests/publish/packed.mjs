// Runs a Python script in the living pages' own Python, out of its packed files, and prints what its two functions return:
// node packed.mjs FOLDER_OF_THE_RUNTIME SCRIPT
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

const [folder, script] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), "packed-"));
try {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".packed"))) {
    writeFileSync(join(home, name.replace(".packed", "")), gunzipSync(readFileSync(join(folder, name))));
  }
  writeFileSync(join(home, "pyodide.mjs"), readFileSync(join(home, "pyodide.js")));
  const { loadPyodide, version } = await import(pathToFileURL(join(home, "pyodide.mjs")));
  writeFileSync(join(home, "pyodide-lock.json"), JSON.stringify({ info: { version, arch: "wasm32", platform: "emscripten", python: "3.12" }, packages: {} }));
  const python = await loadPyodide({ indexURL: home, stdLibURL: join(home, "stdlib.zip") });
  for (const name of ["numpy.zip", "wheels.zip", "ours.zip"]) python.unpackArchive(new Uint8Array(readFileSync(join(home, name))), "zip");
  python.runPython("import live_kernel");
  python.runPython(readFileSync(script, "utf-8"));
  const ask = "import json, sys; json.dumps([said(), tabulated(), sys.platform, sorted(sys.modules)])";
  process.stdout.write(python.runPython(ask));
} catch (error) {
  console.error(String(error.message)); // the stack alone would be a megabyte of minified script
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true });
}
