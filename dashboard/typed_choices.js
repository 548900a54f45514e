// What is chosen in a form: radio buttons, ticks, and lists that fold out, as Streamlit draws them. They are read, and
// chosen again as a hand would do it: a list is opened, searched and closed. Used by typed_words.js, which stands after
// this. Before this file stands `const TYPED = {…}`, the Dutch words.
const typedChoices = (() => {
  const KINDS = "[data-testid=stRadio], [data-testid=stCheckbox], [data-testid=stSelectbox], [data-testid=stMultiSelect]";
  const WAITS = 3000; // milliseconds until a list is left alone because somebody types
  const OPENS = 1500; // milliseconds in which a list opens and shows what is searched in it
  const OWN_WORDS = "textarea, input:not([type=radio], [type=checkbox]), select, [contenteditable]";
  const TIMES = 3; // that a list is opened
  let queue = Promise.resolve(); // one list at a time
  let busy = null; // the list that this script is opening

  const kind = (field) => field.dataset.testid;
  const input = (field) => field.querySelector("input");
  const tags = (field) => [...field.querySelectorAll("[data-tag]")];
  const words = (option) => (option.querySelector("[data-testid=stMarkdownContainer]") ?? option).textContent;
  const same = (one, other) => one.split("\n").sort().join("\n") === other.split("\n").sort().join("\n");
  const isOpen = (field) => input(field)?.getAttribute("aria-expanded") === "true";

  const isChosen = (field, text) => same(read(field) ?? "", text);

  async function until(found, patience) {
    const end = performance.now() + patience;
    for (;;) {
      const what = found();
      if (what || performance.now() > end) return what;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  // What is chosen, as people read it; null while somebody is choosing.
  function read(field) {
    if (kind(field) === "stCheckbox") return input(field).checked ? TYPED.ticked : TYPED.unticked;
    if (kind(field) === "stRadio") {
      const chosen = field.querySelector("input:checked");
      return chosen ? words(chosen.closest("label")) : "";
    }
    if (isOpen(field)) return null;
    return kind(field) === "stSelectbox" ? input(field).value : tags(field).map((tag) => tag.ariaLabel).join("\n");
  }

  function somebodyWrites() {
    const { activeElement } = document;
    return activeElement?.shadowRoot || activeElement?.matches(OWN_WORDS) || document.querySelector("[role=listbox]");
  }
  // A list may be opened: the screen is there, somebody looks at it, and writes nothing.
  async function mayOpen(field) {
    const ready = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning";
    for (let written = 0; field.isConnected; ) {
      if (!document.hasFocus() || !ready()) await new Promise((resolve) => setTimeout(resolve, 200));
      else if (!somebodyWrites()) return true;
      else if (written > WAITS) return false;
      else await new Promise((resolve) => setTimeout(resolve, (written += 100) && 100));
    }
    return false;
  }

  async function pick(field, wanted) {
    field.querySelector("button[aria-haspopup=listbox]").click();
    await until(() => isOpen(field), OPENS);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input(field), wanted);
    input(field).dispatchEvent(new Event("input", { bubbles: true }));
    const found = await until(() => {
      const list = document.getElementById(input(field).getAttribute("aria-controls"));
      const options = [...(list?.querySelectorAll("[role=option]") ?? [])].filter((one) => one.textContent === wanted);
      if (list && !options.length) list.scrollTop += list.clientHeight; // a long list holds only what is in sight
      return options.length === 1 && options[0];
    }, OPENS);
    if (found) found.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  async function pickAll(field, wanted) {
    document.body.classList.add("getypt-kiest"); // what opens now is for no eye
    busy = field;
    try {
      const isWanted = (tag) => wanted.includes(tag.ariaLabel);
      for (const tag of tags(field).filter((one) => !isWanted(one))) tag.querySelector("button").click();
      const there = new Set(tags(field).map((tag) => tag.ariaLabel));
      if (!wanted.length) field.querySelector("[role=group] > button:not([aria-haspopup])")?.click(); // it empties the list
      for (const one of wanted) if (!there.has(one)) await pick(field, one);
    } finally {
      input(field)?.blur();
      await until(() => !isOpen(field), OPENS);
      busy = null;
      document.body.classList.remove("getypt-kiest");
    }
  }

  // A page that moves closes a list: then it is tried once more.
  async function chooseInList(field, text, { still }) {
    for (let times = 0; times < TIMES && !isChosen(field, text); times += 1) {
      const free = await mayOpen(field);
      if (!times && !still()) return true; // somebody chose something else meanwhile
      if (!free) return false;
      await pickAll(field, text ? text.split("\n") : []);
    }
    return false;
  }

  // Choose this again, unless it is no longer `still` asked; answers whether nothing is left to choose.
  async function choose(field, text, { still }) {
    if (isChosen(field, text)) return true;
    let settled = false;
    if (kind(field) === "stCheckbox") input(field).click();
    else if (kind(field) === "stRadio") {
      [...field.querySelectorAll("label:has(input)")].find((option) => words(option) === text)?.querySelector("input").click();
    } else {
      const turn = queue.then(() => chooseInList(field, text, { still }));
      queue = turn.catch(() => false);
      settled = await queue;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    return settled || !field.isConnected || isChosen(field, text);
  }

  return {
    KINDS,
    is: (field) => field.matches(KINDS),
    // The choice in which this happens; none when it is this script that does it.
    around: (target) => { const field = target.closest?.(KINDS); return field === busy ? null : field; },
    label: (field) => field.querySelector("[role=radiogroup], input")?.getAttribute("aria-label") ?? "",
    read,
    choose,
  };
})();
