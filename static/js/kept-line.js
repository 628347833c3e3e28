// A form of the desk on a line that may be cut: saving asks first whether anybody answers, and while there are unsaved
// words the session is used, so that nobody is timed out over them.

import { hush, say, wait } from "./kept-speech.js";

const gettext = window.gettext ?? ((words) => words);
const PATIENCE = 20_000;
const TEN_MINUTES = 600_000;

// The status of an answer, or 0 where none came.
const asked = async (address) => {
  try {
    const signal = AbortSignal.timeout?.(PATIENCE);
    return (await fetch(address, { cache: "no-store", redirect: "manual", signal })).status;
  } catch {
    return 0;
  }
};

// A lost page would be the browser's own, without the form. So it is asked first, and left only when someone answers.
export const guardSaving = (form, address, keep) => {
  let isAsking = false;
  let isAnswered = false;
  form.addEventListener("submit", async (event) => {
    if (isAnswered || event.defaultPrevented) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    const button = event.submitter;
    wait(gettext("Sending …"));
    const [isKept, status] = await Promise.all([keep(), navigator.onLine ? asked(address) : 0]);
    isAsking = false;
    if (status === 0 || status >= 500) {
      say(
        isKept
          ? gettext("No connection. Your words are kept in this browser; try to save again later.")
          : gettext("No connection. Leave this page open and try to save again later."),
      );
      return;
    }
    isAnswered = true;
    form.requestSubmit(button);
    isAnswered = false;
  });
  window.addEventListener("pageshow", hush);
};

export const staySignedIn = (address, isUnsaved) => {
  setInterval(async () => {
    if (isUnsaved() && (await asked(address)) === 401) {
      say(gettext("You were signed out meanwhile. Go on writing: you are asked to sign in when you save."));
    }
  }, TEN_MINUTES);
};
