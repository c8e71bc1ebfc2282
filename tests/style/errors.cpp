// SPDX-License-Identifier: Apache-2.0
#include "tests/style/errors.h"

#include <algorithm>
#include <array>
#include <map>
#include <regex>

namespace kiosk::style {
namespace {

constexpr std::array kRoomsThatMakeErrors{"drivers", "firmware", "screens"};
constexpr std::array kRoomsTheCitizenHears{"drivers", "firmware/visit", "firmware/printing"};

/// An error as a source spells it.
struct SpeltError {
    std::string path;
    std::size_t line = 0;
    std::string kind;
    std::string code;
    std::string remedy;
};

template <std::size_t N>
bool isBelowAny(std::string_view path, const std::array<const char*, N>& rooms) {
    return std::ranges::any_of(rooms, [&](const char* room) { return isBelow(path, room); });
}

std::vector<SpeltError> errorsIn(const SourceFile& file) {
    static const std::regex kError(
        R"re((?:ErrorKind::)?(\w+)\s*,\s*"([a-z0-9-]+\.[a-z0-9-]+)"\s*,\s*(?:Remedy::)?(\w+))re");
    std::vector<SpeltError> errors;
    for (std::sregex_iterator at(file.text.begin(), file.text.end(), kError), end; at != end;
         ++at) {
        const auto code = file.text.begin() + at->position(2);
        errors.push_back({file.path,
                          1 + static_cast<std::size_t>(std::count(file.text.begin(), code, '\n')),
                          at->str(1), at->str(2), at->str(3)});
    }
    return errors;
}

template <std::size_t N>
std::vector<SpeltError> errorsOf(const Tree& tree, const std::array<const char*, N>& rooms) {
    std::vector<SpeltError> all;
    for (const SourceFile& file : tree)
        if (isCpp(file.path) && isBelowAny(file.path, rooms))
            std::ranges::move(errorsIn(file), std::back_inserter(all));
    return all;
}

bool isForPeopleInFront(const SpeltError& error) {
    return error.remedy == "citizenAgain" || error.remedy == "attendant";
}

bool isCatalogue(std::string_view path) {
    return folderOf(path) == "assets/texts" && path.ends_with(".po");
}

} // namespace

Findings checkErrorMeanings(const Tree& tree) {
    Findings findings;
    std::map<std::string, SpeltError> first;
    for (const SpeltError& error : errorsOf(tree, kRoomsThatMakeErrors)) {
        const SpeltError& known = first.try_emplace(error.code, error).first->second;
        if (known.kind != error.kind || known.remedy != error.remedy)
            findings.push_back({error.path, error.line,
                                error.code + " is " + error.kind + ", " + error.remedy +
                                    " here, and " + known.kind + ", " + known.remedy + " in " +
                                    known.path});
    }
    return findings;
}

Findings checkErrorTexts(const Tree& tree) {
    Findings findings;
    for (const SpeltError& error : errorsOf(tree, kRoomsTheCitizenHears)) {
        if (!isForPeopleInFront(error))
            continue;
        const std::string key = "\"error." + error.code + ".what\"";
        for (const SourceFile& texts : tree)
            if (isCatalogue(texts.path) && texts.text.find(key) == std::string::npos)
                findings.push_back({error.path, error.line,
                                    error.code + " has no words of its own in " + texts.path});
    }
    return findings;
}

} // namespace kiosk::style
