// How many characters are left, said only where it matters, and read out at a few marks instead of at every key.

import { element, word } from "./reply-store.js";

const NEAR = 500;
const MARKS = [0, 10, 50, 100, 250, NEAR];

export const countDown = (form) => {
  const { body } = form.elements;
  const seen = element("p", "field-hint field-count");
  const heard = element("p", "visually-hidden");
  seen.setAttribute("aria-hidden", "true");
  heard.setAttribute("role", "status");
  body.closest(".field").append(seen, heard);
  let last;

  const count = () => {
    const left = body.maxLength - body.value.length;
    const text = word("left", { count: left.toLocaleString("id-ID") });
    seen.textContent = left <= NEAR ? text : "";
    const mark = MARKS.find((each) => left <= each);
    if (mark !== last) heard.textContent = mark === undefined ? "" : text;
    last = mark;
  };

  body.addEventListener("input", count);
  count();
};
