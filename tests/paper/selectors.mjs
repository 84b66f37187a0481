// Selectors, as many as our scripts use.

export function parted(text, mark) {
  const parts = [""];
  let depth = 0;
  for (const letter of text) {
    if ("([".includes(letter)) depth += 1;
    if (")]".includes(letter)) depth -= 1;
    if (letter === mark && !depth) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

export function fits(element, compounds) {
  const [last, ...above] = [...compounds].reverse();
  if (!one(element, last)) return false;
  if (!above.length) return true;
  for (let at = element.parentNode; at instanceof globalThis.Element; at = at.parentNode) if (fits(at, [...above].reverse())) return true;
  return false;
}

function one(element, compound) {
  let rest = compound;
  while (rest) {
    const [whole, kind, name, value] =
      /^(:is|:not)\(((?:[^()]|\([^()]*\))*)\)/.exec(rest) ?? /^(:active)/.exec(rest) ?? /^(\[)([\w-]+)(?:="?([^"\]]*)"?)?\]/.exec(rest) ?? /^([.#]?)([\w-]+)/.exec(rest) ?? [];
    if (!whole) throw new Error(`no such selector here: ${rest}`);
    const holds = {
      ":is": () => element.matches(name),
      ":active": () => false, // nothing is ever held down here
      ":not": () => !element.matches(name),
      "[": () => (value === undefined ? element.hasAttribute(name) : element.getAttribute(name) === value),
      ".": () => element.classList.contains(name),
      "#": () => element.id === name,
      "": () => element.tag === name,
    }[kind]();
    if (!holds) return false;
    rest = rest.slice(whole.length);
  }
  return true;
}
