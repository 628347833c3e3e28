// *Balas* in place: the form moves under the comment that is answered, and back. The address bar says which, so that
// Back, reload and a copied address do the same as without this script.

import { button, element, word } from "./reply-store.js";

const numberIn = (address) => new URL(address, location.href).searchParams.get("balas") ?? "";
const commentOf = (number) => document.getElementById(`komentar-${number}`);
const linkOf = (comment) => comment?.querySelector('a[href*="balas="]');

export const answerInPlace = (form, keptParent) => {
  const reply = form.closest(".reply");
  const { body, parent } = form.elements;
  if (!reply || !document.querySelector(".comments")?.contains(reply)) return;
  const home = document.createComment("");
  reply.before(home);
  let line = reply.querySelector(".reply-to");

  const place = (number) => {
    const comment = number && linkOf(commentOf(number)) ? commentOf(number) : null;
    line?.remove();
    line = null;
    parent.value = comment ? number : "";
    if (!comment) {
      home.after(reply);
      return;
    }
    const name = comment.querySelector(".comment-name")?.textContent.trim() ?? "";
    line = element("p", "reply-to");
    line.append(element("span", "", word("answer", { name })), button(word("cancel"), cancel));
    reply.querySelector(".reply-title").after(line);
    comment.after(reply);
    // What the page itself says of it, where it came with the number in its address.
    comment.querySelectorAll(".comment-answered, .comment-answered ~ a").forEach((said) => said.remove());
  };

  const cancel = () => {
    const link = linkOf(commentOf(parent.value));
    const address = new URL(location.href);
    address.searchParams.delete("balas");
    address.hash = "balasan";
    history.pushState(null, "", address);
    place("");
    link?.focus();
  };

  document.querySelector(".comments").addEventListener("click", (event) => {
    const link = event.target.closest('.comment a[href*="balas="]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (numberIn(location.href) !== numberIn(link.href)) history.pushState(null, "", link.href);
    place(numberIn(link.href));
    reply.scrollIntoView({ block: "start" });
    body.focus({ preventScroll: true });
  });

  window.addEventListener("popstate", () => {
    if (parent.value !== numberIn(location.href)) place(numberIn(location.href));
  });

  const number = numberIn(location.href) || keptParent;
  if (!number) return;
  place(number);
  if (location.hash === "#balasan") reply.scrollIntoView({ block: "start" });
};
