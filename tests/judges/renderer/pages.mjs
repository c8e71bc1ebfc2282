// SPDX-License-Identifier: Apache-2.0
// Draws every page of OFD files with ofd.js and with `kioskctl document draw`, and compares them.
//
//   node pages.mjs KIOSKCTL CHROMIUM MODULES FOLDER FILE.ofd…
//
// Puts each pair of pictures into FOLDER, ours on the left. Ends with 0 when each page agrees or
// differs as differences.json explains, 1 when one does not or an explanation is not needed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';

import { besideEachOther, comparePictures } from './comparison.mjs';
import { DPI, openOfdJs } from './ofd_js.mjs';

const [kioskctl, chromium, modules, folder, ...paths] = process.argv.slice(2);
const { PNG } = createRequire(resolve(modules, 'x.js'))('pngjs');
const { agreement, explained } =
  JSON.parse(readFileSync(new URL('differences.json', import.meta.url)));
const counts = { pages: 0, agrees: 0, explained: 0, notDrawn: 0, DIFFERS: 0 };
const needed = new Set();

/** What an explanation is for: a page, or a file of which ofd.js draws none. */
const placeOf = (name, page) => (page ? `${name} page ${page}` : name);

/** The picture as `kioskctl` draws it. */
function drawOurs(path, page) {
  const picture = join(folder, 'ours.png');
  execFileSync(kioskctl, ['document', 'draw', path, '--page', page, '--dpi', DPI, '-o', picture],
    { stdio: 'ignore' });
  return PNG.sync.read(readFileSync(picture));
}

const within = (found, limits) =>
  Object.entries({ ...agreement, ...limits }).every(([measure, most]) => found[measure] <= most);

const explanationOf = (name, page) =>
  explained.find((entry) => entry.files.includes(name) && (entry.page ?? page) === page);

function judge(name, page, found) {
  if (within(found, agreement)) return 'agrees';
  const entry = explanationOf(name, page);
  if (!entry?.upTo || !within(found, entry.upTo)) return 'DIFFERS';
  needed.add(placeOf(name, entry.page));
  return 'explained';
}

function comparePage(path, page, theirs) {
  const name = basename(path);
  const ours = drawOurs(path, String(page));
  const found = comparePictures(ours, theirs);
  const verdict = judge(name, page, found);
  counts.pages += 1;
  counts[verdict] += 1;
  console.log(`${placeOf(name, page)}: mean ${found.mean.toFixed(2)}, only ours ` +
    `${found.ours.toFixed(2)} %, only theirs ${found.theirs.toFixed(2)} %: ${verdict}`);
  const beside = PNG.sync.write(besideEachOther(PNG, ours, theirs), { filterType: 0 });
  writeFileSync(join(folder, `${basename(path, '.ofd')}-${page}.png`), beside);
}

/** A file that ofd.js gives up on must be one that is known for it. */
function noteNotDrawn(name, problem) {
  const known = explanationOf(name)?.notDrawn;
  if (known) needed.add(placeOf(name));
  counts[known ? 'notDrawn' : 'DIFFERS'] += 1;
  console.log(`${name}: ofd.js does not draw it (${problem.message.split('\n')[0]})` +
    (known ? '' : ': DIFFERS'));
}

async function compareFile(ofdJs, path) {
  let theirs;
  try {
    theirs = await ofdJs.draw(readFileSync(path));
  } catch (problem) {
    noteNotDrawn(basename(path), problem);
    return;
  }
  theirs.forEach((page, i) => comparePage(path, i + 1, PNG.sync.read(page)));
}

/** Explanations of files that were compared and turned out to need none. */
function notNeeded() {
  const given = paths.map((path) => basename(path));
  return explained.flatMap(({ files, page }) => files
    .filter((name) => given.includes(name) && !needed.has(placeOf(name, page)))
    .map((name) => placeOf(name, page)));
}

mkdirSync(folder, { recursive: true });
const ofdJs = await openOfdJs(chromium, modules);
try {
  for (const path of paths) await compareFile(ofdJs, path);
} finally {
  await ofdJs.close();
}
const idle = notNeeded();
idle.forEach((entry) => console.log(`${entry}: explained, but agrees`));
console.log(`${counts.pages} pages compared: ${counts.agrees} agree, ${counts.explained} differ as ` +
  `explained, ${counts.DIFFERS} otherwise; ${counts.notDrawn} files ofd.js does not draw`);
process.exit(counts.DIFFERS === 0 && idle.length === 0 && counts.agrees > 0 ? 0 : 1);
