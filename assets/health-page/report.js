// SPDX-License-Identifier: Apache-2.0
"use strict";

/** A report's data: whether it is whole and whose it is, and its JSON. */
const report = (() => {
    const FORM = 1;
    const SIGNATURE = 64;
    const POINT = 65;
    const SIGNED = "kiosk health report\n";
    const MOST = 1 << 18; // bytes of JSON: more is none of ours

    const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("").toUpperCase();

    async function sha256(bytes) {
        return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    }

    /** "3F7A-09C2-11D0-5E6B-77A0", as the kiosk shows it. */
    async function fingerprintOf(point) {
        return hex((await sha256(point)).slice(0, 10)).match(/.{4}/g).join("-");
    }

    async function isSigned(point, signature, message) {
        try {
            const curve = {name: "ECDSA", namedCurve: "P-256"};
            const key = await crypto.subtle.importKey("raw", point, curve, false, ["verify"]);
            return await crypto.subtle.verify({name: "ECDSA", hash: "SHA-256"}, key, signature, message);
        } catch {
            return false; // a point that lies on no curve
        }
    }

    async function inflated(bytes) {
        const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
        const source = stream.getReader();
        const parts = [];
        let size = 0;
        for (let next = await source.read(); !next.done; next = await source.read()) {
            size += next.value.length;
            if (size > MOST)
                throw new Error("too long");
            parts.push(next.value);
        }
        return new Blob(parts).text();
    }

    function concat(...parts) {
        const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
        parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
        return all;
    }

    /**
     * {state, fingerprint, text, json}. `state` is "good" only where the signature is right and the
     * key is one of `kept`; "unknown" where it is right by a key nobody has compared; "wrong" where
     * it is not right; "damaged" where the parts are not those of one report; "unchecked" where
     * this browser cannot check. Only "good" and "unknown" have a report.
     */
    async function read(set, kept) {
        if (!globalThis.crypto?.subtle || !globalThis.DecompressionStream)
            return {state: "unchecked"};
        const data = codes.dataOf(set);
        if (hex((await sha256(data)).slice(0, 4)) !== set.report || data.length < 1 + SIGNATURE + POINT)
            return {state: "damaged"};
        if (data[0] !== FORM)
            return {state: "newer"};
        const content = data.slice(1 + SIGNATURE);
        const point = content.slice(0, POINT);
        const message = concat(new TextEncoder().encode(SIGNED), data.slice(0, 1), content);
        const fingerprint = await fingerprintOf(point);
        if (!fingerprint.startsWith(set.kiosk) || !await isSigned(point, data.slice(1, 1 + SIGNATURE), message))
            return {state: "wrong", fingerprint};
        try {
            const text = await inflated(content.slice(POINT));
            const json = JSON.parse(text);
            if (json.form !== FORM)
                return {state: "newer", fingerprint};
            return {state: kept.has(fingerprint) ? "good" : "unknown", fingerprint, text, json};
        } catch {
            return {state: "wrong", fingerprint};
        }
    }

    return {read};
})();
