// Keeps a page up to date: when the stream tells of a change, the part marked data-live is read again.
"use strict";
(() => {
  const state = document.querySelector(".live");
  const part = document.querySelector("[data-live]");
  if (!state || !part || !window.EventSource) return;

  state.hidden = false; // where no script runs, nothing is live
  const say = (name, words) => {
    state.dataset.state = name;
    state.textContent = words;
  };
  let timer = 0;
  let waiting = false;
  const refresh = async () => {
    timer = 0;
    const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
    if (!answer || !answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live]");
    if (!fresh || fresh.isEqualNode(part)) return;
    // Who is on a link with the keyboard keeps it; the part is read again when the focus has left it.
    waiting = part.contains(document.activeElement);
    if (waiting) return;
    const known = new Map([...part.querySelectorAll("[data-id]")].map((one) => [one.dataset.id, one.dataset.revision]));
    for (const one of fresh.querySelectorAll("[data-id]")) {
      if (known.get(one.dataset.id) !== one.dataset.revision) one.classList.add("fresh");
    }
    part.replaceChildren(...fresh.childNodes);
    setTimeout(() => part.querySelectorAll(".fresh").forEach((one) => one.classList.remove("fresh")), 6000);
  };
  // Many changes at once are one look: at most two a second.
  const changed = () => {
    if (!timer) timer = setTimeout(refresh, 500);
  };

  part.addEventListener("focusout", (event) => {
    if (waiting && !part.contains(event.relatedTarget)) changed();
  });

  const stream = new EventSource(part.dataset.live);
  stream.onopen = () => say("on", "Live");
  stream.onerror = () => say("off", "Connecting again");
  for (const kind of ["article.enriched", "article.rejected", "deal.announced", "deal.updated", "deal.merged",
    "deal.split", "deal.retracted", "history.gone"]) {
    stream.addEventListener(kind, changed);
  }
  addEventListener("pagehide", () => stream.close());
})();
