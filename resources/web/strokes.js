// What a hand pulled, as strokes on the paper: smoothed, and cut at its edges, as NetSketch's own pad does
// (gui/pad/strokes.py). Lengths are in pad pixels: the paper is 280 of them wide and high, whatever the screen.

"use strict"; // for all files, of which this is the first

const SIDE = 280; // of the paper
const PAD_PEN = 20; // width of the pen on it
const POINT_SPACING = 2; // of points along a smoothed stroke
const TREMOR = 6; // points nearer to each other than this are evened out
const CORNER = Math.cos(Math.PI / 3); // turns sharper than this are meant as corners

// The strokes that a pull of the pen through `points` leaves.
function strokesOf(points) {
  return onPaper(smoothed(points));
}

// A smooth path through the points that a pen passed; corners stay corners, and the ends stay where they are.
function smoothed(points) {
  const path = distinct(points);
  return path.length < 3 ? path : curved(steadied(path));
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
  const way = path.slice(1).map(([x, y], i) => [x - path[i][0], y - path[i][1]]);
  const length = way.map((step) => Math.max(distance([0, 0], step), 1e-12));
  const heading = way.map(([x, y], i) => [x / length[i], y / length[i]]);
  const tangent = path.map(() => [0, 0]);
  for (let i = 1; i < last; i++) {
    const turn = heading[i - 1][0] * heading[i][0] + heading[i - 1][1] * heading[i][1];
    const between = [path[i + 1][0] - path[i - 1][0], path[i + 1][1] - path[i - 1][1]];
    const size = Math.max(distance([0, 0], between), 1e-12);
    if (turn > CORNER) tangent[i] = [between[0] / size, between[1] / size];
  }
  // The ends go on bending as their neighbours do.
  const bent = (head, next) => [1.5 * head[0] - 0.5 * next[0], 1.5 * head[1] - 0.5 * next[1]];
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
        [0, 1].map(
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

// The parts of a path that lie on the paper, so that nothing is drawn that cannot be seen.
function onPaper(path) {
  const inside = (value) => value >= 0 && value <= SIDE;
  if (path.every((point) => point.every(inside))) return path.length ? [path] : [];
  const parts = [];
  let openEnd = -1; // the segment that may go on where the last part ended
  for (let i = 0; i + 1 < path.length; i++) {
    const [a, b] = [path[i], path[i + 1]];
    let [enter, leave] = [0, 1];
    for (const axis of [0, 1]) {
      const way = b[axis] - a[axis];
      if (way === 0) {
        if (!inside(a[axis])) enter = Infinity;
        continue;
      }
      const [near, far] = [(0 - a[axis]) / way, (SIDE - a[axis]) / way];
      enter = Math.max(enter, Math.min(near, far));
      leave = Math.min(leave, Math.max(near, far));
    }
    if (!(enter < leave)) continue;
    const between = (t) => a.map((value, axis) => value + (b[axis] - value) * t);
    if (i !== openEnd || enter > 0) parts.push([between(enter)]);
    parts[parts.length - 1].push(leave >= 1 ? b : between(leave));
    openEnd = leave >= 1 ? i + 1 : -1;
  }
  return parts.map((part) =>
    distinct(part).map((point) => point.map((value) => Math.min(Math.max(value, 0), SIDE))),
  );
}
