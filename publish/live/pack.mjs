// Packs Python for the living pages inside that very Python, since byte code belongs to one version: node pack.mjs FOLDER
// FOLDER has the official runtime, wheels/ and source/ (the toolkit and the two modules of the page); out/ is written.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
try {
  const python = await loadPyodide({ indexURL: folder });
  python.FS.mkdir("/host");
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/host");
  python.runPython(readFileSync(new URL("pack.py", import.meta.url), "utf-8"));
} catch (error) {
  console.error(String(error.message)); // the stack alone would be a megabyte of minified script
  process.exit(1);
}
