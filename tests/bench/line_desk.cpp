// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/line_desk.h"

#include <algorithm>
#include <filesystem>

#include "firmware/base/text.h"
#include "firmware/licence/copy_code.h"
#include "tests/bench/typed_step.h"

namespace kiosk::bench {

namespace {

/// Where texts of several lines would break the answer in two.
std::string inOneLine(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

std::string told(const SeenNode& node) {
    return node.id.empty() || node.id == node.name ? node.name : node.name + " [" + node.id + "]";
}

std::string told(const PrintedSheet& sheet) {
    const Result<CopyCode> code = parseCopyCode(sheet.codeText);
    return std::filesystem::path(sheet.file).filename().string() + ", pages " +
           std::to_string(sheet.pages) + (code ? ", copy " + code->copyNumber : ", no code");
}

} // namespace

std::string LineDesk::answer(std::string_view line) {
    const Result<std::string> outcome = outcomeOf(trimmed(line));
    return inOneLine(outcome ? "ok " + *outcome : "no " + outcome.error().line());
}

Result<std::string> LineDesk::outcomeOf(std::string_view line) {
    if (line == "look")
        return look();
    if (line == "sheets")
        return sheets();
    TRY(player_.play(TRY(typedStep(line))));
    return stage_.look().screen;
}

std::string LineDesk::look() const {
    const Glance glance = stage_.look();
    std::string all = glance.screen;
    std::string_view before; // a button, and the words on it
    for (const SeenNode& node : glance.nodes) {
        if (!node.name.empty() && node.role != "screen" && node.name != before)
            all += " | " + told(node);
        before = node.name;
    }
    return all;
}

Result<std::string> LineDesk::sheets() {
    const std::vector<PrintedSheet> printed = TRY(stage_.sheets());
    std::string all = std::to_string(printed.size()) + " sheets, " +
                      std::to_string(TRY(stage_.slips())) + " slips";
    for (const PrintedSheet& sheet : printed)
        all += " | " + told(sheet);
    return all;
}

} // namespace kiosk::bench
