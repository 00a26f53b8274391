// The frame around every page: landmarks, the menu's buttons, pages that change without being loaded
// anew, where the focus stands then, and what is told of a choice.
(() => {
  const block = () => document.querySelector('[data-testid="stMain"]');
  const HEADING = "kbb-icerik";

  // Streamlit puts the bar and the footer into its `main`, which is a stop for the keyboard as well;
  // the main landmark is the page itself.
  const landmarks = () => {
    const main = block();
    const page = document.querySelector(".st-key-kbb-page");
    if (!main || !page || page.getAttribute("role") === "main") return;
    main.setAttribute("role", "none");
    main.removeAttribute("tabindex");
    page.setAttribute("role", "main");
  };

  // The platform takes away names that forms have properties of (lang): a search would lose its
  // language.
  document.addEventListener("submit", (event) => {
    for (const field of event.target.querySelectorAll("[data-kbb-name]")) field.name = field.dataset.kbbName;
  }, true);

  // Buttons that open a part of the menu: one is open at a time, Escape and going elsewhere shut it.
  const shown = (button) => document.getElementById(button.getAttribute("aria-controls"));
  const open = (button, is) => button.setAttribute("aria-expanded", String(is));
  const shut = (within, but) => {
    for (const button of document.querySelectorAll('.kbb-menu button[aria-expanded="true"]'))
      if (button !== but && !(within && shown(button).contains(within))) open(button, false);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".kbb-menu button");
    shut(event.target, button);
    if (button) open(button, button.getAttribute("aria-expanded") !== "true");
  });
  document.addEventListener("focusin", (event) => {
    shut(event.target, event.target.closest?.(".kbb-menu button"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const button = document.querySelector('.kbb-menu button[aria-expanded="true"]');
    if (!button) return;
    if (shown(button).contains(document.activeElement)) button.focus();
    shut();
  });

  // After a change of page or view the heading has the focus. Whoever opens a page, changes a choice
  // or does something meanwhile keeps theirs.
  let left = null;
  let isQuiet = true;
  let path = location.pathname;
  const leave = () => {
    left = document.getElementById(HEADING);
    isQuiet = true;
    path = location.pathname;
  };
  addEventListener("popstate", () => { if (!location.hash) leave(); });
  for (const act of ["pointerdown", "keydown"])
    addEventListener(act, () => { left = null; isQuiet = false; }, true);
  const arrive = () => {
    if (location.pathname !== path) leave();
    const heading = document.getElementById(HEADING);
    if (!left || !heading || heading === left) return;
    left = null;
    heading.focus({ preventScroll: true });
  };

  // What a choice leads to is told: what the page says of it in data-kbb-status, else its heading; not
  // what it opens with.
  let told;
  const tell = () => {
    const text = document.querySelector("[data-kbb-status]")?.dataset.kbbStatus
      ?? document.getElementById(HEADING)?.textContent;
    if (text === told) return;
    told = text;
    if (isQuiet || !text) return;
    let region = document.getElementById("kbb-status");
    if (!region) {
      region = document.createElement("div");
      region.id = "kbb-status";
      region.className = "kbb-sr";
      region.setAttribute("role", "status");
      document.body.append(region);
    }
    // A region that is new is heard only once something changes in it.
    requestAnimationFrame(() => { region.textContent = text; });
  };

  // A link to another page goes the way that the browser's own "back" goes, over the connection that
  // is there: nothing is loaded anew. Where there is none, and for all other links, the browser does
  // what it always does.
  const goes = (link, event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return false;
    if (!["", "_self"].includes(link.target) || link.hasAttribute("download") || link.origin !== location.origin || link.hash)
      return false;
    const app = document.querySelector('[data-testid="stApp"]');
    if (app?.dataset.testConnectionState !== "CONNECTED") return false;
    const pages = document.querySelectorAll(".kbb-groups a");
    if (![...pages].some((page) => page.pathname === link.pathname)) return false;
    const [here, there] = [location, link].map((place) => new URLSearchParams(place.search));
    return ["lang", "yil", "kurum"].every((name) => here.get(name) === there.get(name));
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".stHtml a[href]");
    if (!link || !goes(link, event)) return;
    event.preventDefault();
    if (link.href === location.href) return;
    history.pushState(null, "", link.href);
    block().scrollTop = 0;
    dispatchEvent(new PopStateEvent("popstate"));
  });

  new MutationObserver(() => { landmarks(); arrive(); tell(); })
    .observe(document, { childList: true, subtree: true, attributeFilter: ["data-kbb-status"] });
})();
