// What WCAG 2.2 AA asks of a page and a browser can tell: run in the page, answers with a list of
// faults. Names of controls are asked of the browser's accessibility tree besides, by `run`.
(() => {
  const faults = [];
  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top, below) =>
    [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3])).concat(1);
  const backdrop = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      layers.push(rgba(getComputedStyle(at).backgroundColor));
    }
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const luminance = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const isSeen = (element) =>
    element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) &&
    !element.closest(".unseen, .skip, .search label");
  const name = (element) =>
    `${element.localName}${element.className ? "." + element.className : ""}`.slice(0, 50);

  // 1.4.3 Contrast of text.
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (texts.currentNode.data.trim() === "" || !isSeen(element)) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const below = backdrop(element);
    const ratio = contrast(over(rgba(style.color), below), below);
    if (ratio < (isLarge ? 3 : 4.5)) {
      faults.push(`1.4.3 contrast ${ratio.toFixed(2)} of ${name(element)}`);
    }
  }
  for (const field of document.querySelectorAll("input:not([type=hidden]), textarea, button")) {
    if (!isSeen(field)) continue;
    const below = backdrop(field.parentElement);
    // 1.4.11 Contrast of what is no text; a field that is filled is told apart by its filling.
    const edge = contrast(rgba(getComputedStyle(field).borderTopColor), below);
    if (edge < 3) faults.push(`1.4.11 edge ${edge.toFixed(2)} of ${name(field)}`);
    if (field.placeholder) {
      const hint = rgba(getComputedStyle(field, "::placeholder").color);
      const ratio = contrast(hint, backdrop(field));
      if (ratio < 4.5) faults.push(`1.4.3 placeholder ${ratio.toFixed(2)}`);
    }
  }

  // 1.4.10 Reflow: nothing stands beside the page.
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .map(name).slice(0, 3);
    faults.push(`1.4.10 the page is ${root.scrollWidth} wide in ${root.clientWidth}: ${wide}`);
  }

  // 2.5.8 Size of targets, but for links in running text.
  for (const target of document.querySelectorAll("a, button, input:not([type=hidden]), summary")) {
    if (!isSeen(target) || target.closest("p, h2, dd, pre, svg, li:has(q, s)")) continue;
    const { width, height } = target.getBoundingClientRect();
    if (Math.min(width, height) < 24) {
      faults.push(`2.5.8 target ${name(target)} ${width.toFixed()}x${height.toFixed()}`);
    }
  }

  // 1.3.1, 2.4.6 Headings in their order, 2.4.1 landmarks, 3.1.1 language, 2.4.2 title.
  const levels = [...document.querySelectorAll("h1, h2, h3, h4")].map((head) => +head.localName[1]);
  if (levels.filter((level) => level === 1).length !== 1) faults.push("1.3.1 not one h1");
  levels.forEach((level, at) => {
    if (level - (levels[at - 1] ?? 0) > 1) faults.push(`1.3.1 h${level} after h${levels[at - 1] ?? 0}`);
  });
  for (const landmark of ["header", "main", "footer", "nav[aria-label]", "[role=search]"]) {
    if (!document.querySelector(landmark)) faults.push(`2.4.1 no ${landmark}`);
  }
  if (document.documentElement.lang !== "en") faults.push("3.1.1 no language");
  if (!document.title.endsWith("Dateline")) faults.push("2.4.2 no title");
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  if (new Set(ids).size !== ids.length) faults.push("4.1.1 an id stands twice");
  return faults;
})()
