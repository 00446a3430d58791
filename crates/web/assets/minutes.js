// Takes minutes together with others: sends what is typed, and brings in what they write. Without it
// the forms do the same when they are sent.
"use strict";

(() => {
  const root = document.querySelector("[data-minutes]");
  if (!root || !window.fetch) return;
  const texts = root.dataset;
  const items = texts.minutes.replace(/notes$/, "items/");
  // Short enough that others see words soon, long enough that not each key is a message.
  const PAUSE = 800;
  // Whoever types on and on is saved too.
  const LONGEST = 3000;
  const AGAIN = 4000;

  const all = [...root.querySelectorAll("[data-notes]")].map((form) => ({
    id: form.dataset.notes,
    form,
    area: form.querySelector("textarea"),
    told: form.querySelector("[data-notes-state]"),
    // The number of the text that what stands here goes on from, and that text.
    base: Number(form.elements.base.value),
    synced: form.querySelector("textarea").value,
    sending: false,
    timer: 0,
    // Since when words wait to be sent.
    since: 0,
  }));

  const same = (one, other) => one.trim() === other.trim();
  const dirty = (notes) => !same(notes.area.value, notes.synced);
  const tell = (notes, text) => { notes.told.textContent = text; };

  // Puts another text in and leaves the cursor at the words where it was.
  function replace(area, arrived) {
    const before = area.value;
    // The server keeps no space at the end; one that was just typed stands before the next word.
    const text = arrived.trimEnd() + before.slice(before.trimEnd().length);
    if (before === text) return;
    let start = 0;
    while (start < before.length && before[start] === text[start]) start += 1;
    let end = 0;
    const most = Math.min(before.length, text.length) - start;
    while (end < most && before[before.length - 1 - end] === text[text.length - 1 - end]) end += 1;
    const moved = (at) => {
      if (at <= start) return at;
      if (at >= before.length - end) return text.length - (before.length - at);
      return Math.min(at, text.length - end);
    };
    const [from, to] = [moved(area.selectionStart), moved(area.selectionEnd)];
    const focused = document.activeElement === area;
    area.value = text;
    if (focused) area.setSelectionRange(from, to);
  }

  function later(notes, wait) {
    clearTimeout(notes.timer);
    notes.timer = setTimeout(() => send(notes), wait);
  }

  function typed(notes) {
    notes.since ||= Date.now();
    later(notes, Math.max(0, Math.min(PAUSE, notes.since + LONGEST - Date.now())));
  }

  async function send(notes) {
    if (notes.sending || !dirty(notes)) return;
    clearTimeout(notes.timer);
    notes.since = 0;
    notes.sending = true;
    tell(notes, texts.saving);
    const text = notes.area.value;
    try {
      const answer = await fetch(`${items}${notes.id}/notes`, {
        method: "PUT",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify({ notes: text, base: notes.base }),
      });
      if (!answer.ok) throw new Error("refused");
      took(notes, text, await answer.json());
    } catch {
      tell(notes, texts.failed);
      later(notes, AGAIN);
    } finally {
      notes.sending = false;
    }
    if (dirty(notes)) later(notes, PAUSE);
  }

  // What was typed while it was sent goes on from what was sent; the next time brings it together.
  function took(notes, sent, answer) {
    if (notes.area.value === sent) {
      if (!same(answer.notes, sent)) replace(notes.area, answer.notes);
      notes.base = answer.number;
      notes.synced = notes.area.value;
    } else {
      notes.base = answer.sent;
      notes.synced = sent;
    }
    notes.form.elements.base.value = notes.base;
    tell(notes, answer.merged ? texts.others : texts.saved);
  }

  async function pull() {
    const answer = await fetch(texts.minutes, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const { items: now } = await answer.json();
    for (const notes of all) {
      const there = now.find((item) => item.item === notes.id);
      if (!there || there.number === notes.base || notes.sending) continue;
      if (dirty(notes)) {
        send(notes);
        continue;
      }
      if (!same(there.notes, notes.area.value)) {
        replace(notes.area, there.notes);
        tell(notes, texts.others);
      }
      notes.base = there.number;
      notes.synced = notes.area.value;
      notes.form.elements.base.value = notes.base;
    }
  }

  for (const notes of all) {
    notes.area.addEventListener("input", () => typed(notes));
    notes.area.addEventListener("blur", () => send(notes));
  }

  // Words that are not on the server yet are worth a question before the page goes.
  window.addEventListener("beforeunload", (event) => {
    if (all.some(dirty)) event.preventDefault();
  });
  root.addEventListener("submit", (event) => {
    const sent = all.find((notes) => notes.form === event.target);
    if (sent) sent.synced = sent.area.value;
  });

  if (!window.EventSource) return;
  let source = null;
  const button = root.querySelector("[data-minutes-pause]");
  const open = () => {
    source = new EventSource(texts.stream);
    source.addEventListener("changes", () => { pull().catch(() => {}); });
    pull().catch(() => {});
  };
  const toggle = () => {
    if (source) {
      source.close();
      source = null;
    } else {
      open();
    }
    button.textContent = source ? texts.pause : texts.goOn;
  };
  button.hidden = false;
  button.addEventListener("click", toggle);
  open();
  // A page that is left must not keep one of the browser's few connections.
  window.addEventListener("pagehide", () => source?.close());
})();
