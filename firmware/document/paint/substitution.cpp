// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/substitution.h"

#include "firmware/base/text.h"
#include "firmware/document/paint/substitutions_text.h"

namespace kiosk::document::paint {

namespace {

constexpr std::size_t kSubsetPrefix = 7; // "ABCDEF+"

std::string comparable(std::string_view name) {
    if (name.size() > kSubsetPrefix && name[kSubsetPrefix - 1] == '+')
        name.remove_prefix(kSubsetPrefix);
    std::string result;
    for (char c : name) {
        if (c >= 'A' && c <= 'Z')
            result.push_back(static_cast<char>(c - 'A' + 'a'));
        else if (c != ' ' && c != '-' && c != '_')
            result.push_back(c);
    }
    return result;
}

std::vector<std::string> familyList(std::string_view text) {
    std::vector<std::string> families;
    for (std::string_view family : split(text, ','))
        families.emplace_back(trimmed(family));
    return families;
}

} // namespace

SubstitutionTable SubstitutionTable::parse(std::string_view text) {
    SubstitutionTable table;
    for (std::string_view line : split(text, '\n')) {
        const auto columns = split(line, '|');
        if (line.starts_with('#') || columns.size() < 2)
            continue;
        const std::string part = comparable(trimmed(columns[0]));
        Substitute substitute{familyList(columns[1]), {}};
        if (columns.size() > 2)
            substitute.ascii = trimmed(columns[2]);
        if (part == "lastresort")
            table.lastResort_ = std::move(substitute.families);
        else
            table.lines_.push_back({part, std::move(substitute)});
    }
    return table;
}

const SubstitutionTable& SubstitutionTable::builtIn() {
    static const SubstitutionTable kTable = parse(kSubstitutionsText);
    return kTable;
}

Substitute SubstitutionTable::substituteFor(std::string_view name) const {
    const std::string wanted = comparable(name);
    for (const Line& line : lines_) {
        if (wanted.find(line.part) != std::string::npos)
            return line.substitute;
    }
    return {};
}

} // namespace kiosk::document::paint
