// What the pages can do besides, where scripts run. The server renders everything: a part of the
// page that changes is fetched as a page and put in its place, so that nothing is escaped or set
// here. Without this file every link and form still works.

const page = (text) => new DOMParser().parseFromString(text, "text/html");
const html = { Accept: "text/html" };

/** Runs the last of several calls, after a pause; what still runs of an earlier one is ended. */
function settled(pause, work) {
  let timer, running;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running?.abort();
      running = new AbortController();
      work(running.signal, ...given).catch((error) => {
        if (error.name !== "AbortError") document.dispatchEvent(new CustomEvent("offline"));
      });
    }, pause);
  };
}

// Search as you type, and every link that narrows a search down.

const box = document.getElementById("q");
const results = () => document.getElementById("results");

async function show(signal, address, remembers) {
  const answer = await fetch(address, { headers: html, signal });
  const found = page(await answer.text());
  const old = document.getElementById("main"), fresh = found.getElementById("main");
  if (!fresh) return;
  // The text that somebody is about to paste stays where it is.
  const kept = old.querySelector(".paste"), placed = fresh.querySelector(".paste");
  if (kept && placed) placed.replaceWith(kept);
  const news = fresh.querySelector("h1")?.textContent ?? "";
  old.replaceChildren(...fresh.childNodes);
  const hidden = (root) => [...root.querySelectorAll(".search input[type=hidden]")];
  hidden(document).forEach((field) => field.remove());
  box.after(...hidden(found));
  document.title = found.title;
  document.getElementById("news").textContent = news;
  history[remembers ? "pushState" : "replaceState"](null, "", address);
}
const search = settled(160, (signal, address) => show(signal, address, false));
const go = settled(0, (signal, address) => show(signal, address, true));

const address = (form) => {
  const items = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  return items.size ? "/?" + items : "/";
};

const complete = settled(120, async (signal, q) => {
  const answer = await fetch("/suggest?" + new URLSearchParams({ q, limit: 8 }), { signal });
  const { completions } = answer.ok ? await answer.json() : { completions: [] };
  box.list.replaceChildren(...completions.map((value) => new Option("", value)));
});

box?.addEventListener("input", (event) => {
  if (event.isComposing) return;
  if (results()) search(address(box.form));
  complete(box.value);
});
addEventListener("popstate", () => { if (!location.hash) location.reload(); });

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, textarea, select");
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    box?.focus();
    box?.select();
  }
});

// A stretch of the timeline: press at its one end, let go at the other.

let drag;
const slot = (event) => {
  const chart = event.target.closest?.(".timeline svg");
  const slots = chart ? [...chart.querySelectorAll("[data-from]")] : drag?.slots ?? [];
  return {
    chart: chart ?? drag?.chart,
    slots,
    at: slots.findIndex((link) => event.clientX <= link.getBoundingClientRect().right),
  };
};
document.addEventListener("pointerdown", (event) => {
  const { chart, slots, at } = slot(event);
  if (chart && event.button === 0) drag = { chart, slots, from: at < 0 ? slots.length - 1 : at };
});
document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  const { at } = slot(event);
  drag.to = at < 0 ? drag.slots.length - 1 : at;
  const [first, last] = [drag.from, drag.to].sort((one, other) => one - other);
  drag.slots.forEach((link, index) => link.classList.toggle("in", index >= first && index <= last));
});
document.addEventListener("pointerup", () => {
  const { slots, from, to } = drag ?? {};
  if (to !== undefined && to !== from) {
    const [first, last] = [from, to].sort((one, other) => one - other);
    const query = new URLSearchParams(location.search);
    query.set("from", slots[first].dataset.from);
    query.set("to", slots[last].dataset.to);
    query.delete("cursor");
    swallow = true;
    go("/?" + query);
  }
  drag = undefined;
});
let swallow = false;
document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.(".timeline")) event.preventDefault();
});
document.addEventListener("click", (event) => {
  const inChart = event.target.closest?.(".timeline a");
  if (swallow && inChart) event.preventDefault();
  swallow = false;
}, true);

// Read a text while it is typed, pasted or dropped.

const form = document.querySelector(".paste.large .paste-text");
const text = document.getElementById("text");

const read = settled(250, async (signal, body, type) => {
  let result = document.getElementById("result");
  if (!result) return form.requestSubmit();
  result.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch("/parse", {
      method: "POST",
      body,
      signal,
      headers: type ? { ...html, "Content-Type": type } : html,
    });
    const found = page(await answer.text());
    result.replaceChildren(...(found.getElementById("result")?.childNodes ?? []));
    // A file comes back as the text that it holds.
    const decoded = found.getElementById("text");
    if (decoded && body instanceof Blob) text.value = decoded.value;
  } finally {
    result.setAttribute("aria-busy", "false");
  }
});
form?.addEventListener("input", (event) => {
  if (event.isComposing || !document.getElementById("result")) return;
  if (text.value.trim() !== "") {
    read(new URLSearchParams(new FormData(form)), undefined);
  }
});
document.addEventListener("offline", () => {
  const result = document.getElementById("result");
  if (result) result.textContent = "The server cannot be reached. The text is still here.";
});

function take(file) {
  if (document.getElementById("result")) return read(file, "application/octet-stream");
  const field = document.getElementById("file");
  if (!field) return false;
  const files = new DataTransfer();
  files.items.add(file);
  field.files = files.files;
  field.form.requestSubmit();
}
const carriesText = (event) =>
  [...(event.dataTransfer?.types ?? [])].some((type) => type === "Files" || type === "text/plain");
addEventListener("dragover", (event) => {
  if (!text || !carriesText(event)) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dropping");
});
addEventListener("drop", (event) => {
  document.body.classList.remove("dropping");
  if (!text || !carriesText(event)) return;
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) return void take(file);
  text.value = event.dataTransfer.getData("text/plain");
  text.dispatchEvent(new Event("input", { bubbles: true }));
});
document.getElementById("file")?.addEventListener("change", (event) => {
  const [file] = event.target.files;
  if (file && document.getElementById("result")) take(file);
});
// On the front page a paste is read at once, on a page with room for it.
document.querySelector(".paste.small #text")?.addEventListener("paste", (event) => {
  setTimeout(() => { if (event.target.value.length > 200) event.target.form.requestSubmit(); });
});

// A field and its places light up together.

const light = (event, on) => {
  const name = event.target.closest?.("[data-field]")?.dataset.field;
  if (!name) return;
  for (const place of document.querySelectorAll("[data-field]")) {
    const field = place.dataset.field;
    if (field === name || field.replace(/-\d+$/, "") === name) place.classList.toggle("lit", on);
  }
};
for (const [type, on] of [["mouseover", 1], ["mouseout", 0], ["focusin", 1], ["focusout", 0]]) {
  document.addEventListener(type, (event) => light(event, Boolean(on)));
}
