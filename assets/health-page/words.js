// SPDX-License-Identifier: Apache-2.0
"use strict";

/** The page's own words. What the kiosk says, it says in the kiosk's words (kiosk_words.js). */
const words = (() => {
    const OWN = {
        "zh-CN": {
            title: "自助机健康报告", lead: "扫描机器屏幕或小票上的二维码，不用联网。",
            take: "选择或拍摄照片", camera: "打开摄像头", stop: "关闭摄像头", paste: "粘贴文字",
            pasteLabel: "每行一个二维码的文字", read: "读取",
            privacy: "一切都在这台手机里完成，不联网，不上传。",
            reading: "正在读取…", "no-code": "照片里没有看到完整的二维码。请露出整个码，靠近一些，对准，再拍一次。",
            unreadable: "看到了二维码，但读不出来：可能被遮住、反光或模糊。请露出整个码，再拍一次。",
            "no-picture": "这个文件不是能打开的图片。", "no-camera": "不能用摄像头。请改用照片。",
            "not-ours": "这不是自助机的状态码。", again: "这个码已经扫过了。",
            part: "已收到。报告 {0} 还缺第 {1} 个码（共 {2} 个）。",
            "other-kiosk": "这个码来自另一台机器（{3}）。报告 {0} 还缺第 {1} 个码（共 {2} 个）。",
            "other-report": "这个码来自同一台机器的另一份报告。报告 {0} 还缺第 {1} 个码（共 {2} 个）。",
            waiting: "机器 {3}，报告 {0}：还缺第 {1} 个码（共 {2} 个）。", drop: "不要这份了",
            good: "签名正确", "good-lead": "这份报告来自“{0}”，没有被改动。",
            unknown: "不认识这台机器",
            "unknown-lead": "报告没有被改动，但还不知道是谁签的。请与机器屏幕或小票上的核对码逐字核对，核对之前不要相信它。",
            alike: "注意：已经保存了一个开头相同的密钥，这是另一个。",
            wrong: "签名错误", "wrong-lead": "这份报告是伪造的，或被改动过。不要相信它，不显示内容。",
            damaged: "码对不上", "damaged-lead": "这些码拼不成一份报告。请重新扫描全部的码。",
            newer: "看不懂这份报告", "newer-lead": "机器的软件比这个页面新。请换用新的页面。",
            unchecked: "这里不能核对", "unchecked-lead": "这个浏览器不能核对签名，不显示内容。请换一个浏览器打开。",
            key: "核对码", keyName: "给这台机器起个名字", keep: "我已核对，保存这个密钥",
            services: "群众现在能办什么", findings: "哪里有问题", nothing: "没有发现问题。",
            bring: "要带的东西", "bring-nothing": "不用带东西", who: "谁来处理", code: "代码", stops: "影响",
            warning: "提醒，不影响办理", yes: "可以", no: "现在不行", "not-known": "还不知道",
            plots: "历次数值", "plots-lead": "同一台机器扫过两次以上，就画成曲线。", times: "{0} 次",
            facts: "全部内容", at: "机器时间", version: "软件版本", file: "保存为文件",
            forget: "清除这台手机上保存的密钥和数值", forgotten: "已清除。", table: "数值表", still: "没有变化",
        },
        "en": {
            title: "Kiosk health report", lead: "Scan the codes on the kiosk's screen or slip. No network is needed.",
            take: "Choose or take a picture", camera: "Use the camera", stop: "Stop the camera", paste: "Paste text",
            pasteLabel: "The text of one code a line", read: "Read",
            privacy: "Everything stays on this phone: no network, nothing is sent.",
            reading: "Reading…", "no-code": "No whole code is to be seen in this picture. Uncover it, come closer, aim, and take it again.",
            unreadable: "A code was seen but cannot be read: it may be covered, blurred or shining. Show all of it and take it again.",
            "no-picture": "This file is no picture that can be opened.", "no-camera": "The camera cannot be used. Use pictures instead.",
            "not-ours": "This is no health code of a kiosk.", again: "This code was scanned already.",
            part: "Received. Of report {0}, code {1} of {2} is still missing.",
            "other-kiosk": "This code is of another kiosk ({3}). Of report {0}, code {1} of {2} is still missing.",
            "other-report": "This code is of another report of the same kiosk. Of report {0}, code {1} of {2} is still missing.",
            waiting: "Kiosk {3}, report {0}: code {1} of {2} is still missing.", drop: "Leave it",
            good: "Signature good", "good-lead": "This report comes from “{0}” and was not changed.",
            unknown: "This kiosk is not known",
            "unknown-lead": "The report was not changed, but nobody knows yet who signed it. Compare the key's name, sign by sign, with the kiosk's screen or slip. Do not believe it before.",
            alike: "Beware: a key with the same beginning is kept already, and this is another.",
            wrong: "Signature wrong", "wrong-lead": "This report is forged or was changed. Do not believe it; it is not shown.",
            damaged: "The codes do not fit", "damaged-lead": "These codes do not make one report. Scan all of them again.",
            newer: "This report cannot be understood", "newer-lead": "The kiosk's software is newer than this page. Use a newer page.",
            unchecked: "It cannot be checked here", "unchecked-lead": "This browser cannot check signatures; the report is not shown. Open the page in another browser.",
            key: "Name of the key", keyName: "A name for this kiosk", keep: "I have compared it: keep this key",
            services: "What citizens can do now", findings: "What is wrong", nothing: "Nothing is wrong.",
            bring: "What to bring", "bring-nothing": "Nothing", who: "Who acts", code: "Code", stops: "Keeps away",
            warning: "A warning: keeps nothing away", yes: "Yes", no: "Not now", "not-known": "Not known",
            plots: "Over time", "plots-lead": "Once a kiosk was scanned twice, its numbers are drawn.", times: "{0} scans",
            facts: "Everything it says", at: "Time of the kiosk", version: "Software", file: "Save as a file",
            forget: "Erase the keys and numbers kept on this phone", forgotten: "Erased.", table: "As a table", still: "Unchanged",
        },
    };
    /** Numbers over time, in both languages; one without a name is shown by its own. */
    const NUMBERS = {
        "printer life_pages": ["打印总页数", "Pages in the printer's life"],
        "printer left_sheets": ["剩余纸张", "Sheets left"],
        "printer toner_left_ratio": ["墨粉剩余", "Toner left"],
        "printer strange_pages": ["来历不明的页数", "Unexplained pages"],
        "disk free_bytes": ["磁盘剩余", "Room on the disk"],
        "memory free_bytes": ["内存剩余", "Free memory"],
        "board temperature_celsius": ["主板温度（°C）", "Temperature (°C)"],
        "queue waiting": ["等待发送", "Waiting to be sent"],
        "queue dead": ["已放弃发送", "Given up"],
        "queue oldest_seconds": ["最早的等了（秒）", "Longest wait (s)"],
        "device faults": ["故障次数：", "Faults: "],
        "device openings": ["启用次数：", "Openings: "],
        "device uses": ["使用次数：", "Uses: "],
        "device taken_sheets": ["已交付打印的纸张：", "Sheets taken: "],
        "device failures": ["累计故障次数：", "Failures so far: "],
    };

    let language = navigator.language?.startsWith("zh") === false ? "en" : "zh-CN";

    const filled = (pattern, values) => pattern.replace(/\{(\d)\}/g, (_, at) => values[at] ?? "");
    const own = (key, ...values) => filled(OWN[language][key], values);
    const has = (key) => Object.hasOwn(KIOSK_WORDS.texts[language], key);
    const ofKiosk = (key, ...values) => has(key) ? filled(KIOSK_WORDS.texts[language][key], values) : key;

    /** What is told of a cause: its own words, its group's, or the code. */
    function cause(code) {
        const group = KIOSK_WORDS.groups[code];
        const key = [`error.${code}.what`, `error.group.${group}.what`].find(has);
        return key ? ofKiosk(key) : code;
    }

    /** "printer life_pages" or "device faults camera". */
    function number(path) {
        const [group, name, of] = path.split(" ");
        const known = NUMBERS[`${group} ${name}`];
        if (!known)
            return path;
        const part = of && has(`staff.part.${of}`) ? ofKiosk(`staff.part.${of}`) : of ?? "";
        return known[language === "en" ? 1 : 0] + part;
    }

    return {
        cause, number, ofKiosk, own,
        languages: () => Object.keys(OWN),
        language: () => language,
        choose: (tag) => { language = tag; },
    };
})();
