// What neither Streamlit nor a style sheet does: choices that stand open can be used, and charts fit on paper.

// On a wide screen the style sheet shows the other choices although they are folded; Streamlit lets nobody reach those.
const wide = matchMedia("(min-width: 50rem)");

function letReach() {
  for (const folded of document.querySelectorAll(".st-key-meer-keuzes details > div")) {
    const locked = !wide.matches && !folded.parentElement.open;
    if (folded.inert !== locked) folded.inert = locked;
  }
}

new MutationObserver(letReach).observe(document, {
  subtree: true, childList: true, attributes: true, attributeFilter: ["inert", "open"],
});
wide.addEventListener("change", letReach);

// Paper is narrower than most screens, and a drawn chart does not follow.
const PAPER = 680; // CSS pixels between the margins of a standing A4

window.addEventListener("beforeprint", () => {
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    chart.style.zoom = Math.min(1, PAPER / chart.offsetWidth);
  }
});
window.addEventListener("afterprint", () => {
  for (const chart of document.querySelectorAll(".js-plotly-plot")) chart.style.zoom = "";
});

// Where somebody types stays where it is on the screen, also when what others share comes in above it.
const TYPED_IN = "textarea, input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=file])";
const held = { field: null, top: 0, sizes: new ResizeObserver(stay) };

function stay() {
  const { field } = held;
  const moved = field?.isConnected ? field.getBoundingClientRect().top - held.top : 0;
  if (Math.abs(moved) >= 1) field.closest("[data-testid=stMain]").scrollTop += moved;
}

function noteTop() {
  if (held.field) held.top = held.field.getBoundingClientRect().top;
}

document.addEventListener("focusin", ({ target }) => {
  held.sizes.disconnect();
  const isTypedIn = target.matches(TYPED_IN) || target.shadowRoot; // the shadow is a field of our own
  held.field = isTypedIn && target.closest("[data-testid=stMain]") ? target : null;
  noteTop();
  for (let around = held.field?.parentElement; around && around.dataset.testid !== "stMain"; around = around.parentElement) {
    held.sizes.observe(around);
  }
});
document.addEventListener("focusout", () => {
  held.sizes.disconnect();
  held.field = null;
});
document.addEventListener("scroll", noteTop, { capture: true, passive: true });
