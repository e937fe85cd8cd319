// Turns a query into what is looked for, as reader/search/wanted.py, repair.py and resolution.py do.

const Q = constants.wanted;
const R = constants.repair;
const spacedEnding = new RegExp(
  `^(?:ه[اآ](?:[یي](?:[یيمتش]|مان|تان|شان)?)?|تر|تر[یي]ن)(?![${wordSigns}\\u200c])`
);
const spacedBeginning = new RegExp(`(?:^|[^${wordSigns}])ن?م[یي]$`);
const persianLetter = new RegExp(Q.LETTER);

// A half-space typed as a space is a half-space.
function withHalfSpaces(text) {
  let made = "";
  for (let place = 0; place < text.length; place++) {
    const isSpace = " \u00a0\u202f".includes(text[place]);
    const before = made.slice(-4);
    const begins = isSpace && persianLetter.test(text[place + 1] || "") && spacedBeginning.test(before);
    const ends = isSpace && persianLetter.test(text[place - 1] || "") && spacedEnding.test(text.slice(place + 1, place + 9));
    made += begins || ends ? ZWNJ : text[place];
  }
  return made;
}

// The words of a text: {raw, start, token}.
function queryTokens(text) {
  const joined = withHalfSpaces(text);
  const found = [];
  for (const [start, end] of rawWords(joined)) {
    const raw = joined.slice(start, end);
    for (const token of tokens(raw)) found.push({ raw, start, token });
  }
  return found;
}

// One way to find a word: terms and their weights.
function usual(token, weight) {
  return [
    [token.stem, weight],
    [EXACT + token.form, Q.EXACT_WEIGHT * weight],
    ...token.parts.map((part) => [part, Q.PART_WEIGHT * weight]),
  ];
}

// Where words follow one another, a part of one is none.
const wholeWord = (token) => usual(token, 1).slice(0, 2);
const exactlyForm = (form) => [[EXACT + form, 1]];

function knownForm(form, weight) {
  const found = tokens(form);
  return found.length === 1 ? usual(found[0], weight) : [[EXACT + form, weight]];
}

function also(word, options, standsFor) {
  const seen = new Set(word.options.map((option) => JSON.stringify(option)));
  const more = word.options.slice();
  for (const option of options) {
    const key = JSON.stringify(option);
    if (!seen.has(key)) more.push(option);
    seen.add(key);
  }
  return Object.assign({}, word, {
    options: more,
    standsFor: [...new Set([...word.standsFor, ...(standsFor || [])])],
  });
}

// Whether the term of a date says its year or means every year.
const isSaid = (ask) => !/^@h?0000/.test(ask);
const begunForm = (raw) => fold(raw).split(ZWNJ).join("");
const isNumber = (token) => /^[0-9]/.test(token.form);

// The keyboard a query was meant for, as a whole or word by word (reader/search/keyboards.py).
const Y = constants.keyboards;

class Keyboards {
  constructor(lexicon) {
    this.lexicon = lexicon;
  }

  best(typed, query) {
    let best = { query, reading: "" };
    let most = this.known(query.text, query.unfinished);
    if (most === 1) return best;
    const here = typed.split(" ");
    const isClear = most > Y.CLEAR;
    const isLatin = /[a-z]/.test(typed.toLowerCase());
    for (const text of otherReadings(typed)) {
      const there = text.split(" ");
      if (there.length !== here.length) continue;
      const { mixed, isTold } = this.wordByWord(here, there, isClear);
      const reading = mixed.join(" ");
      const other = readQuery(reading);
      const known = this.known(other.text, other.unfinished);
      if (known <= most + (best.reading ? Y.BETTER : 0)) continue;
      const changed = here.map((word, place) => place).filter((place) => here[place] !== mixed[place]);
      const before = this.known(changed.map((place) => here[place]).join(" "), query.unfinished);
      const after = this.known(changed.map((place) => mixed[place]).join(" "), other.unfinished);
      if (after > Math.max(before, isLatin && isTold ? Y.LIKELY : Y.CLEAR)) {
        best = { query: other, reading };
        most = known;
      }
    }
    return best;
  }

  known(text, unfinished) {
    const found = queryTokens(text).filter(({ token }) => !isNumber(token));
    let letters = [...text].filter((letter) => Y.KEYS.includes(letter)).length;
    let known = 0;
    for (const { raw, token } of found) {
      const length = token.form.length;
      letters += length;
      const isLong = length >= Y.TELLING || found.length === 1;
      if (this.lexicon.stopWords.has(token.form)) known += length >= Y.TELLING ? length : length / 2;
      else if (isLong && this.knows(token)) known += length;
      else if (isLong && raw === unfinished && this.lexicon.begins(begunForm(raw))) known += length - 1;
    }
    return letters ? known / letters : 0;
  }

  knows(token) {
    return this.lexicon.has(token.stem) || this.lexicon.typedWithout(token.form).length > 0;
  }

  wordByWord(here, there, isClear) {
    const least = isClear ? Y.CERTAIN : Y.TELLING;
    const votes = here.map((word, place) => this.vote(word, there[place], least));
    const told = votes.filter((vote) => vote !== null);
    let isOther = told.length ? told[0] : !isClear;
    const mixed = here.map((word, place) => {
      if (votes[place] !== null) isOther = votes[place];
      return isOther ? there[place] : word;
    });
    return { mixed, isTold: votes.includes(true) };
  }

  // Whether a word was meant for the other keyboard; null if nothing tells.
  vote(typed, read, least) {
    const capitals = [...typed].filter((letter) => letter !== letter.toLowerCase()).length;
    if (capitals > 1 && typed === typed.toUpperCase()) return false;
    const asTyped = this.isKnown(typed, Y.TELLING);
    const asRead = this.isKnown(read, least);
    return asTyped === asRead ? null : asRead;
  }

  isKnown(word, least) {
    const found = queryTokens(word);
    return found.length > 0 && found.every(({ token }) => token.form.length >= least && this.knows(token));
  }
}

class Resolver {
  constructor(lexicon, inLatin) {
    this.lexicon = lexicon;
    this.inLatin = inLatin;
    this.keyboards = new Keyboards(lexicon);
  }

  resolve(typed) {
    const { query, reading } = this.keyboards.best(typed, readQuery(typed));
    const { words, dates, phrases } = this.words(query.parts);
    const without = query.without
      .map((part) => queryTokens(part.text).map(({ token }) => new Set([token.stem])))
      .filter((sequence) => sequence.length);
    return { query, reading, words: this.repaired(words, query.unfinished), dates, phrases, without };
  }

  wider(resolved) {
    const words = resolved.words.map((word) => (word.counts ? this.withNeighbours(word, true) : word));
    return Object.assign({}, resolved, { words });
  }

  knows(token) {
    return this.lexicon.has(token.stem);
  }

  // Words

  words(parts) {
    let words = [];
    const dates = [];
    const phrases = [];
    for (const part of parts) {
      const found = queryTokens(part.text).slice(0, constants.resolution.MOST_WORDS - words.length);
      if (!found.length) continue;
      const first = words.length;
      if (part.clause === "beginning") {
        const forms = this.lexicon.completions(begunForm(found[0].raw), constants.resolution.MOST_BEGUN);
        words.push(wantedWord(found[0], forms.map(exactlyForm), false));
        continue;
      }
      const way = part.clause === "phrase" ? wholeWord : usual;
      for (const each of found) words.push(wantedWord(each, [way(each.token, 1)], true));
      if (part.clause === "phrase") phrases.push([first, words.length - 1]);
      else dates.push(...this.dates(part.text, found, first));
    }
    const stops = words.map((word) => this.lexicon.stopWords.has(word.token.form));
    if (!stops.every((stop) => stop) || dates.length) {
      words = words.map((word, place) => Object.assign({}, word, { counts: !stops[place] }));
    }
    return { words, dates, phrases };
  }

  dates(text, found, first) {
    const dates = [];
    for (const date of findDates(text)) {
      const inside = [];
      found.forEach(({ start }, place) => {
        if (date.start <= start && start < date.end) inside.push(place);
      });
      const asks = date.asks.filter((ask) => this.lexicon.has(ask));
      if (inside.length && asks.length) {
        dates.push({ asks, first: first + inside[0], last: first + inside[inside.length - 1] });
      }
    }
    return dates;
  }

  // Repair

  repaired(words, unfinished) {
    const joined = this.joined(words);
    const last = unfinished && joined.length && joined[joined.length - 1].raw === unfinished ? joined.length - 1 : -1;
    return joined.map((word, place) => this.forUnknown(word, place === last));
  }

  joined(words) {
    const more = words.map(() => []);
    for (let start = 0; start < words.length; start++) {
      for (let end = start + 2; end <= Math.min(start + R.MOST_JOINED, words.length); end++) {
        const run = words.slice(start, end);
        if (run.some((word) => isNumber(word.token))) break;
        const form = run.map((word) => word.token.form).join("");
        const found = tokens(form);
        const options =
          found.length === 1 && this.knows(found[0])
            ? [usual(found[0], 1)]
            : this.lexicon.typedWithout(form).map((other) => knownForm(other, 1));
        for (let place = start; place < end; place++) more[place].push(...options);
      }
    }
    return words.map((word, place) => also(word, more[place]));
  }

  forUnknown(word, isBegun) {
    const token = word.token;
    if (!word.counts || !word.isWhole || this.knows(token)) return word;
    // It stands there with a half-space, and so has another stem.
    if (this.lexicon.countForm(token.form)) return also(word, [exactlyForm(token.form)]);
    if (token.parts.length) word = also(word, token.parts.map((part) => [[part, R.PART_ALONE]]));
    if (isBegun && token.form.length >= R.SHORTEST_BEGUN) {
      const begun = this.lexicon.completions(begunForm(word.raw), R.MOST_BEGUN);
      if (begun.length) return also(word, begun.map((form) => knownForm(form, R.BEGUN_WEIGHT)));
    }
    const halves = this.lexicon.split(token.form);
    if (halves) {
      word = also(word, [[].concat(...halves.map((half) => knownForm(half, R.SPLIT_WEIGHT)))]);
    }
    return this.withNeighbours(word, false);
  }

  withNeighbours(word, twice) {
    if (isNumber(word.token) || !word.isWhole) return word;
    const form = word.token.form;
    const isKnown = this.knows(word.token);
    const mayTwice = !isKnown && !this.inLatin(word.raw).length;
    let found = this.lexicon.neighbours(form, R.MOST_NEIGHBOURS, twice && mayTwice);
    if (!found.length && mayTwice && !twice) found = this.lexicon.neighbours(form, R.MOST_NEIGHBOURS, true);
    const less = isKnown ? R.LESS_IF_KNOWN : 1;
    return also(
      word,
      found.map(([other, likelihood]) => knownForm(other, likelihood * less)),
      found.map(([other]) => other)
    );
  }
}

function wantedWord({ raw, token }, options, isWhole) {
  return { raw, token, options, standsFor: [], counts: true, isWhole };
}

function termsOfWord(word) {
  const terms = new Set();
  for (const option of word.options) for (const [term] of option) terms.add(term);
  return terms;
}

function datedPlaces(resolved) {
  const dated = new Set();
  for (const date of resolved.dates) for (let place = date.first; place <= date.last; place++) dated.add(place);
  return dated;
}

function scoredOptions(resolved) {
  const dated = datedPlaces(resolved);
  const counting = resolved.words.filter((word, place) => word.counts && !dated.has(place));
  return [
    ...counting.map((word) => word.options),
    ...resolved.dates.map((date) => date.asks.map((ask) => [[ask, isSaid(ask) ? Q.DATE_WEIGHT : Q.UNSAID_WEIGHT]])),
  ];
}

function markedTerms(resolved) {
  const dated = datedPlaces(resolved);
  const terms = new Set();
  resolved.words.forEach((word, place) => {
    if (word.counts && !dated.has(place)) termsOfWord(word).forEach((term) => terms.add(term));
  });
  return terms;
}
