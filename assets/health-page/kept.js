// SPDX-License-Identifier: Apache-2.0
"use strict";

/**
 * What this page keeps on this phone: the keys somebody has compared, and the numbers of the reports
 * signed by them. Where the browser keeps nothing for files, it lasts as long as the page.
 */
const kept = (() => {
    const PLACE = "kiosk-health";
    const MOST_SCANS = 400;

    function load() {
        try {
            const all = JSON.parse(localStorage.getItem(PLACE));
            if (all?.form === 1)
                return all;
        } catch { /* nothing is kept, or not by us */ }
        return {form: 1, keys: {}, scans: []};
    }

    let all = load();

    function save() {
        all.scans = all.scans.slice(-MOST_SCANS);
        try {
            localStorage.setItem(PLACE, JSON.stringify(all));
        } catch { /* it lasts as long as the page */ }
    }

    /** Numbers that say something over time, by "group name" or "group name part". */
    function numbersOf(facts) {
        const numbers = {};
        const walk = (value, path) => {
            if (typeof value === "number")
                numbers[path.join(" ")] = value;
            else if (value && typeof value === "object")
                for (const [name, inner] of Object.entries(value))
                    walk(inner, [...path, name]);
        };
        for (const [group, inner] of Object.entries(facts))
            if (group !== "clock" && group !== "trust")
                walk(inner, [group]);
        return numbers;
    }

    function addScan(fingerprint, number, json) {
        const at = json.facts?.clock?.time_seconds;
        if (typeof at !== "number" || all.scans.some((scan) => scan.report === number))
            return;
        all.scans.push({key: fingerprint, report: number, at, numbers: numbersOf(json.facts)});
        all.scans.sort((one, other) => one.at - other.at);
        save();
    }

    function keepKey(fingerprint, name) {
        all.keys[fingerprint] = name;
        save();
    }

    function forget() {
        all = {form: 1, keys: {}, scans: []};
        save();
    }

    return {
        addScan, forget, keepKey, numbersOf,
        has: (fingerprint) => Object.hasOwn(all.keys, fingerprint),
        /** Whether another key of these first digits is kept: two kiosks, or one that pretends. */
        hasLike: (fingerprint) => Object.keys(all.keys).some(
            (key) => key !== fingerprint && key.slice(0, 4) === fingerprint.slice(0, 4)),
        nameOf: (fingerprint) => all.keys[fingerprint],
        keys: () => Object.entries(all.keys),
        scansOf: (fingerprint) => all.scans.filter((scan) => scan.key === fingerprint),
    };
})();
