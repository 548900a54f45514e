// Names in Dutch what Streamlit names in English, and again whenever it draws the field anew.
// Before this file stands `const WORDS = {…}`, the Dutch words.

const FIELD = ".st-key-bestand";

function name(element, label) {
  if (element && element.getAttribute("aria-label") !== label) element.setAttribute("aria-label", label);
}

function nameAll(field) {
  name(field.querySelector("input[type=file]"), WORDS.field);
  name(field.querySelector('[data-testid="stFileUploaderDropzone"] [data-testid="stBaseButton-secondary"]'), WORDS.choose);
  name(field.querySelector('[data-testid="stBaseButton-borderlessIcon"]'), WORDS.other);
  for (const chip of field.querySelectorAll('[data-testid="stFileChip"]')) {
    const file = chip.querySelector('[data-testid="stFileChipName"]')?.title ?? "";
    name(chip.querySelector("button"), WORDS.remove.replace("{file}", file));
  }
}

export default function () {
  const field = document.querySelector(FIELD);
  if (!field) return;
  const watcher = new MutationObserver(() => nameAll(field));
  watcher.observe(field, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-label"] });
  nameAll(field);
  return () => watcher.disconnect();
}
