// Asks, as long as the page is in sight, whether the screen that one looks along with moved on; then the page goes
// along. Not while somebody is typing: then a button offers it. Before this file stands `const WORDS = {…}`.

const PAUSE = 1300; // milliseconds between two looks: with the server's half second well within three seconds
const PATIENCE = 6000; // milliseconds until a move is told again that the page did not follow

// Fields in which somebody typed, wherever they are; a choice from a list is no typing.
const typed = new Set();
const TEXT = "textarea, input:not([type]), input[type=text], input[type=search], input[type=number], [contenteditable]";

document.addEventListener("input", (event) => {
  const field = event.composedPath()[0];
  if (field instanceof Element && field.matches(TEXT)) typed.add(field);
});

function isBusy() {
  for (const field of typed) {
    if (!field.isConnected) typed.delete(field);
    else if (field.getAttribute("role") === "combobox") {
      if (field.matches(":focus")) return true;
    } else if ((field.value ?? field.textContent).trim()) return true;
  }
  return false;
}

class Watcher {
  constructor(root) {
    this.status = root.querySelector("[role=status]");
    this.button = root.querySelector("button");
    this.button.textContent = WORDS.go;
    this.button.onclick = () => this.tell(this.waiting);
    this.told = { moves: undefined, at: 0 };
    this.look = this.look.bind(this);
    document.addEventListener("visibilitychange", this.look);
    this.timer = setInterval(this.look, PAUSE);
  }

  async look() {
    if (document.hidden || this.looking) return;
    this.looking = true;
    try {
      const answer = await fetch(this.data.address, { cache: "no-store" });
      if (answer.ok) this.receive((await answer.json()).moves);
    } catch {
      // the connection is gone for a moment: the next look is soon
    } finally {
      this.looking = false;
    }
  }

  receive(moves) {
    if (moves === this.data.moves) this.offer(undefined);
    else if (moves && isBusy()) this.offer(moves);
    else if (this.told.moves !== moves || performance.now() - this.told.at > PATIENCE) this.tell(moves);
  }

  offer(moves) {
    this.waiting = moves;
    this.button.hidden = moves === undefined;
    const words = moves === undefined ? "" : WORDS.moved;
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  tell(moves) {
    this.told = { moves, at: performance.now() };
    this.offer(undefined);
    this.component.setTriggerValue("moved", moves);
  }

  end() {
    clearInterval(this.timer);
    document.removeEventListener("visibilitychange", this.look);
  }
}

const watchers = new Map();

export default function (component) {
  const root = component.parentElement.querySelector(".row");
  if (!watchers.has(root)) watchers.set(root, new Watcher(root));
  const watcher = watchers.get(root);
  watcher.component = component;
  watcher.data = component.data;
  return () => {
    watcher.end();
    watchers.delete(root);
  };
}
