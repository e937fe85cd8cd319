// Cuts text into words and gives each the terms it is found by, as reader/text/words.py does.

const W = constants.words;
const MARK = 1;
const WORD = 2;
const DIGIT = 4;
const signs = new Uint8Array(65536);
const LAST = "\uffff";

function setSigns(inside, flag) {
  for (const [, low, high] of spansOf(inside)) {
    for (let code = low.charCodeAt(0); code <= (high || low).charCodeAt(0); code++) signs[code] |= flag;
  }
}

function spansOf(inside) {
  const found = [];
  const span = /([^])(?:-([^]))?/g;
  for (let match = span.exec(inside); match; match = span.exec(inside)) found.push(match);
  return found;
}

setSigns(W.MARKS, MARK);
setSigns(rules.letters, WORD);
setSigns(rules.digits, WORD | DIGIT);

const tokenPattern = new RegExp(
  `[0-9]+(?:[./,][0-9]+)*|[a-z][a-z0-9]*|[\\u0600-\\u06ff\\u200c]+|[${rules.letters}]+`,
  "g"
);
const prefixes = new Set(W.PREFIXES);
const suffixes = new Set(W.SUFFIXES);

// The places of every word of a text: [start, end] each.
function rawWords(text) {
  const found = [];
  const length = text.length;
  const sign = (place) => (place < length ? signs[text.charCodeAt(place)] : 0);
  let place = 0;
  while (place < length) {
    const start = place;
    while (sign(place) & MARK) place++;
    if (!(sign(place) & WORD)) {
      if (place === start) place++;
      continue;
    }
    for (;;) {
      if (sign(place) & (WORD | MARK)) place++;
      else if (".,/٫٬".includes(text[place] || " ") && sign(place - 1) & DIGIT && sign(place + 1) & DIGIT) place++;
      else break;
    }
    found.push([start, place]);
  }
  return found;
}

const wordTexts = (text) => rawWords(text).map(([start, end]) => text.slice(start, end));

const knownTokens = new Map();

// What a word is found by: {stem, form, parts} for each of its tokens.
function tokens(raw) {
  let made = knownTokens.get(raw);
  if (made !== undefined) return made;
  made = [];
  for (const match of fold(raw.slice(0, 100)).match(tokenPattern) || []) {
    const piece = strip(match, ZWNJ);
    if (/^[0-9]/.test(piece)) {
      const number = piece.replace(/,/g, "");
      made.push({ stem: number, form: number, parts: [] });
    } else if (piece && isAscii(piece)) {
      made.push({ stem: shorter(piece, W.LATIN_ENDINGS), form: piece, parts: [] });
    } else if (piece) {
      const token = persianToken(piece);
      if (token) made.push(token);
    }
  }
  knownTokens.set(raw, made);
  return made;
}

const knownTerms = new Map();

function termsOf(raw) {
  let terms = knownTerms.get(raw);
  if (terms === undefined) {
    terms = [];
    for (const token of tokens(raw)) {
      for (const term of [token.stem, ...token.parts, EXACT + token.form]) if (term) terms.push(term);
    }
    knownTerms.set(raw, terms);
  }
  return terms;
}

function persianToken(piece) {
  const parts = piece.split(ZWNJ).filter((part) => part);
  const form = parts.join("");
  const kept = parts.slice();
  while (kept.length > 1 && suffixes.has(kept[kept.length - 1])) kept.pop();
  while (kept.length > 1 && prefixes.has(kept[0])) kept.shift();
  let joined;
  if (kept.length === parts.length && parts.length === 1) {
    if (suffixes.has(form) || prefixes.has(form)) return null;
    joined = withoutVerbPrefix(form);
  } else joined = kept.join("");
  const word = stem(joined);
  const others = new Set(kept.length > 1 ? kept.map(stem) : []);
  if (form.endsWith("هاي") || (form.endsWith("های") && form.length > 4)) others.add(stem(form.slice(0, -2)));
  else if (form.endsWith("هایی")) others.add(form.slice(0, -3));
  others.delete(word);
  return { stem: word, form, parts: [...others].sort() };
}

function withoutVerbPrefix(word) {
  for (const prefix of W.VERB_PREFIXES) {
    const rest = word.slice(prefix.length);
    if (word.startsWith(prefix) && rest.length >= W.LEFT_OF_VERB && W.VERB_ENDS.some((end) => rest.endsWith(end))) {
      return rest;
    }
  }
  return word;
}

function stem(word) {
  for (let times = 0; times < W.MOST_ENDINGS; times++) {
    const cut = shorter(word, W.PERSIAN_ENDINGS);
    if (cut === word) break;
    word = cut;
  }
  return word;
}

function shorter(word, table) {
  for (const row of table) {
    for (const ending of row.endings) {
      const left = word.length - ending.length;
      if (left < row.left || !word.endsWith(ending)) continue;
      const before = word[left - 1];
      if ((!row.after || row.after.includes(before)) && !row.not_after.includes(before)) {
        return word.slice(0, left) + row.instead;
      }
    }
  }
  return word;
}
