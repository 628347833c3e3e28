// Single letters for who decides hundreds an hour. Never while something is typed, never with Ctrl, Alt or Meta,
// and not for whom they are switched off.
import { count, tickAll, ticks } from "./queue-ticks.js";

const WORDS = { a: "approve", s: "spam", d: "trash", u: "pending" };
const TYPES = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

const press = (selector, root = document) => {
  const found = root.querySelector(selector);
  found?.click();
  return Boolean(found);
};

const decide = (word) => {
  const form = ticks().length ? "#pilihan" : ".queue-whole";
  return press(`${form} button[name=decision][value=${word}]`);
};

const tickOpen = () => {
  const box = document.querySelector(".queue-item[data-open] .queue-tick input");
  if (!box) return false;
  box.checked = !box.checked;
  count();
  return true;
};

const ACTS = {
  j: () => press(".queue-steps [rel=next]") || press(".queue-older"),
  k: () => press(".queue-steps [rel=prev]"),
  z: () => press(".queue-undo button"),
  r: () => press('.queue-detail a[href*="/jawab/"]'),
  e: () => press('.queue-detail a[href*="/sunting/"]'),
  x: tickOpen,
  X: () => (tickAll(), true),
  "?": () => (document.getElementById("pintasan").showModal(), true),
};

export const listen = () => {
  document.addEventListener("keydown", (event) => {
    const { key } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat || event.defaultPrevented) return;
    if (document.querySelector(".queue")?.dataset.keys !== "on") return;
    if (event.target.closest?.(TYPES) || document.querySelector("dialog[open]")) return;
    const isDone = Object.hasOwn(WORDS, key) ? decide(WORDS[key]) : Object.hasOwn(ACTS, key) && ACTS[key]();
    if (isDone) event.preventDefault();
  });
};
