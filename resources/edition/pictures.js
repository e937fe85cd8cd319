// Puts the colours of a theme into pictures that name their own, as reader/render/recolour.py does.

const pictureKeyword = "Theme colours\0";

// The bytes of a picture in the colours of a theme, each as a character; as it is if it names no colours.
function recoloured(bytes, colours) {
  const number = (at) => ((bytes.charCodeAt(at) << 24) | (bytes.charCodeAt(at + 1) << 16) | (bytes.charCodeAt(at + 2) << 8) | bytes.charCodeAt(at + 3)) >>> 0;
  const chunks = [];
  for (let place = 8; place + 12 <= bytes.length; ) {
    const length = number(place);
    chunks.push({ place, name: bytes.slice(place + 4, place + 8), content: bytes.slice(place + 8, place + 8 + length) });
    place += 12 + length;
  }
  const named = chunks.find((chunk) => chunk.name === "tEXt" && chunk.content.startsWith(pictureKeyword));
  const palette = chunks.find((chunk) => chunk.name === "PLTE");
  if (!named || !palette) return bytes;
  let colour = "";
  for (const word of named.content.slice(pictureKeyword.length).split(" ")) {
    const shade = /^([a-z_]{1,20})(?:-(\d{1,2})\/(\d{1,2}))?$/.exec(word);
    if (!shade || !colours[shade[1]]) return bytes;
    const [step, steps] = shade[2] ? [Number(shade[2]), Number(shade[3])] : [1, 1];
    for (const at of [1, 3, 5]) {
      const paper = parseInt(colours.paper.slice(at, at + 2), 16);
      const ink = parseInt(colours[shade[1]].slice(at, at + 2), 16);
      colour += String.fromCharCode(halfToEven(paper + ((ink - paper) * step) / steps));
    }
  }
  if (colour.length !== palette.content.length) return bytes;
  const before = bytes.slice(0, palette.place + 8);
  const after = bytes.slice(palette.place + 12 + colour.length);
  return before + colour + checksum(palette.name + colour) + after;
}

// Rounds as Python does.
function halfToEven(number) {
  const rounded = Math.round(number);
  return rounded - number === 0.5 && rounded % 2 ? rounded - 1 : rounded;
}

// The CRC of a chunk (PNG, third edition, W3C, annex D).
function checksum(text) {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  crc = (crc ^ 0xffffffff) >>> 0;
  return String.fromCharCode(crc >>> 24, (crc >>> 16) & 255, (crc >>> 8) & 255, crc & 255);
}

const pictureHead = "data:image/png;base64,";
const originals = new Map();

function dressPictures(section, theme) {
  for (const image of section.querySelectorAll("img")) {
    if (!originals.has(image)) originals.set(image, image.getAttribute("src"));
    const address = originals.get(image);
    if (!address.startsWith(pictureHead) || image.dataset.theme === theme) continue;
    image.dataset.theme = theme;
    image.src = pictureHead + btoa(recoloured(atob(address.slice(pictureHead.length)), data.themes[theme]));
  }
}
