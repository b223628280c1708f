// Which strokes are one digit, where several digits stand side by side: as NetSketch's own pad parts them
// (engine/data/ink/grouping.py). Two pieces are joined at a time, the surest pair first: a short one with what it lies
// on, above or inside of, tall ones only where they run into each other. All is measured in the height of the tallest.

const MOST_STROKES = 48; // more strokes are no digits, but a scribble
const MOST_POINTS = 280; // of all strokes together between which distances are measured
const ROWS = 24; // in which the outlines of pieces are compared
const TOUCH = 0.04; // pieces nearer to each other than this touch
const TALL = 0.7; // a piece at least this high may be a digit without its neighbour
const FLAT = 0.2; // a lower piece is a bar: it never stands beside anything
const BESIDE = 0.12; // a short piece beside a tall one belongs to it up to this distance
const ABOVE = 0.3; // a short piece above or below another one belongs to it up to this distance
const STACKED = 0.33; // tall pieces above each other belong together up to this distance
const RING = 0.4; // tall pieces that touch at places so far apart are the two halves of a ring
const FRAGMENT = 0.45; // a lower piece is no digit, but a part of one that is near
const FLYING = 0.9; // such a part belongs to what is under or above it up to this distance
const ASTRAY = 0.4; // a bar belongs to what is nearest up to this distance
const UNDER = 0.15; // what shares at least so much of its width with another piece is under or above it
const SPECK = 0.12; // a smaller piece is a slip of the pen and goes to what is nearest

// For each digit the numbers of its strokes; digits line by line and from left to right.
function groupsOf(strokes, pen) {
  const drawn = strokes.map((_, number) => number).filter((number) => strokes[number].length > 0);
  if (drawn.length === 0) return [];
  const { low, high } = boxOf(drawn.map((number) => strokes[number]));
  const extent = Math.max(high[0] - low[0], high[1] - low[1]);
  if (drawn.length < 2 || drawn.length > MOST_STROKES || extent <= 0) return [drawn];
  const paths = drawn.map((number) =>
    strokes[number].map(([x, y]) => [(x - low[0]) / extent, (y - low[1]) / extent]),
  );
  return joined(measured(walked(paths), pen / extent)).map((group) => group.map((place) => drawn[place]));
}

// Walk along strokes at even steps, so that no gap between points is left.
function walked(paths) {
  const ways = paths.map((path) => {
    const way = [0];
    for (let i = 1; i < path.length; i++) way.push(way[i - 1] + distance(path[i - 1], path[i]));
    return way;
  });
  const length = ways.reduce((sum, way) => sum + way[way.length - 1], 0);
  const { low, high } = boxOf(paths);
  const spacing = Math.max((0.6 / ROWS) * (high[1] - low[1]), length / MOST_POINTS, 1e-9);
  return paths.map((path, number) => {
    const way = ways[number];
    const whole = way[way.length - 1];
    const count = Math.trunc(whole / spacing) + 2;
    const points = [];
    let i = 0;
    for (let k = 0; k < count; k++) {
      const at = k === count - 1 ? whole : k * (whole / (count - 1));
      while (i < way.length - 1 && way[i + 1] <= at) i++;
      points.push(
        path[i].map((value, axis) => {
          if (i === way.length - 1) return value;
          return ((path[i + 1][axis] - value) / (way[i + 1] - way[i])) * (at - way[i]) + value;
        }),
      );
    }
    return points;
  });
}

// Pieces, each alone at first, with what there is to know of each two of them.
function measured(walks, pen) {
  const boxes = walks.map((walk) => boxOf([walk]));
  const { low, high } = boxOf(walks);
  const touch = Math.max(TOUCH * tallest(boxes), pen / 2);
  const pieces = walks.map((walk, number) => {
    const left = new Array(ROWS).fill(Infinity);
    const right = new Array(ROWS).fill(-Infinity);
    for (const [x, y] of walk) {
      const row = Math.trunc((y - low[1]) * (ROWS / Math.max(high[1] - low[1], 1e-12)));
      const place = Math.min(Math.max(row, 0), ROWS - 1);
      left[place] = Math.min(left[place], x);
      right[place] = Math.max(right[place], x);
    }
    return { members: [number], ...boxes[number], left, right, gap: [], first: [], last: [] };
  });
  pieces.forEach((piece, one) => {
    walks.forEach((walk, other) => {
      let [gap, first, last] = [Infinity, Infinity, -Infinity];
      for (const point of walks[one]) {
        let nearest = Infinity;
        for (const to of walk) nearest = Math.min(nearest, distance(point, to));
        gap = Math.min(gap, nearest);
        if (nearest <= touch) {
          first = Math.min(first, point[1]);
          last = Math.max(last, point[1]);
        }
      }
      piece.gap.push(gap);
      piece.first.push(first);
      piece.last.push(last);
    });
  });
  return { pieces, touch };
}

function width(piece) {
  return piece.high[0] - piece.low[0];
}

function height(piece) {
  return piece.high[1] - piece.low[1];
}

// The height that all is measured in; of mere dashes, half the length.
function tallest(boxes) {
  return Math.max(...boxes.map((box) => Math.max(height(box), width(box) / 2)), 1e-12);
}

function joined({ pieces, touch }) {
  while (pieces.length > 1) {
    const pair = surestPair(pieces, touch) || fragment(pieces);
    if (!pair) break;
    join(pieces, ...pair);
  }
  return inReadingOrder(pieces).map((piece) => piece.members.slice().sort((a, b) => a - b));
}

// Let piece `one` take in piece `other`.
function join(pieces, one, other) {
  const [into, from] = [pieces[one], pieces[other]];
  const least = (a, b) => a.map((value, i) => Math.min(value, b[i]));
  const most = (a, b) => a.map((value, i) => Math.max(value, b[i]));
  into.members.push(...from.members);
  for (const [name, pick] of Object.entries({ low: least, high: most, left: least, right: most })) {
    into[name] = pick(into[name], from[name]);
  }
  for (const [name, pick] of Object.entries({ gap: least, first: least, last: most })) {
    into[name] = pick(into[name], from[name]);
    for (const piece of pieces) piece[name][one] = pick([piece[name][one]], [piece[name][other]])[0];
  }
  pieces.splice(other, 1);
  for (const piece of pieces) {
    for (const name of ["gap", "first", "last"]) piece[name].splice(other, 1);
  }
}

// The two pieces that most surely belong to one digit; null where no two do.
function surestPair(pieces, touch) {
  const whole = tallest(pieces);
  let [best, pair] = [-Infinity, null];
  for (let one = 0; one < pieces.length; one++) {
    for (let other = 0; other < pieces.length; other++) {
      if (one === other) continue;
      const [a, b] = [pieces[one], pieces[other]];
      const lower = Math.min(height(a) / whole, height(b) / whole);
      const gap = a.gap[other] / whole;
      const touching = a.gap[other] <= touch;
      const shared = sharedWidth(a, b, 0.05 * whole);
      const beside = standsBeside(a, b) && lower >= FLAT;
      const ring = a.last[other] - a.first[other] >= RING * whole;
      const tall =
        (touching && (!beside || ring || shared >= 0.4)) || (!beside && shared >= 0.5 && gap <= STACKED);
      const short = touching || (beside && gap <= BESIDE) || (!beside && shared >= 0.4 && gap <= ABOVE);
      if (!(lower >= TALL ? tall : short)) continue;
      const sureness = shared + 0.5 * touching - 2 * gap;
      if (sureness > best) [best, pair] = [sureness, [Math.min(one, other), Math.max(one, other)]];
    }
  }
  return pair;
}

// How much of the narrower one's width lies above, below or within the other, 0 to 1; a mere stem has some width, too.
function sharedWidth(a, b, edge) {
  const [aLeft, aRight] = [a.low[0] - edge, a.high[0] + edge];
  const [bLeft, bRight] = [b.low[0] - edge, b.high[0] + edge];
  const shared = Math.min(aRight, bRight) - Math.max(aLeft, bLeft);
  return Math.min(Math.max(shared / Math.min(aRight - aLeft, bRight - bLeft), 0), 1);
}

// Whether one stands clear of the other, at the same side in most rows.
function standsBeside(a, b) {
  let [common, before, behind, ofA, ofB] = [0, 0, 0, 0, 0];
  for (let row = 0; row < ROWS; row++) {
    const [inA, inB] = [Number.isFinite(a.left[row]), Number.isFinite(b.left[row])];
    ofA += inA;
    ofB += inB;
    if (!inA || !inB) continue;
    common++;
    before += a.right[row] < b.left[row];
    behind += b.right[row] < a.left[row];
  }
  return common > 0 && common >= 0.25 * Math.min(ofA, ofB) && Math.max(before, behind) >= 0.7 * common;
}

// A piece that is too low for a digit and the one that it belongs to; null where there is none.
function fragment(pieces) {
  const whole = tallest(pieces);
  let [smallest, number] = [Infinity, -1];
  const gaps = pieces.map((piece, one) => {
    const low = height(piece) / whole;
    const size = Math.max(width(piece) / whole, low);
    const reach = low < FLAT ? ASTRAY : BESIDE;
    let near = false;
    const gap = pieces.map((to, other) => {
      const apart = one === other ? Infinity : piece.gap[other] / whole;
      const under = sharedWidth(piece, to, 0.05 * whole) >= UNDER;
      // a flying roof rather belongs to what is under it
      const counted = under && apart <= FLYING ? apart / 2 : apart;
      near = near || counted <= reach || (under && counted <= FLYING / 2);
      return counted;
    });
    if (((low < FRAGMENT && near) || size < SPECK) && size < smallest) [smallest, number] = [size, one];
    return gap;
  });
  if (number < 0) return null;
  const other = gaps[number].indexOf(Math.min(...gaps[number]));
  return [Math.min(number, other), Math.max(number, other)];
}

// The pieces line by line, from left to right in each.
function inReadingOrder(pieces) {
  const middle = (piece, axis) => piece.low[axis] + piece.high[axis];
  const lines = [];
  for (const piece of pieces.slice().sort((a, b) => middle(a, 1) - middle(b, 1))) {
    const [top, bottom] = [piece.low[1], piece.high[1]];
    const line = lines[lines.length - 1];
    const shared = line ? Math.min(bottom, line.bottom) - Math.max(top, line.top) : -Infinity;
    if (line && shared >= 0.4 * Math.min(bottom - top, line.bottom - line.top)) {
      line.top = Math.min(top, line.top);
      line.bottom = Math.max(bottom, line.bottom);
      line.pieces.push(piece);
    } else lines.push({ top, bottom, pieces: [piece] });
  }
  const order = (a, b) => middle(a, 0) - middle(b, 0) || pieces.indexOf(a) - pieces.indexOf(b);
  return lines.flatMap((line) => line.pieces.sort(order));
}
