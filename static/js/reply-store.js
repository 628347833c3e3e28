// What the reply form keeps in the reader's own browser, and the words its scripts say. Where the browser keeps
// nothing (private windows, no room left), `put` says so and the form works without.

const OURS = "humas.";

export const take = (name) => {
  try {
    return JSON.parse(localStorage.getItem(OURS + name));
  } catch {
    return null;
  }
};

export const put = (name, value) => {
  try {
    localStorage.setItem(OURS + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
};

export const drop = (name) => {
  try {
    localStorage.removeItem(OURS + name);
  } catch {
    // nothing is kept here
  }
};

export const names = (start) => {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(OURS + start))
      .map((key) => key.slice(OURS.length));
  } catch {
    return [];
  }
};

// The sentence of this name on the page, with what stands in braces filled in.
export const word = (name, values = {}) => {
  const said = document.querySelector("template.reply-words")?.content.querySelector(`[data-word="${name}"]`);
  return (said?.textContent ?? "").replace(/\{(\w+)\}/g, (braces, key) => values[key] ?? braces);
};

// "24 April" of a moment as the newsroom wrote it, 2019-04-24T19:20+08:00: its day there, not here.
export const day = (moment) =>
  new Intl.DateTimeFormat("id-ID", { day: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${moment.slice(0, 10)}T12:00Z`),
  );

export const element = (name, className, text = "") =>
  Object.assign(document.createElement(name), { className, textContent: text });

export const button = (text, act) => {
  const made = element("button", "reply-act", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
};

// A question beside a field: it is read out because it takes the focus, and goes when it is answered.
export const ask = (field, sentence, ...acts) => {
  const asked = element("div", "field-question");
  asked.tabIndex = -1;
  asked.setAttribute("role", "group");
  asked.append(element("p", "", sentence), ...acts, element("p", "field-hint", word("as-is")));
  asked.setAttribute("aria-label", sentence);
  field.after(asked);
  return asked;
};
