// The page: shows one document at a time, searches, marks, jumps and copies.

const root = document.documentElement;
const $ = (id) => document.getElementById(id);
const spokenLanguages = Object.keys(data.labels);
const themeNames = ["", "light", "dark", "contrast"];
const entries = [];
const finder = new Finder(entries);
const darkDevice = window.matchMedia("(prefers-color-scheme: dark)");
const FIRST_SHOWN = 12;
const wideDevice = window.matchMedia("(min-width: 1000px)");
let isNarrow = !wideDevice.matches;
let spoken = spokenLanguages[0];
let current = null;
let answer = null;
let chosen = -1;
let marks = [];
let passage = null;
let offered = "";

function create(tag, text, name) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (name) element.className = name;
  return element;
}

const digits = (text) =>
  spoken === "fa" ? String(text).replace(/[0-9]/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[digit]) : String(text);

function label(name, values) {
  return data.labels[spoken][name].replace(/\{(\w+)\}/g, (all, key) => (values && key in values ? values[key] : all));
}

function say(text) {
  $("Say").textContent = text;
  $("Say").className = text ? "on" : "";
  clearTimeout(say.timer);
  if (text) say.timer = setTimeout(() => say(""), 4000);
}

// Languages and colours

// Shows the text in a language; a person who chooses one is spoken to in it, a hit in the other one changes nothing.
function showLanguage(language, isChosen) {
  const kept = topPassage();
  root.dataset.show = language;
  if (isChosen && spokenLanguages.includes(language)) spoken = language;
  root.dataset.ui = spoken;
  root.lang = spoken;
  root.dir = spoken === "fa" ? "rtl" : "ltr";
  for (const button of $("Languages").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", button.dataset.show === language);
  }
  $("Words").placeholder = label("search");
  if (!$("Words").value) $("Words").dir = root.dir;
  for (const [id, name] of [["Words", "search"], ["Menu", "contents"], ["Theme", "colours"]]) {
    $(id).setAttribute("aria-label", label(name));
    $(id).title = label(name);
  }
  if (answer) showAnswer();
  showAct();
  if (kept && isChosen) scrollTo(inLanguage(kept));
}

const isShown = (language) => root.dataset.show === "both" || root.dataset.show === language;

// The same passage in a language that is shown.
function inLanguage(element) {
  const column = element.closest(".pair>div");
  if (!column || !column.lang || isShown(column.lang)) return element;
  const name = element.id.replace(/\.[a-z]+$/, "");
  for (const language of data.languages) {
    const other = isShown(language) && $(name + suffixOf[language]);
    if (other) return other;
  }
  return element;
}

function showTheme(name) {
  if (name) root.dataset.theme = name;
  else delete root.dataset.theme;
  if (current) dressPictures(current, name || (darkDevice.matches ? "dark" : "light"));
}

// Going to a place

// A row's name is on its first cell.
const whole = (element) => (/^T[DH]$/.test(element.tagName) ? element.parentNode : element);
const barHeight = () => $("Bar").offsetHeight;

function scrollTo(element) {
  const box = whole(element).getBoundingClientRect();
  window.scrollTo(0, Math.max(0, window.pageYOffset + box.top - barHeight() - 24));
}

function topPassage() {
  if (!current) return null;
  const top = barHeight();
  for (const element of current.querySelectorAll(".pair [id]")) {
    const box = element.getBoundingClientRect();
    if (box.height && box.bottom > top + 8) return window.pageYOffset < 40 ? null : element;
  }
  return null;
}

function showSection(section) {
  if (section === current) return;
  if (current) current.classList.remove("now");
  current = section;
  section.classList.add("now");
  for (const link of $("Contents").querySelectorAll("a")) {
    if (link.hash === `#${section.id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  for (const number of section.querySelectorAll(".n:not([href])")) number.href = `#${number.parentNode.id}`;
  showTheme(root.dataset.theme || "");
  markCurrent();
}

function go() {
  let name = location.hash.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch (fault) {
    name = "";
  }
  const target = (name && $(name)) || $(data.first) || document.querySelector(".doc");
  const section = target.closest(".doc");
  if (!section) return;
  const before = current;
  showSection(section);
  root.classList.remove("open");
  leavePassage();
  if (offered && offered !== target.id) showAct();
  if (target === section) {
    if (before !== section || name) window.scrollTo(0, 0);
    return;
  }
  const column = target.closest(".pair>div");
  if (column && column.lang && !isShown(column.lang)) {
    if (answer && chosen >= 0 && answer.hits[chosen].entry.id === target.id) showLanguage(column.lang, false);
  }
  const element = inLanguage(target);
  if (!element.getBoundingClientRect().height && column) showLanguage(column.lang, false);
  scrollTo(element);
  passage = passageId.test(element.id) ? whole(element) : null;
  if (passage) passage.classList.add("at");
}

function goTo(name) {
  if (location.hash === `#${name}`) go();
  else location.hash = name;
}

function leavePassage() {
  if (passage) passage.classList.remove("at");
  passage = null;
}

// Searching

function prepare() {
  const steps = [readEntries(entries), finder.build()];
  const slice = () => {
    const until = Date.now() + 10;
    while (steps.length) {
      if (steps[0].next().done) steps.shift();
      if (Date.now() >= until) {
        setTimeout(slice, 0);
        return;
      }
    }
    if ($("Words").value.trim()) search();
  };
  setTimeout(slice, 0);
}

function search() {
  const typed = $("Words").value;
  $("Words").dir = typed ? "auto" : root.dir;
  chosen = -1;
  root.classList.toggle("searching", Boolean(typed.trim()));
  if (!typed.trim()) {
    answer = null;
    clearTimeout(search.timer);
    markCurrent();
    showAct();
    return;
  }
  if (!finder.ready) {
    $("Found").textContent = "";
    $("Found").appendChild(create("p", label("preparing")));
    return;
  }
  answer = finder.search(typed, LIMIT);
  showAnswer();
  showAct();
  clearTimeout(search.timer);
  search.timer = setTimeout(markCurrent, 120);
}

function offer(name, words) {
  const line = create("p");
  const [before, after] = label(name).split("{words}");
  const button = create("button", words);
  button.type = "button";
  button.addEventListener("click", () => {
    $("Words").value = words;
    search();
  });
  line.append(before, button, after || "");
  return line;
}

function showAnswer() {
  const found = $("Found");
  found.textContent = "";
  const { hits, total, repaired, suggestion, bridges } = answer;
  found.appendChild(create("p", total ? label("found", { number: digits(total) }) : label("nothing")));
  if (total > hits.length) found.appendChild(create("p", label("shown", { number: digits(hits.length) })));
  if (repaired) found.appendChild(create("p", label("instead", { words: repaired })));
  if (suggestion) found.appendChild(offer("meant", suggestion));
  if (bridges.length) found.appendChild(create("p", label("bridged", { words: bridges.slice(0, 6).join(" · ") })));
  const groups = new Map();
  hits.forEach((hit, place) => {
    const key = `${hit.entry.document}.${hit.entry.language}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(place);
  });
  showGroups(found, [...groups.values()], 0);
}

// Shows the best documents at once, the others when nothing more was typed for a moment.
function showGroups(found, groups, shown) {
  clearTimeout(showGroups.timer);
  while (groups.length) {
    if (shown >= FIRST_SHOWN) {
      const { hits } = answer;
      showGroups.timer = setTimeout(() => answer && answer.hits === hits && showGroups(found, groups, 0), 150);
      return;
    }
    const places = groups.shift();
    shown += places.length;
    const { hits } = answer;
    const { title, language } = hits[places[0]].entry;
    const heading = create("h2", title);
    heading.lang = language;
    heading.dir = language === "fa" ? "rtl" : "ltr";
    heading.appendChild(create("small", ` ${digits(places.length)}`));
    const list = create("ol");
    for (const place of places) list.appendChild(hitLink(hits[place], place));
    found.append(heading, list);
  }
}

function hitLink(hit, place) {
  const { entry } = hit;
  const item = create("li");
  const link = create("a", "", "hit");
  link.href = `#${entry.id}`;
  link.dataset.place = place;
  link.lang = entry.language;
  link.dir = entry.language === "fa" ? "rtl" : "ltr";
  if (entry.number) link.appendChild(create("b", `${entry.about.shorts[entry.language]} ${entry.number}`));
  const part = snippet(entry.text, runs(entry.text, hit.ranges), 150);
  let at = 0;
  for (const [start, end] of part.ranges) {
    link.append(part.text.slice(at, start), create("mark", part.text.slice(start, end)));
    at = end;
  }
  link.append(part.text.slice(at));
  if (place === chosen) link.setAttribute("aria-current", "true");
  item.appendChild(link);
  return item;
}

function markCurrent() {
  unmark(marks);
  marks = [];
  if (!answer || !current) return;
  answer.hits.forEach((hit, place) => {
    if (hit.entry.document !== current.id) return;
    for (const mark of markPassage($(hit.entry.id), runs(hit.entry.text, hit.ranges))) {
      if (place === chosen) mark.className = "now";
      marks.push(mark);
    }
  });
}

function choose(place) {
  chosen = place;
  const id = answer.hits[place].entry.id;
  for (const link of $("Found").querySelectorAll(".hit")) {
    if (Number(link.dataset.place) === place) {
      link.setAttribute("aria-current", "true");
      if (link.scrollIntoView && $("Side").offsetHeight) link.scrollIntoView({ block: "nearest" });
    } else link.removeAttribute("aria-current");
  }
  goTo(id);
  go();
  markCurrent();
  showAct();
}

// The bar at the foot: the next hit, or a passage to copy

function actButton(text, name, does) {
  const button = create("button", text);
  button.type = "button";
  button.title = label(name);
  button.setAttribute("aria-label", label(name));
  button.addEventListener("click", does);
  return button;
}

function showAct(content) {
  if (!content) offered = "";
  const act = $("Act");
  act.textContent = "";
  if (content) act.append(...content);
  else if (answer && answer.hits.length && chosen >= 0) {
    const step = (by) => () => choose((chosen + by + answer.hits.length) % answer.hits.length);
    const where = label("place", { number: digits(chosen + 1), all: digits(answer.hits.length) });
    act.append(actButton("‹", "previous", step(-1)), create("span", where), actButton("›", "next", step(1)));
  }
  act.className = act.firstChild ? "on" : "";
}

function offerCopy(element) {
  const entry = entries.find((each) => each.id === element.id);
  if (!entry) return;
  offered = element.id;
  const [before, ending] = entry.about.sources[entry.language][spoken];
  const named = digits(entry.number.replace(/[۰-۹]/g, (digit) => "۰۱۲۳۴۵۶۷۸۹".indexOf(digit))) || entry.passage;
  const quoted = entry.text.replace(/\t/g, " ");
  const text = entry.language === "fa" ? `«${quoted}»` : `“${quoted}”`;
  const copying = create("button", label("copy"));
  copying.type = "button";
  copying.addEventListener("click", () => {
    say(label(copyText(`${text}\n— ${before}${named}${data.endings[ending]}`) ? "copied" : "not_copied"));
    showAct();
  });
  const name = create("span", `${entry.about.shorts[spoken] || entry.about.shorts[entry.language]} ${named}`);
  showAct([name, copying, actButton("×", "close", () => showAct())]);
}

// The older way: it works from a file too, where the newer one may not.
function copyText(text) {
  const field = create("textarea");
  field.value = text;
  field.readOnly = true;
  field.className = "copying";
  document.body.appendChild(field);
  field.select();
  field.setSelectionRange(0, text.length);
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch (fault) {
    done = false;
  }
  document.body.removeChild(field);
  return done;
}

// Wiring

function listen() {
  window.addEventListener("hashchange", go);
  $("Words").addEventListener("input", () => {
    root.classList.toggle("open", Boolean($("Words").value.trim()) && isNarrow);
    search();
  });
  $("Words").addEventListener("focus", () => {
    if (answer && isNarrow) root.classList.add("open");
  });
  $("Words").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && answer && answer.hits.length) {
      choose(chosen < 0 ? 0 : (chosen + 1) % answer.hits.length);
      if (isNarrow) $("Words").blur();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      $("Words").value = "";
      root.classList.remove("open");
      search();
    } else if (event.key === "/" && document.activeElement !== $("Words")) {
      event.preventDefault();
      $("Words").focus();
    }
  });
  $("Menu").addEventListener("click", () => {
    if (answer) {
      $("Words").value = "";
      search();
    }
    root.classList.toggle(isNarrow ? "open" : "shut");
  });
  $("Theme").addEventListener("click", () => {
    const next = themeNames[(themeNames.indexOf(root.dataset.theme || "") + 1) % themeNames.length];
    showTheme(next);
  });
  $("Languages").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) showLanguage(button.dataset.show, true);
  });
  $("Found").addEventListener("click", (event) => {
    const link = event.target.closest(".hit");
    if (!link) return;
    event.preventDefault();
    root.classList.remove("open");
    choose(Number(link.dataset.place));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest ? event.target.closest("a") : null;
    if (!link || link.classList.contains("hit")) return;
    if (link.className === "n") offerCopy(link.parentNode);
    if (link.hash && link.hash === location.hash) go();
  });
  document.addEventListener("copy", (event) => {
    if (document.activeElement && document.activeElement.className === "copying") return;
    const text = String(window.getSelection());
    if (!text || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", text.replace(/[\u2060\u2066-\u2069]/g, ""));
    event.preventDefault();
  });
  darkDevice.addListener(() => showTheme(root.dataset.theme || ""));
  wideDevice.addListener(() => {
    isNarrow = !wideDevice.matches;
  });
}

root.classList.add("js");
showLanguage(data.languages[0], true);
listen();
go();
prepare();
window.edition = Object.freeze({
  isReady: () => finder.ready,
  search: (typed, limit) => finder.search(typed, limit),
  fold,
  termsOf,
  findDates,
  otherReadings,
  entries,
});
