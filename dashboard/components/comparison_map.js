// A map of areas. Before this file stand `const WORDS = {…}`, the Dutch words, and `const CLASSES = {…}`, the styles.
// Outlines come from our own route and stay in the browser; the page sends only what each area is.

const SVG = "http://www.w3.org/2000/svg";
const mostHigh = () => Math.min(720, Math.max(420, innerHeight * .66)); // pixels: a map that fits on its screen
const MOST_NAMED = 45; // areas that are named on the map where they have the room; of more one sees the pattern
const LARGEST_TILE = 112; // pixels: a few areas need no poster
const SIZE = 12; // pixels: the letters on the map
const pen = document.createElement("canvas").getContext("2d"); // measures words
const files = (window.tellenEnVertellenKaart ??= new Map()); // what was fetched in this window, by its address

function draw(name, attributes = {}, children = []) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function make(name, properties = {}, children = []) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// Every class has a pattern over its colour, as coarse on each screen: `unit` is what one pixel is on the map.
function patterns(unit, prefix) {
  return draw("defs", {}, Object.entries(CLASSES).filter(([, one]) => one.pattern).map(([kind, one]) => {
    const over = { lines: [["path", { d: "M-1 7L7 -1M3 9L9 3M-3 3L3 -3", stroke: one.ink, "stroke-width": 1, "stroke-opacity": .55 }]],
      crossed: [["path", { d: "M0 0L6 6M6 0L0 6", stroke: one.ink, "stroke-width": .8, "stroke-opacity": .5 }]],
      dots: [["circle", { cx: 3, cy: 3, r: .9, fill: one.ink }]] }[one.pattern];
    return draw("pattern", { id: `${prefix}-${kind}`, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: `scale(${unit})` }, [
      draw("rect", { width: 6, height: 6, fill: one.fill }), ...over.map(([name, attributes]) => draw(name, attributes)),
    ]);
  }));
}

const filled = (kind, prefix) => (CLASSES[kind].pattern ? `url(#${prefix}-${kind})` : CLASSES[kind].fill);

// The sign of a class, around (0, 0) and `size` wide, on a spot of the class's own colour so that no pattern crosses it.
function sign(kind, size) {
  const { sign: form, ink, fill } = CLASSES[kind], half = size / 2;
  if (!form) return [];
  const line = { fill: "none", stroke: ink, "stroke-width": Math.max(1.2, size / 7) };
  const spot = CLASSES[kind].pattern ? [draw("circle", { r: half * 1.35, fill })] : [];
  if (form === "up") return [...spot, draw("path", { d: `M0 ${-half}L${half} ${half * .8}H${-half}z`, fill: ink })];
  if (form === "down") return [...spot, draw("path", { d: `M0 ${half}L${half} ${-half * .8}H${-half}z`, fill: ink })];
  if (form === "round") return [draw("circle", { r: half * .85, ...line })];
  return [...spot, draw("path", { d: `M${-half * .7} ${-half * .7}L${half * .7} ${half * .7}M${half * .7} ${-half * .7}L${-half * .7} ${half * .7}`, ...line })];
}

function words(text, attributes) {
  return draw("text", { "text-anchor": "middle", "font-size": SIZE, ...attributes }, [text]);
}

// Words of an area that may lie over others: a veil keeps them readable.
const veiled = { fill: "#1F2933", stroke: "#FFFFFF", "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke" };

// The pixels that words on the map take, in letters of this weight.
function wide(text, weight) {
  pen.font = `${weight} ${SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}

// A name in lines that fit `width` pixels; nothing when a word does not.
function lines(name, width, weight) {
  const found = [];
  for (const word of name.split(/(?<=[\s-])/)) {
    const last = found.length - 1;
    if (last >= 0 && wide((found[last] + word).trimEnd(), weight) <= width) found[last] += word;
    else found.push(word);
  }
  return found.every((line) => wide(line.trimEnd(), weight) <= width) && found.length <= 3 ? found.map((line) => line.trim()) : [];
}

class AreaMap {
  constructor(root) {
    this.root = root;
    this.drawing = make("div", { className: "drawing" });
    this.place = make("div", { className: "place", tabIndex: 0 });
    this.place.setAttribute("role", "group");
    this.place.setAttribute("aria-label", WORDS.keys);
    this.told = make("p", { className: "told" });
    this.told.setAttribute("aria-live", "polite");
    this.legend = make("ul", { className: "legend" });
    this.legend.setAttribute("aria-label", WORDS.legend);
    this.drawing.append(this.told, this.place);
    root.replaceChildren(this.drawing, this.legend);
    this.observer = new ResizeObserver(() => this.show());
    this.observer.observe(this.drawing);
    for (const kind of ["pointerover", "click"]) this.place.addEventListener(kind, ({ target }) => this.tell(target.closest("[data-area]")?.dataset.area));
    this.place.addEventListener("keydown", (event) => this.walk(event));
  }

  async receive(data) {
    const changed = JSON.stringify(data);
    if (changed === this.changed) return;
    Object.assign(this, { changed, data, width: 0, at: undefined, outlines: null, areas: data.names.map((name, number) => {
      const [kind, words] = data.said[data.classes[number]];
      return { name, kind, words, code: data.codes[number], value: data.values[number], short: data.short[number] ?? "",
        tile: data.tiles.slice(2 * number, 2 * number + 2), chosen: data.chosen.includes(number) };
    }) });
    this.legend.replaceChildren(...data.legend.map((line) => make("li", {}, [this.swatch(line.kind), make("span", {}, [line.words, make("small", { textContent: line.areas })])])));
    this.told.textContent = WORDS.point;
    if (data.address) {
      const outlines = await fetched(data.address);
      if (this.data !== data) return;
      if (!outlines) { this.place.replaceChildren(); this.told.textContent = WORDS.away; return; }
      this.outlines = outlines;
    }
    this.show();
  }

  swatch(kind) {
    const svg = draw("svg", { viewBox: "0 0 28 22", "aria-hidden": "true" }, [patterns(1, "swatch")]);
    svg.append(draw("rect", { x: .5, y: .5, width: 27, height: 21, fill: filled(kind, "swatch"), stroke: "#5F6B76" }), draw("g", { transform: "translate(14 11)" }, sign(kind, 11)));
    return svg;
  }

  // An arrow leads to the nearest area on that side; the first one to the area that the screen is about.
  walk(event) {
    const [right, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [];
    if (right === undefined || !this.middles) return;
    event.preventDefault();
    if (this.at === undefined) return this.tell(this.data.chosen[0] ?? 0);
    const [x, y] = this.middles[this.at];
    let nearest = Infinity, found;
    this.middles.forEach(([x1, y1], number) => {
      const along = (x1 - x) * right + (y1 - y) * down, aside = Math.abs((x1 - x) * down) + Math.abs((y1 - y) * right);
      if (along > 0 && along + 2 * aside < nearest) [nearest, found] = [along + 2 * aside, number];
    });
    this.tell(found);
  }

  tell(number) {
    if (number === undefined) return;
    this.at = number;
    const { name, value, words } = this.areas[number];
    this.told.replaceChildren(make("b", { textContent: name }), `: ${value}, ${words}.`);
    this.over?.setAttribute("d", this.shapes[number]);
  }

  show() {
    const width = Math.round(this.drawing.clientWidth);
    if (!this.data || !width || width === this.width || (this.data.address && !this.outlines)) return;
    this.width = width;
    const shapes = this.data.address ? this.fromOutlines(width) : this.fromTiles(width);
    const { box: [left, top, wide, high], unit } = shapes;
    const svg = draw("svg", { viewBox: `${left} ${top} ${wide} ${high}`, role: "img", "aria-label": this.data.label });
    svg.style.maxHeight = `${Math.round(high / unit)}px`;
    svg.append(patterns(unit, "area"), ...shapes.around);
    this.shapes = shapes.paths;
    this.middles = shapes.middles;
    shapes.paths.forEach((d, number) => {
      const { kind } = this.areas[number];
      svg.append(draw("path", { d, "data-area": number, "data-class": kind, fill: filled(kind, "area"), "fill-rule": "evenodd", stroke: kind === "higher" ? "#9FB6C9" : "#5F6B76", "stroke-width": .8 * unit }));
    });
    this.over = draw("path", { class: "over", fill: "none", stroke: "#1F2933", "stroke-width": 2 * unit });
    svg.append(this.over, ...this.data.chosen.flatMap((number) => [["#FFFFFF", 6], ["#1F2933", 3]].map(([stroke, thick]) =>
      draw("path", { class: "over", d: shapes.paths[number], fill: "none", stroke, "stroke-width": thick * unit, "stroke-linejoin": "round" }))));
    shapes.paths.forEach((_, number) => svg.append(draw("g", { class: "over", transform: `translate(${shapes.middles[number].join(" ")}) scale(${unit})` }, this.inside(number, shapes.rooms[number] / unit, (shapes.boxes[number][2] - shapes.boxes[number][0]) / unit, shapes.tiled))));
    for (const number of this.data.chosen) if (!this.named.has(number)) svg.append(this.ownName(number, shapes, unit, [left, top, wide, high]));
    this.place.replaceChildren(svg);
  }

  // What is written in an area with this room around its middle, in pixels: its sign, and its name or its letters.
  inside(number, room, across, tiled) {
    const { name, short, kind, chosen } = this.areas[number], { ink, fill, pattern } = CLASSES[kind];
    const size = Math.min(15, room * (tiled ? 1.1 : 1.3));
    if (size < 5) return [];
    const weight = chosen ? 700 : 400;
    const few = this.areas.length <= MOST_NAMED, width = Math.max(2 * room - 6, .75 * across);
    const fitting = few && room >= 18 ? lines(name, width, weight) : [];
    const said = fitting.length && fitting.length * 13 + 12 <= 2 * room ? fitting : few && room >= 14 && short && wide(short, weight) <= width ? [short] : [];
    if (fitting === said && said.length) this.named.add(number);
    const up = said.length ? -(said.length * 13) / 2 : 0;
    const over = pattern ? { ...veiled, fill: ink, stroke: fill } : { fill: ink };
    return [draw("g", { transform: `translate(0 ${up})` }, sign(kind, said.length ? Math.min(size, 12) : size)),
      ...said.map((line, place) => words(line, { y: up + 19 + place * 13, "font-weight": weight, ...over }))];
  }

  // The name of the area that the screen is about, above it or else below, and within the map.
  ownName(number, { boxes }, unit, [left, top, wide, high]) {
    const [x0, y0, x1, y1] = boxes[number], { name } = this.areas[number], half = (name.length * 8 * unit) / 2;
    const x = Math.min(Math.max((x0 + x1) / 2, left + half), left + wide - half);
    const y = y0 - 6 * unit - 14 * unit > top ? y0 - 6 * unit : Math.min(y1 + 16 * unit, top + high - 3 * unit);
    return draw("g", { class: "over", transform: `translate(${x} ${y}) scale(${unit})` }, [words(name, { "font-size": 14, "font-weight": 700, ...veiled })]);
  }

  fromOutlines(width) {
    this.named = new Set();
    const own = new Set(this.data.codes);
    const found = this.data.codes.map((code) => this.outlines[code]);
    const [x0, y0] = [1, 2].map((side) => Math.min(...found.map((one) => one[side])));
    const [x1, y1] = [3, 4].map((side) => Math.max(...found.map((one) => one[side])));
    const edge = .03 * Math.max(x1 - x0, y1 - y0), wide = x1 - x0 + 2 * edge, high = y1 - y0 + 2 * edge;
    const around = Object.entries(this.outlines).filter(([code]) => !own.has(code)).map(([, one]) => draw("path", { d: one[0], fill: "none", stroke: "#C3CAD2", "stroke-width": (.7 * Math.max(wide / width, high / mostHigh())) }));
    return { box: [x0 - edge, y0 - edge, wide, high], unit: Math.max(wide / width, high / mostHigh()), around, tiled: false,
      paths: found.map(([d]) => d), boxes: found.map((one) => one.slice(1, 5)), middles: found.map((one) => one.slice(5, 7)), rooms: found.map((one) => one[7]) };
  }

  fromTiles(width) {
    this.named = new Set();
    const places = this.areas.map((area) => area.tile);
    const columns = Math.max(...places.map(([column]) => column)) + 1, rows = Math.max(...places.map(([, row]) => row)) + 1;
    const wide = Math.max(columns * 100 + 20, (width / LARGEST_TILE) * 100), high = rows * 100 + 60;
    const unit = Math.max(wide / width, (columns * 100 + 20) / width, high / mostHigh());
    const boxes = places.map(([column, row]) => [column * 100 + 4, row * 100 + 4, column * 100 + 96, row * 100 + 96]);
    return { box: [-10, -40, wide, high], unit, around: [], tiled: true, boxes, rooms: boxes.map(() => 46),
      paths: boxes.map(([x, y]) => `M${x} ${y}h92v92h-92z`), middles: boxes.map(([x, y]) => [x + 46, y + 46]) };
  }
}

async function fetched(address) {
  if (!files.has(address)) {
    try {
      const answer = await fetch(address);
      if (!answer.ok) return null;
      files.set(address, await answer.json());
    } catch { return null; }
  }
  return files.get(address);
}

const maps = new WeakMap();

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".map");
  if (!maps.has(root)) maps.set(root, new AreaMap(root));
  maps.get(root).receive(data);
  return () => {
    maps.get(root)?.observer.disconnect();
    maps.delete(root);
  };
}
