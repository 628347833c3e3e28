// Keeps what is typed into a form of the desk in this browser, a second after it was typed, and offers it after a crash,
// a lost line or an ended session. Nothing is put in without being asked for; the form works without this.

import { changed, differing, fields, fill, goingAlong, showWhatCameBack } from "./kept-fields.js";
import { letGone, tabs } from "./kept-forget.js";
import { left, put, remove, take } from "./kept-store.js";
import { ask, hush, offer, say } from "./kept-speech.js";
import { guardSaving, staySignedIn } from "./kept-line.js";

const gettext = window.gettext ?? ((words) => words);
const SECOND = 1000;

const told = document.querySelector("script[data-kept-form]").dataset;
const form = document.getElementById(told.keptForm);

const chance = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");
const newNumber = () => `${told.person}.${chance()}`;
const mark = (number) => `humas-meja ${number}`;

// An open tab holds on to its number; one that was left or crashed lets go. (Without https there are no locks, and the
// words of a tab still open are offered too.)
const hold = (number) =>
  navigator.locks?.request(mark(number), () => new Promise((letGo) => addEventListener("pagehide", letGo, { once: true })));
const heldByTabs = async () => new Set((await navigator.locks?.query())?.held.map(({ name }) => name));

const keepWords = () => {
  let number = told.number || newNumber();
  let carried = new Set();
  let isKept = false;
  let isOver = false;
  let timer;

  const sent = document.createElement("input");
  Object.assign(sent, { type: "hidden", name: "kept", value: number });
  form.append(sent);

  const unsaved = () => changed(form, carried);
  const isDirty = () => Object.keys(unsaved()).length > 0;

  const keep = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (isOver) return false;
    const words = unsaved();
    try {
      if (Object.keys(words).length) {
        await put({ number, path: location.pathname, at: Date.now(), words, along: goingAlong(form) });
        isKept = true;
      } else if (isKept) {
        await remove(number);
        isKept = false;
      }
      return true;
    } catch {
      if (!form.classList.contains("kept-not")) {
        form.classList.add("kept-not");
        say(gettext("This browser cannot keep what you type. Save more often."));
      }
      return false;
    }
  };

  const isMine = ({ path, along, number: other }) =>
    other !== number && (path === location.pathname || (told.storyKey && along.once === told.storyKey));

  const offerNext = async () => {
    document.querySelector(".kept-offer")?.remove();
    const held = await heldByTabs();
    for (const entry of await left(told.person)) {
      if (!isMine(entry) || held.has(mark(entry.number))) continue;
      const isSaved = !differing(form, entry.words, "defaultValue").length;
      const differ = differing(form, entry.words, "value");
      if (isSaved || (!differ.length && (await keep()))) {
        await remove(entry.number); // the newsroom has them, or they are in this form
        continue;
      }
      if (!differ.length) continue;
      const isOlder = entry.along.base && entry.along.base !== goingAlong(form).base;
      const drop = async () => {
        await remove(entry.number);
        await offerNext();
      };
      form.before(offer(entry, differ, { told, isOlder, drop, restore: () => restore(entry) }));
      return;
    }
  };

  const restore = async (entry) => {
    if (isDirty()) {
      await keep(); // what stood here until now is offered in its turn
      number = sent.value = newNumber();
      hold(number);
    }
    fill(form, entry);
    carried = new Set([...carried, ...Object.keys(entry.words)]);
    if (await keep()) await remove(entry.number);
    await offerNext();
    say(gettext("Brought back, but not saved yet."));
    fields(form)[0].focus();
  };

  const goOnKeeping = async () => {
    if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("pageshow", resolve));
    showWhatCameBack(form);
    await letGone;
    if (told.number) carried = new Set(Object.keys((await take(told.number))?.words ?? {}));
    hold(number);
    await offerNext();
    if (isDirty()) await keep();
  };

  form.addEventListener("input", () => (timer ??= setTimeout(keep, SECOND)));
  document.addEventListener("visibilitychange", () => timer && keep());
  window.addEventListener("pagehide", () => timer && keep());
  window.addEventListener("pageshow", ({ persisted }) => persisted && hold(number));
  tabs.addEventListener("message", ({ data }) => {
    if (data.signedOut !== told.person) return;
    isOver = true;
    say(gettext("You signed out in another tab. This form is not kept in the browser any more."));
  });
  guardSaving(form, told.still, keep);
  staySignedIn(told.still, () => !isOver && isDirty());
  goOnKeeping()
    .catch(() => keep())
    .finally(() => form.classList.add("kept-ready"));

  const door = document.querySelector("#logout-form");
  let isLeaving = false;
  door?.addEventListener("submit", (event) => {
    if (isLeaving || !isDirty()) return;
    event.preventDefault();
    const leave = () => {
      isLeaving = true;
      door.requestSubmit();
    };
    const sentence = gettext("Your words are not saved yet. If you sign out, this browser forgets them.");
    ask(sentence, [gettext("Stay"), hush], [gettext("Sign out anyway"), leave]);
  });
};

if (form && fields(form).length) keepWords();
