/* Page: the shell around the program: what is clicked becomes a request, what comes back is shown. It
   knows no formula, computes no number, and has no sentence of its own. */
"use strict";

const $ = id => document.getElementById(id);
const EXAMPLE_FILE = "example.txt";
const FORMATS = { text: ["walk", "text", "txt"], markdown: ["walk", "markdown", "md"], latex: ["walk", "latex", "tex"],
  html: ["walk", "html", "html"], json: ["walk", "json", "json"], table: ["walk", "tsv", "tsv"],
  sheet: ["handout --blank", "html", "html"], key: ["handout --key", "html", "html"] };
const SLIP = 3; /* of a row's verdicts: what was printed is another value */
const VIEW = ["lang", "chapter", "reading", "iteration", "step", "predict"]; /* of the address; the rest is the example */
const HINTS = 2;      /* with some numbers, with all */
const WALK = "5";     /* the chapter that has a way back, and answers */

let program;
let shown = {};       /* the last answer that was no refusal */
let layout = {};      /* what of it stays while numbers change */
let rows = [];        /* the elements of the steps in view */
let state = initial();
let answers = new Map(), marked = new Map(), hint = 0;
let timer, playing, queued = false, pending = {};

function initial() {
  return { example: "", lang: navigator.language.startsWith("zh") ? "zh" : "en", chapter: WALK, reading: "stated", iteration: 1, step: 0, predict: false, explain: "" };
}

/* ---- The program ---- */

function request(state, sets) {
  const lines = [`lang ${state.lang}`, `chapter ${state.chapter}`, `reading ${state.reading}`, `iteration ${state.iteration}`, `step ${state.step}`];
  for (const name in sets) lines.push(`set ${name}=${sets[name]}`);
  if (predicts(state) && !revealed(state.step)) lines.push("hide yes", `hint ${hint}`);
  if (state.explain) lines.push(`explain ${state.explain}`);
  if (shown.layout) lines.push(`known ${shown.layout}`);
  return lines.join("\n") + "\n\n" + state.example;
}

function predicts({ predict, chapter }) { return predict && chapter === WALK; }

/* Goes to a state with SETS; where it is refused the old one stays, and PLACE says why. */
function go(change = {}, sets = {}, place = "refused") {
  const next = { ...state, ...change };
  const answer = program.ask(request(next, sets));
  for (const element of document.querySelectorAll(".refused")) element.textContent = "";
  if (answer.refused) {
    showChosen();
    refuse(place, answer.refused);
    return false;
  }
  state = { ...next, example: answer.example, chapter: answer.chapter, step: answer.step };
  show(answer);
  remember();
  return true;
}

/* Why, in the words of the command line, but not of what it has and the page has not. */
function refuse(place, why) { $(place).textContent = "bpwalk: " + why.replace(/^bpwalk: /, "").replace(/^--set /, ""); }

function run(line, input = "") {
  const words = line.split(" ").concat("--example", EXAMPLE_FILE, "--lang", state.lang);
  return program.run(words, { [EXAMPLE_FILE]: state.example }, input);
}

/* ---- The address ---- */

function address() {
  const parts = shown.address.map(line => line.split(/ = (.*)/s).slice(0, 2).map(encodeURIComponent).join("="));
  const usual = initial();
  for (const key of VIEW) if (state[key] !== usual[key]) parts.push(`${key}=${encodeURIComponent(state[key])}`);
  if (answers.size > 0) parts.push("answers=" + encodeURIComponent([...answers].map(pair => pair.join(":")).join(" ")));
  return "#" + parts.join("&");
}

function remember() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    history.replaceState(null, "", address());
    $("link").value = location.href;
  }, 200);
}

function recall() {
  const next = initial(), lines = [];
  answered();
  for (const part of location.hash.slice(1).split("&").filter(part => part !== "")) {
    let line = part;
    try { line = decodeURIComponent(part); } catch { /* the program refuses it */ }
    const [key, value] = line.split(/=(.*)/s);
    if (VIEW.includes(key)) next[key] = key === "predict" ? value === "true" : ["iteration", "step"].includes(key) ? Number(value) || 0 : value;
    else if (key === "answers") answers = new Map((value ?? "").split(" ").map(pair => pair.split(/:(.*)/s).slice(0, 2)).filter(pair => pair.length === 2));
    else lines.push(line);
  }
  next.example = lines.join("\n") + "\n";
  return next;
}

function restore() {
  shown = {};
  const next = recall();
  if (go(next)) {
    if (answers.size > 0 && !markAll()) answered();
    return state.chapter === WALK && iterate(state.iteration);
  }
  const why = $("refused").textContent;
  go({ ...initial(), lang: next.lang, example: "" });
  $("refused").textContent = why;
}

/* ---- What is shown ---- */

function make(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const key in attributes) if (attributes[key] !== undefined) element.setAttribute(key, attributes[key]);
  element.append(...inside);
  return element;
}

function math(markup) {
  const span = make("span");
  span.innerHTML = markup;
  return span;
}

function show(answer) {
  if (answer.rows) {
    layout = answer;
    showLayout();
  }
  shown = answer;
  rows.forEach((row, i) => showRow(row, layout.rows[i], answer.values[i]));
  putMarkup($("stage"), answer.stage);
  $("heading").textContent = answer.heading;
  for (const element of document.querySelectorAll("#drawing [data-shown]")) putText(element, answer.shown[element.dataset.shown] ?? "");
  showTyped();
  if ($("text") !== document.activeElement) $("text").value = answer.example;
  putMarkup($("curve"), answer.curve ?? "");
  $("curve").hidden = predicts(state); /* the error is a value, too */
  showIteration();
  once("build", [answer.network, answer.samples, ...layout.choices.map(([setting]) => settingOf(setting))], showBuild);
  $("reading").hidden = !answer.article;
  $("predict").setAttribute("aria-pressed", predicts(state));
  $("predict").disabled = state.chapter !== WALK;
  $("hints").hidden = !predicts(state);
  $("hint").disabled = hint === HINTS || revealed(state.step);
  showExplainable();
  showChosen();
  once("place", [answer.step, layout], showPlace);
  once("lights", [JSON.stringify(answer.lights), layout], light);
  once("explanation", [state.explain, answer.explanation, layout], showExplanation);
  showMarks();
}

/* Beyond the first it is said wherever that matters; where there are no more there is nothing to press. */
function showIteration() {
  const { iteration, most, step } = shown, which = `${layout.words.iteration} ${iteration}`;
  $("iteration").textContent = which;
  $("place").textContent = `${step + 1} / ${layout.steps}` + (iteration > 1 ? ` · ${which}` : "");
  $("of-first").hidden = iteration === 1;
  for (const button of document.querySelectorAll("[data-iterate]")) button.disabled = iteration >= most;
}

/* What is predicted is not told; nor can a chapter tell of a number that it does not use. */
function showExplainable() {
  $("explain").disabled = predicts(state);
  for (const button of $("given").querySelectorAll("button")) button.disabled = predicts(state) || !(button.dataset.explain in shown.shown);
}

function showChosen() {
  $("reading").value = state.reading;
  $("chapter").value = state.chapter;
  const number = current()?.equation;
  $("equation").value = layout.equations?.find(([one, , chapter]) => one === number && chapter === state.chapter)?.join(" ") ?? "";
}

/* Does what has to be done again only where one of these is another. */
const done = {};
function once(what, these, show) {
  if (these.every((one, i) => done[what]?.[i] === one)) return;
  done[what] = these;
  show();
}

/* What stays as it is costs nothing. */
function putText(element, text) { if (element.textContent !== text) element.textContent = text; }

const markups = new Map();
function putMarkup(element, markup) {
  if (markups.get(element) === markup) return;
  markups.set(element, markup);
  element.innerHTML = markup;
}

/* Not over what is just being typed. */
function showTyped() {
  for (const input of $("given").querySelectorAll("input")) {
    const typed = shown.typed[input.name];
    if (input.type === "range") widen(input, Number(typed));
    if (input.value === typed) continue;
    if (input !== document.activeElement || input.type === "range") input.value = typed;
  }
}

function widen(range, value) {
  if (value < range.min) range.min = Math.floor(value);
  if (value > range.max) range.max = Math.ceil(value);
}

function showLayout() {
  const focused = whereabouts(document.activeElement);
  document.documentElement.lang = state.lang;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = layout.words[element.dataset.word];
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", layout.words[element.dataset.label]);
    element.title = layout.words[element.dataset.label];
  }
  $("title").textContent = layout.title;
  document.title = `bpwalk: ${layout.title}`;
  $("drawing").innerHTML = layout.drawing;
  $("equation").replaceChildren(make("option", { value: "" }, "–"), ...layout.equations.sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true })).map(equation => make("option", { value: equation.join(" ") }, `(${equation[0]})`)));
  $("chapter").replaceChildren(...layout.chapters.map(([word, title]) => make("option", { value: word }, title)));
  $("chapter").hidden = layout.chapters.length === 0;
  $("parts").replaceChildren(...layout.parts.map(([step, words]) => make("button", { "data-step": step }, words)));
  $("examples").replaceChildren(...layout.examples.map(example => make("span", {}, make("button", { "data-example": example.name }, example.name), " " + example.words)));
  $("saves").replaceChildren(...Object.keys(FORMATS).concat("answers", "print").map(name => make("button", { "data-save": name }, layout.words["save-" + name])));
  showErrata();
  showChoices();
  showGiven();
  showRows();
  if (focused && !document.querySelector(":focus")) document.querySelector(focused)?.focus();
}

/* Which button has the keys, though it is made anew. */
function whereabouts({ parentElement, dataset = {} }) {
  const [[key, value] = []] = Object.entries(dataset), within = parentElement?.closest("[id]")?.id;
  return key && within && `#${within} [data-${key}="${CSS.escape(value)}"]`;
}

function showErrata() { $("errata-list").textContent = $("errata").open ? program.run(["errata", "--lang", state.lang]).out : ""; }

function showChoices() {
  const chosen = new FormData($("build"));
  $("choices").replaceChildren(...layout.choices.map(([setting, words]) => make("label", {}, layout.words["set-" + setting] + " ",
    make("select", { name: setting, required: "" }, ...words.map(word => make("option", { value: word }, layout.words["choice-" + word] ?? word))))));
  for (const select of $("choices").querySelectorAll("select")) select.value = chosen.get(select.name) ?? select.value;
}

function settingOf(name) { return shown.example.match(new RegExp(`^${name} = (.*)`, "m"))?.[1]; }

/* The form is of the network that is shown, and what is filled in stays as long as that; nothing is chosen where layers differ. */
function showBuild() {
  const { network, samples, ...selects } = Object.fromEntries([...$("build").querySelectorAll("[name]")].map(field => [field.name, field]));
  network.value = shown.network;
  samples.value = shown.samples;
  for (const [setting, [usual]] of layout.choices) selects[setting].value = settingOf(setting) ?? usual;
}

function showGiven() {
  let kind;
  const made = [];
  for (const given of layout.given) {
    if (given.kind !== kind) made.push(make("h3", {}, given.kind));
    kind = given.kind;
    const text = make("input", { name: given.name, inputmode: "decimal", "aria-label": given.name });
    const label = make("div", { "data-given": given.name, class: given.low === undefined ? "list" : undefined }, make("button", { type: "button", "data-explain": given.quantity, "aria-label": `${layout.words.explain} ${given.name}` }, math(given.math)), text);
    if (given.low !== undefined) label.append(make("input", { type: "range", name: given.name, min: given.low, max: given.high, step: given.by, "aria-label": given.name }));
    made.push(label);
  }
  $("given").replaceChildren(...made);
}

function showRows() {
  const made = [];
  rows = layout.rows.map(row => {
    if (row.heading) made.push(make("li", {}, make("h3", {}, row.heading)));
    const element = make("li", { class: "row", "data-step": row.step, "data-name": row.name, "data-iteration": layout.iteration },
      make("button", { class: "go", "data-step": row.step, "aria-label": `${layout.words.step} ${row.step + 1} ${row.name}` }, row.equation ? `(${row.equation})` : "·"), make("span", { id: `name-${row.step}` }, math(row.math)));
    element.append(predicts(state) && row.gives ? prediction(row) : make("button", { class: "value", id: `value-${row.step}`, "data-explain": row.name, "aria-labelledby": `name-${row.step} value-${row.step}` }));
    made.push(element);
    return element;
  });
  $("rows").replaceChildren(...made);
}

function prediction(row) {
  return make("span", {}, make("input", { class: "answer", "data-answer": row.name, "aria-label": row.name, value: answers.get(row.name) }), " ", make("span", { class: "verdict", role: "status" }));
}

function showRow(element, row, [exact, value, verdict]) {
  if (predicts(state)) {
    delete element.dataset.value;
    const button = element.querySelector(".value");
    if (button) button.hidden = true;
    return;
  }
  if (element.dataset.iteration !== String(shown.iteration)) element.dataset.iteration = shown.iteration;
  if (element.dataset.value !== exact) element.dataset.value = exact;
  putText(element.lastChild, "= " + value);
  element.lastChild.classList.toggle("slip", verdict === SLIP);
  element.lastChild.title = verdict === SLIP ? layout.words.slip : "";
}

function showPlace() {
  for (const element of rows) {
    if (Number(element.dataset.step) === state.step) element.setAttribute("aria-current", "step");
    else element.removeAttribute("aria-current");
  }
  const begun = layout.parts.filter(([step]) => step <= state.step).length - 1;
  [...$("parts").children].forEach((button, i) => button.setAttribute("aria-pressed", i === begun));
}

function light() {
  const ways = new Set();
  for (const element of document.querySelectorAll("#drawing [data-part]")) element.classList.remove("lit", "way0", "way1", "way2", "way3", "way4");
  for (const [part, way] of shown.lights ?? []) {
    const element = document.querySelector(`#drawing [data-part="${part}"]`);
    if (!element || element.classList.contains("lit")) continue;
    element.classList.add("lit", "way" + Math.min(way, 4));
    ways.add(way);
  }
  const count = Math.max(0, ...(shown.lights ?? []).map(([, way]) => way));
  const of_sample = document.querySelector('#drawing [data-shown$="_s1"]') ? layout.words["of-sample"] + " " : "";
  $("legend").replaceChildren(of_sample, ...Array.from({ length: Math.min(count, 4) }, (_, i) => make("b", { class: `way${i + 1}` }, `${layout.words.way} ${i + 1}  `)));
}

function showExplanation() {
  const related = (names, kind) => {
    for (const element of document.querySelectorAll("[data-name], [data-given]"))
      element.classList.toggle(kind, names.has(element.dataset.name ?? element.dataset.given));
  };
  related(new Set(state.explain ? shown.sources : []), "source");
  related(new Set(state.explain ? shown.uses : []), "use");
  related(new Set([state.explain]), "explained");
  if (state.explain) requestAnimationFrame(bringExplanation);
  $("explanation").hidden = $("related").hidden = !state.explain;
  $("explanation").textContent = state.explain ? shown.explanation : "";
  $("explain").setAttribute("aria-pressed", state.explain !== "");
}

/* The page is moved only where little of it would be seen. */
function bringExplanation() {
  const { top } = $("related").getBoundingClientRect();
  if (top < 0 || top > innerHeight * 3 / 4) $("related").scrollIntoView();
}

/* ---- Moving ---- */

function current() { return layout.rows?.find(row => row.step === state.step); }

function move(step) { moveTo({ step: Math.max(0, Math.min(step, layout.steps - 1)) }); }

function moveTo(place) {
  hint = 0;
  go({ ...place, explain: "" });
  showInList(rows.find(row => row.hasAttribute("aria-current")));
}

function toEquation(equation) {
  const [, step, chapter] = equation.split(" ");
  if (chapter) moveTo({ step: Number(step), chapter });
}

/* The list is moved, never the page: the step in full stays where it is. */
function showInList(row) {
  const list = $("rows"), above = row.offsetTop - list.scrollTop, below = above + row.offsetHeight - list.clientHeight;
  if (above < 0) list.scrollTop += above;
  else if (below > 0) list.scrollTop += below;
}

const MOVES = { first: () => 0, back: () => state.step - 1, next: () => state.step + 1, last: () => layout.steps - 1 };

function play(on) {
  clearInterval(playing);
  playing = on ? setInterval(() => (state.step + 1 < layout.steps ? move(state.step + 1) : play(false)), 1200) : undefined;
  $("play").setAttribute("aria-pressed", on);
}

function explain(name) {
  play(false);
  if (predicts(state)) return;
  go({ explain: state.explain === name ? "" : name });
}

/* ---- Changing numbers ---- */

/* What is dragged is shown once a frame. */
function change(name, value) {
  pending[name] = value;
  if (queued) return;
  queued = true;
  requestAnimationFrame(() => {
    queued = false;
    const sets = pending;
    pending = {};
    answered();
    const is_refused = !go({ iteration: 1 }, sets);
    for (const name in sets) for (const input of $("given").querySelectorAll(`[name="${name}"]`)) input.setAttribute("aria-invalid", is_refused);
  });
}

function use(example, place = "refused-text") {
  answered();
  return go({ example, iteration: 1, step: 0, explain: "", chapter: WALK, reading: "stated" }, {}, place);
}

/* A network by its settings; its numbers are made up, and can then be changed. */
function build(form) {
  const { samples, ...settings } = Object.fromEntries(new FormData(form));
  const text = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`).join("");
  const made = program.ask(`lang ${state.lang}\nmake-up ${samples}\n\n${text}`);
  if (made.refused) refuse("refused-text", made.refused.replace(/^example:\d+:\d+: /, ""));
  else use(made.example);
}

/* ---- Predicting ---- */

function answered() {
  answers.clear();
  marked.clear();
  $("marks").hidden = true;
}

function revealed(step) {
  const row = layout.rows?.find(row => row.step === step);
  return row !== undefined && ["right", "shown"].includes(marked.get(row.name));
}

function answerFile() { return [...answers].map(([name, value]) => `${name} = ${value}\n`).join(""); }

function mark(name, typed) {
  const before = new Map(answers);
  if (typed.trim() === "") answers.delete(name);
  else answers.set(name, typed.trim());
  marked.delete(name);
  if (markAll()) return true;
  answers = before;
  return false;
}

/* False where `check` refuses them; then it is said why. */
function markAll() {
  const table = run("check - --format tsv", answerFile());
  if (table.status === 2) {
    $("refused").textContent = table.err;
    return false;
  }
  const [head, ...lines] = table.out.trimEnd().split("\n").map(line => line.split("\t"));
  for (const line of lines) if (marked.get(line[head.indexOf("name")]) !== "shown") marked.set(line[head.indexOf("name")], line[head.indexOf("verdict")]);
  $("marks").textContent = run("check -", answerFile()).out;
  $("marks").hidden = answers.size === 0;
  return go();
}

function showMarks() {
  $("score").textContent = predicts(state) ? `${[...marked.values()].filter(verdict => verdict === "right").length} / ${answers.size} ${layout.words["verdict-right"]}` : "";
  for (const button of document.querySelectorAll("[data-save=answers]")) button.disabled = answers.size === 0;
  for (const element of document.querySelectorAll("[data-answer]")) {
    const verdict = marked.get(element.dataset.answer), row = element.closest(".row");
    for (const one of ["right", "carried", "coarse", "unread", "wrong", "shown"]) row.classList.toggle(one, one === verdict);
    row.querySelector(".verdict").textContent = verdict ? layout.words["verdict-" + verdict] ?? verdict : "";
  }
}

/* Only the value of the step itself is given away; it counts as no answer. */
function showValue() {
  marked.set(current().name, "shown");
  go();
}

/* ---- Going on ---- */

/* A slice a frame, so that the page goes on. */
function iterate(wanted) {
  if (!go({ iteration: wanted, ...(wanted > 1 ? { chapter: WALK } : {}) }, {}, "refused-iteration")) return;
  if (shown.iteration < shown.wanted) requestAnimationFrame(() => { if (state.iteration === wanted) iterate(wanted); });
  else state.iteration = shown.iteration;
}

/* ---- Taking it along ---- */

function save(name, text) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text])), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function walkOptions() {
  const [, , chapter] = layout.chapters.find(([word]) => word === state.chapter) ?? [];
  return (chapter ? ` --chapter ${chapter}` : "") + (state.reading === "printed" ? " --reading printed" : "") + (state.iteration > 1 ? ` --iterations ${state.iteration}` : "");
}

function take(name) {
  if (name === "example") return save(EXAMPLE_FILE, state.example);
  if (name === "answers") return save("answers.txt", answerFile());
  if (name === "print") return print();
  const [command, format, suffix] = FORMATS[name];
  const made = run(`${command} --format ${format}${command === "walk" ? walkOptions() : ""}`);
  $("refused").textContent = made.err;
  if (made.status === 0) save(`bpwalk-${name}.${suffix}`, made.out);
}

function fillPrint() {
  const made = run(`walk --format html${walkOptions()}`);
  $("print").innerHTML = new DOMParser().parseFromString(made.out, "text/html").body.innerHTML;
}

/* ---- What is done with mouse and keys ---- */

const KEYS = { ArrowLeft: () => move(state.step - 1), ArrowRight: () => move(state.step + 1), Home: () => move(0), End: () => move(layout.steps - 1),
  " ": () => play(!playing), e: () => explain(current().name), p: () => setPredict(!state.predict), l: () => setLanguage(), n: () => iterate(state.iteration + 1), Escape: () => go({ explain: "" }) };

function setPredict(predict) {
  if (state.chapter !== WALK) return;
  shown = {};
  go({ predict, explain: "" });
}

function setLanguage() { go({ lang: state.lang === "en" ? "zh" : "en" }); }

/* A part of the drawing tells of the value that is seen in it. */
function explainPart(part) {
  const name = part.querySelector("[data-shown]").dataset.shown;
  if (name in shown.shown) explain(name);
}

function clicked(event) {
  const of = selector => event.target.closest(selector);
  const button = of("button");
  if (of("[data-part]")) return explainPart(of("[data-part]"));
  if (!button) return undefined;
  const { move: where, step, explain: name, example, save: format, iterate: more } = button.dataset;
  if (where) { play(false); return move(MOVES[where]()); }
  if (step !== undefined) { play(false); return move(Number(step)); }
  if (name) return explain(name);
  if (example) return use(layout.examples.find(one => one.name === example).text);
  if (format) return take(format);
  if (more) return iterate(shown.iteration + Number(more));
  return BUTTONS[button.id]?.();
}

const BUTTONS = { play: () => play(!playing), explain: () => explain(current().name), predict: () => setPredict(!state.predict), language: setLanguage,
  use: () => $("text").value.trim() ? use($("text").value) : refuse("refused-text", layout.words["no-text"]), open: () => $("file").click(), start: () => iterate(1), hint: () => { hint = Math.min(hint + 1, HINTS); go(); },
  show: showValue, forget: () => { answered(); setPredict(true); } };

function listen() {
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", event => {
    if (event.target.matches("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && event.target.matches("button, summary")) return;
    if (!KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  $("given").addEventListener("input", event => change(event.target.name, event.target.value));
  $("given").addEventListener("submit", event => event.preventDefault());
  $("build").addEventListener("submit", event => { event.preventDefault(); build(event.target); });
  $("given").addEventListener("wheel", event => {
    const range = event.target.closest("[data-given]")?.querySelector("[type=range]");
    if (!range || !event.target.matches("input:focus")) return;
    event.preventDefault();
    if (event.deltaY < 0) range.stepUp(); else range.stepDown();
    change(range.name, range.value);
  }, { passive: false });
  $("rows").addEventListener("change", event => { if (event.target.dataset.answer) mark(event.target.dataset.answer, event.target.value); });
  $("rows").addEventListener("keydown", event => {
    if (event.key !== "Enter" || !event.target.dataset.answer) return;
    const all = [...document.querySelectorAll("[data-answer]")];
    if (mark(event.target.dataset.answer, event.target.value)) all[all.indexOf(event.target) + 1]?.focus();
  });
  $("rows").addEventListener("focusin", event => { const row = event.target.closest("[data-step]"); if (event.target.dataset.answer && Number(row.dataset.step) !== state.step) move(Number(row.dataset.step)); });
  $("equation").addEventListener("change", event => toEquation(event.target.value));
  $("chapter").addEventListener("change", event => moveTo({ chapter: event.target.value, step: 0 }));
  $("reading").addEventListener("change", event => go({ reading: event.target.value, iteration: 1 }));
  $("file").addEventListener("change", async event => { const [file] = event.target.files; if (file) use(await file.text()); event.target.value = ""; });
  $("errata").addEventListener("toggle", showErrata);
  addEventListener("beforeprint", fillPrint);
  addEventListener("hashchange", restore);
}

async function start() {
  const stream = new Blob([unpack($("program").textContent.trim())]).stream().pipeThrough(new DecompressionStream("gzip"));
  program = new Program(await WebAssembly.compileStreaming(new Response(stream, { headers: { "Content-Type": "application/wasm" } })));
  restore();
  listen();
  document.documentElement.dataset.ready = "yes";
}

start();
