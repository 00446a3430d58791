// Makes the same pages quicker and kinder. Everything works without it.
"use strict";

(() => {
  const script = document.currentScript;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const remembered = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private window */ } };

  // ---- forms ----

  // The summary of what is wrong takes the focus, so that it is read first.
  function focusErrors(root) {
    root.querySelector("[data-errors]")?.focus();
  }

  // A button that must be pressed once says "Working…" and ignores the second press. It is not
  // really disabled: a disabled button's own name and value would not be sent.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    const button = event.submitter?.matches("[data-once]") ? event.submitter : form.querySelector("[data-once]");
    if (!button) return;
    form.dataset.sent = "yes";
    button.dataset.label = button.textContent;
    button.textContent = script.dataset.working;
    button.setAttribute("aria-disabled", "true");
  });

  // Coming back by the browser's Back button finds the form usable again.
  window.addEventListener("pageshow", () => {
    for (const form of all("form[data-sent]")) {
      delete form.dataset.sent;
      for (const button of all("[data-once][data-label]", form)) {
        button.textContent = button.dataset.label;
        button.removeAttribute("aria-disabled");
      }
    }
  });

  function copyButtons(root) {
    if (!navigator.clipboard) return;
    for (const button of all("[data-copy]", root)) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        const source = document.getElementById(button.dataset.copy);
        try {
          await navigator.clipboard.writeText(source.value ?? source.textContent);
          button.textContent = script.dataset.copied;
        } catch {
          getSelection().selectAllChildren(source);
        }
      });
    }
  }

  // ---- parts of pages ----

  // Filters and pages replace the list; the focus goes to its heading, because the person asked.
  document.addEventListener("htmx:after:swap", () => {
    const page = document.getElementById("page");
    dress(page);
    // Whoever is typing goes on typing: the results change beside it.
    if (document.activeElement?.matches("[data-as-typed]")) return;
    const heading = page.querySelector("h1, h2");
    if (!heading || page.querySelector("[data-errors]")) return;
    heading.tabIndex = -1;
    heading.focus();
  });

  // ---- news ----

  // "3 new changes: show them". Nothing on the page moves by itself.
  function liveBar() {
    const bar = document.querySelector("[data-live]");
    if (!bar || !window.EventSource) return;
    const count = bar.querySelector("[data-live-count]");
    const show = bar.querySelector("[data-live-show]");
    const state = bar.querySelector("[data-live-state]");
    const toggle = bar.querySelector("[data-live-toggle]");
    const texts = bar.dataset;
    let source = null;
    let news = 0;

    const open = () => {
      // The stream tells all news since this page was made, also what came during a pause.
      news = 0;
      source = new EventSource(texts.live);
      source.addEventListener("changes", (event) => {
        let more = 1;
        try { more = JSON.parse(event.data).count ?? 1; } catch { /* an event without a count is one change */ }
        news += more;
        count.textContent = news === 1 ? texts.liveOne : texts.liveMany.replace("#", String(news));
        show.hidden = false;
      });
    };
    const draw = () => {
      const paused = source === null;
      bar.classList.toggle("is-paused", paused);
      state.textContent = paused ? texts.liveOff : texts.liveOn;
      toggle.textContent = paused ? texts.liveResume : texts.livePause;
    };
    toggle.addEventListener("click", () => {
      if (source) {
        source.close();
        source = null;
      } else {
        open();
      }
      remember("pw-live", source ? "on" : "off");
      draw();
    });
    bar.hidden = false;
    if (remembered("pw-live") !== "off") open();
    draw();
    // A page that is left must not keep one of the browser's few connections.
    window.addEventListener("pagehide", () => source?.close());
  }

  // ---- keyboard ----

  function keyboard() {
    const keys = document.getElementById("keys");
    const button = keys?.querySelector("[data-keys]");
    if (!keys || !button) return;
    let on = remembered("pw-keys") !== "off";
    const draw = () => { button.textContent = on ? button.dataset.keysOff : button.dataset.keysOn; };
    button.hidden = false;
    button.addEventListener("click", () => {
      on = !on;
      remember("pw-keys", on ? "on" : "off");
      draw();
    });
    draw();

    // Where g and a letter lead: the links of the navigation, by what their address ends in.
    const ends = { h: /\/me$/, o: /\/p\/[^/]+$/, p: /\/(goals|commitments|measures)$/, u: /\/people$/ };
    let waiting = 0;
    document.addEventListener("keydown", (event) => {
      if (!on || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target.closest("input, textarea, select, [contenteditable]")) return;
      const pressed = event.key;
      if (event.timeStamp - waiting < 1500 && ends[pressed]) {
        const link = all(".usa-nav__link").find((one) => ends[pressed].test(new URL(one.href).pathname));
        if (link) link.click();
        waiting = 0;
      } else if (pressed === "g") {
        waiting = event.timeStamp;
      } else if (pressed === "/") {
        const field = document.querySelector("[role=search] input, [role=search] select");
        if (field) {
          event.preventDefault();
          field.focus();
        }
      } else if (pressed === "?") {
        keys.open = true;
        keys.querySelector("summary").focus();
      }
    });
  }

  // ---- passkeys ----

  const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  // The server's options, with bytes where it sent base64url.
  function readable(options, kind) {
    const key = kind === "create" ? "parseCreationOptionsFromJSON" : "parseRequestOptionsFromJSON";
    if (PublicKeyCredential[key]) return PublicKeyCredential[key](options);
    const list = (items) => items?.map((item) => ({ ...item, id: toBytes(item.id) }));
    const read = { ...options, challenge: toBytes(options.challenge) };
    if (options.user) read.user = { ...options.user, id: toBytes(options.user.id) };
    if (options.excludeCredentials) read.excludeCredentials = list(options.excludeCredentials);
    if (options.allowCredentials) read.allowCredentials = list(options.allowCredentials);
    return read;
  }

  // The browser's answer as JSON, with base64url where it holds bytes.
  function sendable(credential) {
    if (credential.toJSON) return credential.toJSON();
    const response = {};
    for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[part]) response[part] = toText(credential.response[part]);
    }
    return {
      id: credential.id,
      rawId: toText(credential.rawId),
      type: credential.type,
      clientExtensionResults: credential.getClientExtensionResults(),
      response,
    };
  }

  async function post(address, body) {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
    });
    const json = await answer.json().catch(() => ({}));
    if (!answer.ok) throw Object.assign(new Error("refused"), { told: json.detail ?? json.title });
    return json;
  }

  async function ceremony(button) {
    const { passkey: kind, begin, finish, next, nameField } = button.dataset;
    const { ceremony: id, options } = await post(begin, {});
    const publicKey = readable(options.publicKey ?? options, kind);
    const credential = await navigator.credentials[kind]({ publicKey });
    const body = { ceremony: id, credential: sendable(credential), next };
    if (nameField) body.name = document.getElementById(nameField)?.value;
    const done = await post(finish, body);
    location.assign(done.next ?? next ?? "/");
  }

  function passkeys(root) {
    if (!window.PublicKeyCredential) return;
    for (const button of all("[data-passkey]", root)) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        const error = document.getElementById(button.dataset.error);
        if (button.getAttribute("aria-disabled") === "true") return;
        button.setAttribute("aria-disabled", "true");
        if (error) error.textContent = "";
        try {
          await ceremony(button);
        } catch (problem) {
          if (error) error.textContent = problem.told ?? button.dataset.failed ?? "";
          button.removeAttribute("aria-disabled");
        }
      });
    }
  }

  // ---- start ----

  function dress(root) {
    focusErrors(root);
    copyButtons(root);
    passkeys(root);
  }

  dress(document);
  liveBar();
  keyboard();
})();
