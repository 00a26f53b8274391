// Puts our words in place of the platform's own (present/web/platform.py), wherever they stand outside
// of what is ours, as soon as they stand there.
(() => {
  const { words, dialogs, told } = window.kbbWords;
  const tellings = told.map(([pattern, text]) => [new RegExp(`^${pattern}$`, "u"), text]);
  const OURS = ".stHtml, [data-testid='stMarkdownContainer'], svg, noscript, script, style, template";
  const NAMES = ["aria-label", "title", "placeholder"];
  const own = (said) => {
    if (Object.hasOwn(words, said)) return words[said];
    const [name, ...rest] = said.split(": ");
    return rest.length && Object.hasOwn(words, name) ? [words[name], ...rest].join(": ") : said;
  };
  // What a list tells aloud: how many options there are, which one was taken.
  const tell = (said) => {
    for (const [pattern, text] of tellings)
      if (pattern.test(said)) return said.replace(pattern, text);
    return said;
  };
  const word = (text) => {
    const said = text.data.trim();
    const ours = text.parentElement?.closest("[data-live-announcer]") ? tell(said) : own(said);
    if (ours !== said) text.data = ours;
  };
  const marks = (chart) => {
    for (const drawn of chart.querySelectorAll("svg.marks")) drawn.setAttribute("aria-hidden", "true");
  };
  const name = (element) => {
    for (const attribute of NAMES) {
      const said = element.getAttribute(attribute);
      if (said && own(said) !== said) element.setAttribute(attribute, own(said));
    }
    // A chart is one picture, named by its sentence, with its numbers in the table beside it: its marks
    // have no names that anybody would want to hear.
    if (element.getAttribute("role") === "graphics-document") {
      element.setAttribute("role", "img");
      element.removeAttribute("aria-roledescription");
      marks(element);
    }
  };
  // What a dialog says is kept, since the platform goes on writing it, but ours is shown.
  const dialog = (element) => {
    const heading = element.querySelector("[slot=title]");
    const text = heading && dialogs[heading.textContent.trim()];
    if (text) heading.nextElementSibling?.setAttribute("data-kbb-said", text);
  };
  const visit = (node) => {
    if (node.matches?.("svg.marks")) marks(node.parentElement);
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement?.closest(OURS)) word(node);
    } else if (node.nodeType === Node.ELEMENT_NODE && !node.closest(OURS)) {
      for (const box of node.querySelectorAll("[role=dialog]")) dialog(box);
      const walk = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (each) =>
        each.nodeType === Node.ELEMENT_NODE && each.matches(OURS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
      for (let each = walk.currentNode; each; each = walk.nextNode())
        if (each.nodeType === Node.TEXT_NODE) word(each);
        else name(each);
    }
  };
  // A browser that translates the page puts words of its own there, which are not ours to change.
  const isTranslated = () => /\btranslated-/.test(document.documentElement.className);
  new MutationObserver((changes) => {
    if (isTranslated()) return;
    for (const change of changes)
      if (change.type === "childList") change.addedNodes.forEach(visit);
      else if (change.type === "characterData") visit(change.target);
      else if (!(change.target instanceof SVGElement) && !change.target.closest(OURS)) name(change.target);
  }).observe(document, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: [...NAMES, "role"],
  });
})();
