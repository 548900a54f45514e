// Who is writing: a line, or a form. It asks our own route; then the page is loaded anew, with the cookie.
// Before this file stands `const WORDS = {…}`, the Dutch words.

const say = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function make(kind, properties = {}, children = []) {
  const { class: style, ...rest } = properties;
  const element = Object.assign(document.createElement(kind), rest);
  if (style) element.className = style;
  element.append(...children);
  return element;
}

async function ask(method, content) {
  const headers = { "content-type": "application/json" };
  try {
    const answer = await fetch(WORDS.address, { method, headers, body: content && JSON.stringify(content) });
    return answer.ok ? "" : (await answer.json()).sentence;
  } catch {
    return WORDS.failed;
  }
}

async function become(method, content, problem) {
  problem.textContent = await ask(method, content);
  if (!problem.textContent) location.reload();
}

function line(person, room) {
  const problem = make("p", { class: "problem" });
  const change = make("button", { type: "button", class: "link", textContent: WORDS.change });
  const other = make("button", { type: "button", class: "link", textContent: WORDS.someone_else });
  change.addEventListener("click", () => room.replaceChildren(form(person, room)));
  other.addEventListener("click", () => {
    dispatchEvent(new Event("tev-afgemeld")); // dashboard/typed_words.js forgets what was typed here
    become("DELETE", undefined, problem);
  });
  return make("div", { class: "line" }, [make("span", { textContent: say(WORDS.writing_as, person) }), change, other, problem]);
}

function form(person, room) {
  const field = (id, input) => make("div", {}, [make("label", { htmlFor: id, textContent: WORDS[id] }), Object.assign(input, { id })]);
  const name = make("input", { type: "text", autocomplete: "name", value: person?.name ?? "" });
  const organisation = make("input", { type: "text", autocomplete: "organization", value: person?.organisation ?? "" });
  const options = WORDS.perspectives.map((value) => make("option", { value, textContent: value }));
  const perspective = make("select", {}, [make("option", { value: "", textContent: WORDS.choose }), ...options]);
  perspective.value = person?.perspective ?? "";
  const problem = make("p", { class: "problem" });
  problem.setAttribute("role", "alert");
  const send = make("button", { type: "submit", textContent: person ? WORDS.save : WORDS.begin });
  const cancel = make("button", { type: "button", class: "link", textContent: WORDS.cancel, hidden: !person });
  cancel.addEventListener("click", () => room.replaceChildren(line(person, room)));
  const whole = make("form", { noValidate: true }, [
    make("h3", { textContent: WORDS.title }),
    make("p", { textContent: WORDS.explanation }),
    make("p", { textContent: WORDS.why }),
    make("div", { class: "fields" }, [
      field("name", name), field("organisation", organisation), field("perspective", perspective),
    ]),
    problem,
    make("div", { class: "line" }, [send, cancel]),
  ]);
  whole.addEventListener("submit", (event) => {
    event.preventDefault();
    const filled = { name: name.value, organisation: organisation.value, perspective: perspective.value };
    become("POST", { ...filled, changes: Boolean(person) }, problem);
  });
  for (const kind of ["keydown", "keypress", "keyup"]) whole.addEventListener(kind, (event) => event.stopPropagation());
  return whole;
}

export default function ({ data, parentElement }) {
  const room = parentElement.querySelector(".room");
  const shown = JSON.stringify(data);
  if (room.dataset.shown === shown) return; // what someone is filling in stays
  room.dataset.shown = shown;
  room.replaceChildren(data.person ? line(data.person, room) : form(null, room));
}
