// SPDX-License-Identifier: Apache-2.0
"use strict";

/** The page: what was taken in, and what it says. */
(() => {
    const place = (id) => document.getElementById(id);
    const collection = new codes.Collection();
    let shown = null; // {set, read} of the report on the page
    let note = null;  // the last word on what was taken in
    let stream = null;

    function node(name, attributes = {}, ...children) {
        const made = document.createElement(name);
        for (const [key, value] of Object.entries(attributes))
            made.setAttribute(key, value);
        made.append(...children.filter((child) => child !== null));
        return made;
    }

    // What is told ------------------------------------------------------------------------------

    const waits = (set) => [set.report, codes.missing(set).join("、").replaceAll("、", words.language() === "en" ? ", " : "、"), set.total, set.kiosk];

    function told({what, set}) {
        if (!set || what === "again" || what === "whole")
            return what === "whole" ? "" : words.own(what);
        const open = what === "part" ? set : collection.underWay().find((one) => one !== set) ?? set;
        const values = waits(open);
        if (what === "other-kiosk")
            values[3] = set.kiosk;
        return words.own(what, ...values);
    }

    function say(tone, text) {
        note = {tone, text};
        const box = place("note");
        box.dataset.tone = tone;
        box.textContent = text();
        box.hidden = box.textContent === "";
    }

    function showWaiting() {
        place("waiting").replaceChildren(...collection.underWay().map((set) => {
            const drop = node("button", {type: "button", class: "quiet"}, words.own("drop"));
            drop.addEventListener("click", () => { collection.drop(set); showWaiting(); });
            const dots = Array.from({length: set.total}, (_, at) =>
                node("span", {class: set.parts.has(at + 1) ? "have" : "miss", "aria-hidden": "true"}, String(at + 1)));
            return node("li", {"data-report": set.report}, node("span", {class: "parts"}, ...dots),
                        node("span", {}, words.own("waiting", ...waits(set))), drop);
        }));
    }

    // What is taken in --------------------------------------------------------------------------

    async function take(texts) {
        let last = {what: "not-ours"};
        let whole = null;
        for (const text of texts) {
            const came = collection.add(text);
            if (came.what === "whole")
                whole = came.set;
            if (last.what === "not-ours" || came.what !== "not-ours")
                last = came;
        }
        say(last.what === "not-ours" || last.what.startsWith("other") ? "caution" : "plain", () => told(last));
        if (whole) {
            const read = await report.read(whole, kept);
            collection.drop(whole); // a report that is read is read anew when it is scanned anew
            show(whole, read);
        }
        showWaiting();
        return last.what;
    }

    /** Assistive programs wait while it is busy; so do the tests, by the count. */
    async function busy(work) {
        const main = document.querySelector("main");
        main.setAttribute("aria-busy", "true");
        await work().finally(() => main.setAttribute("aria-busy", "false"));
        main.dataset.taken = String(Number(main.dataset.taken ?? 0) + 1);
    }

    async function takeFiles(files) {
        say("plain", () => words.own("reading"));
        const texts = [];
        let unreadable = 0;
        let broken = 0;
        for (const file of files) {
            const seen = await reader.lookAtFile(file).catch(() => null);
            broken += seen === null ? 1 : 0;
            texts.push(...seen?.texts ?? []);
            unreadable += seen?.unreadable ?? 0;
        }
        if (texts.length > 0)
            await take(texts);
        const trouble = broken > 0 ? "no-picture" : unreadable > 0 ? "unreadable" : texts.length === 0 ? "no-code" : null;
        const isDone = texts.length > 0 && collection.underWay().length === 0;
        if (trouble && !isDone)
            say("caution", () => words.own(trouble));
        showWaiting();
    }

    // The camera --------------------------------------------------------------------------------

    async function look() {
        const video = place("video");
        if (!stream)
            return;
        if (video.readyState >= video.HAVE_CURRENT_DATA) {
            const seen = await reader.look(video, video.videoWidth, video.videoHeight).catch(() => ({texts: []}));
            if (seen.texts.length > 0 && await take(seen.texts) === "whole")
                return endCamera();
        }
        setTimeout(look, 120);
    }

    async function beginCamera() {
        try {
            stream = await navigator.mediaDevices.getUserMedia(
                {video: {facingMode: "environment", width: {ideal: 1920}, height: {ideal: 1080}}});
        } catch {
            return say("caution", () => words.own("no-camera"));
        }
        place("video").srcObject = stream;
        await place("video").play();
        place("viewfinder").hidden = false;
        look();
    }

    function endCamera() {
        stream?.getTracks().forEach((track) => track.stop());
        stream = null;
        place("viewfinder").hidden = true;
    }

    // A report ----------------------------------------------------------------------------------

    function whyNodes(why) {
        return [node("p", {class: "cause"}, words.cause(why.code)),
                node("dl", {},
                     node("dt", {}, words.own("who")), node("dd", {"data-who": why.remedy}, words.ofKiosk(`staff.who.${why.remedy}`)),
                     node("dt", {}, words.own("bring")), node("dd", {"data-bring": why.bring}, words.ofKiosk(`staff.bring.${why.bring}`)),
                     node("dt", {}, words.own("code")), node("dd", {}, node("code", {}, why.code)))];
    }

    function serviceNode(service) {
        const state = service.ready === true ? "yes" : service.ready === false ? "no" : "not-known";
        return node("li", {class: `service ${state}`, "data-service": service.service, "data-ready": state},
                    node("span", {class: "name"}, words.ofKiosk(`staff.ready.${service.service}`, service.region ?? "")),
                    node("span", {class: "state"}, words.own(state)),
                    service.why ? node("span", {class: "because"}, words.cause(service.why.code)) : null);
    }

    function findingNode(finding) {
        const stops = finding.stops.map((service) => words.ofKiosk(`staff.ready.${service}`, "").replace(/[：:]\s*$/, ""));
        const part = finding.of ? node("span", {class: "of"}, words.ofKiosk(`staff.part.${finding.of}`).replace(/^staff\.part\./, "")) : null;
        return node("li", {class: stops.length > 0 ? "finding stops" : "finding"}, part, ...whyNodes(finding.why),
                    node("p", {class: "stops"}, stops.length > 0 ? `${words.own("stops")}: ${stops.join(" · ")}` : words.own("warning")));
    }

    function section(title, ...children) {
        return node("section", {class: "card"}, node("h2", {}, title), ...children);
    }

    function bringSection(findings) {
        const needed = [...new Set(findings.map((finding) => finding.why.bring))].filter((what) => what !== "nothing");
        const list = needed.length > 0 ? needed.map((what) => node("li", {"data-take": what}, words.ofKiosk(`staff.bring.${what}`)))
                                       : [node("li", {"data-take": "nothing"}, words.own("bring-nothing"))];
        return section(words.own("bring"), node("ul", {class: "bring"}, ...list));
    }

    function keepForm(read) {
        const name = node("input", {id: "keyName", type: "text", maxlength: "40", required: ""});
        const form = node("form", {class: "keep"}, node("label", {for: "keyName"}, words.own("keyName")), name,
                          node("button", {type: "submit", id: "keep"}, words.own("keep")));
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            kept.keepKey(read.fingerprint, name.value.trim());
            show(shown.set, {...read, state: "good"});
        });
        return form;
    }

    function verdict(read) {
        const lead = read.state === "good" ? words.own("good-lead", kept.nameOf(read.fingerprint)) : words.own(`${read.state}-lead`);
        const box = node("section", {id: "verdict", class: `verdict ${read.state}`, role: "status", "data-state": read.state},
                         node("h2", {}, words.own(read.state)), node("p", {}, lead));
        if (read.state === "unknown" && kept.hasLike(read.fingerprint))
            box.append(node("p", {class: "alike"}, words.own("alike")));
        if (read.fingerprint && read.state !== "wrong")
            box.append(node("p", {class: "key"}, `${words.own("key")}: `, node("code", {id: "fingerprint"}, read.fingerprint)));
        if (read.state === "unknown")
            box.append(keepForm(read));
        return box;
    }

    function plotSection(fingerprint) {
        const scans = kept.scansOf(fingerprint);
        const {moving, still} = plots.figures(scans);
        const lead = node("p", {}, scans.length > 1 ? words.own("times", scans.length) : words.own("plots-lead"));
        const unmoved = still.children.length > 0 ? [node("h3", {}, words.own("still")), still] : [];
        const box = section(words.own("plots"), lead, node("div", {class: "plots"}, ...moving), ...unmoved);
        box.id = "plots";
        return box;
    }

    function factsSection({set, read}) {
        const {json, text} = read;
        const save = node("a", {class: "button quiet", download: `kiosk-${set.kiosk}-${set.report}.json`,
                                href: URL.createObjectURL(new Blob([text], {type: "application/json"}))}, words.own("file"));
        const time = json.facts.clock?.time_seconds;
        return section(words.own("facts"),
            node("dl", {}, node("dt", {}, words.own("at")), node("dd", {}, typeof time === "number" ? `${plots.time(time)} UTC` : words.own("not-known")),
                 node("dt", {}, words.own("version")), node("dd", {}, json.facts.software?.version ?? words.own("not-known"))),
            node("details", {}, node("summary", {}, `JSON`), node("pre", {id: "json"}, JSON.stringify(json, null, 2))), save);
    }

    function show(set, read) {
        shown = {set, read};
        const parts = [verdict(read)];
        if (read.json) {
            if (read.state === "good")
                kept.addScan(read.fingerprint, set.report, read.json);
            const {services, findings} = read.json;
            parts.push(section(words.own("services"), node("ul", {class: "services"}, ...services.map(serviceNode))),
                       bringSection(findings),
                       section(words.own("findings"), findings.length > 0 ? node("ol", {class: "findings"}, ...findings.map(findingNode))
                                                                          : node("p", {}, words.own("nothing"))));
            if (read.state === "good")
                parts.push(plotSection(read.fingerprint));
            parts.push(factsSection(shown));
        }
        place("report").replaceChildren(...parts);
        place("report").dataset.report = set.report;
    }

    // The page ----------------------------------------------------------------------------------

    function translate() {
        document.documentElement.lang = words.language();
        document.title = words.own("title");
        for (const each of document.querySelectorAll("[data-word]"))
            each.textContent = words.own(each.dataset.word);
        for (const button of document.querySelectorAll("[data-language]"))
            button.setAttribute("aria-pressed", String(button.dataset.language === words.language()));
        if (note)
            say(note.tone, note.text);
        if (shown)
            show(shown.set, shown.read);
        showWaiting();
    }

    place("pictures").addEventListener("change", (event) => {
        const files = [...event.target.files];
        event.target.value = ""; // so that the same picture can be taken again
        busy(() => takeFiles(files));
    });
    place("camera").addEventListener("click", beginCamera);
    place("stop").addEventListener("click", endCamera);
    place("pasted").addEventListener("submit", (event) => {
        event.preventDefault();
        const lines = place("text").value.split("\n").filter((line) => line.trim() !== "");
        busy(() => take(lines));
    });
    place("forget").addEventListener("click", () => {
        kept.forget();
        place("report").replaceChildren();
        shown = null;
        say("plain", () => words.own("forgotten"));
    });
    for (const button of document.querySelectorAll("[data-language]"))
        button.addEventListener("click", () => { words.choose(button.dataset.language); translate(); });
    translate();
})();
