// Sends the reply form: what is to be asked is asked first, then whether the newsroom answers at all, so that a
// broken line costs no words; an impatient second tap sends nothing twice. The form works without any of it.

import { answerInPlace } from "./reply-answer.js";
import { countDown } from "./reply-count.js";
import { keepWords } from "./reply-kept.js";
import { askDomain } from "./reply-mail.js";
import { showOwn } from "./reply-own.js";
import { askPersonal } from "./reply-personal.js";
import { rememberWriter } from "./reply-remember.js";
import { element, word } from "./reply-store.js";

const SLOW = 10_000; // milliseconds after which a slow line is no reason to wait longer

// Any answer at all will do. What takes too long is taken for a slow line, not for a broken one.
const isThere = async (address) => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), SLOW);
  try {
    await fetch(address, { method: "HEAD", cache: "no-store", credentials: "omit", signal: stop.signal });
    return true;
  } catch (error) {
    return error.name === "AbortError";
  } finally {
    clearTimeout(timer);
  }
};

const prepare = (form) => {
  const send = form.querySelector("[type=submit]");
  const opened = performance.now();
  const kept = keepWords(form);
  const writer = rememberWriter(form);
  const questions = [askPersonal(form), askDomain(form)];
  const release = () => send.removeAttribute("aria-disabled");
  let alert;

  const leave = () => {
    form.elements.t.value = Math.floor((performance.now() - opened) / 1000);
    writer();
    kept.sent();
    form.submit();
    // A stopped request leaves the page standing: the button must come back.
    setTimeout(release, 15_000);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (send.getAttribute("aria-disabled") === "true") return;
    alert?.remove();
    const asked = questions.map((question) => question()).filter(Boolean);
    if (asked.length) {
      asked[0].focus();
      return;
    }
    send.setAttribute("aria-disabled", "true");
    const isKept = kept.save();
    if (await isThere(form.dataset.hidup)) return leave();
    release();
    alert = element("p", "reply-notice", word(isKept ? "offline" : "offline-unkept"));
    alert.setAttribute("role", "alert");
    send.before(alert);
  });

  // Going back may bring the page out of the browser's memory as it was left.
  window.addEventListener("pageshow", release);
  countDown(form);
  answerInPlace(form, kept.parent);
};

showOwn();
const form = document.querySelector("form#balasan");
if (form) prepare(form);
