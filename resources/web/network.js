// What a network computes for one image: a row of plain operations, each a function under its own name
// (engine/deploy/arithmetic.py says the same in Python). A value is { shape, data }: an image [C, H, W], a sequence
// [steps, features] or a vector [units]. Sums are taken in double precision and kept as float32.

// Unpack the weights, each where the operation that uses it says { "array": n }.
function networkOf(told, base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  let at = 0;
  const take = (count) => bytes.slice(at, (at += count)).buffer;
  const arrays = told.arrays.map(({ shape, type }) => {
    const count = product(shape);
    if (type === "float16") return Float32Array.from(new Uint16Array(take(2 * count)), halfOf);
    if (type === "int8" || type === "int4") {
      const length = count / shape[0];
      const span = type === "int8" ? length : 32; // numbers of a row that share a scale
      const values = type === "int8" ? new Int8Array(take(count)) : halvesOf(take(Math.ceil(count / 2)), count);
      const groups = Math.ceil(length / span);
      const scales = new Float32Array(take(4 * shape[0] * groups));
      const scaleOf = (i) => scales[Math.floor(i / length) * groups + Math.floor((i % length) / span)];
      return Float32Array.from(values, (value, i) => value * scaleOf(i));
    }
    return new Float32Array(take(4 * count));
  });
  const filled = (value) => {
    if (Array.isArray(value)) return value.map(filled);
    return value !== null && typeof value === "object" ? arrays[value.array] : value;
  };
  return told.operations.map(([name, ...given]) => ({ name, given: given.map(filled) }));
}

// The numbers of 4 bits in some bytes, two in each, the lower half first.
function halvesOf(buffer, count) {
  const bytes = new Uint8Array(buffer);
  return Int8Array.from({ length: count }, (_, i) => (((bytes[i >> 1] >> (4 * (i & 1))) & 15) ^ 8) - 8);
}

// The number that 16 bits of floating point stand for.
function halfOf(bits) {
  const [sign, power, rest] = [bits & 0x8000 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (power === 31) return rest ? NaN : sign * Infinity;
  return sign * (power ? 2 ** (power - 15) * (1 + rest / 1024) : 2 ** -14 * (rest / 1024));
}

function product(numbers) {
  return numbers.reduce((sum, number) => sum * number, 1);
}

// How probable the network finds each class, for a picture of 784 bytes.
function probabilitiesOf(network, picture, shape = [1, SIZE, SIZE]) {
  const [channels, height, width] = shape;
  const data = new Float32Array(picture.length); // of each channel all pixels, where a picture has the channels of each
  picture.forEach((byte, i) => (data[(i % channels) * height * width + Math.floor(i / channels)] = byte / 255));
  let x = { shape, data };
  const laidBy = [];
  for (const { name, given } of network) {
    if (name === "branch") laidBy.push(x);
    else if (name === "join") x = add(x, laidBy.pop().data);
    else x = OPERATIONS[name](x, ...given);
  }
  return x.data;
}

function mapped(x, change) {
  return { shape: x.shape, data: x.data.map(change) };
}

// Bring each channel to another centre and scale.
function affine(x, centre, scale, shift) {
  const places = x.data.length / x.shape[0];
  return mapped(x, (value, i) => {
    const c = Math.floor(i / places);
    return Math.fround((value - centre[c]) * scale[c]) + shift[c];
  });
}

function flatten(x) {
  return { shape: [x.data.length], data: x.data };
}

// Weigh the numbers of a vector, or of each step.
function dense(x, weight, bias) {
  const inputs = x.shape[x.shape.length - 1];
  const outputs = bias.length;
  const rows = x.data.length / inputs;
  const data = new Float32Array(rows * outputs);
  for (let row = 0; row < rows; row++) {
    for (let o = 0; o < outputs; o++) {
      data[row * outputs + o] = dot(weight, o * inputs, x.data, row * inputs, inputs) + bias[o];
    }
  }
  return { shape: [...x.shape.slice(0, -1), outputs], data };
}

function dot(a, aStart, b, bStart, count) {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += a[aStart + i] * b[bStart + i];
  return sum;
}

// Put zeros around an image.
function pad(x, before, behind) {
  const [channels, height, width] = x.shape;
  const [tall, wide] = [height + before + behind, width + before + behind];
  const data = new Float32Array(channels * tall * wide);
  for (let c = 0; c < channels; c++) {
    for (let row = 0; row < height; row++) {
      const start = (c * height + row) * width;
      data.set(x.data.subarray(start, start + width), (c * tall + before + row) * wide + before);
    }
  }
  return { shape: [channels, tall, wide], data };
}

// Slide filters over an image, three of their numbers at a time.
function convolution(image, weight, bias, stride, before, behind) {
  const x = pad(image, before, behind);
  const pixels = x.data;
  const [inputs, height, width] = x.shape;
  const outputs = bias.length;
  const side = Math.round(Math.sqrt(weight.length / (outputs * inputs)));
  const [tall, wide] = [height, width].map((size) => Math.floor((size - side) / stride) + 1);
  const data = new Float32Array(outputs * tall * wide);
  const sums = new Float64Array(tall * wide);
  for (let o = 0; o < outputs; o++) {
    sums.fill(bias[o]);
    for (let c = 0; c < inputs; c++) {
      for (let down = 0; down < side; down++) {
        const filter = ((o * inputs + c) * side + down) * side;
        for (let across = 0; across < side; across += 3) {
          // What lies behind the last number of a filter counts nothing, so it need not be there.
          const second = across + 1 < side ? 1 : 0;
          const third = across + 2 < side ? 2 : 0;
          const a = weight[filter + across];
          const b = second ? weight[filter + across + 1] : 0;
          const d = third ? weight[filter + across + 2] : 0;
          for (let row = 0; row < tall; row++) {
            let from = (c * height + row * stride + down) * width + across;
            const end = (row + 1) * wide;
            for (let to = row * wide; to < end; to++, from += stride) {
              sums[to] += a * pixels[from] + b * pixels[from + second] + d * pixels[from + third];
            }
          }
        }
      }
    }
    data.set(sums, o * tall * wide);
  }
  return { shape: [outputs, tall, wide], data };
}

// Take the largest, or the mean, of each square.
function shrink(x, side, largest) {
  const [channels, height, width] = x.shape;
  const [tall, wide] = [Math.floor(height / side), Math.floor(width / side)];
  const data = new Float32Array(channels * tall * wide);
  for (let i = 0; i < data.length; i++) {
    const [c, row, column] = [Math.floor(i / (tall * wide)), Math.floor(i / wide) % tall, i % wide];
    const corner = (c * height + row * side) * width + column * side;
    let made = largest ? -Infinity : 0;
    for (let down = 0; down < side; down++) {
      for (let across = 0; across < side; across++) {
        const value = x.data[corner + down * width + across];
        made = largest ? Math.max(made, value) : made + value;
      }
    }
    data[i] = largest ? made : made / (side * side);
  }
  return { shape: [channels, tall, wide], data };
}

function sigmoid(x) {
  return 1 / (1 + Math.exp(-x));
}

// The error function to 1.5e-7. Source: Abramowitz and Stegun 1964, Handbook of Mathematical Functions, 7.1.26.
function erf(x) {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const factors = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  const sums = factors.reduce((sum, factor) => (sum + factor) * t, 0);
  return Math.sign(x) * (1 - sums * Math.exp(-x * x));
}

const FUNCTIONS = {
  relu: (x) => Math.max(x, 0),
  leaky_relu: (x, slope) => (x > 0 ? x : x * slope),
  tanh: (x) => Math.tanh(x),
  sigmoid: (x) => sigmoid(x),
  gelu: (x) => 0.5 * x * (1 + erf(x * Math.SQRT1_2)),
  silu: (x) => x * sigmoid(x),
};

// Apply a function to each number.
function activate(x, name, slope) {
  const change = FUNCTIONS[name];
  return mapped(x, (value) => change(value, slope));
}

// Read an image as a sequence of its rows, or of its columns.
function steps(x, byColumns) {
  const [channels, height, width] = x.shape;
  const [count, length] = byColumns ? [width, height] : [height, width];
  const data = new Float32Array(x.data.length);
  let to = 0;
  for (let step = 0; step < count; step++) {
    for (let c = 0; c < channels; c++) {
      for (let i = 0; i < length; i++) {
        const [row, column] = byColumns ? [i, step] : [step, i];
        data[to++] = x.data[(c * height + row) * width + column];
      }
    }
  }
  return { shape: [count, channels * length], data };
}

// Read a sequence by an LSTM or a GRU; the second way begins at the end.
function recurrence(x, cell, ways, everyStep) {
  const [count] = x.shape;
  const units = ways[0][1].length / ways[0][2].length;
  const wide = ways.length * units;
  const data = new Float32Array((everyStep ? count : 1) * wide);
  ways.forEach((way, number) => {
    let state = { h: new Float32Array(units), memory: new Float32Array(units) };
    for (let n = 0; n < count; n++) {
      const step = number === 0 ? n : count - 1 - n;
      state = CELLS[cell](x, step, state, ...way);
      if (everyStep) data.set(state.h, step * wide + number * units);
    }
    if (!everyStep) data.set(state.h, number * units);
  });
  return { shape: everyStep ? [count, wide] : [wide], data };
}

const CELLS = { lstm, gru };

// One step; gates lie as PyTorch has them, i f g o.
function lstm(x, step, { h, memory }, weight, stateWeight, bias, stateBias) {
  const [units, inputs] = [h.length, x.shape[1]];
  const gate = (number, u) => {
    const row = number * units + u;
    const read = dot(weight, row * inputs, x.data, step * inputs, inputs);
    return read + bias[row] + dot(stateWeight, row * units, h, 0, units) + stateBias[row];
  };
  const kept = memory.map((value, u) => sigmoid(gate(1, u)) * value + sigmoid(gate(0, u)) * Math.tanh(gate(2, u)));
  return { h: kept.map((value, u) => sigmoid(gate(3, u)) * Math.tanh(value)), memory: kept };
}

// One step; gates lie as PyTorch has them, r z n.
function gru(x, step, { h, memory }, weight, stateWeight, bias, stateBias) {
  const [units, inputs] = [h.length, x.shape[1]];
  const read = (row) => dot(weight, row * inputs, x.data, step * inputs, inputs) + bias[row];
  const old = (row) => dot(stateWeight, row * units, h, 0, units) + stateBias[row];
  const state = h.map((value, u) => {
    const reset = sigmoid(read(u) + old(u));
    const kept = sigmoid(read(units + u) + old(units + u));
    return (1 - kept) * Math.tanh(read(2 * units + u) + reset * old(2 * units + u)) + kept * value;
  });
  return { h: state, memory };
}

// Cut an image into squares, row by row; zeros fill up the last ones.
function patches(x, side) {
  const [channels, height, width] = x.shape;
  const [rows, columns] = [Math.ceil(height / side), Math.ceil(width / side)];
  const data = new Float32Array(rows * columns * channels * side * side);
  let to = 0;
  for (let top = 0; top < height; top += side) {
    for (let left = 0; left < width; left += side) {
      for (let c = 0; c < channels; c++) {
        for (let row = top; row < top + side; row++) {
          for (let column = left; column < left + side; column++, to++) {
            if (row < height && column < width) data[to] = x.data[(c * height + row) * width + column];
          }
        }
      }
    }
  }
  return { shape: [rows * columns, channels * side * side], data };
}

function add(x, values) {
  return mapped(x, (value, i) => value + values[i]);
}

// Bring each step to mean 0 and deviation 1, then to a scale and shift that were learned.
function norm(x, scale, shift, epsilon) {
  const size = scale.length;
  const data = new Float32Array(x.data.length);
  for (let start = 0; start < data.length; start += size) {
    const step = x.data.subarray(start, start + size);
    const mean = step.reduce((sum, value) => sum + value, 0) / size;
    const spread = step.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / size;
    const deviation = Math.sqrt(spread + epsilon);
    for (let i = 0; i < size; i++) data[start + i] = ((step[i] - mean) / deviation) * scale[i] + shift[i];
  }
  return { shape: x.shape, data };
}

// Let tokens look at each other, in each head by itself.
function attend(x, heads) {
  const [tokens, three] = x.shape;
  const width = three / 3;
  const size = width / heads;
  const data = new Float32Array(tokens * width);
  for (let head = 0; head < heads; head++) {
    for (let one = 0; one < tokens; one++) {
      const scores = new Float32Array(tokens);
      for (let other = 0; other < tokens; other++) {
        const [query, key] = [one * three + head * size, other * three + width + head * size];
        scores[other] = dot(x.data, query, x.data, key, size) / Math.sqrt(size);
      }
      const shares = sharesOf(scores);
      for (let i = 0; i < size; i++) {
        let sum = 0;
        for (let other = 0; other < tokens; other++) {
          sum += shares[other] * x.data[other * three + 2 * width + head * size + i];
        }
        data[one * width + head * size + i] = sum;
      }
    }
  }
  return { shape: [tokens, width], data };
}

// Make one vector of a sequence: its mean, its first or its last step.
function pick(x, which) {
  const [count, size] = x.shape;
  const data = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let step = 0; step < count; step++) sum += x.data[step * size + i];
    const step = which === "first" ? 0 : count - 1;
    data[i] = which === "mean" ? sum / count : x.data[step * size + i];
  }
  return { shape: [size], data };
}

function softmax(x) {
  return { shape: x.shape, data: sharesOf(x.data) };
}

// Shares that add up to 1.
function sharesOf(values) {
  const top = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const powers = values.map((value) => Math.exp(value - top));
  const sum = powers.reduce((all, value) => all + value, 0);
  return powers.map((value) => value / sum);
}

const OPERATIONS = {
  affine,
  flatten,
  dense,
  pad,
  convolution,
  shrink,
  activate,
  steps,
  recurrence,
  patches,
  add,
  norm,
  attend,
  pick,
  softmax,
};
