// From pen strokes to the 28×28 picture that the network sees, as NetSketch's own pad makes it (engine/data/ink):
// crop to the ink, longer side to 20 pixels, a pen of 2.5, soft edges, the centre of mass in the middle.
// What is float32 there is rounded to it here by Math.fround, step by step, so that both give the same bytes.

const SIZE = 28; // side of the picture in pixels
const BOX = 20; // longer side of the ink, pen included
const PEN = 2.5; // width of the pen in the picture
const KERNEL = 0.28; // width in pixels of the kernel that joins samples
const SAMPLE_SPACING = 1.9 * KERNEL; // distance of samples along a stroke
const END_WEIGHT = 0.55; // of a stroke's two ends
const MOST_SAMPLES = 1 << 16;
const PORTION = 334; // samples whose sums are added up before they are rounded
const CENTRE = 14;

// The picture of one drawing: 784 bytes, 255 is ink. `strokes` are lists of [x, y]; `pen` is its width there.
function pictureOf(strokes, pen) {
  const drawn = strokes.filter((stroke) => stroke.length > 0);
  if (drawn.length === 0) return new Uint8Array(SIZE * SIZE);
  return centred(covered(sampled(placed(drawn, pen))));
}

// The strokes in pixels of the picture, their box in its middle. All lies within it, so nothing is cut off later.
function placed(strokes, pen) {
  const { low, high } = boxOf(strokes);
  const extent = [high[0] - low[0], high[1] - low[1]];
  const reach = Math.max(...low.map(Math.abs), ...high.map(Math.abs));
  const least = Math.max(reach * 1e-9, 1e-100, pen * 0.1); // a tap with a slightly moving hand is a dot
  const scales = extent.map((size) => (size > least ? (BOX - PEN) / Math.max(size, least) : Infinity));
  const smaller = Math.min(...scales);
  const scale = Number.isFinite(smaller) ? smaller : 0;
  const offset = extent.map((size) => Math.floor(Math.max(SIZE - (size * scale + PEN), 0) / 2) + PEN / 2);
  return strokes.map((stroke) =>
    stroke.map(([x, y]) => [(x - low[0]) * scale + offset[0], (y - low[1]) * scale + offset[1]]),
  );
}

function boxOf(strokes) {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (const stroke of strokes) {
    for (const point of stroke) {
      for (const axis of [0, 1]) {
        low[axis] = Math.min(low[axis], point[axis]);
        high[axis] = Math.max(high[axis], point[axis]);
      }
    }
  }
  return { low, high };
}

function distance([x, y], [toX, toY]) {
  return Math.sqrt((toX - x) * (toX - x) + (toY - y) * (toY - y));
}

// Walk along the strokes at even steps: samples { x, y, weight }, the ends of the strokes first.
function sampled(strokes) {
  const samples = { x: [], y: [], weight: [] };
  const add = (x, y, weight) => {
    samples.x.push(Math.fround(x));
    samples.y.push(Math.fround(y));
    samples.weight.push(Math.fround(weight));
  };
  for (const stroke of strokes) {
    const last = stroke.length - 1;
    if (last === 0) add(...stroke[0], 1);
    else for (const end of [0, last]) add(...stroke[end], END_WEIGHT);
  }

  const segments = []; // of all strokes: begin, end, length
  const lengths = []; // of each stroke
  let whole = 0;
  for (const stroke of strokes) {
    let length = 0;
    for (let i = 1; i < stroke.length; i++) {
      const segment = distance(stroke[i - 1], stroke[i]);
      segments.push([stroke[i - 1], stroke[i], segment]);
      length += segment;
      whole += segment;
    }
    if (stroke.length > 1) lengths.push(length);
  }
  const spacing = Math.max(SAMPLE_SPACING, whole / MOST_SAMPLES);
  let gone = 0; // of the way through all strokes
  let segment = 0;
  let reached = segments.length ? segments[0][2] : 0; // where that segment ends
  for (const length of lengths) {
    gone += length;
    const count = Math.ceil(length / spacing);
    const step = length / Math.max(count, 1);
    for (let i = 0; i < count; i++) {
      const way = gone - length + (i + 0.5) * step;
      while (reached < way && segment < segments.length - 1) reached += segments[++segment][2];
      const [begin, end, long] = segments[segment];
      const share = Math.min(Math.max((way - (reached - long)) / Math.max(long, 1e-12), 0), 1);
      add(
        begin[0] * (1 - share) + end[0] * share,
        begin[1] * (1 - share) + end[1] * share,
        step / (KERNEL * Math.sqrt(2 * Math.PI)),
      );
    }
  }
  return samples;
}

// Paint samples: the distance of a pixel to the pen's path is a smooth minimum over them.
function covered({ x, y, weight }) {
  const total = new Float32Array(SIZE * SIZE);
  const sums = new Float64Array(SIZE * SIZE);
  for (let start = 0; start < x.length; start += PORTION) {
    sums.fill(0);
    for (let k = start; k < Math.min(start + PORTION, x.length); k++) {
      const across = kernelAt(x[k]).map((value) => Math.fround(value * weight[k]));
      const down = kernelAt(y[k]);
      for (let row = 0; row < SIZE; row++) {
        for (let column = 0; column < SIZE; column++) sums[row * SIZE + column] += down[row] * across[column];
      }
    }
    for (let i = 0; i < total.length; i++) total[i] += Math.fround(sums[i]);
  }
  const round = Math.fround;
  const factor = round(-2 * KERNEL * KERNEL);
  const picture = new Uint8Array(SIZE * SIZE);
  for (let i = 0; i < total.length; i++) {
    const square = round(round(Math.log(total[i])) * factor);
    const inside = round(PEN / 2 - round(Math.sqrt(Math.max(square, 0))));
    // 127.5 for the middle of the edge and 0.5 for rounding
    picture[i] = Math.min(Math.max(round(round(inside * 255) + 128), 0), 255);
  }
  return picture;
}

const UNIT = Math.fround(Math.sqrt(0.5) / KERNEL);
const MIDDLES = Array.from({ length: SIZE }, (_, i) => Math.fround((i + 0.5) * UNIT));

// How much a sample counts in each row or column.
function kernelAt(position) {
  const at = Math.fround(position * UNIT);
  return MIDDLES.map((middle) => {
    const gap = Math.fround(at - middle);
    return Math.fround(Math.exp(-Math.fround(gap * gap)));
  });
}

// Shift by whole pixels until the centre of mass lies in the middle of pixel 14; no ink is pushed out.
function centred(picture) {
  const mass = [0, 0];
  const low = [SIZE, SIZE];
  const high = [-1, -1];
  let all = 0;
  for (let row = 0; row < SIZE; row++) {
    for (let column = 0; column < SIZE; column++) {
      const ink = picture[row * SIZE + column];
      if (!ink) continue;
      all += ink;
      [column, row].forEach((place, axis) => {
        mass[axis] += place * ink;
        low[axis] = Math.min(low[axis], place);
        high[axis] = Math.max(high[axis], place);
      });
    }
  }
  if (all === 0) return picture;
  const [right, down] = [0, 1].map((axis) => {
    const wanted = Math.floor(CENTRE - mass[axis] / all + 0.5);
    return Math.min(Math.max(wanted, -low[axis]), SIZE - 1 - high[axis]);
  });
  const moved = new Uint8Array(SIZE * SIZE);
  for (let row = low[1]; row <= high[1]; row++) {
    for (let column = low[0]; column <= high[0]; column++) {
      moved[(row + down) * SIZE + column + right] = picture[row * SIZE + column];
    }
  }
  return moved;
}
