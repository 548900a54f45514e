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
