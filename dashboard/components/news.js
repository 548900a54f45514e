// Asks, as long as the page is in sight, whether something changed since the part of the screen around it was drawn;
// then that part is drawn anew. Before this file stands `const WORDS = {…}`, the Dutch words.

const PAUSE = 1300; // milliseconds between two looks: with the server's half second well within three seconds
const A_WHILE = 2500; // milliseconds until a part is drawn once more
const PATIENCE = 6000; // milliseconds until a change is told again that the screen did not follow

class Watcher {
  constructor(root) {
    this.status = root.querySelector("[role=status]");
    this.told = { what: "", at: 0 };
    this.look = this.look.bind(this);
    document.addEventListener("visibilitychange", this.look);
    this.timer = setInterval(this.look, PAUSE);
  }

  async look() {
    if (document.hidden || this.looking) return;
    this.looking = true;
    try {
      const answer = await fetch(this.data.address, { cache: "no-store" });
      this.say(answer.status === 503 ? WORDS.away : "");
      if (answer.ok) this.receive(await answer.json());
    } catch {
      // the connection is gone for a moment: the next look is soon
    } finally {
      this.looking = false;
    }
  }

  receive(now) {
    const { seen } = this.data;
    const what = Object.keys(seen).filter((topic) => now[topic] !== seen[topic]).map((topic) => now[topic]).join(" ");
    if (!what || (this.told.what === what && performance.now() - this.told.at < PATIENCE)) return;
    this.told = { what, at: performance.now() };
    this.component.setTriggerValue("moved", what);
  }

  say(words) {
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
