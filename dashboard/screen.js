// Paper is narrower than most screens, and a drawn chart does not follow: make each as small as the paper asks.
const PAPER = 680; // CSS pixels between the margins of a standing A4

addEventListener("beforeprint", () => {
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    chart.style.zoom = Math.min(1, PAPER / chart.offsetWidth);
  }
});
addEventListener("afterprint", () => {
  for (const chart of document.querySelectorAll(".js-plotly-plot")) chart.style.zoom = "";
});
