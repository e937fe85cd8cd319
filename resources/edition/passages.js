// The passages as they stand in the page: their text, and where each of its characters is.

const suffixOf = {};
data.languages.forEach((language, place) => {
  suffixOf[language] = place ? `.${language}` : "";
});
const passageId = /^([a-z][a-z0-9-]*)(\.[a-z]+)?$/;
const partsOfPassage = new Set(
  ["P", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "LI", "BLOCKQUOTE", "TABLE", "PRE", "HR", "DIV", "DL"]
);
const isolates = /[\u2060\u2066-\u2069]/;

// Calls back with every character of a block's own text; notes, numbers and nested blocks are left out.
function readCharacters(element, tell) {
  let skips = false;
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      if (!skips) for (let at = 0; at < node.data.length; at++) tell(node.data[at], node, at);
      skips = false;
    } else if (node.nodeType === 1) {
      skips = partsOfPassage.has(node.tagName);
      if (skips || isBeside(node)) continue;
      if (node.tagName === "BR") tell(" ", null, 0);
      readCharacters(node, tell);
    }
  }
}

function isBeside(node) {
  if (node.tagName === "SUP") return [...node.querySelectorAll("a")].some((link) => /\.f\d/.test(link.hash));
  return node.tagName === "A" && (/^(n|see)$/.test(node.className) || /\.r\d/.test(node.hash));
}

const backLink = (element) => [...element.querySelectorAll("a")].some((link) => /\.r\d/.test(link.hash));

// The text of a block: runs of space are one. Places get the node and the offset of each character.
function readBlock(element, places) {
  const isCode = element.tagName === "PRE";
  let text = "";
  let space = null;
  readCharacters(element, (letter, node, at) => {
    if (isolates.test(letter)) return;
    if (!isCode && " \t\r\n\f".includes(letter)) {
      if (text && !space) space = [node, at];
      return;
    }
    if (space) {
      text += " ";
      if (places) places.push(space);
      space = null;
    }
    text += letter;
    if (places) places.push([node, at]);
  });
  if (backLink(element)) text = text.replace(/[\u00a0 ]+$/, "");
  return text;
}

function readPassage(element, places) {
  if (element.tagName === "PRE") {
    const text = readBlock(element, places);
    const leading = text.length - text.replace(/^\n+/, "").length;
    if (places) places.splice(0, leading);
    return text.replace(/^\n+|\n+$/g, "");
  }
  if (!/^T[DH]$/.test(element.tagName)) return readBlock(element, places);
  const texts = [];
  for (let cell = element; cell; cell = cell.nextElementSibling) {
    if (texts.length && places) places.push([null, 0]);
    texts.push(readBlock(cell, places));
  }
  return texts.join("\t");
}

// Every passage in the order of the documents and languages: what the search knows of it.
function* readEntries(entries) {
  for (const about of data.documents) {
    const section = document.getElementById(about.id);
    for (const language of data.languages) {
      let heading = "";
      for (const element of section.querySelectorAll(`.pair>[lang="${language}"] [id]`)) {
        const match = passageId.exec(element.id);
        if (!match || (match[2] || "") !== suffixOf[language]) continue;
        const text = readPassage(element, null);
        const isHeading = /^H[1-6]$/.test(element.tagName);
        const title = about.titles[language];
        const entry = { document: about.id, about, language, title, section: heading, isHeading, text, id: element.id };
        entry.passage = match[1];
        entry.number = numberOf(element);
        entries.push(entry);
        if (isHeading) heading = text;
        yield;
      }
    }
  }
}

function numberOf(element) {
  const number = element.querySelector(".n");
  return number && number.parentNode === element ? number.textContent : "";
}

// Puts marks around ranges of a passage's text, and returns them in order.
function markPassage(element, ranges) {
  const places = [];
  readPassage(element, places);
  const marks = [];
  for (let at = ranges.length - 1; at >= 0; at--) {
    const [start, end] = ranges[at];
    for (let last = end - 1; last >= start; ) {
      const [node, to] = places[last] || [null, 0];
      let first = last;
      while (first > start && places[first - 1] && places[first - 1][0] === node) first--;
      if (node) marks.unshift(markText(node, places[first][1], to + 1));
      last = first - 1;
    }
  }
  return marks;
}

function markText(node, start, end) {
  const inside = start ? node.splitText(start) : node;
  if (end - start < inside.data.length) inside.splitText(end - start);
  const mark = document.createElement("mark");
  inside.parentNode.replaceChild(mark, inside);
  mark.appendChild(inside);
  return mark;
}

function unmark(marks) {
  for (const mark of marks) {
    const parent = mark.parentNode;
    if (!parent) continue;
    while (mark.firstChild) parent.insertBefore(mark.firstChild, mark);
    parent.removeChild(mark);
    parent.normalize();
  }
}
