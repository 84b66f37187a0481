// What people type into a box for a number, read with the same goodwill as the kernel reads answers (typed.py).

const GROUPED =
  /^([-+]?)(\d{1,3}(?:,\d{3})+(?=\.)|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3})+(?=,)|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:[ '’]\d{3})+)([.,]\d+)?$/;
const PLAIN = /^[-+]?(\d+[.,]?\d*|[.,]\d+)(e[-+]?\d{1,4})?$/;
const TWO_WAYS = /^[-+]?[1-9]\d{0,2},\d{3}$/;

// A figure of any script as 0 to 9; scripts have theirs in a row, and some several rows one after the other.
function figure(mark) {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(mark.codePointAt(0) - before - 1))) before += 1;
  return before % 10;
}

// [number, ""] or [NaN, what is wrong].
function readNumber(text, unit = "") {
  const plain = text
    .replace(/[\p{Cf}\p{Cs}\p{Cn}\p{Co}]/gu, "")
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, figure);
  let written = plain
    .replace(/\u066b/g, plain.includes(".") ? "," : ".") // the point of Arabic figures is none of those that part thousands
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\x1c-\x1f\x85]+/g, " ") // what Python takes for a blank
    .trim()
    .toLowerCase();
  for (const behind of [unit.toLowerCase(), "%"]) {
    if (behind && written.endsWith(behind)) written = written.slice(0, -behind.length).trimEnd();
  }
  written = written.replace(/^([-+]) /, "$1");
  if (TWO_WAYS.test(written)) {
    return [NaN, `“${text.trim()}” can be read in two ways; write ${written.replace(",", "")} or ${written.replace(",", ".")}.`];
  }
  const [, sign, groups, rest = ""] = written.match(GROUPED) ?? [];
  if (groups) written = sign + groups.replace(/\D/g, "") + rest;
  const value = PLAIN.test(written) ? Number(written.replace(",", ".")) : NaN;
  return Number.isFinite(value) ? [value, ""] : [NaN, `“${text.trim().slice(0, 60)}” is not a number.`];
}
