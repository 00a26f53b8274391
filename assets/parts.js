// Folds of parts (details.kbb-part): open where there is room, as the visitor left them where the page is
// drawn anew, and found by the browser's search as well. What a fold's head stands over lies beside it
// where it holds charts or controls, which no element of ours can enclose.
(() => {
  const room = matchMedia("(min-width: 48rem)"), left = new Map();
  const name = (fold) => `${location.pathname} ${fold.id || fold.firstElementChild.textContent}`;
  const around = (node) => node.closest('[class*="st-key-kb-part-"]');
  const beside = (fold) => [...around(fold).children].slice(1)
    .filter((part) => part.querySelector(':scope > [data-testid="stHtml"]'));
  // The browser's search looks into what is hidden until it is found, and opens it.
  const hide = (fold) => {
    for (const part of beside(fold))
      if (fold.open) part.removeAttribute("hidden");
      else if (!part.hidden) part.setAttribute("hidden", "until-found");
  };
  const see = () => {
    for (const fold of document.querySelectorAll("details:is(.kbb-part, .kbb-fold):not([data-kbb-seen])")) {
      fold.dataset.kbbSeen = fold.open ? "open" : "";
      const was = left.get(name(fold));
      if (was !== undefined) fold.open = was;
      else if (room.matches && fold.dataset.kbbRoom !== undefined) fold.open = true;
    }
    for (const fold of document.querySelectorAll(".kbb-beside")) hide(fold);
  };
  new MutationObserver(see).observe(document, { childList: true, subtree: true });
  room.addEventListener("change", () => {
    for (const fold of document.querySelectorAll("details[data-kbb-room]")) 
      fold.open = left.get(name(fold)) ?? (room.matches || fold.dataset.kbbSeen === "open");
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.matches(".kbb-beside")) hide(event.target);
  }, true);
  document.addEventListener("click", (event) => {
    const head = event.target.closest && event.target.closest("details:is(.kbb-part, .kbb-fold) > summary");
    if (head) left.set(name(head.parentElement), !head.parentElement.open);
  });
  document.addEventListener("beforematch", (event) => {
    for (let at = around(event.target); at; at = around(at.parentElement))
      at.querySelector(".kbb-beside").open = true;
  });
})();
