// Ticking several: how many are chosen, and all at once.

const boxes = () => [...document.querySelectorAll(".queue-tick input")];

export const ticked = () => boxes().filter((box) => box.checked).length;

export const count = () => {
  const label = document.querySelector(".queue-chosen");
  if (!label) return;
  const chosen = ticked();
  label.hidden = chosen === 0;
  label.textContent = label.dataset.said.replace("0", chosen);
  label.nextElementSibling.hidden = chosen > 0;
  document.querySelector(".queue-all").hidden = false;
};

export const tickAll = () => {
  const isAll = boxes().every((box) => box.checked);
  for (const box of boxes()) box.checked = !isAll;
  count();
};
