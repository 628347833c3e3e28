// Points out personal data before it is sent, once: a second press sends. The patterns are those of
// comments/personal.py, one by one; a test reads the same table with both.

import { ask, button, word } from "./reply-store.js";

const GAP = String.raw`[ \u00a0]`;
const BETWEEN = String.raw`[ \u00a0.-]{0,2}`;
const STREET = String.raw`(?:jl|jln|jalan|gg|gang|perum|perumahan|komplek|kompleks|blok)`;
const WORD = String.raw`[a-z0-9.'’/-]{1,30}`;
const RW = String.raw`rw[ .:]{0,2}`;

export const PATTERNS = [
  ["email", String.raw`[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?![a-z0-9])`],
  ["nik", String.raw`(?:\d{6}[ .-]?\d{6}[ .-]?\d{4}|\d{4}[ .-]?\d{4}[ .-]?\d{4}[ .-]?\d{4})(?!\d)`],
  ["phone", String.raw`(?:\+${GAP}?62${BETWEEN}(?:\(0\)${GAP}?)?|62[ -]?|0)8[1-9](?:${BETWEEN}\d){7,10}(?!\d)`],
  [
    "phone",
    String.raw`(?:\+${GAP}?62[ -]?\(?0?|\(0|0)[2-79]\d{1,2}\)?[ -]{0,3}\d{3,4}(?:[ -]?\d{2,4}){1,2}(?!\d)`,
  ],
  [
    "house",
    String.raw`${STREET}(?:\.${GAP}?|${GAP})(?:${WORD}${GAP}){0,6}?${WORD},?${GAP}(?:no|nomor|nmr)[.:]?${GAP}?\d{1,4}[a-z]?` +
      String.raw`(?![a-z0-9])`,
  ],
  [
    "house",
    String.raw`rt[ .:/]{0,2}(?:${RW})?\d{1,3}${GAP}?(?:/${GAP}?(?:${RW})?|[,-]?${GAP}?${RW})\d{1,3}(?!\d)`,
  ],
];
export const LAW =
  String.raw`\b(?:uu|undang|pp|perda|perpres|perbup|perwali|pergub|permen|peraturan|keputusan|kepmen|inpres|pasal)\b` +
  String.raw`|^${GAP}?/${GAP}?(?!rt)(?:[a-z]|\d{4})|^${GAP}(?:tahun|thn|ayat)\b`;
const END = String.raw`(?![\s\S])`;
export const MONEY = String.raw`(?:rp|idr|usd|\$)\.?${GAP}?${END}`;

const law = new RegExp(LAW, "i");
const money = new RegExp(MONEY, "i");
const sign = /[a-z0-9]$/i;
const inNumber = /\d[.,]$/;

const isLikely = (kind, before, words, after) => {
  if (kind === "email") return true;
  if (sign.test(before)) return false;
  if (kind === "house") return !law.test(words) && law.exec(after)?.index !== 0;
  if (kind === "nik") {
    const digits = words.replace(/\D/g, "");
    const day = digits.slice(6, 8) % 40;
    const month = +digits.slice(8, 10);
    return digits[0] !== "0" && day >= 1 && day <= 31 && month >= 1 && month <= 12;
  }
  return !money.test(before) && !inNumber.test(before);
};

// [[start, end, kind], …] in the order of the text; start and end count as JavaScript does.
export const find = (text) => {
  const found = [];
  let rest = text;
  for (const [kind, pattern] of PATTERNS) {
    const read = rest;
    rest = read.replace(new RegExp(pattern, "gi"), (words, start) => {
      const end = start + words.length;
      if (!isLikely(kind, read.slice(Math.max(0, start - 5), start), words, read.slice(end, end + 10))) return words;
      found.push([start, end, kind]);
      return "\n".repeat(words.length);
    });
  }
  return found.sort(([one], [other]) => one - other);
};

export const askPersonal = (form) => {
  const { body } = form.elements;
  let known = "";
  let asked;

  return () => {
    asked?.remove();
    const found = find(body.value);
    const said = found.map(([start, end, kind]) => word(kind, { words: body.value.slice(start, end) }));
    if (!found.length || said.join() === known) return null;
    known = said.join();
    const show = button(word("personal-show"), () => {
      body.focus();
      body.setSelectionRange(found[0][0], found[0][1]);
    });
    const few = [...new Set(said)].slice(0, 4).join(", ");
    asked = ask(body, word("personal", { found: few }), show);
    return asked;
  };
};
