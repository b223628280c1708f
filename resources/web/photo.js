// From any picture to the pixels that a network of pictures in colour takes, as NetSketch's own pad brings them there
// (engine/data/photo.py): its middle, made smaller by averages of areas, larger by straight lines between pixels.

const LARGEST = 1024; // pixels of the longer side that are looked at

// A picture on a canvas of its own, no larger than is looked at.
function canvasOf(image) {
  const factor = Math.min(1, LARGEST / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * factor));
  canvas.height = Math.max(1, Math.round(image.height * factor));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

// Red, green and blue of each pixel of what a network sees: bytes, one pixel after the other. `image` is as of
// getImageData; white lies behind what is transparent.
function photoOf(image, height, width) {
  const [left, top, right, bottom] = middleBox(image.height, image.width, height, width);
  const across = spans(right - left, width);
  const down = spans(bottom - top, height);
  const seen = new Uint8Array(3 * height * width);
  for (let channel = 0; channel < 3; channel++) {
    const rows = [];
    for (let y = top; y < bottom; y++) {
      const row = new Float64Array(right - left);
      for (let x = left; x < right; x++) {
        const at = 4 * (y * image.width + x);
        const opacity = image.data[at + 3] / 255;
        row[x - left] = image.data[at + channel] * opacity + 255 * (1 - opacity);
      }
      rows.push(across.map((span) => span.reduce((sum, [place, weight]) => sum + row[place] * weight, 0)));
    }
    down.forEach((span, y) => {
      for (let x = 0; x < width; x++) {
        const value = span.reduce((sum, [place, weight]) => sum + rows[place][x] * weight, 0);
        seen[3 * (y * width + x) + channel] = Math.round(Math.min(Math.max(value, 0), 255));
      }
    });
  }
  return seen;
}

// The largest part of a picture's middle that has the sides of what it is to become: left, top, right, bottom.
function middleBox(tall, wide, height, width) {
  const cutWide = Math.min(wide, Math.max(1, Math.round((tall * width) / height)));
  const cutTall = Math.min(tall, Math.max(1, Math.round((wide * height) / width)));
  const [left, top] = [Math.floor((wide - cutWide) / 2), Math.floor((tall - cutTall) / 2)];
  return [left, top, left + cutWide, top + cutTall];
}

// For each pixel that is wanted: which pixels it is made of, and the weight of each.
function spans(source, target) {
  const scale = source / target;
  return Array.from({ length: target }, (_, place) => {
    if (scale < 1) {
      const at = Math.min(Math.max((place + 0.5) * scale - 0.5, 0), source - 1);
      const first = Math.min(Math.floor(at), Math.max(source - 2, 0));
      return [[first, 1 - (at - first)], [Math.min(first + 1, source - 1), at - first]];
    }
    const [begin, end] = [place * scale, (place + 1) * scale];
    const span = [];
    for (let pixel = Math.floor(begin); pixel < Math.min(Math.ceil(end), source); pixel++) {
      span.push([pixel, (Math.min(pixel + 1, end) - Math.max(pixel, begin)) / scale]);
    }
    return span;
  });
}
