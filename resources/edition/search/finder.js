// Finds passages and ranks them, as reader/search/finder.py and the files beside it do.

const P = constants.postings;
const K = constants.ranking;
const S = constants.scores;
const B = constants.bridging;
const NO_POSTINGS = { numbers: [], scores: [] };
const LIMIT = 60;

// The words of a text with their places: [start, end, word].
const cutText = (text) => rawWords(text).map(([start, end]) => [start, end, text.slice(start, end)]);

class WordFinder {
  constructor(wanted) {
    this.wanted = wanted;
    this.known = new Map();
  }

  // Where wanted words stand in a text that was cut: {place, start, end, numbers}.
  occurrences(cut) {
    const found = [];
    let place = 0;
    for (const [start, end, word] of cut) {
      let numbers = this.known.get(word);
      if (numbers === undefined) numbers = this.lookUp(word);
      if (numbers === null) continue;
      if (numbers.length) found.push({ place, start, end, numbers });
      place++;
    }
    return found;
  }

  lookUp(word) {
    const terms = termsOf(word);
    let numbers = null;
    if (terms.length) {
      numbers = this.numbers(terms);
    }
    this.known.set(word, numbers);
    return numbers;
  }

  // Which wanted words a word is, the later first, but for those it joins, which follow.
  numbers(terms) {
    const ordered = [];
    this.wanted.forEach((wanted, number) => {
      if (!terms.some((term) => wanted.has(term))) return;
      const last = ordered[ordered.length - 1];
      if (last && last[last.length - 1] === number - 1 && this.joined(number).some((term) => terms.includes(term))) {
        last.push(number);
      } else ordered.push([number]);
    });
    return [].concat(...ordered.reverse());
  }

  // The terms of the word that a wanted word and the one before it may make together.
  joined(number) {
    const [here, before] = [this.wanted[number], this.wanted[number - 1]];
    const common = [...here].filter((term) => before.has(term));
    const same = here.size === before.size && common.length === here.size;
    return !same && common.some((term) => term[0] === EXACT) ? common : [];
  }
}

// Whether words of a query follow one another in a passage.
function follow(found, first, last) {
  const at = new Array(last + 1).fill(-2);
  for (const { place, numbers } of found) {
    for (const number of numbers) {
      if (number < first || number > last) continue;
      if (number !== first && at[number - 1] !== place - 1 && at[number - 1] !== place) continue;
      at[number] = place;
      if (number === last) return true;
    }
  }
  return false;
}

function closeness(found, words) {
  if (words < 2) return 1;
  if (follow(found, 0, words - 1)) return K.PHRASE + K.LONGER * Math.max(0, words - 3);
  let pairs = 0;
  for (let number = 0; number < words - 1; number++) if (follow(found, number, number + 1)) pairs++;
  return 1 + (K.PAIR * pairs) / (words - 1) + K.NEAR * nearness(found);
}

function nearness(found) {
  const kinds = new Set(found.map(({ numbers }) => numbers[0]));
  if (kinds.size < 2) return 0;
  const last = new Map();
  let best = 10000;
  for (const { place, numbers } of found) {
    last.set(numbers[0], place);
    if (last.size === kinds.size) best = Math.min(best, place - Math.min(...last.values()) + 1);
  }
  return Math.min(1, kinds.size / best);
}

const kindsIn = (found) => new Set([].concat(...found.map(({ numbers }) => numbers)));

class Finder {
  constructor(entries) {
    this.entries = entries;
    this.postings = new Map();
    this.lengths = [];
    this.scored = new Map();
    this.ready = false;
  }

  // Builds the index, some passages at a time.
  *build() {
    for (const entry of this.entries) {
      const number = this.lengths.length;
      const times = new Map();
      let length = 0;
      const add = (term) => {
        times.set(term, count(times, term) + 1);
        length++;
      };
      entry.cut = cutText(entry.text);
      entry.above = cutText(`${entry.title} ${entry.section}`);
      for (const [, , word] of entry.cut) termsOf(word).forEach(add);
      for (const date of findDates(entry.text)) date.terms.forEach(add);
      times.forEach((often, term) => {
        if (!this.postings.has(term)) this.postings.set(term, []);
        this.postings.get(term).push(number, often);
      });
      this.lengths.push(length);
      yield;
    }
    const counts = new Map();
    this.postings.forEach((postings, term) => counts.set(term, postings.length / 2));
    this.lexicon = new Lexicon(counts);
    yield;
    let sum = 0;
    for (const length of this.lengths) sum += length;
    const mean = sum / Math.max(1, this.lengths.length) || 1;
    this.norms = this.lengths.map((length) => Math.fround(P.K1 * (1 - P.B + (P.B * length) / mean)));
    this.latin = new LatinIndex();
    let most = B.MOST_FORMS;
    for (const form of this.lexicon.byFrequency()) {
      if (isAscii(form) || most-- <= 0) continue;
      this.latin.add(form);
      yield;
    }
    this.resolver = new Resolver(this.lexicon, (word) => this.inLatin(word));
    this.ready = true;
  }

  read(term) {
    let found = this.scored.get(term);
    if (found) return found;
    const postings = this.postings.get(term);
    if (!postings) return NO_POSTINGS;
    const frequency = postings.length / 2;
    const rarity = Math.log(1 + (this.norms.length - frequency + 0.5) / (frequency + 0.5)) * (P.K1 + 1);
    found = { numbers: [], scores: [] };
    for (let at = 0; at < postings.length; at += 2) {
      const [number, times] = [postings[at], postings[at + 1]];
      found.numbers.push(number);
      found.scores.push(Math.fround((rarity * times) / (times + this.norms[number])));
    }
    this.scored.set(term, found);
    return found;
  }

  // What a search comes to: {total, hits, repaired, suggestion, bridges}; a hit is {entry, ranges, score, bridged}.
  search(typed, limit) {
    let resolved = this.resolver.resolve(typed);
    const may = this.filter(resolved);
    let ranked = this.find(resolved, may);
    [resolved, ranked] = this.wider(resolved, ranked, may);
    const marker = this.marker(resolved);
    const most = limit || LIMIT;
    const hits = ranked.slice(0, most).map(({ score, number }) => this.hit(number, score, marker, false));
    let bridges = [];
    let beyond = [];
    if (!resolved.phrases.length) {
      bridges = this.bridges(resolved.query.text);
      beyond = this.beyond(bridges, may, new Set(ranked.map(({ number }) => number)));
    }
    const floor = hits.length ? Math.min(...hits.map(({ score }) => score)) : null;
    hits.push(...this.bridgedHits(beyond.slice(0, Math.max(0, most - hits.length)), bridges, floor));
    return {
      total: ranked.length + beyond.length,
      hits,
      repaired: this.repaired(resolved, hits),
      suggestion: beyond.length ? null : this.suggestion(resolved, ranked.length),
      bridges: beyond.length ? [].concat(...bridges.map((bridged) => bridged.names)) : [],
    };
  }

  // Finding

  filter(resolved) {
    const { language, documents } = resolved.query;
    const excluded = this.excluded(resolved);
    return (number) => {
      const entry = this.entries[number];
      return (
        (!language || entry.language === language) &&
        (!documents || documents.has(entry.document)) &&
        !excluded.has(number)
      );
    };
  }

  excluded(resolved) {
    const excluded = new Set();
    for (const sequence of resolved.without) {
      let holding = this.holdingAll(sequence);
      if (sequence.length > 1) {
        const words = new WordFinder(sequence);
        const checked = [...holding].sort((one, other) => one - other).slice(0, constants.finder.MOST_CHECKED);
        holding = checked.filter((number) => follow(words.occurrences(this.entries[number].cut), 0, sequence.length - 1));
      }
      holding.forEach((number) => excluded.add(number));
    }
    return excluded;
  }

  wider(resolved, ranked, may) {
    const words = scoredOptions(resolved).length;
    if (words > constants.finder.MOST_WIDENED) return [resolved, ranked];
    if (ranked.slice(0, constants.finder.FEWEST).some(({ matched }) => matched === words)) return [resolved, ranked];
    const wider = this.resolver.wider(resolved);
    const same = wider.words.every(
      (word, place) =>
        word.options.length === resolved.words[place].options.length &&
        word.standsFor.length === resolved.words[place].standsFor.length
    );
    if (same) return [resolved, ranked];
    const again = this.find(wider, may);
    const better =
      again.length &&
      (!ranked.length ||
        again[0].score > ranked[0].score ||
        again[0].matched > ranked[0].matched);
    return better ? [wider, again] : [resolved, ranked];
  }

  // The sum of what each word says of each passage; of the ways to find a word the best one counts.
  sums(scored, inOrder) {
    const totals = new Map();
    const matched = new Map();
    // The rarest word first; a usual one only raises what two rarer ones have found.
    const sizes = scored.map((options) =>
      options.reduce((size, option) => size + this.read(option[0][0]).numbers.length, 0)
    );
    const order = scored.map((options, place) => place);
    if (!inOrder) order.sort((one, other) => sizes[one] - sizes[other] || one - other);
    order.forEach((which, place) => {
      const isUsual = !inOrder && place >= S.RARER && sizes[which] > S.USUAL;
      const onlyFound = isUsual && totals.size >= S.ENOUGH;
      const options = scored[which];
      const best = new Map();
      options.forEach((option, at) => {
        const sums = new Map();
        for (const [term, weight] of option) {
          const { numbers, scores } = this.read(term);
          numbers.forEach((number, place) => sums.set(number, count(sums, number) + weight * scores[place]));
        }
        sums.forEach((score, number) => {
          if (!at || score > count(best, number)) best.set(number, score);
        });
      });
      best.forEach((score, number) => {
        if (onlyFound && !totals.has(number)) return;
        totals.set(number, count(totals, number) + score);
        matched.set(number, count(matched, number) + 1);
      });
    });
    return { totals, matched };
  }

  find(resolved, may) {
    const scored = scoredOptions(resolved);
    const { totals, matched } = this.sums(scored, false);
    let found = [];
    totals.forEach((total, number) => {
      if (!may(number)) return;
      const held = matched.get(number);
      found.push({ score: total * power(held / scored.length, constants.finder.COVERAGE), matched: held, number });
    });
    found.sort(bestFirst);
    const sequence = resolved.words.map(termsOfWord);
    if (resolved.phrases.length) {
      const words = new WordFinder(sequence);
      const holding = resolved.phrases.map(([first, last]) => this.holdingAll(sequence.slice(first, last + 1)));
      found = found.filter(({ number }) => holding.every((numbers) => numbers.has(number)));
      found = found.slice(0, constants.finder.MOST_CHECKED).filter(({ number }) => {
        const occurrences = words.occurrences(this.entries[number].cut);
        return resolved.phrases.every(([first, last]) => follow(occurrences, first, last));
      });
    }
    return trimmed(this.ranked(found, sequence));
  }

  ranked(found, sequence) {
    const words = new WordFinder(sequence);
    let read = 0;
    const best = [];
    for (const { score, matched, number } of found) {
      const entry = this.entries[number];
      read += entry.text.length;
      if (read > K.MOST_READ && best.length) break;
      let factor = closeness(words.occurrences(entry.cut), sequence.length);
      const above = kindsIn(words.occurrences(entry.above)).size;
      factor *= (entry.isHeading ? K.HEADING : 1) * (1 + (K.CONTEXT * above) / Math.max(1, sequence.length));
      best.push({ score: score * factor, matched, number });
    }
    const rest = found.slice(best.length);
    return [...best.sort(bestFirst), ...rest];
  }

  // Beyond the language of a query

  bridges(text) {
    const words = wordTexts(text);
    const terms = bridgesOf(words);
    const found = [];
    let place = 0;
    while (place < words.length) {
      const bridge = terms.get(place);
      const bridged = this.bridged(bridge ? bridge.phrases : this.inLatin(words[place]));
      if (bridged.phrases.length) found.push(bridged);
      else if (!queryTokens(words[place]).every(({ token }) => this.lexicon.stopWords.has(token.form))) return [];
      place = bridge ? bridge.end : place + 1;
    }
    return found;
  }

  inLatin(word) {
    if (!/^[a-zA-Z]+$/.test(word) || word.length < B.SHORTEST_LATIN) return [];
    if (this.lexicon.countForm(word.toLowerCase()) > B.RARE) return [];
    return this.latin.find(word, B.MOST_READINGS);
  }

  bridged(phrases) {
    const bridged = { phrases: [], names: [], options: [] };
    for (const phrase of phrases) {
      const found = queryTokens(phrase);
      if (!found.length || !found.every(({ token }) => this.lexicon.has(token.stem))) continue;
      const less = Math.pow(B.LESS, bridged.options.length) / found.length;
      bridged.phrases.push(found.map(({ token }) => new Set([token.stem])));
      bridged.names.push(phrase);
      bridged.options.push(
        [].concat(...found.map(({ token }) => usual(token, 1).map(([term, weight]) => [term, weight * less])))
      );
    }
    return bridged;
  }

  beyond(bridges, may, direct) {
    const { totals, matched } = this.sums(bridges.map((bridged) => bridged.options), true);
    const found = [];
    totals.forEach((score, number) => {
      if (matched.get(number) === bridges.length && !direct.has(number) && may(number)) {
        found.push({ score, matched: bridges.length, number });
      }
    });
    const held = bridges.map((bridged) => this.holdingPhrase(bridged));
    return found.sort(bestFirst).filter(({ number }) => held.every((numbers) => numbers.has(number)));
  }

  // The passages that hold every word of one of the phrases.
  holdingPhrase(bridged) {
    const holding = new Set();
    for (const phrase of bridged.phrases) this.holdingAll(phrase).forEach((number) => holding.add(number));
    return holding;
  }

  holdingAll(sequence) {
    let holding = null;
    for (const terms of sequence) {
      const numbers = new Set([].concat(...[...terms].map((term) => this.read(term).numbers)));
      holding = holding === null ? numbers : new Set([...holding].filter((number) => numbers.has(number)));
    }
    return holding;
  }

  bridgedHits(beyond, bridges, floor) {
    const terms = new Set();
    for (const bridged of bridges) {
      for (const phrase of bridged.phrases) for (const word of phrase) word.forEach((term) => terms.add(term));
    }
    const words = new WordFinder([terms]);
    const top = beyond.length ? Math.max(...beyond.map(({ score }) => score)) : 1;
    const less = floor === null || floor > top ? 1 : (floor / top) * 0.9;
    const marker = (entry) => words.occurrences(entry.cut).map(({ start, end }) => [start, end]);
    return beyond.map(({ score, number }) => this.hit(number, score * less, marker, true));
  }

  // Telling

  marker(resolved) {
    const words = new WordFinder([markedTerms(resolved)]);
    const asks = new Set([].concat(...resolved.dates.map((date) => date.asks)));
    return (entry) => {
      let ranges = words.occurrences(entry.cut).map(({ start, end }) => [start, end]);
      if (asks.size) {
        const dates = findDates(entry.text).filter((date) => date.terms.some((term) => asks.has(term)));
        ranges = ranges.filter(([start, end]) => !dates.some((date) => date.start < end && start < date.end));
        ranges.push(...dates.map((date) => [date.start, date.end]));
      }
      return ranges.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
    };
  }

  hit(number, score, marker, bridged) {
    const entry = this.entries[number];
    return { entry, ranges: marker(entry), score, bridged };
  }

  repaired(resolved, hits) {
    const words = [];
    let changed = false;
    for (const word of resolved.words) {
      const found = word.counts ? this.foundAs(word, hits[0]) : [];
      changed = changed || found.length > 0;
      for (const written of found.length ? found : [word.raw]) {
        if (words[words.length - 1] !== written) words.push(written);
      }
    }
    return changed && hits.length ? words.join(" ") : resolved.reading || null;
  }

  foundAs(word, hit) {
    if (!hit || (!word.standsFor.length && word.options.length < 2)) return [];
    const usualTerms = new Set(word.options[0].map(([term]) => term));
    const text = hit.entry.text;
    if (hit.ranges.some(([start, end]) => termsOf(text.slice(start, end)).some((term) => usualTerms.has(term)))) return [];
    const stands = new WordFinder([termsOfWord(word)]).occurrences(hit.entry.cut).map(({ start, end }) => text.slice(start, end));
    if (!word.standsFor.length) return [];
    const first = new Set(stands.length ? termsOf(stands[0]) : []);
    const other = stands.find((each) => !termsOf(each).some((term) => first.has(term)));
    return [...stands.slice(0, 1), ...(other === undefined ? [] : [other])];
  }

  suggestion(resolved, found) {
    const O = constants.offers;
    if (found >= O.FEW) return null;
    if (!found && (resolved.phrases.length || resolved.without.length || resolved.query.documents)) {
      return resolved.query.text || null;
    }
    let changed = false;
    const words = resolved.words.map((word) => {
      const number = this.lexicon.countForm(word.token.form);
      const near = word.counts ? this.lexicon.neighbours(word.token.form, 1, !found) : [];
      if (!near.length || this.lexicon.countForm(near[0][0]) < Math.max(1, number * O.TIMES)) return word.raw;
      changed = changed || !word.standsFor.length;
      return this.surface(EXACT + near[0][0]);
    });
    return changed ? words.join(" ") : null;
  }

  // How a form is written where it stands first.
  surface(term) {
    const words = new WordFinder([new Set([term])]);
    for (const number of this.read(term).numbers.slice(0, 1)) {
      const entry = this.entries[number];
      for (const { start, end } of words.occurrences(entry.cut)) return entry.text.slice(start, end);
    }
    return term.slice(1);
  }
}

// A browser's own power is not always the nearest number, as Python's is; a root is.
const power = (base, exponent) => (exponent === 0.5 ? Math.sqrt(base) : Math.pow(base, exponent));
const bestFirst = (one, other) => other.score - one.score || one.number - other.number;

// Leaves out what holds less than half as many of the words as the best, but for the first few.
function trimmed(ranked) {
  const most = Math.max(0, ...ranked.map(({ matched }) => matched));
  const kept = ranked.filter(({ matched }) => matched * 2 > most);
  return kept.length >= constants.finder.FEWEST ? kept : ranked.slice(0, constants.finder.FEWEST);
}

// The stretches that matches make: those between which nothing but space stands are one (reader/search/runs.py).
function runs(text, ranges) {
  const joined = [];
  for (const [start, end] of ranges) {
    const last = joined[joined.length - 1];
    if (last && /^[ \u00a0\u200c]*$/.test(text.slice(last[1], start))) last[1] = Math.max(end, last[1]);
    else joined.push([start, end]);
  }
  return joined;
}

// Part of a text that shows its matches best: {text, ranges}.
function snippet(text, ranges, longest) {
  text = text.replace(/\t/g, " ");
  if (text.length <= longest) return { text, ranges };
  const lead = Math.floor(longest / 4);
  const from = ranges.length ? ranges[richest(ranges, longest)][0] : 0;
  let start = Math.min(Math.max(0, from - lead), text.length - longest);
  if (start > 0) {
    const space = text.slice(0, start + lead).indexOf(" ", start);
    start = space >= 0 ? space + 1 : start;
  }
  let end = Math.min(text.length, start + longest);
  if (end < text.length) {
    const space = text.slice(0, end).lastIndexOf(" ");
    end = space >= start + Math.floor(longest / 2) ? space : end;
  }
  const before = start ? constants.snippet.ELLIPSIS : "";
  const after = end < text.length ? constants.snippet.ELLIPSIS : "";
  const shift = before.length - start;
  const inside = ranges.filter(([low, high]) => low >= start && high <= end);
  return {
    text: before + text.slice(start, end) + after,
    ranges: inside.map(([low, high]) => [low + shift, high + shift]),
  };
}

function richest(ranges, longest) {
  let [best, most] = [0, 0];
  ranges.forEach(([start], place) => {
    const reach = start + Math.floor((longest * 3) / 4);
    const held = ranges.slice(place).filter(([low, high]) => high <= reach && low >= start).length;
    if (held > most) [best, most] = [place, held];
  });
  return best;
}
