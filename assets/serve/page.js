// SPDX-License-Identifier: MIT
// The page of recto serve: waits for news, and shows it without losing the place.
"use strict";

const at = (id) => document.getElementById(id);
const many = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms));
const levels = ["error", "warning", "info"];
let shown = 0; // the good result whose pages are shown

function put(parent, name, kind, text) {
  const child = document.createElement(name);
  child.className = kind;
  child.textContent = text;
  parent.append(child);
  return child;
}

function showFindings(found) {
  const list = at("list");
  list.replaceChildren();
  const order = (f) => levels.indexOf(f.level);
  for (const f of [...found].sort((a, b) => order(a) - order(b))) {
    const item = put(list, "li", f.level, "");
    const head = put(item, "p", "", "");
    const place = f.line ? `${f.line}:${f.column || 1}` : "";
    const file = f.file ? f.file.split("/").pop() : "";
    put(head, "span", "level", f.level === "info" ? "note" : f.level);
    put(head, "span", "where", ` ${[file, place].filter(Boolean).join(":")} ${f.code}`);
    put(item, "p", "text", f.text);
    if (f.hint) put(item, "p", "hint", f.hint);
  }
  at("findings").hidden = found.length === 0;
  at("found").textContent = many(found.length, "finding");
}

// A page that cannot be shown leaves its place empty.
const loaded = (image) =>
  new Promise((ready) => {
    image.onload = image.onerror = () => ready(image);
  });

// New pages are made ready first, then put in the place of the old ones, so that nothing jumps.
async function showSheets(state) {
  const images = [];
  for (let n = 1; n <= state.sheets; n++) {
    const image = new Image();
    image.alt = `Page ${n} of ${state.sheets}`;
    images.push(loaded(image));
    image.src = `/pages/${n}.svg?${state.good}`;
  }
  at("pages").replaceChildren(...(await Promise.all(images)));
}

function showFrame(state) {
  const frame = document.createElement("iframe");
  frame.title = "The PDF";
  frame.src = `/document.pdf?${state.good}`;
  at("pages").replaceChildren(frame);
}

function tell(run) {
  const status = at("status");
  const time = new Date(run.when * 1000).toLocaleTimeString();
  const wrong = run.status !== 0;
  status.className = wrong ? "error" : "";
  if (!wrong) status.textContent = `${many(run.pages, "page")}, ${run.ms} ms, at ${time}`;
  else if (shown) status.textContent = `Nothing written at ${time}; these are the last good pages`;
  else status.textContent = `Nothing written at ${time}`;
  at("pages").classList.toggle("stale", wrong);
}

async function show(state) {
  const run = state.run;
  if (!run) return;
  const name = run.source.split("/").pop();
  at("name").textContent = name;
  document.title = `${run.status ? "✕ " : ""}${name} · recto`;
  showFindings(run.findings);
  if (state.good !== shown) {
    at("pages").classList.toggle("framed", state.sheets === 0);
    if (state.sheets) await showSheets(state);
    else showFrame(state);
    shown = state.good;
  }
  at("fit").hidden = state.sheets === 0 || !shown;
  at("pdf").hidden = !shown;
  tell(run);
}

function lost() {
  at("status").className = "error";
  at("status").textContent = "recto serve has ended; this page goes on when it is started again";
}

async function follow() {
  let seen = "";
  for (;;) {
    try {
      const answer = await fetch(`/state?seen=${seen}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const state = await answer.json();
      if (state.version !== seen) await show(state);
      else await sleep(200);
      seen = state.version;
    } catch {
      lost();
      seen = "";
      shown = 0;
      await sleep(1000);
    }
  }
}

at("fit").addEventListener("click", () => {
  const whole = at("pages").classList.toggle("whole");
  at("fit").setAttribute("aria-pressed", String(whole));
});
follow();
