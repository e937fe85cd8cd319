// Folds spelling as reader/text/persian.py and spelling.py do: every way of typing a letter becomes one.

const constants = rules.constants;
const ZWNJ = constants.persian.ZWNJ;
const EXACT = constants.words.EXACT;

const toMap = (table) => new Map(Object.entries(table));
const count = (table, key) => table.get(key) || 0;
const isAscii = (text) => /^[\x00-\x7f]*$/.test(text);

const sameLetters = toMap(constants.persian.SAME);
const droppedLetters = new Set(constants.persian.DROPPED.map((code) => String.fromCodePoint(code)));
const sameSpelling = toMap(constants.spelling.SAME);
const silentLetters = new RegExp(constants.spelling.SILENT, "g");

function fold(text) {
  let bare = "";
  for (const letter of text.normalize("NFKC").toLowerCase()) {
    const other = sameLetters.get(letter);
    const kept = other === undefined ? letter : other;
    if (!droppedLetters.has(kept)) bare += kept;
  }
  if (/[\u00c0-\u024f]/.test(bare)) bare = bare.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return isAscii(bare) ? bare : bare.normalize("NFKC");
}

const knownSpellings = new Map();

function foldSpelling(word) {
  let folded = knownSpellings.get(word);
  if (folded === undefined) {
    folded = foldedSpelling(word);
    knownSpellings.set(word, folded);
  }
  return folded;
}

function foldedSpelling(word) {
  let same = "";
  for (const letter of word.normalize("NFKC")) {
    const other = sameSpelling.get(letter);
    same += other === undefined ? letter : other;
  }
  return same.normalize("NFKD").replace(silentLetters, "").toLowerCase();
}

function strip(text, letters) {
  let start = 0;
  let end = text.length;
  while (start < end && letters.includes(text[start])) start++;
  while (end > start && letters.includes(text[end - 1])) end--;
  return text.slice(start, end);
}

// The largest by a list of numbers each; of equals the first ones.
function largest(most, items, key) {
  return items
    .map((item, place) => ({ item, place, key: key(item) }))
    .sort((one, other) => {
      for (let at = 0; at < one.key.length; at++) {
        if (one.key[at] !== other.key[at]) return other.key[at] - one.key[at];
      }
      return one.place - other.place;
    })
    .slice(0, most)
    .map((each) => each.item);
}

// The first place in a sorted list that is not before a word.
function bisect(sorted, word) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
