// What a hand pulled, as strokes on the paper: smoothed, and cut far beyond its edges, as NetSketch's own pad does
// (gui/pad/strokes.py). Lengths are in pad pixels: the paper is 280 of them wide and high, whatever the screen.
// A point is [x, y], or [x, y, width] where a stylus tells how it is pressed.

"use strict"; // for all files, of which this is the first

const SIDE = 280; // of the paper
const PAD_PEN = 20; // width of the pen on it
const POINT_SPACING = 2; // of points along a smoothed stroke
const TREMOR = 6; // points nearer to each other than this are evened out
const BEYOND = 56; // how far outside the paper a stroke that touches it is kept
const CORNER = Math.cos(Math.PI / 3); // turns sharper than this are meant as corners

// The strokes that a pull of the pen through `points` leaves.
function strokesOf(points) {
  return onPaper(smoothed(points));
}

// A smooth path through the points that a pen passed; corners stay corners, and the ends stay where they are.
function smoothed(points) {
  const path = distinct(points);
  if (path.length < 3) return path;
  const curve = curved(steadied(path));
  if (path[0].length < 3) return curve;
  const widths = path.map(([, , width]) => width);
  const [thinnest, widest] = [Math.min(...widths), Math.max(...widths)]; // a curve swings beyond its points
  return curve.map(([x, y, width]) => [x, y, Math.min(Math.max(width, thinnest), widest)]);
}

function distinct(path) {
  return path.filter(([x, y], i) => i === 0 || x !== path[i - 1][0] || y !== path[i - 1][1]);
}

// Pull each inner point towards the middle of its neighbours, the more the nearer they are.
function steadied(path) {
  const steps = path.slice(1).map((point, i) => distance(path[i], point));
  const pull = steps
    .slice(1)
    .map((step, i) => Math.min(Math.max(1 - Math.max(steps[i], step) / TREMOR, 0), 1) * 0.5);
  for (let round = 0; round < 2; round++) {
    const before = path;
    path = before.map((point, i) => {
      if (i === 0 || i === before.length - 1) return point;
      const share = pull[i - 1];
      return point.map((value, axis) => {
        const middle = (before[i - 1][axis] + before[i + 1][axis]) / 2;
        return value * (1 - share) + middle * share;
      });
    });
  }
  return path;
}

// A cubic Hermite spline with tangents as in Catmull and Rom, shortened to the nearer neighbour.
function curved(path) {
  const last = path.length - 1;
  const axes = path[0].map((_, axis) => axis); // x, y, and perhaps the width
  const way = path.slice(1).map((point, i) => axes.map((axis) => point[axis] - path[i][axis]));
  const length = way.map((step) => Math.max(distance([0, 0], step), 1e-12));
  const heading = way.map((step, i) => step.map((value) => value / length[i]));
  const tangent = path.map(() => axes.map(() => 0));
  for (let i = 1; i < last; i++) {
    const turn = heading[i - 1][0] * heading[i][0] + heading[i - 1][1] * heading[i][1];
    const between = axes.map((axis) => path[i + 1][axis] - path[i - 1][axis]);
    const size = Math.max(distance([0, 0], between), 1e-12);
    if (turn > CORNER) tangent[i] = between.map((value) => value / size);
  }
  // The ends go on bending as their neighbours do.
  const bent = (head, next) => axes.map((axis) => 1.5 * head[axis] - 0.5 * next[axis]);
  tangent[0] = bent(heading[0], tangent[1]);
  tangent[last] = bent(heading[last - 1], tangent[last - 1]);

  const curve = [];
  for (let i = 0; i < last; i++) {
    // At a corner the path leaves straight towards the next point.
    const [leave, arrive] = [tangent[i], tangent[i + 1]].map((one) => (one[0] || one[1] ? one : heading[i]));
    const count = Math.max(Math.ceil(length[i] / POINT_SPACING), 1);
    for (let k = 0; k < count; k++) {
      const t = k / count;
      const square = t * t;
      const cube = t * t * t;
      curve.push(
        axes.map(
          (axis) =>
            path[i][axis] * (2 * cube - 3 * square + 1) +
            leave[axis] * length[i] * (cube - 2 * square + t) +
            path[i + 1][axis] * (3 * square - 2 * cube) +
            arrive[axis] * length[i] * (cube - square),
        ),
      );
    }
  }
  curve.push(path[last]);
  return curve;
}

// The parts of a path that touch the paper, each as far as it goes, but for what is far outside.
function onPaper(path) {
  return cut(path, -BEYOND, SIDE + BEYOND).filter(
    (part) =>
      part.some((point) => isWithin(point, 0, SIDE)) ||
      part.some((point, i) => i > 0 && spanOf(part[i - 1], point, 0, SIDE)),
  );
}

function isWithin([x, y], low, high) {
  return x >= low && x <= high && y >= low && y <= high;
}

// From where to where a segment lies within a square, as shares in [0, 1]; null where it does not meet it.
function spanOf(a, b, low, high) {
  let [enter, leave] = [0, 1];
  for (const axis of [0, 1]) {
    const way = b[axis] - a[axis];
    if (way === 0) {
      if (a[axis] < low || a[axis] > high) return null;
      continue;
    }
    const [near, far] = [(low - a[axis]) / way, (high - a[axis]) / way];
    enter = Math.max(enter, Math.min(near, far));
    leave = Math.min(leave, Math.max(near, far));
  }
  return enter < leave ? [enter, leave] : null;
}

// The parts of a path within a square.
function cut(path, low, high) {
  if (path.every((point) => isWithin(point, low, high))) return path.length ? [path] : [];
  const parts = [];
  let openEnd = -1; // the segment that may go on where the last part ended
  for (let i = 0; i + 1 < path.length; i++) {
    const [a, b] = [path[i], path[i + 1]];
    const span = spanOf(a, b, low, high);
    if (!span) continue;
    const [enter, leave] = span;
    const between = (t) => a.map((value, axis) => value + (b[axis] - value) * t);
    if (i !== openEnd || enter > 0) parts.push([between(enter)]);
    parts[parts.length - 1].push(leave >= 1 ? b : between(leave));
    openEnd = leave >= 1 ? i + 1 : -1;
  }
  return parts.map((part) =>
    distinct(part).map(([x, y, ...width]) => [
      Math.min(Math.max(x, low), high),
      Math.min(Math.max(y, low), high),
      ...width,
    ]),
  );
}
