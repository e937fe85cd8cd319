// The words that stand in the documents, as reader/search/lexicon.py knows them.

const L = constants.lexicon;
const reversed = (word) => [...word].reverse().join("");

const withoutMark = (term) => (term[0] === EXACT ? term.slice(1) : term);

// How many letters one word has and the other has not; two slips change two letters of a word at most.
function lettersApart(word, other) {
  const letters = new Set(word);
  const others = new Set(other);
  let apart = 0;
  letters.forEach((letter) => (apart += others.has(letter) ? 0 : 1));
  others.forEach((letter) => (apart += letters.has(letter) ? 0 : 1));
  return apart;
}

class Lexicon {
  constructor(counts) {
    this.counts = counts;
    this.stopWords = new Set(rules.stop_words);
    this.forms = new Map();
    counts.forEach((number, term) => {
      if (term[0] === EXACT) this.forms.set(term.slice(1), number);
    });
    this.sorted = [...this.forms.keys()].sort();
    this.plain = new Map();
    for (const word of new Set([...counts.keys()].filter((term) => term[0] !== L.DATE).map(withoutMark))) {
      const plain = habits.plain(word);
      if (plain === word) continue;
      if (!this.plain.has(plain)) this.plain.set(plain, []);
      this.plain.get(plain).push(word);
    }
    this.reversed = this.sorted.map(reversed).sort();
  }

  has(term) {
    return this.counts.has(term);
  }

  countForm(form) {
    return count(this.forms, form);
  }

  byFrequency() {
    return largest(this.forms.size, [...this.forms.keys()], (form) => [this.countForm(form)]);
  }

  begins(beginning) {
    const place = bisect(this.sorted, beginning);
    return place < this.sorted.length && this.sorted[place].startsWith(beginning);
  }

  completions(beginning, most) {
    const low = bisect(this.sorted, beginning);
    const words = this.sorted.slice(low, bisect(this.sorted, beginning + LAST));
    return largest(most, words, (form) => [this.countForm(form)]);
  }

  split(word) {
    let best = 0;
    let choice = null;
    for (let place = 2; place < word.length - 1; place++) {
      const [left, right] = [word.slice(0, place), word.slice(place)];
      const number = Math.min(this.countForm(left), this.countForm(right)) * Math.min(left.length, right.length);
      if (number > best) [best, choice] = [number, [left, right]];
    }
    return choice;
  }

  // The words that look like this on a keyboard which lacks some of their letters.
  typedWithout(form) {
    return this.plain.get(habits.plain(form)) || [];
  }

  // Known words that differ by a slip of the finger: [word, likelihood], the likelier first.
  neighbours(word, most, twice) {
    if (word.length < L.SHORTEST_REPAIRED || word.length > L.LONGEST_REPAIRED) return [];
    const found = new Map(this.typedWithout(word).map((other) => [other, T.SLIP]));
    this.oneSlip(word, (other, likelihood) => {
      if (this.forms.has(other) && likelihood() > count(found, other)) found.set(other, likelihood());
    });
    if (twice && word.length >= L.SHORTEST_TWICE) {
      for (const other of this.sharing(word)) {
        const likelihood = found.has(other) || lettersApart(word, other) > 4 ? 0 : habits.likelihood(word, other);
        if (likelihood) found.set(other, likelihood);
      }
    }
    found.delete(word);
    return largest(most, [...found], ([other, likelihood]) => [likelihood, this.countForm(other)]);
  }

  oneSlip(word, tell) {
    const letters = isAscii(word) ? L.LATIN : L.PERSIAN;
    for (let place = 0; place <= word.length; place++) {
      const [before, after] = [word.slice(0, place), word.slice(place)];
      for (const letter of letters) tell(before + letter + after, () => habits.leftOut(place));
      if (!after) break;
      tell(before + after.slice(1), () => habits.putIn(word, place));
      if (after.length > 1 && after[0] !== after[1]) {
        tell(before + after[1] + after[0] + after.slice(2), () => habits.swapped(place));
      }
      for (const letter of letters) {
        if (letter !== after[0]) tell(before + letter + after.slice(1), () => habits.takenFor(word, letter, place));
      }
    }
  }

  sharing(word) {
    const found = new Set(this.within(this.sorted, word.slice(0, L.SHARED), word.length));
    const ends = this.within(this.reversed, reversed(word).slice(0, L.SHARED), word.length);
    for (const form of ends) found.add(reversed(form));
    return [...found].sort();
  }

  within(ordered, beginning, length) {
    const low = bisect(ordered, beginning);
    const high = Math.min(bisect(ordered, beginning + LAST), low + L.MOST_COMPARED);
    return ordered.slice(low, high).filter((form) => Math.abs(form.length - length) <= 2);
  }
}
