// Finds dates in a text and names them, as reader/text/dates.py and the files beside it do.

const D = constants.date_tokens;
const HIJRI = constants.date_phrases.HIJRI;
const GREGORIAN = constants.date_phrases.GREGORIAN;
const months = new Map();
const dayNames = new Map();
const dateWords = {};
for (const name of Object.keys(rules.dates.words)) dateWords[name] = new Set(rules.dates.words[name].map(foldSpelling));
for (const calendar of [HIJRI, GREGORIAN]) {
  for (const language of Object.keys(rules.dates[calendar])) {
    rules.dates[calendar][language].forEach((names, place) => {
      for (const name of names.map(foldSpelling)) {
        const latin = isAscii(name);
        const short = latin && name.length <= 4;
        const month = { calendar, number: place + 1, latin, short, ordinary: dateWords.ordinary.has(name) };
        months.set(name, month);
        if (!latin) dateWords.month.forEach((word) => months.set(name + word, month));
      }
    });
  }
}
for (const language of Object.keys(rules.dates.days)) {
  rules.dates.days[language].forEach((names, place) => {
    for (const name of names) dayNames.set(foldSpelling(name).replace(/ /g, ""), place + 1);
  });
}
const dateToken = new RegExp(
  `([0-9٠-٩۰-۹]+)|[${rules.letters}${D.MARK}][${rules.letters}${D.MARK}\\u00ad\\u200d]*`,
  "g"
);
const unseen = new RegExp(`[${D.INVISIBLE}]`, "g");
const gapSigns = toMap(D.SIGNS);
const LOOSE = new Set(D.LOOSE);
const WITHIN = new Set(constants.date_days.WITHIN);
const NUMBER_SIGNS = new Set(constants.date_numbers.SIGNS);
const plus = (set, ...more) => new Set([...set, ...more]);

function dateTokens(text) {
  const spans = [];
  dateToken.lastIndex = 0;
  for (let match = dateToken.exec(text); match; match = dateToken.exec(text)) {
    spans.push({ start: match.index, end: match.index + match[0].length, isNumber: Boolean(match[1]) });
  }
  const gaps = [];
  const broken = [];
  for (let at = 0; at + 1 < spans.length; at++) {
    const [left, right] = [spans[at], spans[at + 1]];
    gaps.push(text.slice(left.end, Math.min(right.start, left.end + D.LONGEST_GAP + 1)));
    broken.push(left.isNumber && right.isNumber && isOneNumber(gaps[at], right));
  }
  return spans.map(({ start, end, isNumber }, place) => {
    const width = isNumber ? end - start : 0;
    const first = text[start];
    return {
      start,
      end,
      number: width > 0 && width <= D.LONGEST_NUMBER ? parseInt(fold(text.slice(start, end)), 10) : -1,
      width,
      word: isNumber || end - start > D.LONGEST_WORD ? "" : foldSpelling(text.slice(start, end)),
      gap: place ? gapKind(gaps[place - 1]) : D.OTHER,
      part: broken.slice(Math.max(0, place - 1), place + 1).some((each) => each),
      capital: first !== first.toLowerCase() && first === first.toUpperCase(),
    };
  });
}

function isOneNumber(gap, after) {
  const sign = gap.replace(unseen, "");
  return D.WITHIN_NUMBERS.includes(sign) || ([",", "،"].includes(sign) && after.end - after.start === 3);
}

function gapKind(gap) {
  if (gap.length > D.LONGEST_GAP || gap.split("\n").length > 2) return D.OTHER;
  const seen = gap.replace(unseen, "");
  if (!seen) return D.TIGHT;
  const core = strip(seen, " \t\r\n\u00a0\u200c\u202f\u2009\u200b");
  if (!core) return strip(seen, "\u200b\u200c") ? D.SPACE : D.JOINED;
  if (core === ".") return core === seen ? D.DOT : D.STOP;
  const kind = gapSigns.get(core) || D.OTHER;
  return core === seen || [D.COMMA, D.SLASH, D.AND].includes(kind) ? kind : D.OTHER;
}

// Calendars

const H = constants.calendar_hijri;
const DAY = 86400000;

function calendarOf(year) {
  const within = ([low, high]) => year >= low && year <= high;
  if (within(constants.date_phrases.HIJRI_YEARS)) return HIJRI;
  return within(constants.date_phrases.GREGORIAN_YEARS) ? GREGORIAN : null;
}

function beforeYear(year) {
  const cycles = Math.floor(year / H.CYCLE);
  const place = year - cycles * H.CYCLE;
  return year * 365 + cycles * H.LEAPS.length + H.LEAPS.filter((leap) => leap < place).length;
}

const yearZero = Date.UTC(2025, 2, 21) / DAY - beforeYear(1404);

// The number of a day; null if there is no such day.
function dayNumber(calendar, year, month, day) {
  if (month < 1 || month > 12 || day < 1) return null;
  if (calendar === HIJRI) {
    if (year < H.FIRST_YEAR || year > H.LAST_YEAR) return null;
    const longest = month <= 6 ? 31 : month < 12 || H.LEAPS.includes(year % H.CYCLE) ? 30 : 29;
    return day > longest ? null : yearZero + beforeYear(year) + H.BEFORE_MONTH[month - 1] + day - 1;
  }
  const time = new Date(Date.UTC(year, month - 1, day));
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day ? time.getTime() / DAY : null;
}

const twoDigits = (number) => (number < 10 ? "0" : "") + number;
const isoDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const firstDay = dayNumber(HIJRI, H.FIRST_YEAR, 1, 1);
const lastDay = dayNumber(HIJRI, H.LAST_YEAR, 12, 29) + (H.LEAPS.includes(H.LAST_YEAR % H.CYCLE) ? 1 : 0);

// Year, month and day in the Solar Hijri calendar; null outside the years it is known for.
function inHijri(number) {
  if (number < firstDay || number > lastDay) return null;
  const since = number - yearZero;
  let year = new Date(number * DAY).getUTCFullYear() - 621;
  if (beforeYear(year) > since) year--;
  const place = since - beforeYear(year);
  let month = 12;
  while (H.BEFORE_MONTH[month - 1] > place) month--;
  return [year, twoDigits(month), twoDigits(place - H.BEFORE_MONTH[month - 1] + 1)];
}

// Phrases

class DateReader {
  constructor(text) {
    this.text = text;
    this.tokens = dateTokens(text);
  }

  word(place) {
    return place >= 0 && place < this.tokens.length ? this.tokens[place].word : "";
  }

  isDay(place) {
    const token = this.tokens[place];
    return token.width > 0 && token.width <= 2 && !token.part && token.number >= 1 && token.number <= 31;
  }

  dateAt(place, free) {
    const month = months.get(this.tokens[place].word);
    if (!month || this.isCut(place, free) || this.isSpoilt(place, free)) return null;
    const before = this.before(place, free);
    let nameEnd = place;
    if (dateWords.month.has(this.word(place + 1)) && LOOSE.has(this.tokens[place + 1].gap)) nameEnd++;
    let after = before ? null : this.daysAfter(nameEnd, month);
    let year = this.yearAfter(nameEnd, month);
    if (!year && after) year = this.yearAfter(after.edge, month);
    else if (year) after = null;
    const days = before || after;
    let first = before ? before.edge : place;
    let last = after ? after.edge : nameEnd;
    if (year) last = year[1];
    else if (!before && this.hasYearBefore(place, free, month)) {
      first = place - 1;
      year = [this.tokens[first].number, first];
    }
    const standsOut = !month.ordinary || last === (year ? year[1] : -1) || this.standsOut(place, last);
    if (!standsOut || !(days || year)) return null;
    if (after && !year && this.isCounted(after.edge)) return null;
    return {
      calendar: month.calendar,
      year: year ? year[0] : null,
      month: month.number,
      days: days ? days.days : [],
      isSpan: Boolean(days && days.isSpan),
      first,
      last,
    };
  }

  daysAfter(nameEnd, month) {
    return month.latin ? this.after(nameEnd, month.short, (last) => this.yearAfter(last, month) !== null) : null;
  }

  isCut(place, free) {
    const tokens = this.tokens;
    if (place + 1 < tokens.length && tokens[place + 1].gap === D.JOINED) {
      const following = tokens[place + 1];
      if (following.word && !dateWords.between.has(following.word)) return true;
    }
    if (place === 0 || tokens[place].gap !== D.JOINED || tokens[place - 1].width) return false;
    return !dateWords.between.has(tokens[place - 1].word) && this.ending(place - 1, free) === null;
  }

  isSpoilt(place, free) {
    if (place <= free || !LOOSE.has(this.tokens[place].gap)) return false;
    const token = this.tokens[place - 1];
    return token.width > 0 && token.width <= 2 && !token.part && !(token.number >= 1 && token.number <= 31);
  }

  standsOut(place, last) {
    const tokens = this.tokens;
    const ends = last + 1 === tokens.length || !LOOSE.has(tokens[last + 1].gap);
    return ends || tokens[place].capital || dateWords.month.has(this.word(place - 1));
  }

  isYear(place, month) {
    const token = place >= 0 ? this.tokens[place] : undefined;
    return Boolean(token) && token.width === 4 && !token.part && calendarOf(token.number) === month.calendar;
  }

  hasYearBefore(place, free, month) {
    return place > free && this.isYear(place - 1, month) && WITHIN.has(this.tokens[place].gap);
  }

  isCounted(place) {
    if (["%", "٪"].includes(this.text[this.tokens[place].end])) return true;
    return dateWords.counted.has(this.word(place + 1)) && LOOSE.has(this.tokens[place + 1].gap);
  }

  yearAfter(last, month) {
    const place = this.skip(last + 1);
    const token = this.tokens[place];
    if (!token) return null;
    let gaps = plus(WITHIN, D.COMMA);
    if (month.short && place === last + 1) gaps = plus(gaps, D.DOT, D.STOP);
    if (!gaps.has(token.gap)) return null;
    if (this.isYear(place, month)) return [token.number, place];
    if (token.width !== 2 || token.part || month.calendar !== HIJRI || !LOOSE.has(token.gap)) return null;
    if ((token.number >= 10 && token.number < 50) || this.isCounted(place)) return null;
    return [(token.number >= 50 ? 1300 : 1400) + token.number, place];
  }

  // Days

  skip(place) {
    const days = constants.date_days;
    const end = Math.min(place + days.MOST_BETWEEN, this.tokens.length);
    while (place < end && dateWords.between.has(this.tokens[place].word)) {
      if (!LOOSE.has(this.tokens[place].gap) && this.tokens[place].gap !== D.COMMA) break;
      place++;
    }
    return place;
  }

  before(place, free) {
    const tokens = this.tokens;
    const limits = constants.date_days;
    let last = place - 1;
    while (last > Math.max(free, place - limits.MOST_BETWEEN) && dateWords.between.has(tokens[last].word)) {
      if (!LOOSE.has(tokens[last + 1].gap)) return null;
      last--;
    }
    if (last < free || !WITHIN.has(tokens[last + 1].gap)) return null;
    let found = this.ending(last, free);
    if (!found || (tokens[last].word && dateWords.portions.has(this.word(found[1] - 1)))) return null;
    const days = [found[0]];
    let [edge, isSpan, isListed] = [found[1], false, false];
    while (edge > free && days.length < limits.MOST_DAYS) {
      const gap = tokens[edge].gap;
      let link = edge;
      let spans;
      const before = this.word(edge - 1);
      if (LOOSE.has(gap) && (dateWords.lists.has(before) || dateWords.spans.has(before))) {
        link = edge - 1;
        spans = dateWords.spans.has(before);
        isListed = isListed || !spans;
      } else if ([D.HYPHEN, D.DASH, D.SLASH, D.AND].includes(gap) || (gap === D.COMMA && isListed)) {
        spans = [D.HYPHEN, D.DASH].includes(gap);
      } else break;
      found = this.ending(link - 1, free);
      if (!found || found[0] >= days[0] || (link !== edge && !LOOSE.has(tokens[link].gap))) break;
      isSpan = spans && days.length === 1;
      days.unshift(found[0]);
      edge = found[1];
    }
    return { days, isSpan, edge };
  }

  ending(last, free) {
    const tokens = this.tokens;
    if (last < free) return null;
    if (tokens[last].width) return this.isDay(last) ? [tokens[last].number, last] : null;
    const number = last - 1;
    if (number >= free && this.afterEnding(number) === last && tokens[number].width) {
      return this.isDay(number) ? [tokens[number].number, number] : null;
    }
    let joined = "";
    let found = null;
    const lowest = Math.max(free, last - constants.date_days.MOST_PARTS + 1);
    for (let place = last; place >= lowest; place--) {
      if (!tokens[place].word) break;
      joined = tokens[place].word + joined;
      if (dayNames.has(joined)) found = [dayNames.get(joined), place];
      if (!LOOSE.has(tokens[place].gap) && tokens[place].gap !== D.HYPHEN) break;
    }
    return found;
  }

  after(nameEnd, isShort, hasYear) {
    const tokens = this.tokens;
    let place = this.skip(nameEnd + 1);
    const gaps = isShort ? plus(WITHIN, D.DOT, D.STOP) : WITHIN;
    if (place >= tokens.length || !gaps.has(tokens[place].gap) || !this.isDay(place)) return null;
    const days = [tokens[place].number];
    place = this.afterEnding(place);
    const first = place;
    let isSpan = false;
    while (place + 1 < tokens.length && days.length < constants.date_days.MOST_DAYS) {
      let following = place + 1;
      const gap = tokens[following].gap;
      const link = this.word(following);
      const spans = [D.HYPHEN, D.DASH].includes(gap) || dateWords.spans.has(link);
      if (LOOSE.has(gap) && (dateWords.lists.has(link) || dateWords.spans.has(link))) following++;
      else if (![D.HYPHEN, D.DASH, D.SLASH, D.AND].includes(gap)) break;
      if (following >= tokens.length || !this.isDay(following)) break;
      if (tokens[following].number <= days[days.length - 1]) break;
      isSpan = spans && days.length === 1;
      days.push(tokens[following].number);
      place = this.afterEnding(following);
    }
    if (days.length > 1 && LOOSE.has(tokens[first + 1].gap) && !hasYear(place)) {
      return { days: days.slice(0, 1), isSpan: false, edge: first };
    }
    return { days, isSpan, edge: place };
  }

  afterEnding(place) {
    const ends = dateWords.ordinal_endings.has(this.word(place + 1)) && LOOSE.has(this.tokens[place + 1].gap);
    return ends ? place + 1 : place;
  }

  // Dates in numbers only

  numbersAt(place) {
    const row = this.row(place);
    if (row.length < 2 || row.length > 3) return null;
    const last = place + row.length - 1;
    const sign = row[1].gap;
    const numbers = row.map((token) => token.number);
    const widths = row.map((token) => token.width);
    const phrase = (year, month, days) => {
      const calendar = calendarOf(year);
      if (!calendar || month < 1 || month > 12) return null;
      return { calendar, year, month, days, isSpan: false, first: place, last };
    };
    if (row.length === 2) {
      const following = this.tokens[last + 1];
      const runsOn = following && (following.gap === D.TIGHT || (NUMBER_SIGNS.has(following.gap) && following.width));
      return widths[0] === 4 && widths[1] === 2 && sign !== D.DOT && !runsOn ? phrase(numbers[0], numbers[1], []) : null;
    }
    if (widths[0] === 4 && Math.max(widths[1], widths[2]) <= 2) return phrase(numbers[0], numbers[1], [numbers[2]]);
    if (widths[2] === 4 && Math.max(widths[0], widths[1]) <= 2) {
      let [day, month] = numbers;
      const year = numbers[2];
      if (month > 12 && calendarOf(year) === GREGORIAN) [day, month] = [month, day];
      return phrase(year, month, [day]);
    }
    if (widths[0] === 2 && Math.max(...widths) === 2 && numbers[0] >= 50 && sign === D.SLASH) {
      return phrase(1300 + numbers[0], numbers[1], [numbers[2]]);
    }
    return null;
  }

  row(place) {
    const first = this.tokens[place];
    const rest = this.tokens.slice(place + 1, place + 4);
    const sign = rest.length ? rest[0].gap : null;
    if (!NUMBER_SIGNS.has(sign)) return [];
    const before = this.tokens[place - 1];
    if (place && first.gap === D.TIGHT && isAscii(before.word)) return [];
    if (place && before.width && [sign, sign === D.HYPHEN ? D.DASH : sign].includes(first.gap)) return [];
    const row = [first];
    for (const token of rest) {
      if (!token.width || token.gap !== sign) break;
      row.push(token);
    }
    return row;
  }
}

// Every date of a text: {start, end, asks, terms}.
function findDates(text) {
  const reader = new DateReader(text);
  const found = [];
  let place = 0;
  let free = 0;
  while (place < reader.tokens.length) {
    const phrase = reader.tokens[place].width ? reader.numbersAt(place) : reader.dateAt(place, free);
    const date = phrase && namedDate(phrase, reader.tokens);
    if (date) {
      found.push(date);
      place = free = phrase.last + 1;
    } else place++;
  }
  return found;
}

function namedDate(phrase, tokens) {
  const [start, end] = [tokens[phrase.first].start, tokens[phrase.last].end];
  const mark = phrase.calendar === HIJRI ? "@h" : "@";
  const month = twoDigits(phrase.month);
  if (phrase.year === null) {
    const some = phrase.calendar === HIJRI ? 1399 : 2000;
    if (phrase.days.some((day) => dayNumber(phrase.calendar, some, phrase.month, day) === null)) return null;
    const days = spread(phrase.days, phrase.isSpan).map((day) => `${month}-${twoDigits(day)}`);
    const asks = days.map((day) => `${mark}--${day}`);
    return { start, end, asks, terms: [...asks, ...days.map((day) => `${mark}0000-${day}`)] };
  }
  if (!phrase.days.length) {
    const name = `${mark}${phrase.year}-${month}`;
    return { start, end, asks: [name], terms: [name] };
  }
  const numbers = phrase.days.map((day) => dayNumber(phrase.calendar, phrase.year, phrase.month, day));
  if (numbers.includes(null)) return null;
  const asks = [];
  const unsaid = [];
  const terms = [];
  for (const number of spread(numbers, phrase.isSpan)) {
    const gregorian = isoDay(number);
    const hijri = inHijri(number);
    asks.push(`@${gregorian}`);
    unsaid.push(`@0000-${gregorian.slice(5)}`);
    terms.push(`@${gregorian}`, `@${gregorian.slice(0, 7)}`, `@--${gregorian.slice(5)}`);
    if (hijri) {
      unsaid.push(`@h0000-${hijri[1]}-${hijri[2]}`);
      terms.push(`@h${hijri[0]}-${hijri[1]}`, `@h--${hijri[1]}-${hijri[2]}`);
    }
  }
  return { start, end, asks: [...new Set([...asks, ...unsaid])], terms: [...new Set(terms)] };
}

function spread(numbers, isSpan) {
  if (!isSpan) return numbers;
  const filled = [];
  const last = Math.min(numbers[numbers.length - 1], numbers[0] + constants.dates.LONGEST_SPAN);
  for (let number = numbers[0]; number <= last; number++) filled.push(number);
  return filled;
}
