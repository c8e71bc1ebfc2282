// SPDX-License-Identifier: Apache-2.0
"use strict";

/** Texts of codes, collected until a report is whole. Their form: firmware/handout/health_code.h. */
const codes = (() => {
    const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    const TEXT = /^KH1\/([0-9A-F]{4})\/([0-9A-F]{8})\/([1-9])\/([1-9])\/([0-9A-Z $%*+\-./:]+)\.$/;

    /** Base45 (RFC 9285), strict; null for anything else. */
    function fromBase45(text) {
        const bytes = [];
        for (let at = 0; at < text.length; at += 3) {
            const digits = [...text.slice(at, at + 3)].map((letter) => ALPHABET.indexOf(letter));
            if (digits.length === 1 || digits.includes(-1))
                return null;
            const value = digits[0] + digits[1] * 45 + (digits[2] ?? 0) * 45 * 45;
            if (value > (digits.length === 3 ? 0xFFFF : 0xFF))
                return null;
            if (digits.length === 3)
                bytes.push(value >> 8);
            bytes.push(value & 0xFF);
        }
        return Uint8Array.from(bytes);
    }

    function parse(text) {
        const found = TEXT.exec(text.replace(/^\s+|[\r\n\t]+$/g, ""));
        const data = found && fromBase45(found[5]);
        if (!data || Number(found[3]) > Number(found[4]))
            return null;
        return {kiosk: found[1], report: found[2], number: Number(found[3]), total: Number(found[4]), data};
    }

    /** The reports of which codes were seen, by their numbers. */
    class Collection {
        constructor() {
            this.sets = new Map();
        }

        /**
         * What became of a text: "not-ours"; "again"; "part", "other-kiosk" and "other-report"
         * while codes are missing, the latter two where another report is under way; "whole"
         * with the last one of its report.
         */
        add(text) {
            const code = parse(text);
            if (!code)
                return {what: "not-ours"};
            const underWay = [...this.sets.values()].filter((set) => !isWhole(set) && set.report !== code.report);
            const set = this.sets.get(code.report) ??
                {kiosk: code.kiosk, report: code.report, total: code.total, parts: new Map()};
            if (set.total !== code.total || set.kiosk !== code.kiosk)
                return {what: "not-ours"};
            const isAgain = set.parts.has(code.number);
            set.parts.set(code.number, code.data);
            this.sets.set(code.report, set);
            if (isAgain)
                return {what: "again", set};
            if (isWhole(set))
                return {what: "whole", set};
            if (underWay.length === 0)
                return {what: "part", set};
            return {what: underWay.every((other) => other.kiosk === set.kiosk) ? "other-report" : "other-kiosk", set};
        }

        /** Reports that are not whole yet. */
        underWay() {
            return [...this.sets.values()].filter((set) => !isWhole(set));
        }
        drop(set) {
            this.sets.delete(set.report);
        }
    }

    const isWhole = (set) => set.parts.size === set.total;

    function missing(set) {
        return Array.from({length: set.total}, (_, at) => at + 1).filter((number) => !set.parts.has(number));
    }

    function dataOf(set) {
        const parts = Array.from({length: set.total}, (_, at) => set.parts.get(at + 1));
        const data = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
        parts.reduce((at, part) => (data.set(part, at), at + part.length), 0);
        return data;
    }

    return {Collection, dataOf, fromBase45, missing, parse};
})();
