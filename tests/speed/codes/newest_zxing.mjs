// SPDX-License-Identifier: Apache-2.0
// What the newest ZXing-C++, as WebAssembly, makes of raw brightness frames.
//
//   node newest_zxing.mjs MODULES FRAMES RESULT
//
// FRAMES is PGM pictures (P5) end to end, all of one size. RESULT: {"name", "frames": [{"cpuMs", "text"}]}.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, framesFile, resultFile] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { prepareZXingModule, readBarcodes, ZXING_WASM_VERSION } =
  await import(pathToFileURL(require.resolve('zxing-wasm/reader')).href);
const wasmBinary = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });

const frames = readFileSync(framesFile);
const [header, width, height] = /^P5 (\d+) (\d+) 255\n/.exec(frames.subarray(0, 32).toString('latin1'));
const size = header.length + width * height;
const options = { formats: ['QRCode'], tryHarder: true, tryRotate: false, tryInvert: false,
  tryDownscale: true, maxNumberOfSymbols: 1 };

async function look(at) {
  const picture = frames.subarray(at, at + size);
  const before = process.cpuUsage();
  const [found] = await readBarcodes(picture, options);
  const used = process.cpuUsage(before);
  return { cpuMs: (used.user + used.system) / 1e3, text: found?.text ?? '' };
}

// Once round for the compiler: node makes the code faster while it runs.
for (let at = 0; at < frames.length; at += size) await look(at);
const seen = [];
for (let at = 0; at < frames.length; at += size) seen.push(await look(at));
writeFileSync(resultFile, JSON.stringify({ name: `zxing-wasm ${ZXING_WASM_VERSION}`, frames: seen }));
