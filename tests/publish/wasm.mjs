// Runs a Python script in the site's own Python, without a browser, and prints what its two functions return:
// node wasm.mjs FOLDER_OF_THE_RUNTIME SCRIPT
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, script] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
try {
  const python = await loadPyodide({ indexURL: folder });
  const source = readFileSync(script, "utf-8");
  await python.loadPackagesFromImports(source, { messageCallback: () => {} });
  python.runPython(source);
  const ask = "import json, sys; json.dumps([said(), tabulated(), sys.platform, 'plotly' in sys.modules])";
  process.stdout.write(python.runPython(ask));
} catch (error) {
  console.error(String(error.message)); // the stack alone would be a megabyte of minified script
  process.exit(1);
}
