// "Maksud Anda gmail.com?", asked once for an address and only here: nothing of it leaves the browser.

import { ask, button, word } from "./reply-store.js";

const MEANT = ["gmail.com", "yahoo.com", "yahoo.co.id", "outlook.com", "outlook.co.id", "hotmail.com", "icloud.com"];
const GOOD = [
  ...MEANT,
  ...["ymail.com", "rocketmail.com", "mail.com", "email.com", "gmx.com", "live.com", "msn.com", "aol.com", "me.com"],
  ...["googlemail.com", "proton.me", "protonmail.com", "zoho.com", "yahoo.co.uk", "yahoo.com.sg", "hotmail.co.id"],
];
const OFFICES = /\.(?:go|ac|sch|desa|mil|or|net|web)\.id$/;
const LABELS = { gmail: "gmail.com", gmal: "gmail.com", gmial: "gmail.com", icloud: "icloud.com" };

// Letters left out, put in, changed or swapped with their neighbour (optimal string alignment).
const distance = (one, other) => {
  const rows = [[...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + !isSame);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[one.length][other.length];
};

// The domain that was probably meant, "" where the one typed is as good as any.
export const meant = (typed) => {
  const domain = typed.toLowerCase();
  if (!domain || domain.length > 20 || GOOD.includes(domain) || OFFICES.test(domain)) return "";
  const known = LABELS[domain.split(".")[0]];
  if (known) return known;
  const [nearest] = MEANT.map((each) => [distance(domain, each), each]).sort(([one], [other]) => one - other);
  return nearest[0] <= 2 ? nearest[1] : "";
};

export const askDomain = (form) => {
  const { email } = form.elements;
  const known = new Set();
  let asked;

  return () => {
    asked?.remove();
    const address = email.value.trim();
    const domain = meant(address.slice(address.lastIndexOf("@") + 1));
    if (!domain || known.has(address)) return null;
    known.add(address);
    const takeOver = button(word("domain-take", { domain }), () => {
      email.value = address.slice(0, address.lastIndexOf("@") + 1) + domain;
      asked.remove();
      email.focus();
    });
    asked = ask(email, word("domain", { domain }), takeOver);
    return asked;
  };
};
