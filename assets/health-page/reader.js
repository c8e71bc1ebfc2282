// SPDX-License-Identifier: Apache-2.0
"use strict";

/** The texts of QR codes in a picture, by ZXing-C++ (npm's zxing-wasm, put in by one_file.cmake). */
const reader = (() => {
    const LARGEST = 2200; // pixels of a side: enough for all codes of a slip
    const OPTIONS = {formats: ["QRCode"], tryHarder: true, tryRotate: true, tryInvert: false,
                     tryDownscale: true, maxNumberOfSymbols: 12, returnErrors: true, textMode: "Plain"};
    let ready;

    function prepare() {
        ready ??= ZXingWASM.prepareZXingModule({
            overrides: {wasmBinary: Uint8Array.from(atob(ZXING_READER_WASM), (letter) => letter.charCodeAt(0)).buffer},
            fireImmediately: true,
        });
        return ready;
    }

    function pixelsOf(source, width, height, largest) {
        const scale = Math.min(1, largest / Math.max(width, height));
        const canvas = document.createElement("canvas");
        canvas.width = Math.max(1, Math.round(width * scale));
        canvas.height = Math.max(1, Math.round(height * scale));
        const context = canvas.getContext("2d", {willReadFrequently: true});
        context.fillStyle = "white"; // what is transparent is paper
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.drawImage(source, 0, 0, canvas.width, canvas.height);
        return context.getImageData(0, 0, canvas.width, canvas.height);
    }

    /** {texts, unreadable}: how many places looked like a code that could not be read. */
    async function look(source, width, height, largest = LARGEST) {
        await prepare();
        const found = await ZXingWASM.readBarcodes(pixelsOf(source, width, height, largest), OPTIONS);
        return {texts: found.filter((code) => code.isValid).map((code) => code.text),
                unreadable: found.filter((code) => !code.isValid).length};
    }

    async function lookAtFile(file) {
        const picture = await createImageBitmap(file);
        let seen = await look(picture, picture.width, picture.height);
        if (seen.texts.length === 0 && Math.max(picture.width, picture.height) > LARGEST)
            seen = await look(picture, picture.width, picture.height, 2 * LARGEST);
        picture.close();
        return seen;
    }

    return {look, lookAtFile};
})();
