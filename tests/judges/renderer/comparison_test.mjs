// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { comparePictures } from './comparison.mjs';

const SIDE = 240;

/** A picture of one ground with rectangles [x, y, width, height, level]. */
function picture(ground, ...rectangles) {
  const data = Buffer.alloc(SIDE * SIDE * 4, ground);
  for (const [left, top, width, height, level] of rectangles)
    for (let y = top; y < top + height; y += 1)
      data.fill(level, (y * SIDE + left) * 4, (y * SIDE + left + width) * 4);
  return { width: SIDE, height: SIDE, data };
}

const frame = [20, 20, 200, 3, 0];
const words = [60, 100, 40, 10, 0];

test('the same page a pixel aside has no ink alone', () => {
  const found = comparePictures(picture(255, words), picture(255, [61, 101, 40, 10, 0]));
  assert.deepEqual([found.ours, found.theirs], [0, 0]);
  assert.ok(found.mean < 1);
});

test('words in one picture alone are that one\'s ink', () => {
  const found = comparePictures(picture(255, frame, words), picture(255, frame));
  assert.ok(found.ours > 10);
  assert.equal(found.theirs, 0);
  assert.ok(comparePictures(picture(255, frame), picture(255, frame, words)).theirs > 10);
});

test('words are missed on a tinted ground as well', () => {
  assert.ok(comparePictures(picture(220, frame, words), picture(220, frame)).ours > 10);
});

test('another ground is a difference without ink', () => {
  const found = comparePictures(picture(255), picture(235));
  assert.deepEqual([found.ours, found.theirs], [0, 0]);
  assert.ok(found.mean > 19 && found.mean < 21);
});

test('a page of another size lacks what is beyond it', () => {
  const short = picture(255, frame);
  const cut = { ...short, height: 90, data: short.data.subarray(0, SIDE * 90 * 4) };
  assert.ok(comparePictures(picture(255, frame, words), cut).ours > 10);
});
