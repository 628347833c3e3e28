// What the desk says about kept words: a line at the foot of the window, and the offer above a form.

import { asText, label } from "./kept-fields.js";

const gettext = window.gettext ?? ((words) => words);
const EXCERPT = 160;

const made = (name, className, ...children) => {
  const element = document.createElement(name);
  element.className = className;
  element.append(...children);
  return element;
};

const button = (words, className, act) => {
  const element = made("button", className, words);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
};

const line = made("div", "kept-line");
line.setAttribute("role", "status");
line.hidden = true;

// One sentence at a time; acts are [words, function]. Without a sentence the line goes.
const show = (sentence, ...acts) => {
  if (!line.isConnected) document.body.append(line);
  line.hidden = !sentence;
  line.replaceChildren(sentence, made("span", "kept-line-acts", ...acts.map(([words, act]) => button(words, "link-button", act))));
};

export const hush = () => show("");
export const wait = (sentence) => show(sentence);
export const say = (sentence) => show(sentence, [gettext("Close"), hush]);
export const ask = (sentence, ...acts) => {
  show(sentence, ...acts);
  line.querySelector("button").focus();
};

const clock = (at, { zone, zoneName }) => {
  const told = (options) => new Intl.DateTimeFormat("id-ID", { timeZone: zone, ...options }).format(at);
  const day = told({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  return `${day}, ${told({ hour: "2-digit", minute: "2-digit", hour12: false }).replace(":", ".")} ${zoneName}`;
};

// Both from a little before the place where they part.
const excerpts = (one, other) => {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const start = same > EXCERPT / 2 ? same - EXCERPT / 4 : 0;
  return [one, other].map((text) => {
    const cut = text.slice(start, start + EXCERPT);
    return `${start ? "… " : ""}${cut}${start + EXCERPT < text.length ? " …" : ""}` || "–";
  });
};

const comparison = (field, keptWords) => {
  const [keptText, here] = excerpts(asText(field, keptWords), asText(field, field.value));
  return [
    made("dt", "", label(field)),
    made("dd", "kept-new", made("span", "kept-whose", gettext("Not saved")), keptText),
    made("dd", "kept-here", made("span", "kept-whose", gettext("In the form now")), here),
  ];
};

// `differ` are the fields whose words are others in the entry. Returns the offer, to stand before the form.
export const offer = (entry, differ, { told, isOlder, restore, drop }) => {
  const sentence = gettext("There are words that were not saved, from %(time)s.");
  const title = made("h2", "kept-title", sentence.replace("%(time)s", clock(entry.at, told)));
  const list = made("dl", "kept-list", ...differ.flatMap((field) => comparison(field, entry.words[field.name])));
  const names = differ.map(label).join(", ");
  const details = made("details", "kept-details", made("summary", "", `${gettext("What differs")}: ${names}`), list);
  const acts = made(
    "div",
    "kept-acts",
    button(gettext("Bring back"), "kept-restore", restore),
    button(gettext("Throw away"), "link-button", drop),
  );
  const older = made("p", "", gettext("This was saved by somebody since. When you save, both texts are shown first."));
  const section = made("section", "kept-offer", title, ...(isOlder ? [older] : []), details, acts);
  title.id = "kept-title";
  section.setAttribute("aria-labelledby", title.id);
  return section;
};
