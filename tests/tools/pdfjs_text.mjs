// SPDX-License-Identifier: MIT
// tests/tools/pdfjs_text.mjs MODULES FILE.pdf... — the text of files, as pdf.js tells it.
//
// MODULES is the folder node_modules that holds pdfjs-dist; the text goes to FILE.pdf.txt. Items are put one behind the other, as
// programs do that read a résumé with it: a line ends where pdf.js says so, and where two items of a
// line stand apart by a word space there is one. (pdf.js leaves spaces out where direction changes.)
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, ...files] = process.argv.slice(2);
const base = `${modules}/pdfjs-dist/`;
console.log = console.warn = () => {}; // that it cannot draw here
const { getDocument } = await import(pathToFileURL(`${base}legacy/build/pdf.mjs`));

const APART = 0.12; // of the size of the type: no font of ours has a narrower word space

function between(before, item) {
  if (!before || before.hasEOL || before.str.endsWith(" ") || item.str.startsWith(" ")) return "";
  const [, , , , x, y] = item.transform, [, , , , x0, y0] = before.transform;
  if (y !== y0) return " ";
  const gap = Math.max(x - (x0 + before.width), x0 - (x + item.width));
  return gap > APART * item.height ? " " : "";
}

async function textOf(file) {
  const task = getDocument({
    data: new Uint8Array(readFileSync(file)),
    cMapUrl: `${base}cmaps/`,
    standardFontDataUrl: `${base}standard_fonts/`,
    verbosity: 0,
  });
  const pdf = await task.promise;
  let text = "";
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    items.forEach((item, i) => {
      text += between(items[i - 1], item) + item.str + (item.hasEOL ? "\n" : "");
    });
    text += "\n";
  }
  await task.destroy();
  return text;
}

for (const file of files) writeFileSync(`${file}.txt`, await textOf(file));
