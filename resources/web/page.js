// The page itself: what is drawn, what the network makes of it, and how both are shown.

const LONGEST_LIST = 12; // classes that all have a bar of their own
const LIKELIEST = 10; // bars where there are more
const PAUSES = [4, 100]; // milliseconds between two answers: as long as the last one took, within these
const [LIGHTEST, HARDEST] = [0.4, 1.6]; // how wide the lightest and the hardest touch of a stylus make the pen
const BROAD = 94; // CSS pixels, 25 mm: a longer contact is no finger
const PUT_DOWN = 800; // milliseconds after its last word for which a stylus is taken to be in the hand
const SLOW = 150; // milliseconds: where an answer takes longer, it waits until the pen is lifted

const part = (id) => document.getElementById(id);
const told = (id) => JSON.parse(part(id).textContent);
const ABOUT = told("aboutData");
const NETWORK = networkOf(told("networkData"), part("weightsData").textContent);
const SHAPE = told("networkData").image_shape; // channels, height and width of what it takes
const TAKES_COLOURS = SHAPE[0] > 1; // then it is shown pictures, beside being drawn for
const CLASSES = ABOUT.classes;
const ARE_DIGITS = !TAKES_COLOURS && CLASSES.every((name) => /^[0-9]$/.test(name));
const STAND_IN_LINES = CLASSES.every((name) => [...name].length === 1); // characters do, shoes do not
const ARE_SHORT = CLASSES.every((name) => [...name].length <= 2);
const paper = part("pad");

let words = WORDS[languageOf(navigator.languages || [navigator.language || "en"])];
let finished = []; // strokes on the paper, each a list of [x, y] in pad pixels
let photo = null; // the picture under them, a canvas
let trouble = ""; // the key of why a picture could not be read
let past = []; // what was there before each change: strokes and picture
let pull = null; // of the pen, from press to release: its pointer and the points it passed
let stylusAt = -Infinity; // when a stylus was heard of last
let digits = []; // as they were read last: { strokes, picture, probabilities }
let chosen = 0; // which of them is shown in the bars
let answers = new Map(); // of the pictures that were read last, by their bytes

// What is drawn

function drawnStrokes() {
  return pull ? [...finished, ...strokesOf(pull.points)] : finished;
}

function change(strokes, below = photo) {
  past.push([finished, photo]);
  [finished, photo, trouble] = [strokes, below, ""];
  changed();
}

function drop() {
  pull = null;
  changed();
}

function lift() {
  if (!pull) return;
  const strokes = strokesOf(pull.points);
  pull = null;
  if (strokes.length) change([...finished, ...strokes]);
  else changed();
}

function undo() {
  if (pull) drop();
  else if (past.length) {
    [finished, photo] = past.pop();
    changed();
  }
}

function clear() {
  if (pull) pull = null;
  if (finished.length || photo) change([], null);
  else changed();
}

function changed() {
  const focused = document.activeElement;
  part("undo").disabled = past.length === 0 && !pull;
  part("clear").disabled = finished.length === 0 && !photo && !pull;
  if (focused && focused.disabled) paper.focus({ preventScroll: true }); // or it would be nowhere
  paintSoon();
  readSoon();
}

// The pen: mouse, finger or stylus, whichever comes first; the others wait until it is lifted

function pointOf(event) {
  const area = paper.getBoundingClientRect();
  return [((event.clientX - area.left) * SIDE) / area.width, ((event.clientY - area.top) * SIDE) / area.height];
}

// The point of an event as the pull takes it: with the pen's width where a stylus draws. One that is lifted stays as
// wide as it was pressed last.
function penPoint(event) {
  if (event.pressure > 0) pull.width = PAD_PEN * (LIGHTEST + (HARDEST - LIGHTEST) * Math.min(event.pressure, 1));
  return pull.isStylus ? [...pointOf(event), pull.width] : pointOf(event);
}

function extend(event) {
  const point = penPoint(event);
  const last = pull.points[pull.points.length - 1];
  if (!last || last[0] !== point[0] || last[1] !== point[1]) pull.points.push(point);
  else if (point[2] > last[2]) last[2] = point[2]; // pressed harder where it is
}

// Whether a touch is of a palm: broad, or there while a stylus is in the hand.
function isPalm(event) {
  if (event.pointerType !== "touch") return false;
  return Math.max(event.width, event.height) > BROAD || performance.now() - stylusAt < PUT_DOWN;
}

// What a palm drew, before a stylus came or its whole breadth lay there, was not meant.
function heed(event) {
  if (event.pointerType === "pen") stylusAt = performance.now();
  if (pull && pull.isTouch && (event.pointerType === "pen" || (event.pointerId === pull.pointer && isPalm(event)))) drop();
}

for (const kind of ["pointerdown", "pointermove"]) paper.addEventListener(kind, heed);

paper.addEventListener("pointerdown", (event) => {
  event.preventDefault(); // no text is marked, no image dragged
  if (pull || event.button !== 0 || isPalm(event)) return;
  paper.focus({ preventScroll: true });
  const [isStylus, isTouch] = ["pen", "touch"].map((kind) => event.pointerType === kind);
  pull = { pointer: event.pointerId, points: [], isStylus, isTouch, width: PAD_PEN * LIGHTEST };
  try {
    paper.setPointerCapture(event.pointerId);
  } catch {
    // it was lifted already
  }
  extend(event);
  changed();
});

paper.addEventListener("pointermove", (event) => {
  if (!pull || event.pointerId !== pull.pointer) return;
  const merged = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
  (merged.length ? merged : [event]).forEach(extend); // none is left out, or arcs would become lines
  changed();
});

paper.addEventListener("pointerup", (event) => {
  if (!pull || event.pointerId !== pull.pointer) return;
  extend(event);
  lift();
});

paper.addEventListener("pointercancel", (event) => {
  if (pull && event.pointerId === pull.pointer) drop();
});

paper.addEventListener("lostpointercapture", (event) => {
  if (pull && event.pointerId === pull.pointer) lift();
});

paper.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false }); // no zoom by two taps
paper.addEventListener("contextmenu", (event) => event.preventDefault());
window.addEventListener("blur", lift);

document.addEventListener("keydown", (event) => {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z") undo();
  else if (plain && event.key === "Escape" && pull) drop();
  else if (plain && ["Escape", "Delete", "Backspace"].includes(event.key)) clear();
  else return;
  event.preventDefault();
});

part("undo").addEventListener("click", undo);
part("clear").addEventListener("click", clear);

// Pictures, where the network takes them: chosen, dropped or pasted

async function take(file) {
  try {
    const image = await createImageBitmap(file);
    change([], canvasOf(image));
  } catch {
    trouble = "unreadable";
    show();
    say();
  }
}

// What of the paper the picture covers: left, top, width and height in pad pixels.
function placeOf(canvas) {
  const scale = SIDE / Math.max(canvas.width, canvas.height);
  const [wide, high] = [canvas.width * scale, canvas.height * scale];
  return [(SIDE - wide) / 2, (SIDE - high) / 2, wide, high];
}

// All that is on the paper as pixels: the picture as it came, or with what was drawn on it, without the paper beside it.
function sceneOf(strokes) {
  if (photo && strokes.length === 0) {
    return photo.getContext("2d").getImageData(0, 0, photo.width, photo.height);
  }
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 2 * SIDE;
  const brush = canvas.getContext("2d");
  brush.scale(2, 2);
  Object.assign(brush, { fillStyle: "#fff" });
  brush.fillRect(0, 0, SIDE, SIDE);
  if (photo) brush.drawImage(photo, ...placeOf(photo));
  paintStrokes(brush, strokes, "#000");
  const [left, top, wide, high] = photo ? placeOf(photo) : [0, 0, SIDE, SIDE];
  const sides = [2 * wide, 2 * high].map((side) => Math.max(1, Math.round(side)));
  return brush.getImageData(Math.round(2 * left), Math.round(2 * top), ...sides);
}

if (TAKES_COLOURS) {
  part("choose").hidden = false;
  part("choose").addEventListener("click", () => part("file").click());
  part("file").addEventListener("change", (event) => {
    if (event.target.files.length) take(event.target.files[0]);
    event.target.value = ""; // the same file may be chosen again
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault(); // or the browser leaves the page for the picture
    if (event.dataTransfer.files.length) take(event.dataTransfer.files[0]);
  });
  document.addEventListener("paste", (event) => {
    const file = [...event.clipboardData.files].find(({ type }) => type.startsWith("image/"));
    if (file) take(file);
  });
}

// What the network makes of it

// Read what is drawn now, digit by digit.
function read() {
  const strokes = drawnStrokes();
  const all = strokes.map((_, number) => number);
  if (TAKES_COLOURS) return readPicture(strokes);
  const groups = strokes.length === 0 ? [] : STAND_IN_LINES ? groupsOf(strokes, PAD_PEN) : [all];
  const known = answers;
  answers = new Map();
  digits = groups.map((group) => {
    const picture = pictureOf(
      group.map((number) => strokes[number]),
      PAD_PEN,
    );
    const key = picture.join();
    const probabilities = known.get(key) || probabilitiesOf(NETWORK, picture);
    answers.set(key, probabilities);
    return { strokes: group.map((number) => strokes[number]), picture, probabilities };
  });
  chosen = Math.max(
    groups.findIndex((group) => group.includes(strokes.length - 1)),
    0,
  );
  return digits;
}

// Read all that is on the paper as one picture.
function readPicture(strokes) {
  chosen = 0;
  digits = [];
  if (photo || strokes.length) {
    const picture = photoOf(sceneOf(strokes), SHAPE[1], SHAPE[2]);
    digits.push({ strokes, picture, probabilities: probabilitiesOf(NETWORK, picture, SHAPE) });
  }
  return digits;
}

let reading = 0; // the timer until then
let readAt = 0;
let took = 0;

function readSoon() {
  if (reading || (pull && took > SLOW)) return;
  reading = setTimeout(
    () => {
      reading = 0;
      const start = performance.now();
      read();
      show();
      if (!pull) say();
      readAt = performance.now();
      took = readAt - start;
    },
    Math.max(0, readAt + Math.min(Math.max(took, PAUSES[0]), PAUSES[1]) - performance.now()),
  );
}

// How it is shown

let painting = 0;

function paintSoon() {
  if (!painting) painting = requestAnimationFrame(paint);
}

function paint() {
  painting = 0;
  const scale = window.devicePixelRatio || 1;
  const [width, height] = [paper.clientWidth, paper.clientHeight].map((size) => Math.max(1, Math.round(size * scale)));
  if (paper.width !== width || paper.height !== height) Object.assign(paper, { width, height });
  const brush = paper.getContext("2d");
  const style = getComputedStyle(paper);
  brush.setTransform(width / SIDE, 0, 0, height / SIDE, 0, 0);
  brush.clearRect(0, 0, SIDE, SIDE);
  const strokes = drawnStrokes();
  if (TAKES_COLOURS && (photo || strokes.length)) {
    brush.fillStyle = "#fff"; // as the network sees it, by night too
    brush.fillRect(0, 0, SIDE, SIDE);
    if (photo) brush.drawImage(photo, ...placeOf(photo));
  }
  paintStrokes(brush, strokes, TAKES_COLOURS ? "#000" : style.color);
  if (digits.length > 1) digits.forEach((digit, place) => paintBracket(brush, digit, place === chosen, style));
  part("placeholder").hidden = strokes.length > 0 || photo !== null;
}

function paintStrokes(brush, strokes, color) {
  Object.assign(brush, { lineCap: "round", lineJoin: "round", strokeStyle: color, fillStyle: color });
  for (const stroke of strokes) {
    brush.beginPath();
    if (stroke[0].length > 2) outline(brush, stroke);
    else if (stroke.length === 1) brush.arc(...stroke[0], PAD_PEN / 2, 0, 2 * Math.PI);
    else stroke.forEach(([x, y], i) => (i ? brush.lineTo(x, y) : brush.moveTo(x, y)));
    if (stroke.length === 1 || stroke[0].length > 2) brush.fill();
    else {
      brush.lineWidth = PAD_PEN;
      brush.stroke();
    }
  }
}

// What a pen of changing width covers: discs, and what joins each two, all turning the same way.
function outline(brush, stroke) {
  stroke.forEach(([x, y, width], i) => {
    brush.moveTo(x + width / 2, y);
    brush.arc(x, y, width / 2, 0, 2 * Math.PI);
    if (i === 0) return;
    const [fromX, fromY, fromWidth] = stroke[i - 1];
    const long = 2 * Math.max(distance([fromX, fromY], [x, y]), 1e-9);
    const [across, down] = [(y - fromY) / long, (fromX - x) / long];
    brush.moveTo(fromX + across * fromWidth, fromY + down * fromWidth);
    brush.lineTo(x + across * width, y + down * width);
    brush.lineTo(x - across * width, y - down * width);
    brush.lineTo(fromX - across * fromWidth, fromY - down * fromWidth);
    brush.closePath();
  });
}

// A bracket under the strokes that are taken for one digit.
function paintBracket(brush, digit, isChosen, style) {
  const { low, high } = boxOf(digit.strokes);
  const [left, right] = [Math.max(low[0] - PAD_PEN / 2, 4), Math.min(high[0] + PAD_PEN / 2, SIDE - 4)];
  const bottom = Math.min(high[1] + PAD_PEN / 2 + 5, SIDE - 4);
  brush.strokeStyle = style.getPropertyValue(isChosen ? "--accent" : "--border-strong");
  brush.lineWidth = isChosen ? 2 : 1.2;
  brush.beginPath();
  brush.moveTo(left, bottom - 4);
  brush.lineTo(left, bottom);
  brush.lineTo(right, bottom);
  brush.lineTo(right, bottom - 4);
  brush.stroke();
}

// A share in words: 99.9 rather than 100 where it is nearly all.
function shareWords(share) {
  if (!Number.isFinite(share)) return "–";
  const places = share < 1 && Math.round(100 * share) >= 100 ? 1 : 0;
  const number = (100 * share).toFixed(places);
  return filled(words.share, { number: share < 1 && Number(number) >= 100 ? "99.9" : number });
}

function bestOf(probabilities) {
  return probabilities.reduce((best, share, index) => (share > probabilities[best] ? index : best), 0);
}

function isAnswer(digit) {
  return digit.probabilities.every(Number.isFinite);
}

function show() {
  paintSoon();
  const digit = digits[chosen];
  showReadings();
  showSeen(digit ? digit.picture : null);
  showBars(digit && isAnswer(digit) ? digit.probabilities : null);
}

function showReadings() {
  const made = digits.filter(isAnswer).map((digit, place) => {
    const best = bestOf(digit.probabilities);
    const length = [...CLASSES[best]].length;
    const item = document.createElement(digits.length > 1 ? "button" : "div");
    item.className = `reading ${length > 12 ? "sentence" : length > 2 ? "word" : ""}`;
    const name = document.createElement("b");
    const share = document.createElement("span");
    name.dir = "auto";
    name.textContent = CLASSES[best];
    share.textContent = shareWords(digit.probabilities[best]);
    item.append(name, share);
    if (digits.length > 1) {
      item.type = "button";
      item.setAttribute("aria-pressed", String(place === chosen));
      item.addEventListener("click", () => choose(place));
    }
    return item;
  });
  if (trouble || made.length < Math.max(digits.length, 1)) {
    const sentence = document.createElement("p");
    sentence.textContent = digits.length && !trouble ? words.notNumber : nothingWords();
    made.splice(0, made.length, sentence);
  }
  part("readings").replaceChildren(...made);
}

// Why there is nothing to say.
function nothingWords() {
  return trouble ? words[trouble] : TAKES_COLOURS ? words.noPicture : words.nothing;
}

function choose(place) {
  chosen = place;
  show();
  say();
  part("readings").children[place].focus();
}

function showSeen(picture) {
  const seen = part("seen");
  const [red, green, blue] = getComputedStyle(seen).color.match(/\d+/g).map(Number);
  const [, height, width] = SHAPE;
  if (seen.width !== width || seen.height !== height) Object.assign(seen, { width, height });
  const image = new ImageData(width, height);
  for (let i = 0; picture && i < width * height; i++) {
    const pixel = TAKES_COLOURS ? [...picture.subarray(3 * i, 3 * i + 3), 255] : [red, green, blue, picture[i]];
    image.data.set(pixel, 4 * i);
  }
  seen.getContext("2d").putImageData(image, 0, 0);
}

function showBars(probabilities) {
  const bars = part("bars");
  const all = CLASSES.map((_, index) => index);
  const order = CLASSES.length <= LONGEST_LIST ? all : likeliest(all, probabilities);
  const best = probabilities ? bestOf(probabilities) : -1;
  bars.classList.toggle("short", ARE_SHORT);
  bars.style.setProperty("--rows", Math.ceil(order.length / 2));
  order.forEach((index, place) => {
    const row = bars.children[place] || bars.appendChild(newBar());
    const [name, track, share] = row.children;
    name.textContent = name.title = CLASSES[index];
    row.classList.toggle("best", index === best);
    track.firstChild.style.width = `${probabilities ? 100 * probabilities[index] : 0}%`;
    share.textContent = probabilities ? shareWords(probabilities[index]) : "";
  });
}

function likeliest(all, probabilities) {
  const order = probabilities ? all.sort((a, b) => probabilities[b] - probabilities[a] || a - b) : all;
  return order.slice(0, LIKELIEST);
}

function newBar() {
  const row = document.createElement("li");
  const name = document.createElement("bdi");
  const track = document.createElement("div");
  const share = document.createElement("span");
  track.className = "track";
  track.append(document.createElement("i"));
  share.className = "share";
  row.append(name, track, share);
  return row;
}

// Say it to those who hear the page, once the pen is lifted.
function say() {
  const found = digits.filter(isAnswer).map(({ probabilities }) => {
    const best = bestOf(probabilities);
    return filled(words.reading, { name: CLASSES[best], share: shareWords(probabilities[best]) });
  });
  const whole = found.reduce((first, next) => (first ? filled(words.next, { first, next }) : next), "");
  part("said").textContent = digits.length === 0 || trouble ? nothingWords() : whole || words.notNumber;
}

// Words that stand still

function speak() {
  document.documentElement.lang = words.tag;
  const title = TAKES_COLOURS ? words.show : ARE_DIGITS ? words.drawDigit : words.draw;
  document.title = ABOUT.name ? `${title} · ${ABOUT.name}` : title;
  part("title").textContent = title;
  part("language").textContent = words.other;
  part("language").lang = words === WORDS.en ? WORDS.zh.tag : WORDS.en.tag;
  const here = ARE_DIGITS ? words.drawDigitHere : words.drawHere;
  part("placeholder").textContent = TAKES_COLOURS ? words.showHere : here;
  part("hint").textContent = TAKES_COLOURS ? words.hintPicture : words.hint;
  part("choose").textContent = words.choose;
  part("undo").textContent = words.undo;
  part("clear").textContent = words.clear;
  part("seenWords").textContent = words.sees;
  part("offline").textContent = TAKES_COLOURS ? words.offlinePicture : words.offline;
  paper.setAttribute("aria-label", words.pad);
  part("name").textContent = ABOUT.name || "";
  part("shownOf").hidden = CLASSES.length <= LONGEST_LIST;
  part("shownOf").textContent = filled(words.shownOf, { shown: LIKELIEST, all: CLASSES.length });
  speakOfQuality();
  const made = ABOUT.layers ? words.made : words.madeSimple;
  const line = filled(made, { program: ABOUT.made_by, layers: ABOUT.layers });
  const rounding = ABOUT.rounding;
  const bits = { float16: 16, int8: 8, int4: 4 };
  part("made").textContent = rounding
    ? filled(words.rounded, { ...rounding, made: line, bits: bits[rounding.weights] })
    : line;
  show();
}

function speakOfQuality() {
  const inPercent = (number) => filled(words.share, { number });
  const figures = { accuracy: inPercent(ABOUT.accuracy), mark: inPercent(ABOUT.mark) };
  const measured = ABOUT.verdict === "passed" ? words.passed : words.reads;
  const template = ABOUT.accuracy ? measured : words.unmeasured;
  part("quality").textContent = filled(template, figures);
  part("quality").className = ABOUT.verdict || "";
  part("quality").hidden = ABOUT.verdict === "not_passed"; // the notice says so
  part("failed").textContent = filled(words.failed, figures);
  part("failed").hidden = ABOUT.verdict !== "not_passed";
}

part("language").addEventListener("click", () => {
  words = words === WORDS.en ? WORDS.zh : WORDS.en;
  speak();
});

window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
new ResizeObserver(paintSoon).observe(paper);
speak();
changed();
