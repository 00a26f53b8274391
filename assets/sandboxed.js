// In a frame whose sandbox gives the page no origin, nothing of it can start: what it says without
// scripts is shown instead, below what is missing.
if (self.origin === "null") {
  const page = document.createElement("div");
  page.innerHTML = Array.from(document.querySelectorAll("noscript"), (part) => part.textContent).join("");
  const own = new URL(location.href);
  for (const name of ["embed", "embed_options"]) own.searchParams.delete(name);
  const said = document.getElementById("kbb-sandboxed").content;
  for (const link of said.querySelectorAll("a")) link.textContent = link.href = own.href;
  const heading = page.querySelector("h1");
  if (heading) heading.after(said);
  else page.prepend(said);
  for (const words of page.querySelectorAll(".kp-note")) words.remove();
  document.getElementById("root")?.remove();
  document.body.prepend(page);
}
