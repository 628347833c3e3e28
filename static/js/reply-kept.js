// Words not sent yet, kept in this browser for their story until the receipt is reached. Only the comment: who wrote
// it is kept where the reader asks for that, see reply-remember.js.

import { button, day, drop, element, names, put, take, word } from "./reply-store.js";

const DAYS = 14;
const REST = 300; // milliseconds without a key after which words are kept
export const KEPT = "tulisan:";

const forgetOld = () => {
  for (const name of names(KEPT)) {
    if (!(Date.now() - take(name)?.at < DAYS * 24 * 60 * 60 * 1000)) drop(name);
  }
};

// → save() keeps what is there and says whether it could; sent() marks it as on its way; parent: the comment answered.
export const keepWords = (form) => {
  const { body, parent } = form.elements;
  const name = KEPT + form.dataset.berita;
  let timer;
  let isLeaving = false;

  const keep = (isSent) => {
    clearTimeout(timer);
    if (body.value.trim()) return put(name, { body: body.value, parent: parent.value, at: Date.now(), isSent });
    drop(name);
    return true;
  };
  const save = () => isLeaving || keep(false);

  const offer = (kept) => {
    body.value = kept.body;
    const note = element("p", "field-kept", word("kept", { date: day(new Date(kept.at).toISOString()) }));
    const forget = button(word("drop"), () => {
      body.value = "";
      drop(name);
      note.remove();
      body.focus();
    });
    note.setAttribute("role", "status");
    note.append(" ", forget);
    body.closest(".field").append(note);
    body.addEventListener("input", () => note.remove(), { once: true });
  };

  forgetOld();
  const kept = take(name);
  const isBack = kept && !body.value.trim();
  if (isBack) offer(kept);
  if (form.closest(".reply-page")) save(); // refused: not sent after all

  body.addEventListener("input", () => {
    isLeaving = false;
    clearTimeout(timer);
    timer = setTimeout(save, REST);
  });
  // A browser that is put away may never come back.
  document.addEventListener("visibilitychange", () => timer && document.hidden && save());
  window.addEventListener("pagehide", () => timer && save());

  const sent = () => {
    keep(true);
    isLeaving = true;
  };
  return { save, sent, parent: isBack ? kept.parent : "" };
};

// The receipt is reached: what was on its way has arrived.
export const arrived = (story) => {
  for (const name of story ? [KEPT + story] : names(KEPT)) if (take(name)?.isSent) drop(name);
};
