// What is typed and chosen in a marked form stays on this device until it is stored or given up (docs/adr/0022): every key is
// kept at once, so that a reload, a server that stops or a closed tab loses nothing. Marks are made by
// dashboard/components/keeping.py. Before this file stand `const TYPED = {…}`, the Dutch words, and typed_choices.js.
(() => {
  const STORAGE = "tev-getypt:";
  const CHOSEN = "tev-gekozen:"; // of dashboard/components/writing.js
  const KEPT_FOR = 14 * 24 * 3600 * 1000; // milliseconds
  const SETTLED = 1200; // milliseconds without change after which a form that is not there is taken to be closed
  const LOCKS = 2500; // milliseconds until the lock of a window that was just closed is surely gone
  const FIELDS = "[data-testid=stTextArea] textarea, [data-testid=stTextInput] input:not([type=password]), [data-testid=stNumberInput] input";
  const tab = Date.now().toString(36) + Math.random().toString(36).slice(2);
  const ALL = `${FIELDS}, ${typedChoices.KINDS}`;
  const sights = new WeakMap(); // field → the form and round in which it was seen, what stood in it then, and if it was used
  const drawn = new Map(); // form, round and name of a field → its last sight: a screen may draw a field anew
  const entered = new WeakMap(); // field → what stood in it when somebody came to it
  const pressed = new Map(); // key of what is kept → its text when somebody last pressed a button of its form
  const notices = new Map(); // form and kind → a notice in it: what was put back, and of what both texts are shown
  const openers = new Map(); // form that is on the screen → the button that was pressed before it came there
  const alive = new Set([tab]); // windows that are open
  let here = null; // the person on this screen; null until the screen says so
  let lastPress = ""; // the button that was pressed last, by its place on the screen
  let timer = 0, due = Infinity, looking = false, again = false, changed = Date.now(), unsafe = false;

  const say = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const spot = (kept) => STORAGE + JSON.stringify([kept.who, kept.form, kept.round, kept.field]);
  const app = () => document.querySelector("[data-testid=stApp]")?.dataset ?? {};
  const running = () => app().testScriptState !== "notRunning";
  const cutOff = () => app().testConnectionState !== "CONNECTED";
  const valueOf = (field) => (typedChoices.is(field) ? typedChoices.read(field) : field.value);

  function write(kept) {
    try { localStorage.setItem(spot(kept), JSON.stringify(kept)); } catch { unsafe = true; }
  }
  function forget(kept) {
    localStorage.removeItem(spot(kept));
    pressed.delete(spot(kept));
  }
  function everything() {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(STORAGE));
      return keys.map((key) => JSON.parse(localStorage.getItem(key))).filter(Boolean).sort((a, b) => b.at - a.at);
    } catch { return []; } // a window that refuses to keep anything
  }
  function forgetAll() {
    everything().forEach(forget);
    try {
      Object.keys(localStorage).filter((key) => key.startsWith(CHOSEN)).forEach((key) => localStorage.removeItem(key));
    } catch { /* nothing was kept */ }
    notices.forEach((notice) => notice.remove());
    look();
  }

  // ---- what the screen says
  function read() {
    const forms = new Map(), ended = new Set();
    for (const mark of document.querySelectorAll("[data-getypt]")) {
      const said = JSON.parse(mark.dataset.getypt);
      said.ended.forEach((round) => ended.add(round));
      if ("here" in said) here = said.here;
      const scope = said.form && mark.closest("[data-testid=stVerticalBlock], [data-testid=stHorizontalBlock]");
      if (scope) forms.set(scope, said);
    }
    return { forms, ended };
  }
  function fieldsOf(forms) {
    const counts = new Map(), found = [];
    for (const field of forms.size ? document.querySelectorAll(ALL) : []) {
      let scope = field.parentElement;
      while (scope && !forms.has(scope)) scope = scope.parentElement;
      if (!scope) continue;
      const mark = forms.get(scope), isChoice = typedChoices.is(field);
      const label = isChoice ? typedChoices.label(field) : (field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? "");
      const name = JSON.stringify([mark.form, label]);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const number = counts.get(name);
      found.push({ field, scope, mark, label, isChoice, name: number > 1 ? `${label} ${number}` : label });
    }
    return found;
  }

  // ---- typing
  function typed(event) {
    if (!event.target.matches?.(FIELDS)) return;
    const one = fieldsOf(read().forms).find((each) => each.field === event.target);
    if (!one) return;
    keep(one, { text: event.target.value, base: seen(one)?.base ?? entered.get(event.target) ?? "" });
  }
  // What somebody chose, once the screen followed: a choice that makes it another form belongs to neither.
  function noteChoices(forms) {
    for (const one of fieldsOf(forms).filter((each) => each.isChoice)) {
      const own = seen(one), sight = own ?? drawn.get(idOf(one)); // the screen may have drawn the field anew
      const text = sight?.used ? valueOf(one.field) : null;
      if (text === null || text === sight.last || (!own && text === sight.base)) continue;
      sight.last = text;
      keep(one, { text, base: sight.base });
    }
  }
  function keep({ mark, label, name, isChoice }, { text, base }) {
    const { who, form, round } = mark;
    const place = location.pathname + location.search;
    const kept = { who, form, round, field: name, label, isChoice, text, base, tab, place, page: document.title, opener: openers.get(form), at: Date.now() };
    if (text === base) forget(kept);
    else write(kept);
  }
  function seen({ field, mark }) {
    const sight = sights.get(field);
    return sight && sight.form === mark.form && sight.round === mark.round ? sight : null;
  }
  const idOf = ({ mark, name }) => JSON.stringify([mark.form, mark.round, name]);
  function see(one, { before }) {
    const sight = { form: one.mark.form, round: one.mark.round, base: before, last: before, used: false };
    sights.set(one.field, sight);
    drawn.set(idOf(one), sight);
    return sight;
  }

  // ---- bringing back
  function fill(one, text) {
    const { field } = one;
    if (one.isChoice) return chooseAgain(one, text);
    const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => document.activeElement !== field && field.dispatchEvent(new FocusEvent("focusout", { bubbles: true })), 50);
  }
  async function chooseAgain(one, text) {
    const { field } = one, sight = seen(one), standing = valueOf(field);
    const still = () => sights.get(field) === sight && valueOf(field) === standing;
    if (!(await typedChoices.choose(field, text, { still }))) return false;
    const now = field.isConnected ? valueOf(field) : null; // a field that was drawn anew is brought back by itself
    if (!sight || sights.get(field) !== sight || now === null) return true;
    sight.last = now;
    keep(one, { text: now, base: sight.base });
    return true;
  }
  // Whether there is something to wait for: a window that has just been closed may still hold its lock.
  function bringBack(one, all) {
    const { field, mark } = one;
    if (seen(one)) return false;
    const mine = all.filter((kept) => kept.who === mark.who && kept.form === mark.form && kept.field === one.name);
    if (mine.some((kept) => kept.tab !== tab && alive.has(kept.tab))) return true;
    const standing = valueOf(field);
    if (standing === null) return true; // somebody is choosing in it
    const own = mine.find((kept) => kept.tab === tab && kept.round === mark.round);
    const earlier = mine.filter((kept) => kept !== own && kept.text !== standing);
    mine.filter((kept) => kept !== own && kept.text === standing).forEach(forget); // stored after all
    if (own) {
      see(one, { before: own.base });
      if (own.text !== standing && pressed.has(spot(own))) earlier.unshift(own); // a button put something else there
      else if (own.text !== standing) put(one, { kept: own, standing });
    } else {
      const unsaved = mark.unsaved && !one.isChoice;
      see(one, { before: unsaved ? "" : standing });
      if (unsaved && standing) keep(one, { text: standing, base: "" });
      const [latest] = earlier;
      if (latest && latest.base === standing) {
        earlier.shift();
        forget(latest);
        keep(one, { text: latest.text, base: standing });
        put(one, { kept: latest, standing });
      }
    }
    earlier.forEach((kept) => ask(one, { kept, standing }));
    return false;
  }
  async function put(one, { kept, standing }) {
    tell(one, { kept, standing });
    if ((await fill(one, kept.text)) === false) miss(one, kept);
  }

  // ---- what ended
  function end(ended) {
    for (const kept of everything()) {
      if (!ended.has(kept.round)) continue;
      const text = pressed.get(spot(kept));
      forget(kept);
      if (!kept.isChoice && text !== undefined && text !== kept.text) write({ ...kept, round: "", base: "" }); // typed on while it was stored
    }
  }

  // ---- what people read
  function make(kind, properties = {}, children = []) {
    const { class: style, ...rest } = properties;
    const element = Object.assign(document.createElement(kind), rest);
    if (style) element.className = style;
    element.append(...children);
    return element;
  }
  function button(words, act) {
    const made = make("button", { type: "button", textContent: words });
    made.addEventListener("click", act);
    return made;
  }
  function notice({ scope, mark }, kind) {
    const name = `${kind} ${mark.form}`;
    let box = notices.get(name);
    if (!box?.isConnected || box.dataset.kind !== kind) {
      box?.remove();
      box = make("div", { class: "getypt-melding" });
      box.dataset.kind = kind;
      box.dataset.form = mark.form;
      box.dataset.round = mark.round;
      box.setAttribute("role", "status");
      scope.append(box);
      notices.set(name, box);
    }
    return box;
  }
  function tell(one, { kept, standing }) {
    const box = notice(one, "back");
    box.back = [...(box.back ?? []), { one, kept, standing }];
    const fillAll = (which) => box.back.forEach((each) => fill(each.one, which(each)));
    const said = () => {
      const away = button(TYPED.away, () => { fillAll((each) => each.standing); gone(); });
      const missed = (box.missed ?? []).map(({ label, text }) => say(TYPED.choose_again, { label, text: inLine(text) }));
      box.replaceChildren(make("span", { textContent: [TYPED.back, ...missed].join(" ") }), away);
      box.dataset.kind = "back";
    };
    const gone = () => {
      box.dataset.kind = "gone";
      const undo = button(TYPED.again, () => { fillAll((each) => each.kept.text); said(); });
      box.replaceChildren(make("span", { textContent: TYPED.gone }), undo, button(TYPED.fine, () => box.remove()));
    };
    box.said = said;
    said();
  }
  // A list that does not hold it any more, or in which somebody else works now: people are told what they chose.
  function miss({ mark }, kept) {
    const box = notices.get(`back ${mark.form}`);
    if (!box?.isConnected || box.dataset.kind !== "back") return;
    box.missed = [...(box.missed ?? []), kept];
    box.said();
  }
  const inLine = (text) => text.split("\n").join(", ") || TYPED.nothing;
  function ask(one, { kept, standing }) {
    const box = notice(one, "both");
    const { label, isChoice } = one;
    const text = (words) => make("pre", { textContent: words || TYPED.empty });
    const side = make("div", { class: "getypt-beide" });
    const done = () => { side.remove(); if (!box.querySelector(".getypt-beide")) box.remove(); };
    const use = button(isChoice ? TYPED.choose_mine : TYPED.use_mine, () => { done(); forget(kept); fill(one, kept.text); });
    const leave = button(TYPED.keep_theirs, () => { done(); forget(kept); });
    side.append(
      make("div", {}, [make("strong", { textContent: say(TYPED.stands, { label }) }), text(standing), leave]),
      make("div", {}, [make("strong", { textContent: say(isChoice ? TYPED.chosen : TYPED.mine, { label }) }), text(kept.text), use]),
    );
    if (!box.childElementCount) box.append(make("span", { textContent: TYPED.both }));
    box.append(side);
  }

  // ---- what was typed in forms that are not open
  const list = make("details");
  const nameOf = (kept) => `${kept.form} ${kept.round}`;
  const room = make("aside", { class: "getypt-elders", ariaLabel: TYPED.elsewhere_title }, [list]);
  function showOthers(forms, all) {
    const open = new Set([...forms.values()].map((mark) => mark.form));
    const closed = all.filter((kept) => kept.who === here && !open.has(kept.form) && (kept.tab === tab || !alive.has(kept.tab)));
    const typedIn = new Set(closed.filter((kept) => !kept.isChoice).map(nameOf)); // a choice alone says nothing
    const others = closed.filter((kept) => typedIn.has(nameOf(kept)));
    const shown = JSON.stringify(others.map((kept) => [spot(kept), kept.text, location.pathname]));
    if (list.dataset.shown === shown) return;
    list.dataset.shown = shown;
    if (!others.length) return room.remove();
    const groups = [...typedIn].map((name) => others.filter((kept) => nameOf(kept) === name));
    const title = groups.length === 1 ? TYPED.one : say(TYPED.many, { count: groups.length });
    list.replaceChildren(
      make("summary", { textContent: title }), make("p", { textContent: TYPED.explanation }), ...groups.map(other),
    );
    if (!room.isConnected) document.body.append(room);
  }
  // A form that is not open: its fields in the order of typing, and what can be done with them together.
  function other(fields) {
    const [last] = fields, ordered = [...fields].reverse();
    const when = new Date(last.at).toLocaleString("nl-NL", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
    const whole = ordered.length === 1 ? last.text : ordered.map(({ label, text }) => `${label}\n${text}`).join("\n\n");
    const copy = button(TYPED.copy, async () => { await navigator.clipboard.writeText(whole); copy.textContent = TYPED.copied; });
    const away = button(TYPED.away, () => { fields.forEach(forget); look(); });
    const typed = ordered.flatMap(({ label, text }) => [
      make("strong", { textContent: label }), make("pre", { textContent: text }),
    ]);
    return make("div", { class: "getypt-een" }, [
      make("p", { textContent: say(TYPED.when, { page: last.page, when }) }), ...typed,
      make("div", { class: "getypt-knoppen" }, [wayBack(last), copy, away]),
    ]);
  }
  function wayBack(kept) {
    const path = kept.place.split("?")[0];
    if (path !== location.pathname) {
      return make("a", { href: kept.place, textContent: say(TYPED.elsewhere, { page: kept.page }) });
    }
    const opener = kept.opener && document.querySelector(`.${CSS.escape(kept.opener)} button`);
    if (!opener) return make("span", { textContent: TYPED.open_again });
    return button(TYPED.go_on, () => { list.open = false; opener.click(); });
  }

  // ---- looking at the screen, once after each change
  async function look() {
    clearTimeout(timer);
    due = Infinity;
    if (looking) { again = true; return; }
    looking = true;
    try { await lookOnce(); } finally { looking = false; }
    if (again) { again = false; soon(); }
  }
  async function lookOnce() {
    const { forms, ended } = read();
    end(ended); // also while the screen is still being drawn: who leaves at once need not find stored words again
    if (!running() || cutOff()) noteChoices(forms);
    if (running()) return soon(300);
    const all = everything();
    if (!all.length && !forms.size && !list.isConnected) return;
    const locks = await navigator.locks?.query();
    alive.clear();
    alive.add(tab);
    locks?.held.forEach(({ name }) => name.startsWith(STORAGE) && alive.add(name.slice(STORAGE.length)));
    for (const [name, box] of notices) {
      const mark = [...forms.values()].find((one) => one.form === box.dataset.form);
      if (mark?.round !== box.dataset.round) { box.remove(); notices.delete(name); }
    }
    let waits = false;
    for (const one of fieldsOf(forms)) {
      if (!openers.has(one.mark.form)) openers.set(one.mark.form, lastPress);
      waits = bringBack(one, all) || waits;
    }
    for (const form of openers.keys()) if (![...forms.values()].some((mark) => mark.form === form)) openers.delete(form);
    if (waits) soon(LOCKS);
    const quiet = Date.now() - changed;
    if (quiet < SETTLED) soon(SETTLED - quiet + 10);
    else showOthers(forms, everything());
  }
  function soon(delay = 150) {
    if (Date.now() + delay >= due) return; // else a screen that keeps changing would never be looked at
    clearTimeout(timer);
    due = Date.now() + delay;
    timer = setTimeout(look, delay);
  }

  function remember(event) {
    const made = event.target.closest?.("button");
    if (!made || made.closest(`.getypt-melding, .getypt-elders, ${typedChoices.KINDS}`)) return;
    const place = made.closest('[class*="st-key-"]');
    lastPress = [...(place?.classList ?? [])].find((name) => name.startsWith("st-key-")) ?? "";
    if (place?.matches(".st-key-afmelden-hier, .st-key-afmelden-overal")) return forgetAll();
    const { forms } = read();
    for (const kept of everything()) {
      const ours = [...forms].some(([scope, mark]) => mark.round === kept.round && scope.contains(made));
      if (ours) pressed.set(spot(kept), kept.text);
    }
  }

  document.addEventListener("input", typed, true);
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches?.(FIELDS) && !entered.has(target)) entered.set(target, target.value);
  });
  function use({ target }) {
    const field = target instanceof Element && typedChoices.around(target);
    if (!field) return;
    const one = fieldsOf(read().forms).find((each) => each.field === field);
    if (!one) return;
    (seen(one) ?? see(one, { before: valueOf(field) ?? "" })).used = true;
    soon();
  }
  for (const kind of ["pointerdown", "keydown", "focusin"]) document.addEventListener(kind, use, true);
  document.addEventListener("click", remember, true);
  addEventListener("pagehide", () => noteChoices(read().forms));
  addEventListener("tev-afgemeld", forgetAll);
  addEventListener("beforeunload", (event) => unsafe && event.preventDefault());
  new MutationObserver(() => {
    changed = Date.now();
    soon();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"] });
  navigator.locks?.request(STORAGE + tab, () => new Promise(() => {})); // held as long as this window lives
  for (const kept of everything()) if (Date.now() - kept.at > KEPT_FOR) forget(kept);
})();
