/*
 * Drag the parts of a report into another order, by finger or mouse; one save for all of it.
 *
 * Without this the arrow buttons move a part a step, each press saved at once. While a
 * dragged order waits to be saved, they move it on the page only, so that nothing is lost.
 */

const form = document.querySelector("#order-form");
const list = form?.querySelector(".order");
const bar = form?.querySelector(".order-save");

if (list && bar) {
  const save = bar.querySelector("[name=order]");
  const parts = () => [...list.querySelectorAll(".order-part")];
  const order = () => parts().map((part) => part.dataset.pk).join(",");
  const before = order();

  const settle = () => {
    const isNew = order() !== before;
    save.value = order();
    bar.hidden = !isNew;
    form.classList.toggle("order-dirty", isNew);
    parts().forEach((part, place, all) => {
      part.querySelector("[name=up]").disabled = place === 0;
      part.querySelector("[name=down]").disabled = place === all.length - 1;
    });
  };

  const step = (part, way) => {
    if (way === "up") {
      part.previousElementSibling?.before(part);
    } else {
      part.nextElementSibling?.after(part);
    }
    settle();
    const button = part.querySelector(`[name=${way}]`);
    (button.disabled ? part.querySelector(".order-buttons button:enabled") : button)?.focus();
  };

  const drag = (part, grip) => {
    grip.hidden = false;
    grip.addEventListener("pointerdown", (down) => {
      if (down.button !== 0) return;
      down.preventDefault();
      grip.setPointerCapture(down.pointerId);
      part.classList.add("order-dragged");
      const follow = (move) => {
        const over = parts().find((other) => {
          const box = other.getBoundingClientRect();
          return other !== part && move.clientY > box.top && move.clientY < box.bottom;
        });
        if (!over) return;
        const box = over.getBoundingClientRect();
        const isBelow = part.compareDocumentPosition(over) & Node.DOCUMENT_POSITION_FOLLOWING;
        const isPast = isBelow ? move.clientY > box.top + box.height / 2 : move.clientY < box.top + box.height / 2;
        if (!isPast) return;
        // The others make way: a part taken out of the page for a moment would lose the finger that holds it.
        if (isBelow) {
          while (part.previousElementSibling !== over) part.before(part.nextElementSibling);
        } else {
          while (part.nextElementSibling !== over) part.after(part.previousElementSibling);
        }
        settle();
      };
      const drop = () => {
        part.classList.remove("order-dragged");
        grip.removeEventListener("pointermove", follow);
        settle();
      };
      grip.addEventListener("pointermove", follow);
      grip.addEventListener("lostpointercapture", drop, { once: true });
    });
  };

  list.classList.add("order-draggable");
  parts().forEach((part) => drag(part, part.querySelector(".order-grip")));
  list.addEventListener("click", (click) => {
    const button = click.target.closest("[name=up], [name=down]");
    if (button && !bar.hidden) {
      click.preventDefault();
      step(button.closest(".order-part"), button.name);
    }
  });
  form.addEventListener("reset", () => {
    before.split(",").forEach((pk) => list.append(list.querySelector(`[data-pk="${pk}"]`)));
    settle();
  });
  settle();
}
