// Whoever comes back to a list of links stands again on the link that they followed: a page that is drawn anew begins
// without a focus, at its top. The link is kept for this tab only, and until it was used once.

const KEPT = "gevolgd-uit-lijst";
const PATIENCE = 8000; // milliseconds until the list must stand there

// The parts of the address that say which list it is; what a screen adds to it by itself is none of them.
function listed(names) {
  const chosen = new URLSearchParams(location.search);
  return [location.pathname, ...names.map((name) => chosen.get(name) ?? "")].join("|");
}

const linksOf = (list) => [...document.querySelectorAll(`.st-key-${list} a[href]`)];
const sameWay = (links, link) => links.filter((one) => one.getAttribute("href") === link);

function follow(event, { list, names }) {
  const link = event.target.closest?.(`.st-key-${list} a[href]`);
  if (!link) return;
  const way = link.getAttribute("href");
  const kept = { list: listed(names), way, place: sameWay(linksOf(list), way).indexOf(link) };
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
}

// Once the list stands there; not when somebody is somewhere else on the page already.
function stand({ list, names }, end) {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  if (!kept || kept.list !== listed(names) || performance.now() > end) return;
  const link = sameWay(linksOf(list), kept.way)[kept.place];
  if (!link) {
    requestAnimationFrame(() => stand({ list, names }, end));
    return;
  }
  sessionStorage.removeItem(KEPT);
  if (document.activeElement === document.body) link.focus();
}

export default function ({ data }) {
  const onClick = (event) => follow(event, data);
  document.addEventListener("click", onClick, true);
  stand(data, performance.now() + PATIENCE);
  return () => document.removeEventListener("click", onClick, true);
}
