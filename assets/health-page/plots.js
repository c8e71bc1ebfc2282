// SPDX-License-Identifier: Apache-2.0
"use strict";

/** Numbers over time as small drawings, each with its values as a table beside it. */
const plots = (() => {
    const WIDTH = 320;
    const HEIGHT = 120;
    const EDGE = 8;
    const SVG = "http://www.w3.org/2000/svg";
    const UNITS = [[1 << 30, "GiB"], [1 << 20, "MiB"], [1 << 10, "KiB"]];

    function drawn(name, attributes, ...children) {
        const node = document.createElementNS(SVG, name);
        for (const [key, value] of Object.entries(attributes))
            node.setAttribute(key, value);
        node.append(...children);
        return node;
    }

    function said(path, value) {
        if (path.endsWith("_ratio"))
            return `${Math.round(value * 100)} %`;
        const unit = path.endsWith("_bytes") && UNITS.find(([size]) => value >= size);
        return unit ? `${(value / unit[0]).toFixed(1)} ${unit[1]}` : String(value);
    }

    const time = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ");

    function curve(path, points) {
        const times = points.map((point) => point.at);
        const values = points.map((point) => point.value);
        const [first, last] = [Math.min(...times), Math.max(...times)];
        const [low, high] = [Math.min(...values), Math.max(...values)];
        const x = (at) => EDGE + (WIDTH - 2 * EDGE) * (last > first ? (at - first) / (last - first) : 0.5);
        const y = (value) => HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (high > low ? (value - low) / (high - low) : 0.5);
        const title = drawn("title", {}, `${words.number(path)}: ${said(path, values[0])} → ${said(path, values.at(-1))}`);
        const line = drawn("polyline", {class: "curve", points: points.map((p) => `${x(p.at)},${y(p.value)}`).join(" ")});
        const dots = points.map((p) => drawn("circle", {class: "dot", cx: x(p.at), cy: y(p.value), r: 3.5}));
        const base = drawn("line", {class: "base", x1: EDGE, x2: WIDTH - EDGE, y1: HEIGHT - 2, y2: HEIGHT - 2});
        return drawn("svg", {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img"}, title, base, line, ...dots);
    }

    function table(path, points) {
        const node = document.createElement("table");
        for (const point of points) {
            const row = node.insertRow();
            row.insertCell().textContent = time(point.at);
            row.insertCell().textContent = said(path, point.value);
        }
        const details = document.createElement("details");
        const summary = document.createElement("summary");
        summary.textContent = words.own("table");
        details.append(summary, node);
        return details;
    }

    function figure(path, points) {
        const node = document.createElement("figure");
        node.dataset.number = path;
        const caption = document.createElement("figcaption");
        const now = document.createElement("strong");
        now.textContent = said(path, points.at(-1).value);
        caption.append(words.number(path), now);
        node.append(caption, curve(path, points), table(path, points));
        return node;
    }

    const isMoving = ([, points]) => points.some((point) => point.value !== points[0].value);

    /** Numbers seen at two times or more: a figure for each that moved; the others in a list. */
    function figures(scans) {
        const paths = new Set(scans.flatMap((scan) => Object.keys(scan.numbers)));
        const seen = [...paths].sort().map((path) => [path, scans.filter((scan) => path in scan.numbers)
                .map((scan) => ({at: scan.at, value: scan.numbers[path]}))])
            .filter(([, points]) => points.length > 1);
        const still = document.createElement("dl");
        still.className = "still";
        for (const [path, points] of seen.filter((one) => !isMoving(one))) {
            const name = document.createElement("dt");
            name.textContent = words.number(path);
            const value = document.createElement("dd");
            value.textContent = said(path, points[0].value);
            still.append(name, value);
        }
        return {moving: seen.filter(isMoving).map(([path, points]) => figure(path, points)), still};
    }

    return {figures, said, time};
})();
