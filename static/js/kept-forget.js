// On every page of the desk: the browser lets go of words that the newsroom has, and of all a person's at sign-out.

import { forget, remove } from "./kept-store.js";

const COOKIE = "meja_kata";
export const tabs = new BroadcastChannel("humas-meja");

const letGo = async () => {
  const person = document.querySelector("script[data-signed-out]")?.dataset.signedOut;
  const number = document.cookie.match(/(?:^|; )meja_kata=([^;]+)/)?.[1];
  try {
    if (number) await remove(number);
    if (person) await forget(person);
  } catch {
    return; // nothing could be kept here, so there is nothing to let go of
  }
  if (number) document.cookie = `${COOKIE}=; path=/admin/; max-age=0`;
  if (person) tabs.postMessage({ signedOut: person });
};

export const letGone = letGo();
