// How queries are mistyped, as reader/search/mistyping.py knows it.

const T = constants.mistyping;
const nearLetters = new Map();

function setNear(left, right) {
  if (!nearLetters.has(left)) nearLetters.set(left, new Set());
  nearLetters.get(left).add(right);
}

for (const row of rules.keyboards.typing.rows) {
  for (let at = 0; at + 1 < row.length; at++) {
    setNear(row[at], row[at + 1]);
    setNear(row[at + 1], row[at]);
  }
}
for (const group of rules.keyboards.typing.alike) {
  for (const letter of group) for (const other of group) if (other !== letter) setNear(letter, other);
}

const lackingLetters = toMap(rules.keyboards.typing.lacking);
const isNear = (one, other) => nearLetters.has(one) && nearLetters.get(one).has(other);
const atFirst = (place) => (place ? 1 : T.FIRST);

const habits = {
  plain: (word) => retyped(word, lackingLetters),
  leftOut: (place) => T.SLIP * atFirst(place),
  swapped: (place) => T.SLIP * atFirst(place),
  putIn(typed, place) {
    const beside = [typed[place - 1], typed[place + 1]].filter((letter) => letter !== undefined);
    const usual = beside.some((other) => other === typed[place] || isNear(typed[place], other));
    return (usual ? T.SLIP : T.FAR) * atFirst(place);
  },
  takenFor: (typed, meant, place) => (isNear(typed[place], meant) ? T.SLIP : T.FAR) * atFirst(place),
  likelihood(typed, meant) {
    if (editDistance(typed, meant, 2) > 2) return 0;
    return T.SLIP * T.TWICE * (typed[0] === meant[0] ? 1 : T.FIRST);
  },
};

// Letters left out, put in, taken for another, or two changing places; any number above the limit for more.
function editDistance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let older = [];
  let before = [];
  let row = [];
  for (let j = 0; j <= other.length; j++) row.push(j);
  for (let i = 1; i <= one.length; i++) {
    [older, before, row] = [before, row, [i]];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      let cost = Math.min(before[j - 1] + (one[i - 1] !== other[j - 1] ? 1 : 0), before[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, older[j - 2] + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
  }
  return row[other.length];
}

function keyPairs(keys, letters) {
  const others = letters.split(" ");
  return keys.split(" ").map((key, place) => [key, others[place]]);
}

const persianLayouts = rules.keyboards.layout.map(
  (row) => new Map([...keyPairs(row.keys, row.letters), ...keyPairs(row.shifted, row.shifted_letters)])
);
const latinLayouts = [new Map(), ...rules.keyboards.latin.map((row) => new Map(keyPairs(row.keys, row.us)))];
const backLayouts = persianLayouts.map((table) => {
  const back = new Map();
  table.forEach((letters, key) => {
    if (letters.length === 1 && !back.has(letters)) back.set(letters, key);
  });
  return back;
});

function retyped(text, table) {
  let made = "";
  for (const key of text) made += table.has(key) ? table.get(key) : key;
  return made;
}

// What a text is if its keys were meant for another keyboard, each reading once.
function otherReadings(typed) {
  const seen = new Set([typed]);
  if (/[a-zA-Z]/.test(typed)) {
    for (const latin of latinLayouts) {
      for (const table of persianLayouts) seen.add(retyped(retyped(typed, latin), table));
    }
  } else for (const back of backLayouts) seen.add(retyped(typed, back));
  seen.delete(typed);
  return [...seen];
}
