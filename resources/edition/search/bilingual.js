// Leads to the other language: pairs of terms, and Persian typed in Latin letters, as reader/text/bilingual.py
// and finglish.py do.

const bridgeWithout = new Set(rules.terms.folding.function_words.map(foldSpelling));
const bridgeEndings = Object.entries(rules.terms.folding.endings).map((pair) => pair.map(foldSpelling));
const bridgePhrases = new Map();
let mostBridgeWords = 1;
const noLetter = new RegExp(`[^${rules.letters}${rules.digits}]+`, "g");

function bridgeKey(word) {
  let plain = strip(foldSpelling(word), "'’");
  if (bridgeWithout.has(plain) || bridgeEndings.some(([ending]) => ending === plain)) return "";
  for (const [ending, instead] of bridgeEndings) {
    if (plain.endsWith(ending) && plain.length - ending.length >= constants.bilingual.LEFT) {
      plain = plain.slice(0, plain.length - ending.length) + instead;
      break;
    }
  }
  return plain.replace(noLetter, "");
}

function addBridge(phrase, others) {
  const words = phrase.split(/\s+/).filter((word) => word);
  const key = words.map(bridgeKey).join("");
  mostBridgeWords = Math.max(mostBridgeWords, words.length);
  bridgePhrases.set(key, [...new Set([...(bridgePhrases.get(key) || []), ...others])]);
}

for (const [persian, english] of [...rules.terms.pair.map((row) => [row.fa, row.en]), ...rules.terms.more]) {
  for (const phrase of persian) addBridge(phrase, english);
  for (const phrase of english) addBridge(phrase, persian);
}

// The terms among words, by the place of their first one: {end, phrases}; of two that overlap, the longer one.
function bridgesOf(words) {
  const keys = words.map(bridgeKey);
  const found = [];
  for (let start = 0; start < keys.length; start++) {
    const most = Math.min(start + mostBridgeWords + constants.bilingual.SPARE, keys.length);
    for (let end = start + 1; end <= most; end++) {
      if (keys[start] && keys[end - 1] && bridgePhrases.has(keys.slice(start, end).join(""))) found.push([start, end]);
    }
  }
  found.sort((one, other) => one[0] - one[1] - (other[0] - other[1]) || one[0] - other[0] || one[1] - other[1]);
  const taken = new Set();
  const bridges = new Map();
  for (const [start, end] of found) {
    let free = true;
    for (let place = start; place < end; place++) free = free && !taken.has(place);
    if (!free) continue;
    for (let place = start; place < end; place++) taken.add(place);
    bridges.set(start, { end, phrases: bridgePhrases.get(keys.slice(start, end).join("")) });
  }
  return bridges;
}

// Persian in Latin letters

const F = constants.finglish;
const signTables = {};
for (const name of ["consonants", "vowels", "first", "last"]) signTables[name] = toMap(rules.latin[name]);
signTables.others = toMap(Object.assign({}, rules.latin.glides, rules.latin.marks));
const anywhere = [signTables.consonants, signTables.vowels, signTables.others];
const silentCosts = toMap(rules.latin.silent);
const soundsLike = Object.entries(rules.latin.alike);
const latinLimits = rules.latin.limits;
const soundClasses = new Map();
signTables.consonants.forEach((options) => {
  const letters = Object.keys(options);
  const old = new Set(letters.map((letter) => soundClasses.get(letter) || letter));
  const least = [...old].sort()[0];
  for (const letter of letters) soundClasses.set(letter, least);
  soundClasses.forEach((known, letter) => {
    if (old.has(known)) soundClasses.set(letter, least);
  });
});
const breath = soundClasses.get("ه") || "";

function simpleSound(word) {
  let plain = foldSpelling(word);
  for (const [pair, other] of soundsLike) plain = plain.split(pair).join(other);
  return plain;
}

const withoutEnd = (text, end) => (end && text.endsWith(end) ? text.slice(0, text.length - end.length) : text);
const simpleParts = (word) => word.split(F.ZWNJ).map(simpleSound).filter((part) => part);

class LatinIndex {
  constructor() {
    this.words = new Map();
  }

  add(word) {
    const parts = simpleParts(word);
    const skeletons = parts.map((part) => [...part].map((letter) => soundClasses.get(letter) || "").join(""));
    if (!skeletons.some((skeleton) => skeleton)) return;
    const mute = skeletons.map((skeleton, at) =>
      "هح".includes(parts[at][parts[at].length - 1]) ? withoutEnd(skeleton, breath) : skeleton
    );
    const keys = new Set([mute.join(""), skeletons.slice(0, -1).join("") + mute[mute.length - 1]]);
    for (const key of keys) {
      if (!this.words.has(key)) this.words.set(key, []);
      this.words.get(key).push(word);
    }
  }

  // The words that a word in Latin letters may stand for, the likeliest first.
  find(latin, most) {
    const plain = simpleSound(latin);
    if (!plain || plain.length > F.LONGEST) return [];
    const limit = latinLimits.cost + latinLimits.each * plain.length;
    const costs = this.costs(plain);
    for (const [ending, other] of Object.entries(rules.latin.endings)) {
      if (!plain.endsWith(ending)) continue;
      this.costs(withoutEnd(plain, ending) + other).forEach((cost, word) => {
        const known = costs.has(word) ? costs.get(word) : limit + 1;
        costs.set(word, Math.min(known, cost + latinLimits.ending));
      });
    }
    const found = new Map();
    for (const word of largest(costs.size, [...costs.keys()], (each) => [-costs.get(each)])) {
      if (costs.get(word) <= limit && !found.has(simpleSound(word))) found.set(simpleSound(word), word);
    }
    return [...found.values()].slice(0, most);
  }

  costs(plain) {
    const costs = new Map();
    for (const key of this.keys(plain)) {
      for (const word of this.words.get(key) || []) if (!costs.has(word)) costs.set(word, latinCost(plain, word));
    }
    return costs;
  }

  keys(plain) {
    const reached = [];
    for (let place = 0; place <= plain.length; place++) reached.push(new Map());
    reached[0].set("\n", ["", ""]);
    for (let place = 0; place < plain.length; place++) {
      if (reached[place].size > F.MOST_KEYS) return [];
      for (const sign of signsAt(plain, place)) {
        const end = place + sign.length;
        const options = signTables.consonants.get(sign);
        const sound = options ? soundClasses.get(Object.keys(options)[0]) : "";
        const mute = end === plain.length && sound === breath;
        reached[place].forEach(([key, before]) => {
          const double = sound === before && sound !== "";
          const then = double || mute ? key : key + sound;
          reached[end].set(`${then}\n${sound}`, [then, sound]);
        });
      }
    }
    return [...new Set([...reached[plain.length].values()].map(([key]) => key))].sort();
  }
}

function signsAt(plain, place) {
  const signs = [];
  for (let length = 1; length <= Math.min(F.LONGEST_SIGN, plain.length - place); length++) {
    const sign = plain.slice(place, place + length);
    if (anywhere.some((table) => table.has(sign))) signs.push(sign);
  }
  return signs;
}

// How unlikely it is that a Latin word stands for a Persian one.
function latinCost(plain, word) {
  const parts = simpleParts(word);
  const persian = parts.join("");
  const ends = new Set();
  let length = 0;
  for (const part of parts.slice(0, -1)) {
    length += part.length;
    ends.add(length - 1);
  }
  const costs = [];
  for (let place = 0; place <= plain.length; place++) costs.push(new Array(persian.length + 1).fill(Infinity));
  costs[0][0] = 0;
  for (let place = 0; place <= plain.length; place++) {
    const choices = latinChoices(plain, place);
    for (let at = 0; at <= persian.length; at++) {
      const cost = costs[place][at];
      if (cost === Infinity) continue;
      if (at < persian.length && silentCosts.has(persian[at])) {
        const mute = persian[at] === "ه" && ends.has(at);
        const skip = cost + (mute ? F.MUTE_END : silentCosts.get(persian[at]));
        costs[place][at + 1] = Math.min(costs[place][at + 1], skip);
      }
      for (const [end, written, more] of choices) {
        if (persian.startsWith(written, at)) {
          const then = at + written.length;
          costs[end][then] = Math.min(costs[end][then], cost + more);
        }
      }
    }
  }
  return costs[plain.length][persian.length];
}

function latinChoices(plain, place) {
  const choices = [];
  for (let length = 1; length <= Math.min(F.LONGEST_SIGN, plain.length - place); length++) {
    const sign = plain.slice(place, place + length);
    const end = place + length;
    const tables = anywhere.slice();
    if (place === 0) tables.push(signTables.first);
    if (end === plain.length) tables.push(signTables.last);
    for (const table of tables) {
      for (const [written, cost] of Object.entries(table.get(sign) || {})) {
        const isUnwritten = place === 0 && !written && table === signTables.vowels;
        choices.push([end, written, cost + (isUnwritten ? latinLimits.unwritten_first : 0)]);
        if (table === signTables.consonants && plain.startsWith(sign, end)) choices.push([end + length, written, cost]);
      }
    }
  }
  return choices;
}
