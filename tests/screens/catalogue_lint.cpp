// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/catalogue_lint.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "firmware/base/text.h"
#include "screens/kit/words.h"

namespace kiosk::test {
namespace {

using kit::Texts;
using kit::TextUse;
using Faults = std::vector<std::string>;

constexpr std::array kUses{TextUse::ui, TextUse::say, TextUse::brief};

/// Words of offices, laws and machines.
constexpr std::array<std::string_view, 40> kHardChinese{
    "予以", "鉴于", "兹",   "悉知", "届时", "逾期",   "贵方", "阁下", "缴纳", "务必",
    "亟",   "若干", "凭借", "参数", "超时", "服务器", "接口", "进程", "协议", "初始化",
    "配置", "校验", "缓存", "加载", "模块", "令牌",   "哈希", "句柄", "终止", "异常",
    "密钥", "算法", "摘要", "实例", "端口", "日志",   "鉴权", "认证", "授权", "交互"};
constexpr std::array<std::string_view, 30> kHardEnglish{
    "utili",     "terminat",  "authenti",   "authoris",  "initiali",       "invalid",
    "parameter", "server",    "timeout",    "protocol",  "cache",          "token",
    "abort",     "pursuant",  "hereby",     "prior to",  "commenc",        "endeavour",
    "ascertain", "facilitat", "subsequent", "periphera", "malfunction",    "credential",
    "algorithm", "digest",    "verif",      "obtain",    "request denied", "proceed"};

/// The code points of the language's own script; nothing for one we do not know.
struct Script {
    char32_t first = 0;
    char32_t last = 0x10FFFF;
};

Script scriptOf(std::string_view language) {
    if (language.starts_with("zh"))
        return {0x3400, 0x3FFFF};
    if (language == "ug")
        return {0x0620, 0x06FF};
    if (language == "bo")
        return {0x0F00, 0x0FFF};
    return {U'A', 0x024F};
}

/// The words of a pattern: without its arguments; of a plural, its messages with "#" left out.
std::u32string wordsOf(std::string_view pattern, std::string_view language) {
    const auto text = kit::formatted(pattern, language, {"", "", "", "", "", ""});
    return codePoints(kit::withoutIsolates(text.value_or(std::string())));
}

bool hasLetter(const std::u32string& text) {
    return std::ranges::any_of(text, [](char32_t point) {
        return (point >= U'A' && point <= U'Z') || (point >= U'a' && point <= U'z') ||
               (point >= 0x0370 && point < 0x2000 && point != U'،') || point >= 0x3400;
    });
}

bool isOfScript(const std::u32string& text, Script script) {
    return std::ranges::any_of(
        text, [&](char32_t point) { return point >= script.first && point <= script.last; });
}

bool isDamaged(std::string_view text) {
    return trimmed(text).empty() || text.find("??") != std::string_view::npos ||
           text.find("\uFFFD") != std::string_view::npos || trimmed(text) == "?" ||
           text.find("⟦") != std::string_view::npos;
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

/// Every value opens an isolate and closes it, and the translator has written none.
bool isolatesItsValues(std::string_view pattern, std::string_view language) {
    constexpr std::string_view kName = "ئالىم";
    const auto text = kit::formatted(pattern, language, {kName, kName, kName, kName, kName, kName});
    if (!text)
        return false;
    const std::size_t values = count(*text, kName);
    return count(*text, kit::isolated(kName)) == values && count(*text, "\u2069") == values &&
           count(pattern, "\u2068") + count(pattern, "\u2066") == 0;
}

/// Whatever a voice would stumble over: digits of the text itself, signs.
bool needsSpokenWords(std::string_view key, std::string_view pattern, std::string_view language) {
    if (key.starts_with("paper."))
        return false;
    const auto words = wordsOf(pattern, language);
    return std::ranges::any_of(words, [](char32_t point) {
        return (point >= U'0' && point <= U'9') || point == U'%' || point == U'/' || point == U'#';
    });
}

class Lint {
public:
    Lint(const Texts& texts, const Texts& source) : texts_(texts), source_(source) {}

    Faults run() {
        for (const std::string& key : source_.keys())
            if (!texts_.has(key))
                report("missing", key);
        for (const std::string& key : texts_.keys())
            check(key);
        return std::move(faults_);
    }

private:
    void report(std::string_view what, std::string_view key) {
        faults_.push_back(kit::format("{} {}: {}", texts_.language(), what, key));
    }

    void check(const std::string& key) {
        if (!source_.has(key))
            return report("nobody asks for", key);
        for (const TextUse use : kUses)
            if (const std::string& pattern = texts_.pattern(key, use); !pattern.empty())
                checkPattern(key, pattern);
        if (needsSpokenWords(key, texts_.pattern(key, TextUse::ui), texts_.language()) &&
            texts_.pattern(key, TextUse::say).empty())
            report("nothing says how to speak", key);
    }

    void checkPattern(const std::string& key, const std::string& pattern) {
        const auto arguments = kit::argumentsOf(pattern);
        if (!arguments || !isolatesItsValues(pattern, texts_.language()))
            return report("no pattern of ours", key);
        if (*arguments != kit::argumentsOf(source_.pattern(key, TextUse::ui)))
            report("other arguments", key);
        const auto words = wordsOf(pattern, texts_.language());
        if (isDamaged(pattern))
            report("damaged", key);
        else if (hasLetter(words) && !isOfScript(words, scriptOf(texts_.language())))
            report("not translated", key);
    }

    const Texts& texts_;
    const Texts& source_;
    Faults faults_;
};

std::span<const std::string_view> hardWordsOf(std::string_view language) {
    if (language == "zh-CN")
        return kHardChinese;
    if (language == "en")
        return kHardEnglish;
    return {};
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char letter) {
        return letter < 0x80 ? static_cast<char>(std::tolower(letter)) : static_cast<char>(letter);
    });
    return text;
}

} // namespace

Faults catalogueFaults(const Texts& texts, const Texts& source) {
    return Lint(texts, source).run();
}

Faults hardWords(const Texts& texts) {
    Faults faults;
    for (const std::string& key : texts.keys()) {
        if (key.starts_with("reason."))
            continue;
        const std::string text = lower(texts.pattern(key, TextUse::ui));
        for (const std::string_view word : hardWordsOf(texts.language()))
            if (text.find(word) != std::string::npos)
                faults.push_back(kit::format("{} {}: {}", texts.language(), word, key));
    }
    return faults;
}

} // namespace kiosk::test
