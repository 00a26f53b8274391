"""A page as few see it: in Windows' high contrast, with larger distances between lines and letters,
and from right to left."""

from __future__ import annotations

from tests.browser.visit import NARROW, Visit

#: What high contrast takes away: chosen buttons that look like the others, the page at hand without
#: a mark, bars and keys without a colour.
LOST = """() => {
  const out = [];
  const ground = node => {
    for (let up = node; up; up = up.parentElement) {
      const own = getComputedStyle(up).backgroundColor;
      if (own !== 'rgba(0, 0, 0, 0)') return own;
    }
  };
  const seen = node => {
    const { width, height } = node.getBoundingClientRect();
    return width > 2 && height > 2;
  };
  const chosen = '[data-testid="stButtonGroup"] [data-selected="true"]';
  for (const button of document.querySelectorAll(chosen)) {
    const other = button.parentElement.querySelector('button:not([data-selected])');
    if (other && ground(other) === ground(button)) out.push(`chosen: ${button.textContent}`);
    if (getComputedStyle(button, '::before').content === 'none')
      out.push(`no mark: ${button.textContent}`);
  }
  for (const link of document.querySelectorAll('.stHtml :is(a, button)[aria-current]'))
    if (seen(link) && getComputedStyle(link).outlineStyle === 'none')
      out.push(`at hand: ${link.textContent}`);
  for (const bar of document.querySelectorAll('.stHtml i:empty')) {
    const style = getComputedStyle(bar);
    const border = parseFloat(style.borderTopWidth) + parseFloat(style.borderLeftWidth);
    if (seen(bar) && style.backgroundImage === 'none' && !border &&
        ground(bar) === ground(bar.parentElement))
      out.push(`bar: ${bar.className} in ${bar.parentElement.className}`);
  }
  return [...new Set(out)];
}"""

#: WCAG 1.4.12.
SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important }
  * { word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }
"""

#: Words that are cut; not those for the ear alone, or that a sign stands in place of.
CUT = """() => {
  const out = [], hides = how => how === 'hidden' || how === 'clip';
  for (const node of document.querySelectorAll('[data-testid="stMain"] *')) {
    if (!node.textContent.trim() || node.clientWidth < 8) continue;
    if (node.clientHeight < 8 || !node.checkVisibility({ visibilityProperty: true })) continue;
    if (node.closest('svg, .kbb-sr')) continue;
    const style = getComputedStyle(node);
    if (style.color === 'rgba(0, 0, 0, 0)') continue;
    if ((hides(style.overflowX) && node.scrollWidth > node.clientWidth + 2) ||
        (hides(style.overflowY) && node.scrollHeight > node.clientHeight + 2))
      out.push(`${node.tagName} ${node.textContent.trim().slice(0, 60)}`);
  }
  return out.slice(0, 8);
}"""

#: What hangs over the left edge of a page that goes from right to left.
LEFT = """() => {
  const out = [], main = document.querySelector('[data-testid="stMain"]');
  if (main.scrollWidth > main.clientWidth + 1) out.push('the page scrolls');
  for (const node of main.querySelectorAll('*')) {
    const box = node.getBoundingClientRect();
    let held = !box.width || box.left >= -1 || node.closest('.kbb-sr, .kbb-skip');
    for (let up = node.parentElement; !held && up !== main; up = up.parentElement)
      held = getComputedStyle(up).overflowX !== 'visible';
    if (!held) out.push(`${node.tagName}.${node.className}: ${Math.round(box.left)}`);
  }
  return out.slice(0, 8);
}"""


def check_harsh(visit: Visit) -> None:
    """Nothing that is chosen is lost in high contrast; no word is cut and nothing hangs over the
    edge when distances grow or the page goes the other way."""
    page = visit.page
    page.emulate_media(media="screen", forced_colors="active")
    _none(page.evaluate(LOST), "lost in high contrast")
    page.emulate_media(forced_colors="none")
    visit.resize(NARROW)
    _none(page.evaluate(CUT), "cut")
    style = page.add_style_tag(content=SPACING)
    _none(page.evaluate(CUT), "cut with larger distances")
    _none(visit.overhang(), "over the edge with larger distances")
    style.evaluate("element => element.remove()")
    page.evaluate("document.documentElement.dir = 'rtl'")
    _none(page.evaluate(LEFT), "over the edge from right to left")
    page.evaluate("document.documentElement.removeAttribute('dir')")


def _none(found: list[str], what: str) -> None:
    assert found == [], f"{what}: {found}"
