// What is said while the page stays: heard by who listens, read by who looks.

const region = document.createElement("p");
region.className = "visually-hidden";
region.setAttribute("role", "status");
document.body.append(region);
const sentence = document.querySelector(".queue").dataset.offline;

// Said by who listens: what was done, or what the newsroom answered; the new comment's name comes with the focus.
export const announce = () => {
  const told = document.querySelector(".queue-undo-said, .messagelist li, .meanwhile-told, .queue-search-told, .queue-empty p");
  region.textContent = told ? told.textContent.trim() : "";
};

export const said = (words) => {
  const queue = document.querySelector(".queue");
  let line = queue.querySelector(".queue-said");
  if (!line) {
    line = document.createElement("p");
    line.className = "queue-said";
    line.setAttribute("role", "alert");
    queue.prepend(line);
  }
  line.textContent = words;
};

export const offline = () => said(sentence);
