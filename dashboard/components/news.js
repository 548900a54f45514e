// Asks, as long as the page is in sight, whether something changed since the part of the screen around it was drawn;
// then that part is drawn anew. Before this file stands `const WORDS = {…}`, the Dutch words.

const PAUSE = 1000; // milliseconds between two looks: with the quarter of a second of the server well within three seconds
const A_WHILE = 2500; // milliseconds until a part is drawn once more
const AT_WORK = 45000; // milliseconds in which a part is not drawn because somebody chooses from what is open
const PATIENCE = 6000; // milliseconds until a change is told again that the screen did not follow

// Whether a list, a popover or a menu stands open, or letters are being put together to a word: what is drawn anew can
// move the page, and Streamlit closes a list when the page moves.
const hands = { composing: false };
document.addEventListener("compositionstart", () => { hands.composing = true; }, true);
document.addEventListener("compositionend", () => { hands.composing = false; }, true);
function atWork() {
  let field = document.activeElement;
  while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
  const menu = field?.tagName === "SELECT" && (!CSS.supports("selector(:open)") || field.matches(":open"));
  return menu || hands.composing || document.querySelector("[role=listbox], [role=dialog], [data-testid=stPopoverBody]") !== null;
}

class Watcher {
  constructor(root) {
    this.status = root.querySelector("[role=status]");
    this.told = { what: "", at: 0 };
    this.waits = 0; // since when, in milliseconds
    this.look = this.look.bind(this);
    document.addEventListener("visibilitychange", this.look);
    this.timer = setInterval(this.look, PAUSE);
  }

  async look() {
    if (document.hidden || this.looking) return;
    this.looking = true;
    try {
      const answer = await fetch(this.data.address, { cache: "no-store" });
      if (answer.ok) this.receive(await answer.json());
      this.say(answer.status === 503 ? WORDS.away : this.waits ? WORDS.waits : "");
    } catch {
      // the connection is gone for a moment: the next look is soon
    } finally {
      this.looking = false;
    }
  }

  receive(now) {
    const { seen } = this.data;
    const what = Object.keys(seen).filter((topic) => now[topic] !== seen[topic]).map((topic) => now[topic]).join(" ");
    if (what && atWork() && performance.now() - (this.waits ||= performance.now()) < AT_WORK) return;
    this.waits = 0;
    if (!what || (this.told.what === what && performance.now() - this.told.at < PATIENCE)) return;
    this.told = { what, at: performance.now() };
    this.component.setTriggerValue("moved", what);
  }

  say(words) {
    this.status.classList.toggle("waits", words === WORDS.waits);
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  end() {
    clearInterval(this.timer);
    document.removeEventListener("visibilitychange", this.look);
  }
}

const watchers = new Map();

export default function (component) {
  const root = component.parentElement.querySelector(".news");
  if (!watchers.has(root)) watchers.set(root, new Watcher(root));
  const watcher = watchers.get(root);
  watcher.component = component;
  watcher.data = component.data;
  if (component.data.once_more) setTimeout(() => watcher.component.setTriggerValue("moved", "once more"), A_WHILE);
  return () => {
    watcher.end();
    watchers.delete(root);
  };
}
