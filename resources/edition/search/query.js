// Reads a query as reader/search/query.py does: words, “phrases”, -without, begin*, in:document, lang:en.

const wordSigns = `${rules.letters}${rules.digits}_`;
const SCOPE = "(in|در|lang|language|زبان)\\s?[:：](?:[\"“«]([^\"”»“«]*)[\"”»]|([^\\s\"“”«»]+))|";
const PARTS = `["“„«]([^"”»“«]+)["”“»]|([^\\s"“”„«»*]+)\\*+(?![${wordSigns}])|([^\\s"“”„«»]+)`;
const clausePattern = new RegExp(`(?:()()()${PARTS})`, "y");
const scopedPattern = new RegExp(`(?:${SCOPE}${PARTS})`, "iy");
const isWordSign = new RegExp(`[${wordSigns}]`);
const documentNames = toMap(rules.documents);
const languageNames = toMap(rules.languages);
const foldedName = (text) => fold(text).replace(noLetter, "");

function matchAt(typed, place) {
  const inWord = place > 0 && isWordSign.test(typed[place - 1]);
  const pattern = inWord ? clausePattern : scopedPattern;
  pattern.lastIndex = place;
  return pattern.exec(typed);
}

// The clauses of a query in their order: {minus, scope, name, phrase, begun, word, text}.
function clauses(typed) {
  const found = [];
  let place = 0;
  while (place < typed.length) {
    const mayLack = "-−–".includes(typed[place]) && (place === 0 || /\s/.test(typed[place - 1]));
    const lacking = mayLack ? matchAt(typed, place + 1) : null;
    const match = lacking || matchAt(typed, place);
    if (!match) {
      place++;
      continue;
    }
    const [all, scope, quoted, name, phrase, begun, word] = match;
    const text = lacking ? typed[place] + all : all;
    found.push({ minus: Boolean(lacking), scope, name: quoted !== undefined && quoted !== "" ? quoted : name, phrase, begun, word, text });
    place += text.length;
  }
  return found;
}

function partOf(clause) {
  if (clause.phrase) return rawWords(clause.phrase).length ? { clause: "phrase", text: clause.phrase } : null;
  if (clause.begun) {
    const words = wordTexts(clause.begun);
    if (!words.length) return null;
    const isLong = words.length === 1 && fold(words[0]).length >= constants.query.SHORTEST_BEGINNING;
    return { clause: isLong ? "beginning" : "words", text: clause.begun };
  }
  return rawWords(clause.word || "").length ? { clause: "words", text: clause.word } : null;
}

function readQuery(typed) {
  typed = typed.slice(0, constants.query.LONGEST_QUERY);
  let wanted = [];
  let without = [];
  let documents = null;
  let language = "";
  for (const clause of clauses(typed)) {
    if (clause.scope) {
      const name = foldedName(clause.name || "");
      const ofLanguage = constants.query.LANGUAGE_SCOPES.includes(clause.scope.toLowerCase());
      if (ofLanguage && languageNames.has(name)) language = languageNames.get(name);
      else if (!ofLanguage && documentNames.has(name)) {
        documents = new Set([...(documents || []), ...documentNames.get(name)]);
      } else wanted.push({ clause: "words", text: clause.text });
      continue;
    }
    const part = partOf(clause);
    if (part) (clause.minus ? without : wanted).push(part);
  }
  if (!wanted.length && without.length) [wanted, without] = [without, []];
  const final = wanted[wanted.length - 1];
  const words = final && final.clause === "words" && typed.endsWith(final.text) ? wordTexts(final.text) : [];
  const last = words.length ? words[words.length - 1] : "";
  const parts = joinedParts(wanted);
  return {
    parts,
    without,
    documents,
    language,
    unfinished: last && typed.endsWith(last) ? last : "",
    text: parts.map((part) => part.text).join(" "),
  };
}

function joinedParts(parts) {
  const joined = [];
  for (const part of parts) {
    const before = joined[joined.length - 1];
    if (part.clause === "words" && before && before.clause === "words") before.text += ` ${part.text}`;
    else joined.push({ clause: part.clause, text: part.text });
  }
  return joined;
}
