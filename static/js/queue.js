// The queue without whole pages: a comment is opened, decided and followed by the next while list and place stay.
// Without this script the same links and forms lead to the same pages.
import { announce, offline, said } from "./queue-told.js";
import { listen } from "./queue-keys.js";
import { count, tick, tickAll, ticks } from "./queue-ticks.js";

const MAIN = "content-start";
const UNDO_SECONDS = 10;
const { home, sending } = document.querySelector(".queue").dataset;
let isBusy = false;
let undoTimer = 0;

const isOfQueue = (url) => url.origin === location.origin && url.pathname === home;

const isTwoPanes = () => {
  const list = document.querySelector(".queue-list");
  return list !== null && getComputedStyle(list).overflowY === "auto";
};

const swap = (fresh, { keepsPlace, keepsTicks }) => {
  const chosen = keepsTicks ? ticks() : [];
  const list = document.querySelector(".queue-list");
  const top = keepsPlace && list ? list.scrollTop : 0;
  const old = document.getElementById(MAIN);
  const hadFocus = old.contains(document.activeElement) || document.activeElement === document.body;
  document.title = fresh.title;
  old.replaceWith(document.adoptNode(fresh.getElementById(MAIN)));
  const next = document.querySelector(".queue-list");
  if (next) next.scrollTop = top;
  tick(chosen);
  begin();
  const open = document.querySelector(".queue-item[data-open]");
  if (!isTwoPanes()) window.scrollTo({ top: 0 });
  if (hadFocus) (open?.querySelector(".queue-writer a") ?? document.getElementById(MAIN)).focus({ preventScroll: true });
};

const show = async (response, options) => {
  const text = await response.text();
  const fresh = new DOMParser().parseFromString(text, "text/html");
  if (!fresh.querySelector(`#${MAIN} .queue`)) return false;
  if (options.push) history.pushState({ queue: true }, "", response.url);
  swap(fresh, options);
  announce();
  return true;
};

const open = async (address, { push = true, keepsPlace = true } = {}) => {
  if (isBusy) return;
  isBusy = true;
  try {
    const response = await fetch(address, { headers: { Accept: "text/html" } });
    if (!response.ok || !(await show(response, { push, keepsPlace, keepsTicks: keepsPlace }))) location.assign(address);
  } catch {
    offline();
  } finally {
    isBusy = false;
  }
};

const send = async (form, button, { keepsPlace }) => {
  if (isBusy) return;
  isBusy = true;
  const label = button?.textContent;
  const data = new FormData(form);
  if (button?.name) data.append(button.name, button.value);
  if (button) {
    button.setAttribute("aria-disabled", "true");
    button.textContent = sending;
  }
  said("");
  try {
    const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(data), headers: { Accept: "text/html" } });
    const isShown = (response.ok || response.status === 409) && (await show(response, { push: response.ok, keepsPlace }));
    if (!isShown) natively(form, button);
  } catch {
    offline();
  } finally {
    isBusy = false;
    if (button?.isConnected) {
      button.removeAttribute("aria-disabled");
      button.textContent = label;
    }
  }
};

// Whatever is not a page of the queue (the session has ended, the newsroom is busy) is the browser's own affair.
const natively = (form, button) => {
  if (button?.name) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value });
    form.append(field);
  }
  HTMLFormElement.prototype.submit.call(form);
};

const begin = () => {
  clearTimeout(undoTimer);
  const undo = document.querySelector(".queue-undo");
  const hide = () => {
    if (undo.matches(":hover, :focus-within")) undoTimer = setTimeout(hide, 2000);
    else undo.classList.add("queue-undo-over");
  };
  if (undo) undoTimer = setTimeout(hide, UNDO_SECONDS * 1000);
  const help = document.querySelector(".queue-help");
  if (help) help.hidden = false;
  document.querySelector(".queue-views [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (isTwoPanes()) document.querySelector("[data-open] .queue-line")?.scrollIntoView({ block: "nearest" });
  count();
};

document.addEventListener("click", (event) => {
  const link = event.target.closest(".queue a[href]");
  if (link && !event.defaultPrevented && event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
    const url = new URL(link.href);
    if (isOfQueue(url)) {
      event.preventDefault();
      open(url, { keepsPlace: url.searchParams.has("komentar") });
    }
  }
  if (event.target.closest(".queue-help-open")) document.getElementById("pintasan").showModal();
  if (event.target.closest(".queue-all")) tickAll();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches(".queue-single, .queue-bulk, .queue-undo, .queue-keys-switch, .queue-search")) return;
  event.preventDefault();
  send(form, event.submitter, { keepsPlace: !form.matches(".queue-search") });
});

document.addEventListener("change", (event) => {
  if (event.target.closest(".queue-tick")) count();
});

window.addEventListener("popstate", () => open(location.href, { push: false }));

begin();
listen();
