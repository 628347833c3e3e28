// Parts to close are chosen by selecting them in the words. Without this script they are found by typing them.
// Places are counted in code points, as the server counts; a browser counts in UTF-16.

const form = document.getElementById("sunting");
const words = document.getElementById("kata-komentar");

const length = (text) => [...text].length;

if (form) {
  const signs = [...words.textContent];
  const bar = form.querySelector(".redact-bar");
  const button = form.querySelector("[data-close]");
  const shown = form.querySelector("[data-chosen]");
  const parts = form.querySelector("[data-parts]");
  const none = form.querySelector("[data-none]");
  const model = form.querySelector("template[data-part]");
  let chosen = null;

  const at = (node, offset) => {
    const range = document.createRange();
    range.setStart(words, 0);
    range.setEnd(node, offset);
    return length(range.toString());
  };

  const selected = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) {
      return null;
    }
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(words)) {
      return null;
    }
    // What was drawn over the edge counts up to the edge.
    const isIn = (node) => words.contains(node);
    const start = isIn(range.startContainer) ? at(range.startContainer, range.startOffset) : 0;
    const end = isIn(range.endContainer) ? at(range.endContainer, range.endOffset) : signs.length;
    return start < end ? [start, end] : null;
  };

  const ticked = () =>
    [...parts.querySelectorAll("input:checked")].map((box) => box.value.split("-").map(Number));

  const paint = () => {
    const isCovered = new Array(signs.length).fill(false);
    for (const [start, end] of ticked()) {
      isCovered.fill(true, start, end);
    }
    const pieces = [];
    for (let from = 0, to = 0; from < signs.length; from = to) {
      while (to < signs.length && isCovered[to] === isCovered[from]) {
        to += 1;
      }
      const text = signs.slice(from, to).join("");
      const piece = isCovered[from] ? document.createElement("mark") : document.createTextNode(text);
      if (isCovered[from]) {
        piece.className = "covered";
        piece.textContent = text;
      }
      pieces.push(piece);
    }
    words.replaceChildren(...pieces);
    none.hidden = parts.children.length > 0;
  };

  const add = ([start, end]) => {
    const item = model.content.cloneNode(true);
    const mark = item.querySelector("mark");
    const box = item.querySelector("input");
    box.name = "bagian"; // the model has none, so that it is never sent
    box.value = `${start}-${end}`;
    mark.textContent = signs.slice(start, end).join("");
    mark.before(signs.slice(Math.max(0, start - 24), start).join(""));
    mark.after(signs.slice(end, end + 24).join(""));
    parts.append(item);
  };

  form.querySelector("[data-hint]").hidden = false;
  document.addEventListener("selectionchange", () => {
    chosen = selected();
    bar.hidden = !chosen;
    const text = chosen ? signs.slice(...chosen).join("") : "";
    shown.textContent = length(text) > 60 ? `${[...text].slice(0, 60).join("")}…` : text;
  });
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // else pressing it ends the selection
  button.addEventListener("click", () => {
    if (chosen) {
      add(chosen);
      paint();
      document.getSelection().removeAllRanges();
    }
  });
  parts.addEventListener("change", paint);
}
