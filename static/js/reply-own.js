// The reader's own comments, from receipts that this browser alone keeps: told above the form of their story, and
// forgotten by one press. Nothing of it is in the page the newsroom sends.

import { button, day, element, put, take, word } from "./reply-store.js";

const RECEIPTS = "tanda-terima";
const MOST = 10;
const LASTING = ["shown", "withdrawn"]; // these are not asked after again

const all = () => {
  const kept = take(RECEIPTS);
  return Array.isArray(kept) ? kept.filter((each) => /^\/tanggapan\/[^/]+\/$/.test(each?.address)) : [];
};
const others = (address) => all().filter((each) => each.address !== address);

const read = (receipt, address) => {
  const { komentar: number, berita: story, keadaan: state, kata: words, waktu: time } = receipt.dataset;
  return { address, number, story, state, words, time };
};

export const remember = (receipt) =>
  put(RECEIPTS, [read(receipt, location.pathname), ...others(location.pathname)].slice(0, MOST));

const forget = (address) => put(RECEIPTS, others(address));

// How it stands now. Where nothing is heard the last word stays; a receipt that is gone is forgotten.
const renew = async (own) => {
  const answer = await fetch(own.address, { cache: "no-store", credentials: "omit" });
  if (answer.status === 404) return forget(own.address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const receipt = page.querySelector("[data-tanda-terima]");
  if (!answer.ok || !receipt || !all().some((each) => each.address === own.address)) return;
  const now = { ...read(receipt, own.address), story: receipt.dataset.berita ?? own.story };
  put(RECEIPTS, all().map((each) => (each.address === own.address ? now : each)));
};

const draw = (list, story) => {
  const mine = all().filter((each) => each.story === story);
  const told = JSON.stringify(mine);
  if (list.dataset.told === told) return mine; // whoever is just reading or pressing here is left in peace
  list.dataset.told = told;
  list.hidden = !mine.length;
  list.replaceChildren(
    ...mine.map((own) => {
      const line = element("li", "");
      const see = element("a", "", word("own-see"));
      see.href = own.address;
      see.setAttribute("aria-label", `${word("own-see")} ${own.number}`);
      const leave = () => {
        forget(own.address);
        draw(list, story);
      };
      const said = element("p", "", word("own", { date: day(own.time), state: own.words }));
      said.append(" – ", see);
      line.append(said, button(word("own-forget"), leave));
      return line;
    }),
  );
  return mine;
};

export const showOwn = () => {
  const place = document.querySelector(".comments");
  if (!place) return;
  const story = location.pathname;
  const list = element("ul", "own-comments");
  const reply = place.querySelector(".reply");
  if (reply) reply.before(list);
  else place.append(list);
  const redraw = () => draw(list, story);
  const asked = redraw().filter((own) => !LASTING.includes(own.state));
  // Back from the receipt, a browser may bring this page out of its memory.
  window.addEventListener("pageshow", (event) => event.persisted && redraw());
  Promise.allSettled(asked.slice(0, 3).map(renew)).then(redraw);
};
