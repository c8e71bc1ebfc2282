// SPDX-License-Identifier: Apache-2.0
// Compares two opaque pictures of one page so that smoothing and a substituted typeface do not count.

/** A side of a cell in pixels: about a millimetre at 144 dpi. */
const CELL = 6;
/** The ground of a cell is the lightest cell at most so many away. */
const GROUND_REACH = 5;
/** Levels of 255 below the ground: ink that must be met, and a trace that is enough to meet it. */
const INK = 24;
const TRACE = 8;

/** A grid of values with edges that go on for ever. */
class Grid {
  constructor(columns, rows, values = new Float32Array(columns * rows)) {
    Object.assign(this, { columns, rows, values });
  }

  at(x, y) {
    const column = Math.min(Math.max(x, 0), this.columns - 1);
    return this.values[Math.min(Math.max(y, 0), this.rows - 1) * this.columns + column];
  }

  /** `combine(values)` of the 2 * reach + 1 cells around each, first along the rows, then across. */
  around(reach, combine) {
    const steps = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
    const along = this.map((x, y) => combine(steps.map((step) => this.at(x + step, y))));
    return along.map((x, y) => combine(steps.map((step) => along.at(x, y + step))));
  }

  map(valueAt) {
    const made = new Grid(this.columns, this.rows);
    for (let y = 0, place = 0; y < this.rows; y += 1)
      for (let x = 0; x < this.columns; x += 1, place += 1) made.values[place] = valueAt(x, y);
    return made;
  }
}

const largest = (values) => Math.max(...values);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of one channel in each cell of a grid laid over the picture; beyond it is paper. */
function cellsOf(picture, channel, columns, rows) {
  const cells = new Grid(columns, rows, new Float32Array(columns * rows).fill(255));
  for (let y = 0; y < picture.height; y += 1) {
    const row = Math.floor(y / CELL) * columns;
    for (let x = 0; x < picture.width; x += 1) {
      const value = picture.data[(y * picture.width + x) * 4 + channel];
      cells.values[row + Math.floor(x / CELL)] -= (255 - value) / (CELL * CELL);
    }
  }
  return cells;
}

/** How far each cell is below its ground, in the channel where it is farthest. */
function inkOf(channels) {
  const depths = channels.map((cells) => {
    const ground = cells.around(GROUND_REACH, largest);
    return cells.map((x, y) => ground.at(x, y) - cells.at(x, y));
  });
  return depths[0].map((x, y) => largest(depths.map((depth) => depth.at(x, y))));
}

/** The percentage of cells with ink in one picture that are without a trace of it in the other. */
function inkMissing(ink, other) {
  const near = other.around(1, largest);
  let inked = 0;
  let missing = 0;
  ink.values.forEach((depth, place) => {
    if (depth <= INK) return;
    inked += 1;
    if (near.values[place] <= TRACE) missing += 1;
  });
  return (100 * missing) / Math.max(inked, 1);
}

function meanDifference(ours, theirs) {
  const differences = ours.map((x, y) => ours.at(x, y) - theirs.at(x, y)).around(1, mean);
  return mean(differences.values.map(Math.abs));
}

/**
 * `mean`: the mean difference in levels of 255, of cells blurred over 3 x 3; `ours` and `theirs`:
 * the percentage of one picture's ink where the other has none, there or in the cells beside.
 */
export function comparePictures(ours, theirs) {
  const columns = Math.ceil(Math.max(ours.width, theirs.width) / CELL);
  const rows = Math.ceil(Math.max(ours.height, theirs.height) / CELL);
  const [ourCells, theirCells] = [ours, theirs].map((picture) =>
    [0, 1, 2].map((channel) => cellsOf(picture, channel, columns, rows)));
  const [ourInk, theirInk] = [inkOf(ourCells), inkOf(theirCells)];
  return {
    mean: mean(ourCells.map((cells, channel) => meanDifference(cells, theirCells[channel]))),
    ours: inkMissing(ourInk, theirInk),
    theirs: inkMissing(theirInk, ourInk),
  };
}

/** Both pictures next to each other, ours on the left. */
export function besideEachOther(PNG, ours, theirs) {
  const gap = 10;
  const height = Math.max(ours.height, theirs.height);
  const beside = new PNG({ width: ours.width + gap + theirs.width, height });
  beside.data.fill(128);
  PNG.bitblt(ours, beside, 0, 0, ours.width, ours.height, 0, 0);
  PNG.bitblt(theirs, beside, 0, 0, theirs.width, theirs.height, ours.width + gap, 0);
  return beside;
}
