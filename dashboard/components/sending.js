// Sends what stands in the fields of this page, once every word of it is saved. The fields are those of writing.js.
// Before this file stands `const WORDS = {…}`, the Dutch words.

const PATIENCE = 10000; // milliseconds to wait until everything is saved, and then until the server answered
const NEXT_TRY = 300; // milliseconds

async function saved(writer) {
  const until = Date.now() + PATIENCE;
  const versions = {};
  for (const [name, field] of window.tellenEnVertellen?.fields ?? []) {
    if (!name.startsWith(`${writer}:0:`)) continue;
    for (;;) {
      await field.save();
      if (!field.dirty || field.other || Date.now() > until) break;
      await new Promise((resolve) => setTimeout(resolve, NEXT_TRY));
    }
    if (field.dirty || field.other) return null;
    versions[name.slice(`${writer}:0:`.length)] = field.version;
  }
  return versions;
}

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".row");
  const button = root.querySelector("button");
  const status = root.querySelector("[role=status]");
  const free = (words) => {
    root.dataset.busy = "";
    button.setAttribute("aria-disabled", "false");
    if (status.textContent !== words) status.textContent = words;
  };
  button.textContent = data.anyway ? WORDS.anyway : WORDS.send;
  if (root.dataset.round !== data.round) {
    root.dataset.round = data.round; // the server answered what was sent before
    free("");
  }
  button.onclick = async () => {
    if (root.dataset.busy) return;
    root.dataset.busy = "yes";
    button.setAttribute("aria-disabled", "true");
    status.textContent = WORDS.busy;
    const versions = await saved(data.writer);
    if (versions === null) return free(WORDS.unsaved);
    component.setTriggerValue("send", { versions, anyway: data.anyway });
    const round = data.round;
    setTimeout(() => root.dataset.busy && root.dataset.round === round && free(WORDS.failed), PATIENCE);
  };
}
