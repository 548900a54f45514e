// A text field whose words cannot be lost. It never tells Streamlit what is typed: it saves through our own route.
// Before this file stands `const WORDS = {…}`, the Dutch words. A `Field` is a text and its saving; a `View` shows one.

const PAUSE = 800; // milliseconds after the last key before the text is saved
const RETRY = 2000; // milliseconds until the next try when saving failed
const SHARE_PATIENCE = 10000; // milliseconds to wait for a share to be done
const STORAGE = "tev-concept:";
const CHOSEN = "tev-gekozen:"; // what is chosen with a text: on this device until it is shared, or somebody signs out
const KEPT_FOR = 14 * 24 * 3600 * 1000; // milliseconds that a choice of which nothing came stays there
const room = (window.tellenEnVertellen ??= { fields: new Map(), views: new WeakMap(), tab: "", listening: false });

const say = (words, values = {}) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const dutch = (number) => number.toLocaleString("nl-NL");
const length = (text) => [...text].length;

// What is not yet saved, on this device. A private window may refuse: then there is only the server.
const device = {
  write(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { room.unsafe = true; } },
  read(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
  remove(key) { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } },
  keys(start) { try { return Object.keys(localStorage).filter((key) => key.startsWith(start)); } catch { return []; } },
};

function listen() {
  if (room.listening) return;
  room.listening = true;
  room.tab = Date.now().toString(36) + Math.random().toString(36).slice(2);
  navigator.locks?.request(`tev-${room.tab}`, () => new Promise(() => {})); // held as long as this window lives
  for (const key of device.keys(CHOSEN)) if (Date.now() - device.read(key)?.at > KEPT_FOR) device.remove(key);
  const saveAll = () => room.fields.forEach((field) => field.save({ last: true }));
  const unsaved = () => room.unsafe && [...room.fields.values()].some((field) => field.dirty);
  addEventListener("beforeunload", (event) => unsaved() && event.preventDefault()); // the browser asks whether to leave
  addEventListener("pagehide", saveAll);
  addEventListener("online", saveAll);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && saveAll());
}

class Field {
  constructor(name) {
    Object.assign(this, { name: `${STORAGE}${name}:`, text: "", saved: "", version: 0, base: 0, at: "", sent: [] });
    Object.assign(this, { dirty: false, begun: false, state: "idle", other: null, shared: null, sharing: 0 });
    Object.assign(this, { views: new Set(), timer: 0, busy: null, asked: 0, chosen: null, chosen_name: CHOSEN + name });
  }

  // ---- what the page gives
  receive(data) {
    const renewed = data.token !== this.token;
    const added = data.added && data.added.id !== this.added ? data.added : null;
    Object.assign(this, { token: data.token, most: data.most, address: data.address, warning: data.warning });
    if (!this.begun) {
      this.begun = true;
      this.generation = data.generation;
      const kept = device.read(this.chosen_name);
      this.start(data);
      if (kept && kept.base === this.base) this.choose(kept.chosen);
      this.recover();
      setTimeout(() => this.recover(), 2500); // a window that was just closed may still have held its lock
    } else if (data.generation !== this.generation) {
      this.generation = data.generation;
      if (this.shared === this.text) this.start(data);
      else this.look();
    } else if (data.draft && data.draft.version > this.version) {
      this.meet(data.draft);
    } else if (!data.draft && this.version === 0 && !this.dirty && data.base_version > this.base) {
      this.start(data);
    }
    if (this.refusals !== undefined && this.refusals !== data.refusals) Object.assign(this, { sharing: 0, shared: null });
    this.refusals = data.refusals;
    this.compare(data);
    if (added) this.add(added);
    if (renewed && this.dirty) this.soon(0);
    this.show();
  }

  // Words that the page puts below what stands here, such as a quotation: once, and kept as if they were typed.
  add({ id, text }) {
    this.added = id;
    this.type([this.text.trimEnd(), text, ""].filter((part, at) => part || at).join("\n"));
  }

  start(data) {
    const text = data.draft ? data.draft.text : data.initial;
    const base = data.draft ? data.draft.base_version : data.base_version;
    Object.assign(this, { text, saved: text, version: data.draft?.version ?? 0, base, at: "", sent: [], other: null });
    Object.assign(this, { dirty: false, shared: null, sharing: 0, chosen: null, state: data.draft ? "before" : "idle" });
    this.forget();
    device.remove(this.chosen_name);
  }

  // What is chosen with the text, and from what it began.
  choose(chosen) {
    this.chosen = chosen;
    device.write(this.chosen_name, { chosen, base: this.base, at: Date.now() });
  }

  // Someone changed the contribution itself after this writing began.
  compare(data) {
    if (data.base_version <= this.base || this.other) return;
    if (this.text === data.initial) this.base = data.base_version;
    else this.differ({ text: data.initial, version: data.base_version, base: data.base_version });
  }

  // The server holds this now, saved after what this field saw.
  meet(other) {
    if (other.text === this.text) {
      Object.assign(this, { version: other.version, saved: other.text, dirty: false, sent: [], state: "before" });
      this.forget();
    } else if (!this.dirty) {
      if (this.focused) return; // the next save will show both texts
      Object.assign(this, { text: other.text, saved: other.text, version: other.version, state: "before" });
    } else if (other.text === "" || this.sent.includes(other.text)) {
      this.version = other.version; // it is only our own earlier text, whose answer got lost
      this.soon(0);
    } else {
      this.differ(other);
    }
    this.show();
  }

  differ(other) {
    Object.assign(this, { other, state: "conflict", sharing: 0 });
    if (this.dirty) {
      this.remember();
      this.soon(0);
    }
    this.show();
  }

  keepMine() {
    this.settle();
    this.dirty = true;
    this.remember();
    this.soon(0);
  }

  takeOther() {
    const { other } = this;
    this.text = other.text;
    this.dirty = "base" in other || "record" in other;
    this.settle();
    if (this.dirty) {
      this.remember();
      this.soon(0);
    } else {
      Object.assign(this, { saved: other.text, sent: [], state: "before" });
      this.forget();
    }
    this.show();
  }

  settle() {
    const { other } = this;
    if ("base" in other) this.base = other.base;
    else if ("record" in other) device.remove(other.record);
    else this.version = other.version;
    Object.assign(this, { other: null, state: "typing" });
    this.views.forEach((view) => view.area.focus());
  }

  // ---- this device, until the server has it
  remember() {
    const { text, version, base, sent } = this;
    device.write(this.name + room.tab, { text, version, base, sent, at: Date.now() });
  }

  forget() { device.remove(this.name + room.tab); }

  // What closed windows left on this device.
  async recover() {
    const held = new Set((await navigator.locks?.query())?.held.map((lock) => lock.name) ?? []);
    const left = device.keys(this.name).filter((key) => !held.has(`tev-${key.slice(this.name.length)}`));
    for (const key of left) {
      const record = key === this.name + room.tab ? null : device.read(key);
      if (!record || this.other) continue;
      if (record.text !== this.text) {
        if (this.dirty) {
          this.differ({ text: record.text, version: record.version, record: key });
          continue;
        }
        const follows = record.version === this.version && record.base === this.base;
        const saved = { text: this.saved, version: this.version };
        Object.assign(this, { text: record.text, sent: record.sent ?? [], dirty: true, state: "typing" });
        if (record.base < this.base) this.differ({ ...saved, version: this.base, base: this.base });
        else if (!follows && saved.text !== "" && !this.sent.includes(saved.text)) this.differ(saved);
        this.remember();
        this.soon(0);
      }
      device.remove(key);
    }
    this.show();
  }

  // ---- saving
  type(text) {
    Object.assign(this, { text, dirty: true });
    if (!["offline", "away", "full", "expired", "signed_out", "conflict"].includes(this.state)) this.state = "typing";
    this.remember();
    this.soon(PAUSE);
    this.show();
  }

  soon(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  async save({ last = false } = {}) {
    clearTimeout(this.timer);
    if (this.busy && !last) await this.busy;
    if (!this.dirty || this.undecided) return;
    const attempt = this.send(last);
    this.busy = attempt;
    await attempt;
    if (this.busy === attempt) this.busy = null;
    this.show();
  }

  // The server holds other words of this very text. One's own beside a contribution that changed are nobody else's.
  get undecided() { return this.other !== null && !("base" in this.other); }

  request(method, more) {
    const headers = { "content-type": "application/json", "x-concept-token": this.token };
    return fetch(this.address, { method, headers, signal: AbortSignal.timeout(10000), ...more });
  }

  async send(last) {
    const { text, version: seen_version, base: base_version } = this;
    const follows = this.sent.filter((earlier) => earlier !== text).slice(-2);
    this.sent = [...follows, text];
    this.remember();
    let answer, said;
    try {
      const body = JSON.stringify({ text, seen_version, base_version, follows });
      answer = await this.request("PUT", { body, keepalive: last });
      said = await answer.json();
    } catch {
      return this.later(answer && answer.status >= 500 ? "away" : "offline");
    }
    if (answer.ok) return this.kept(text, said);
    if (answer.status === 409) return this.meet(said.other);
    if (answer.status === 413) this.state = "too_long"; // until it is shortened, trying again helps nobody
    else if (said.problem === "signed_out") this.later("signed_out");
    else if (answer.status === 401 || said.problem === "token") this.renew();
    else this.later(said.problem === "full" ? "full" : answer.status >= 500 ? "away" : "refused");
  }

  kept(text, { version, saved_at: at }) {
    Object.assign(this, { version: Math.max(version, this.version), saved: text, at });
    if (this.text !== text) {
      this.sent = [text];
      this.remember();
      return this.soon(PAUSE);
    }
    Object.assign(this, { dirty: false, sent: [], state: this.other ? "conflict" : "saved" });
    this.forget();
  }

  later(state) {
    this.state = state;
    this.soon(RETRY);
  }

  renew() {
    this.later("expired");
    if (Date.now() - this.asked < 5000) return;
    this.asked = Date.now();
    const [view] = this.views;
    view?.component.setTriggerValue("renew", this.asked);
  }

  // What the server holds, when the page said something that does not fit.
  async look() {
    try {
      const answer = await this.request("GET");
      if (!answer.ok || this.dirty) return;
      const stands = await answer.json();
      if (stands.version === 0 && this.version > 0 && this.base === 0) this.start({ initial: "", base_version: 0 });
      else if (stands.version !== this.version && stands.version > 0) this.meet(stands);
      this.show();
    } catch { /* the next save tells */ }
  }

  // What the server said of these very words; other words have not been looked at yet.
  get warned() { return this.warning && this.warning.text === this.text && !this.sharing ? this.warning.words : ""; }

  async share(view, { anyway = false } = {}) {
    if (this.sharing || this.other || (this.warned && !anyway)) return;
    const choices = view.choices();
    if (!this.text.trim() && !choices.recognition && choices.valuation === null) return view.tell(WORDS.empty);
    const until = Date.now() + SHARE_PATIENCE;
    const attempt = (this.sharing = Math.random());
    if (this.base > 0 && this.version === 0) this.dirty = true; // unchanged words still need a draft to be shared
    this.show();
    for (;;) {
      await this.save();
      if (!this.dirty || this.other || Date.now() > until || this.state === "too_long") break;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    if (this.sharing !== attempt) return;
    if (this.dirty || this.other) {
      this.sharing = 0;
      return this.show();
    }
    this.shared = this.text;
    view.component.setTriggerValue("share", { version: this.version, anyway, ...choices });
    setTimeout(() => {
      if (this.sharing !== attempt) return;
      this.sharing = 0;
      this.show();
      if (this.shared !== null) view.tell(WORDS.not_shared);
    }, SHARE_PATIENCE);
  }

  get focused() { return [...this.views].some((view) => view.root.activeElement === view.area); }

  show() { this.views.forEach((view) => view.show()); }

  get message() {
    const values = { time: this.at, version: this.version, count: dutch(length(this.text)), most: dutch(this.most) };
    const message = { idle: "", before: WORDS.saved_before }[this.state] ?? WORDS[this.state];
    return say(message, values);
  }
}

function make(kind, properties = {}, children = []) {
  const { class: style, ...rest } = properties;
  const element = Object.assign(document.createElement(kind), rest);
  if (style) element.className = style;
  element.append(...children);
  return element;
}

class View {
  constructor(component) {
    this.root = component.parentElement;
    this.area = make("textarea", { id: "text", rows: 3, spellcheck: true, lang: "nl" });
    this.area.setAttribute("aria-describedby", "count hint");
    this.label = make("label", { htmlFor: "text" });
    this.status = make("p", { class: "status" });
    this.status.setAttribute("role", "status");
    this.status.setAttribute("aria-live", "polite");
    this.count = make("p", { class: "count", id: "count" });
    this.scales = make("div");
    this.conflict = make("section", { class: "conflict", hidden: true });
    this.warning = make("p", { class: "words", id: "warning", tabIndex: -1 });
    this.warning.setAttribute("role", "status");
    this.anyway = make("button", { type: "button", textContent: WORDS.share_anyway });
    this.named = make("section", { class: "named" }, [this.warning, this.anyway]);
    this.visibility = make("select", { id: "visibility" });
    this.name = make("input", { type: "checkbox", id: "name" });
    this.button = make("button", { type: "button", class: "share", textContent: WORDS.share });
    const hint = make("p", { class: "hint", id: "hint", textContent: WORDS.share_hint });
    const visible = make("label", { htmlFor: "visibility", textContent: WORDS.visibility });
    this.named_by = make("label", { class: "check" }, [this.name, make("span", { textContent: WORDS.shows_name })]);
    this.visible = make("div", { class: "visible" }, [visible, this.visibility]);
    this.form = make("div", { class: "writing" }, [
      this.scales, this.label, this.area, make("div", { class: "below" }, [this.status, this.count]), this.conflict, this.named,
      make("div", { class: "choices" }, [this.visible, this.named_by, this.button]),
      hint,
    ]);
    (this.root.querySelector(".room") ?? this.root).append(this.form);
    this.listen();
  }

  listen() {
    this.area.addEventListener("input", () => this.field.type(this.area.value));
    this.button.addEventListener("click", () => this.field.share(this));
    this.anyway.addEventListener("click", () => this.field.share(this, { anyway: true }));
    this.form.addEventListener("change", (event) => {
      if (event.target !== this.area) this.field.choose(this.choices());
    });
    for (const kind of ["keydown", "keypress", "keyup"]) {
      this.form.addEventListener(kind, (event) => event.stopPropagation()); // Streamlit's own shortcuts: r and c
    }
    this.form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && this.shares) {
        event.preventDefault();
        this.field.share(this);
      }
    });
  }

  receive(component) {
    const { data } = component;
    this.component = component;
    this.shares = data.shares !== false;
    this.form.classList.toggle("sent-elsewhere", !this.shares);
    const name = `${data.person}:${data.region}:${data.subject}`;
    if (!room.fields.has(name)) room.fields.set(name, new Field(name));
    const field = room.fields.get(name);
    if (field !== this.field) {
      this.leave();
      this.field = field;
      field.views.add(this);
      this.offer(data);
    }
    this.label.textContent = data.label;
    this.area.placeholder = data.placeholder;
    field.receive(data);
    this.choose(field.chosen ?? data.chosen);
  }

  leave() {
    if (!this.field) return;
    this.field.views.delete(this);
    this.field.save();
  }

  offer({ options, choice, named, alone }) {
    this.named_by.hidden = !named || alone;
    this.visible.hidden = alone;
    const option = ([value, textContent]) => make("option", { value, textContent });
    this.visibility.replaceChildren(...options.visibility.map(option));
    this.scales.replaceChildren();
    if (choice === "none") return;
    const radio = ([value, words]) => {
      const input = make("input", { type: "radio", name: "scale", value });
      return make("label", {}, [input, make("span", { textContent: words })]);
    };
    const scale = make("div", { class: `scale ${choice}` }, options[choice].map(radio));
    this.scales.append(make("fieldset", {}, [make("legend", { textContent: WORDS[choice] }), scale]));
    this.kind = choice;
  }

  choose(chosen) {
    this.visibility.value = chosen.visibility;
    this.name.checked = chosen.shows_name;
    const value = this.kind === "valuation" ? chosen.valuation : chosen.recognition;
    for (const radio of this.scales.querySelectorAll("input")) radio.checked = radio.value === String(value ?? "");
  }

  choices() {
    const value = this.scales.querySelector("input:checked")?.value;
    return {
      recognition: this.kind === "recognition" ? (value ?? "") : "",
      valuation: this.kind === "valuation" && value ? Number(value) : null,
      visibility: this.visibility.value,
      shows_name: this.name.checked,
    };
  }

  tell(message) {
    if (this.status.textContent !== message) this.status.textContent = message;
  }

  show() {
    const { field } = this;
    if (this.area.value !== field.text) this.area.value = field.text; // only then: the caret stays where it is
    const count = length(field.text);
    this.count.textContent = say(WORDS.counter, { count: dutch(count), most: dutch(field.most) });
    this.count.classList.toggle("over", count > field.most);
    this.status.dataset.state = field.state;
    this.tell(field.sharing ? WORDS.sharing : field.message);
    this.button.setAttribute("aria-disabled", String(Boolean(field.sharing || field.other)));
    this.showConflict(field.other);
    this.showWarning(field.other ? "" : field.warned);
  }

  // The words stay in the page, so that a reader of the screen hears them come; the focus does not fall off a button.
  showWarning(words) {
    const held = this.root.activeElement;
    if (this.warning.textContent !== words) this.warning.textContent = words;
    this.named.classList.toggle("shown", words !== "");
    this.button.hidden = words !== "";
    if (words && held === this.button) this.warning.focus();
    else if (!words && (held === this.anyway || held === this.warning)) this.button.focus();
  }

  showConflict(other) {
    this.conflict.hidden = !other;
    if (!other) return this.conflict.replaceChildren();
    const side = (title, text, words, act) => {
      const button = make("button", { type: "button", textContent: words });
      button.addEventListener("click", act);
      return make("div", {}, [make("h4", { textContent: title }), make("pre", { textContent: text || WORDS.conflict_empty }), button]);
    };
    const { field } = this;
    const shown = JSON.stringify([other, field.text]);
    if (shown === this.shown && this.conflict.childElementCount) return;
    this.shown = shown;
    this.conflict.replaceChildren(
      make("h3", { textContent: WORDS.conflict_title }),
      side(WORDS.conflict_mine, field.text, WORDS.keep_mine, () => field.keepMine()),
      side(say(WORDS.conflict_other, { version: other.version }), other.text, WORDS.take_other, () => field.takeOther()),
    );
  }
}

export default function (component) {
  listen();
  let view = room.views.get(component.parentElement);
  if (!view || !view.form.isConnected) {
    view = new View(component);
    room.views.set(component.parentElement, view);
  }
  view.receive(component);
  return () => {
    view.leave();
    view.form.remove();
    room.views.delete(component.parentElement);
  };
}
