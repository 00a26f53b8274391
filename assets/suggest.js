// What the search's field suggests while somebody types. The names, addresses and amounts lie in one
// file, which is fetched when the field gets the focus and searched here, letter by letter, without
// another question to the server. Without it the field is what it is: a form.
(() => {
  const FIELD = "#kbb-q[data-kbb-suggestions]";
  const LIST = "kbb-suggestions";
  const MOST = 8;
  let file = null;
  let asked = "";

  // As kbb_data/turkish.py folds and kbb_data/search_words.py takes words.
  const PLAIN = { "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "s" };
  const fold = (text) => text.normalize("NFC").replace(/İ/g, "i").replace(/I/g, "ı").toLowerCase()
    .normalize("NFKD").replace(/\p{M}/gu, "").replace(/[ıøłđß]/g, (letter) => PLAIN[letter]);
  const wordsOf = (text) =>
    (fold(text).match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)?/gu) || []).map((word) => word.split(/['’]/)[0]);

  const load = async (address) => {
    if (asked === address) return;
    asked = address;
    try {
      const answer = await fetch(address);
      const read = answer.ok ? await answer.json() : null;
      file = read && {
        ...read,
        items: read.items.map(([kind, name, href, told = "", others = ""]) => ({
          kind, name, href, told, words: wordsOf(name), others: wordsOf(others),
        })),
      };
    } catch { asked = ""; return; }
    const field = document.activeElement;
    if (file && field?.matches?.(FIELD) && field.value) show(field);
  };

  // How well words begin as typed; none where one of them begins nowhere. A form of a word, which is
  // longer than the word itself, counts less.
  const begins = (word, typed) =>
    word.startsWith(typed) ? (word === typed ? 3 : 2) : typed.length > 4 && word.length > 3 && typed.startsWith(word) ? 1 : 0;
  const best = (words, typed) => Math.max(0, ...words.map((word) => begins(word, typed)));
  const points = (item, typed) => {
    let sum = 0;
    for (const word of typed) {
      const own = best(item.words, word) * 4 || best(item.others, word);
      if (!own) return 0;
      sum += own;
    }
    return sum;
  };
  const found = (text) => {
    const typed = wordsOf(text);
    if (!typed.length) return [];
    return file.items
      .map((item, place) => ({ item, place, points: points(item, typed) }))
      .filter((each) => each.points > 0)
      // Among equals money stands first, as in the file, and short names before long ones.
      .sort((a, b) => b.points - a.points || a.item.kind - b.item.kind
        || a.item.words.length - b.item.words.length || a.place - b.place)
      .slice(0, MOST)
      .map((each) => each.item);
  };

  const list = () => document.getElementById(LIST);
  const chosen = (field) => document.getElementById(field.getAttribute("aria-activedescendant") || "");
  const hide = (field) => {
    list()?.replaceChildren();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const say = (text) => { document.getElementById(`${LIST}-told`).textContent = text; };

  // The list and what is read aloud stand in the form, which is drawn anew with the page.
  const give = (element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const make = (tag, attributes) => give(document.createElement(tag), attributes);
  const ready = (field) => {
    if (list()?.parentElement !== field.form) {
      list()?.remove();
      document.getElementById(`${LIST}-told`)?.remove();
      field.form.append(
        make("ul", { id: LIST, role: "listbox", class: "kbb-suggested", "aria-label": file.words.label }),
        make("p", { id: `${LIST}-told`, role: "status", class: "kbb-sr" }),
      );
    }
    give(field, {
      role: "combobox", "aria-autocomplete": "list", "aria-controls": LIST, "aria-expanded": "false",
    });
  };
  const option = (item, place) => {
    const row = make("li", {
      id: `${LIST}-${place}`, role: "option", "aria-selected": "false", "data-href": item.href,
    });
    for (const [name, text] of [["name", item.name], ["told", item.told], ["kind", file.kinds[item.kind]]]) {
      if (!text) continue;
      const part = make("span", { class: `kbb-suggested-${name}` });
      part.textContent = text;
      row.append(part, " ");
    }
    return row;
  };
  // An option holds no link of its own; it goes where one would.
  const go = (field, row) => {
    const way = make("a", { href: row.dataset.href, target: "_self", hidden: "" });
    field.form.append(way);
    hide(field);
    way.click();
    way.remove();
  };
  const show = (field) => {
    ready(field);
    hide(field);
    const items = found(field.value);
    list().append(...items.map(option));
    field.setAttribute("aria-expanded", String(items.length > 0));
    const { one, many, none } = file.words;
    say(!field.value.trim() ? "" : items.length > 1 ? many.replace("#", items.length) : items.length ? one : none);
  };
  const choose = (field, row) => {
    chosen(field)?.setAttribute("aria-selected", "false");
    if (!row) { field.removeAttribute("aria-activedescendant"); return; }
    row.setAttribute("aria-selected", "true");
    row.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", row.id);
  };

  const field = (event) => (event.target.matches?.(FIELD) ? event.target : null);
  document.addEventListener("focusin", (event) => {
    const own = field(event);
    if (own) load(own.dataset.kbbSuggestions);
  });
  document.addEventListener("input", (event) => {
    const own = field(event);
    if (own && file) show(own);
  });
  document.addEventListener("focusout", (event) => {
    const own = field(event);
    if (own && file && list()) setTimeout(() => { if (document.activeElement !== own) hide(own); }, 200);
  });
  document.addEventListener("keydown", (event) => {
    const own = field(event);
    if (!own || !file || event.isComposing) return;
    const rows = [...(list()?.children || [])];
    const at = rows.indexOf(chosen(own));
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!rows.length) { if (own.value) show(own); return; }
      // Beyond the ends stands the field itself.
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
      choose(own, rows[next]);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      go(own, rows[at]);
    } else if (event.key === "Escape" && rows.length) {
      event.preventDefault();
      event.stopPropagation();
      hide(own);
    }
  }, true);
  // A press must not take the focus from the field before it is a click.
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest?.(`#${LIST}`)) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const row = event.target.closest?.(`#${LIST} [role="option"]`);
    const own = row && document.querySelector(FIELD);
    if (own) go(own, row);
  });
})();
