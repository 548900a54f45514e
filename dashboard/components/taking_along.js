// Copies the address that shows this screen again; where the browser refuses that, selects it to be copied by hand.
// Or copies a text that somebody gives; `data.words` are the Dutch words.

function fullAddress(chosen) {
  const address = new URL(window.location.href);
  address.search = new URLSearchParams(chosen).toString();
  address.hash = "";
  return address.href;
}

async function copied(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.hidden = false;
    field.focus();
    field.select();
    return document.execCommand("copy"); // where there is no https: without asking permission
  }
}

export default function ({ data, parentElement }) {
  const { words } = data;
  const button = parentElement.querySelector("button");
  const field = parentElement.querySelector("input");
  const status = parentElement.querySelector("[role=status]");
  button.textContent = words.copy;
  field.setAttribute("aria-label", words.address);
  const address = data.address ?? fullAddress(data.chosen);
  if (field.value !== address) {
    field.value = address; // another view: what was said is about the one before
    field.hidden = true;
    status.textContent = "";
  }
  button.onclick = async () => {
    status.textContent = "";
    const done = await copied(data.text ?? address, field);
    if (done) field.hidden = true;
    status.textContent = done ? words.copied : words.select;
    if (done) button.focus();
  };
}
