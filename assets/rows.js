// On a telephone a table's row is a line, its name and one value, that opens its other cells in its place
// (kit.css: .kbb-opening). What is not drawn as a table is not read as one, so that roles are said then.
(() => {
  const room = matchMedia("(min-width: 48rem)");
  const rest = (opener) => opener.closest("tr").querySelectorAll("td:not(.kbb-lead-cell)");
  // The browser's search looks into what is hidden until it is found.
  const hide = (opener) => {
    for (const cell of rest(opener))
      if (opener.open || room.matches) cell.removeAttribute("hidden");
      else cell.setAttribute("hidden", "until-found");
  };
  const opened = (row, words) => {
    const opener = document.createElement("details"), head = document.createElement("summary");
    opener.className = "kbb-opener";
    const name = row.querySelector("th");
    head.setAttribute("aria-label", `${words}: ${name.textContent}`);
    opener.append(head);
    name.append(opener);
    hide(opener);
  };
  const open = (region) => {
    const table = region.querySelector("table"), heads = [...table.tHead.rows[0].cells];
    const lead = region.dataset.kbbLead;
    region.classList.add("kbb-opening");
    for (const [tags, role] of [["table", "table"], ["thead, tbody", "rowgroup"], ["tr", "row"],
      ["thead th", "columnheader"], ["tbody th", "rowheader"], ["td", "cell"]])
      for (const part of region.querySelectorAll(tags)) part.setAttribute("role", role);
    for (const row of table.rows) {
      if (row.cells.length < heads.length) continue;
      if (lead) row.cells[lead].classList.add("kbb-lead-cell");
      if (row.parentElement === table.tHead) continue;
      for (const cell of row.querySelectorAll("td:not(.kbb-lead-cell)"))
        cell.dataset.of = heads[cell.cellIndex].textContent;
      opened(row, region.dataset.kbbOpener);
    }
  };
  const see = () => {
    if (room.matches) return;
    for (const region of document.querySelectorAll("[data-kbb-opener]:not(.kbb-opening)")) open(region);
  };
  const every = () => document.querySelectorAll(".kbb-opener").forEach(hide);
  new MutationObserver(see).observe(document, { childList: true, subtree: true });
  room.addEventListener("change", () => { see(); every(); });
  document.addEventListener("toggle", (event) => {
    if (event.target.matches(".kbb-opener")) hide(event.target);
  }, true);
  document.addEventListener("beforematch", (event) => {
    const opener = event.target.closest("tr")?.querySelector(".kbb-opener");
    if (opener) opener.open = true;
  });
})();
