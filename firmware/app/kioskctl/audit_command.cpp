// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/fingerprint.h"
#include "firmware/app/kioskctl/told_judgement.h"
#include "firmware/base/files.h"
#include "firmware/base/text.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

/// As much as is ever kept, and room for a copy that is none.
constexpr std::size_t kMostCopyBytes = std::size_t{64} << 20;

constexpr Option kStateOption{"--state", "DIR", "the kiosk's state folder, in place of a copy"};
constexpr Option kKeyOption{"--key", "FINGERPRINT-OR-FILE",
                            "the kiosk's key, as its screen or kioskctl readiness names it"};
constexpr Operand kCopy{"FILE", "a copy: from `audit copy`, or audit.jsonl of a bundle",
                        Need::optional};

/// "1234:3f7a…", as `audit verify` tells where a record ends, or as the kiosk's health does.
Result<std::optional<audit::KnownHead>> headBy(const Arguments& arguments) {
    const auto text = arguments.value("--head");
    if (!text)
        return std::nullopt;
    const auto words = split(*text, ':');
    const auto number = words.size() == 2 ? parseInteger(words[0]) : std::nullopt;
    if (!number || *number < 1 || words[1].size() < audit::kMarkDigits)
        return fail(ErrorKind::unsupported, "usage.audit-head", Remedy::citizenAgain,
                    *text + " is not NUMBER:DIGEST");
    return audit::KnownHead{static_cast<std::uint64_t>(*number), std::string(words[1])};
}

Result<JudgedRecord> judgedBy(const Arguments& arguments,
                              const std::optional<audit::KnownHead>& head = {}) {
    const auto state = arguments.value("--state");
    const auto key = arguments.value("--key");
    if (state.has_value() != arguments.rest().empty())
        return fail(ErrorKind::unsupported, "usage.audit-what", Remedy::citizenAgain,
                    "a copy, or --state");
    if (!state && !key)
        return fail(ErrorKind::unsupported, "usage.missing-option", Remedy::citizenAgain,
                    "--key: a copy is judged by the kiosk's key");
    std::optional<std::string> fingerprint;
    if (key)
        fingerprint = TRY(fingerprintBy(*key));
    if (state)
        return judgeState(*state, fingerprint, head);
    const Bytes text = TRY(readFile(arguments.rest().front(), kMostCopyBytes));
    return judgeCopy(toText(text), *fingerprint, head);
}

/// What stands in a record that is not the kiosk's may say anything, to a terminal too.
std::string plain(std::string text) {
    std::ranges::replace_if(text, [](char c) { return c < ' ' || c > '~'; }, '?');
    return text;
}

void printLine(const std::string& name, const std::string& value) {
    std::printf("%-12s%s\n", name.c_str(), plain(value).c_str());
}

void print(const JudgedRecord& judged) {
    const audit::Judgement& is = judged.judgement;
    if (const auto error = errorOf(is)) {
        printLine("not whole", error->code());
        printLine("", error->detail());
        printLine("who acts", std::string(name(error->remedy())) +
                                  ", and whoever supervises the kiosk is told");
    } else {
        printLine("whole", "every record follows the one before, and the kiosk signed them");
    }
    printLine("records", std::to_string(is.count));
    if (is.last.number == 0)
        return printLine("key", judged.key.key);
    printLine("first", std::to_string(is.first) + "  " + is.since);
    printLine("last", std::to_string(is.last.number) + "  " + is.last.at);
    printLine("head", std::to_string(is.last.number) + ":" + is.last.digest);
    printLine("key", judged.key.key);
    if (is.key != judged.key.key)
        printLine("key now", is.key + ", which that one was handed over to");
    if (is.isUnfinished)
        printLine("unfinished", "the last append was cut by power, or goes on: no fault");
}

Result<int> verify(const Arguments& arguments) {
    const auto judged = TRY(judgedBy(arguments, TRY(headBy(arguments))));
    if (arguments.has("--json"))
        std::puts(toJson(judged).dump().c_str());
    else
        print(judged);
    return judged.judgement.isWhole() ? kExitDone : kExitNotValid;
}

/// What the kiosk signed; of a record that is whole that is all of it.
std::vector<json> genuineIn(const JudgedRecord& judged) {
    std::vector<json> all;
    for (const std::string& text : judged.stored.lines)
        if (const auto line = audit::lineIn(text);
            line &&
            (judged.judgement.isWhole() || isBy(audit::Signs::record, line->text, judged.key)))
            all.push_back(line->text.told);
    return all;
}

void printRecord(const json& told) {
    std::string fields;
    const json is = told.value("is", json::object());
    for (const auto& [key, value] : is.items())
        fields += "  " + key + "=" + (value.is_string() ? value.get<std::string>() : value.dump());
    std::printf("%8llu  %s  %-8s  %s%s\n",
                static_cast<unsigned long long>(audit::numberIn(told, "number").value_or(0)),
                plain(audit::textIn(told, "at")).c_str(), plain(audit::textIn(told, "by")).c_str(),
                plain(audit::textIn(told, "event")).c_str(), plain(fields).c_str());
}

Result<std::size_t> lastBy(const Arguments& arguments) {
    const auto text = arguments.value("--last");
    if (!text)
        return kMostCopyBytes; // more than there are
    const auto number = parseInteger(*text);
    if (!number || *number < 1)
        return fail(ErrorKind::unsupported, "usage.not-a-number", Remedy::citizenAgain, *text);
    return static_cast<std::size_t>(*number);
}

Result<int> show(const Arguments& arguments) {
    const std::size_t most = TRY(lastBy(arguments));
    const auto judged = TRY(judgedBy(arguments));
    std::vector<json> records = genuineIn(judged);
    if (records.size() > most)
        records.erase(records.begin(), records.end() - static_cast<std::ptrdiff_t>(most));
    if (arguments.has("--json"))
        std::puts(json{{"judgement", toJson(judged)}, {"records", records}}.dump().c_str());
    else
        for (const json& record : records)
            printRecord(record);
    if (const auto error = errorOf(judged.judgement))
        std::fprintf(stderr, "not whole: %s\n", error->line().c_str());
    return judged.judgement.isWhole() ? kExitDone : kExitNotValid;
}

Result<int> copy(const Arguments& arguments) {
    const auto judged = TRY(judgeState(arguments.required("--state"), std::nullopt));
    TRY(writeFile(arguments.rest().front(), bytesOf(copyOf(judged.stored, judged.key))));
    print(judged);
    return judged.judgement.isWhole() ? kExitDone : kExitNotValid;
}

constexpr std::array kCommands{
    Command{
        .words = "audit verify",
        .purpose = "whether the kiosk's record is whole; names the first gap and who must act",
        .options = {kStateOption,
                    kKeyOption,
                    {"--head", "NUMBER:DIGEST", "where it ended when it was known before"},
                    kJsonOption},
        .operands = {kCopy},
        .exits = {{kExitDone, "it is"},
                  {kExitNotValid, "altered, deleted, inserted, moved, cut off or another key's"}},
        .example = "audit verify --key 3F7A-09C2-11D0-5E6B-77A0 audit.jsonl",
        .act = verify},
    Command{.words = "audit show",
            .purpose = "lists what the kiosk has recorded, without persons, oldest first",
            .options = {kStateOption,
                        kKeyOption,
                        {"--last", "N", "the last N records alone"},
                        kJsonOption},
            .operands = {kCopy},
            .exits = {{kExitDone, "all of it, and it is whole"},
                      {kExitNotValid, "what of it the kiosk signed; it is not whole"}},
            .example = "audit show --state /data/kiosk --last 20",
            .act = show},
    Command{.words = "audit copy",
            .purpose = "copies the record as it lies, to be judged elsewhere by the key alone",
            .options = {{"--state", "DIR", "the kiosk's state folder", Need::required}},
            .operands = {{"FILE", "where it goes; whole or not at all"}},
            .exits = {{kExitDone, "it is copied, and whole"},
                      {kExitNotValid, "it is copied, and not whole"}},
            .example = "audit copy --state /data/kiosk audit.jsonl",
            .act = copy},
};

} // namespace

std::span<const Command> auditCommands() {
    return kCommands;
}

} // namespace kiosk::app
