// SPDX-License-Identifier: Apache-2.0
// Draws the pages of OFD files with ofd.js in a headless Chromium that has no network.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const MM_PER_INCH = 25.4;
/** ofd.js places pictures right at the resolution of CSS alone; Chromium then enlarges the page. */
const CSS_DPI = 96;
export const DPI = 144;
const FONTS = fileURLToPath(new URL('fonts.conf', import.meta.url));
const PATIENCE_MS = 60_000;
const VIEW = { width: 1700, height: 1700, deviceScaleFactor: DPI / CSS_DPI };

/** Runs inside Chromium: the number of pages, once ofd.js has laid them out. */
async function layOut(base64, pixelsPerMm) {
  const file = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;
  const documents = await new Promise((success, fail) =>
    window.ofd.parseOfdDocument({ ofd: file, success, fail }));
  window.ofd.setPageScale(pixelsPerMm);
  window.pages = window.ofd.renderOfdByScale(documents[0]);
  return window.pages.length;
}

/** Runs inside Chromium: shows one page alone, and tells its size in pixels. */
async function show(index) {
  const page = window.pages[index];
  document.body.replaceChildren(page);
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  await document.fonts.ready;
  return { width: parseFloat(page.style.width), height: parseFloat(page.style.height) };
}

async function drawPages(tab, file) {
  const count = await tab.evaluate(layOut, file.toString('base64'), CSS_DPI / MM_PER_INCH);
  const pictures = [];
  for (let i = 0; i < count; i += 1) {
    const size = await tab.evaluate(show, i);
    const clip = { x: 0, y: 0, ...size };
    pictures.push(Buffer.from(await tab.screenshot({ clip, captureBeyondViewport: true })));
  }
  return pictures;
}

/**
 * Starts `chromium`; `modules` is the folder that holds node_modules and ofd.js.
 * `draw(file)` gives the pages of an OFD file as PNG, or throws what ofd.js threw.
 */
export async function openOfdJs(chromium, modules) {
  const puppeteer = createRequire(resolve(modules, 'x.js'))('puppeteer-core');
  const browser = await puppeteer.launch({
    executablePath: chromium,
    env: { ...process.env, FONTCONFIG_FILE: FONTS },
    args: process.getuid() === 0 ? ['--no-sandbox'] : [],
    pipe: true,
    protocolTimeout: PATIENCE_MS,
  });
  return {
    async draw(file) {
      const tab = await browser.newPage();
      try {
        await tab.setOfflineMode(true);
        await tab.setViewport(VIEW);
        await tab.setContent('<!doctype html><body style="margin:0">');
        await tab.addScriptTag({ path: join(modules, 'package', 'lib', 'ofd.umd.min.js') });
        return await drawPages(tab, file);
      } finally {
        await tab.close();
      }
    },
    close: () => browser.close(),
  };
}
