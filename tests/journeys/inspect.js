// Complaints about a finished document: whatever could act, and whatever stands in readers' words without having a
// place there. `kept` maps a selector to the elements that may stand inside it.
window.complaintsAbout = (root, kept) => {
  const complaints = [];
  const complain = (what, element) => {
    const near = element.closest("[id]");
    complaints.push(`${what}: ${element.outerHTML.slice(0, 160)}${near ? ` (in #${near.id})` : ""}`);
  };
  const origin = window.location.origin;
  const isOurs = (address) => {
    try {
      const url = new URL(address, window.location.href);
      return url.origin === origin;
    } catch {
      return false;
    }
  };

  for (const element of root.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === "srcdoc") complain(`attribute ${name}`, element);
      if (/^(href|src|action|formaction|data|xlink:href|poster|background)$/i.test(name)) {
        const scheme = value.replace(/[\u0000-\u0020]/g, "").match(/^([^:/?#]*):/);
        if (scheme && !/^(https?|mailto)$/i.test(scheme[1])) complain(`address ${scheme[0]}`, element);
      }
    }
  }
  for (const script of root.querySelectorAll("script")) {
    // A block of data is not run; it must only not be able to end itself.
    const isData = /^(application\/(ld\+)?json|importmap)$/.test(script.type) && !script.textContent.includes("<");
    if (!isData && !(script.hasAttribute("src") && isOurs(script.getAttribute("src")))) complain("script", script);
  }
  for (const element of root.querySelectorAll("iframe, object, embed, base, meta[http-equiv], frame, applet")) {
    complain("element", element);
  }
  for (const [selector, tags] of Object.entries(kept)) {
    for (const container of root.querySelectorAll(selector)) {
      for (const element of container.querySelectorAll("*")) {
        if (!tags.includes(element.localName)) complain(`<${element.localName}> in ${selector}`, element);
        if (element.hasAttribute("style")) complain(`style in ${selector}`, element);
      }
    }
  }
  return complaints;
};
