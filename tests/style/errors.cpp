// SPDX-License-Identifier: Apache-2.0
#include "tests/style/errors.h"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <regex>
#include <set>

namespace kiosk::style {
namespace {

constexpr std::array kRoomsThatMakeErrors{"drivers", "firmware", "screens"};
constexpr std::array kRoomsWithoutNodes{"drivers", "firmware"}; ///< a screen's ids have dots, too
constexpr const char* kGroupsPath = "screens/citizen/error_words.cpp";
/// No screen shows what goes wrong here.
constexpr std::array kOffTheScreen{"firmware/app/kioskctl", // printed where it was called
                                   "firmware/app/technician/service_desk.cpp", // answers kioskctl
                                   "firmware/app/technician/service_socket.cpp",
                                   "firmware/health/doctor_text.cpp", // printed by kioskctl
                                   "firmware/audit/event_list.h",     // ids of events
                                   "firmware/base/event_list.h",
                                   "firmware/base/iso_time.cpp", // what was typed behind a command
                                   "firmware/licence/metadata/quality.cpp"}; // remarks, not errors

/// An error as a source spells it.
struct SpeltError {
    std::string path;
    std::size_t line = 0;
    std::string kind;
    std::string code;
    std::string remedy;
    bool isSure = false; ///< "ErrorKind::" or "Remedy::" stands there
};

template <std::size_t N>
bool isBelowAny(std::string_view path, const std::array<const char*, N>& rooms) {
    return std::ranges::any_of(rooms, [&](const char* room) { return isBelow(path, room); });
}

std::vector<SpeltError> errorsIn(const SourceFile& file) {
    static const std::regex kError(
        R"re((?:ErrorKind::)?(\w+)\s*,\s*"([a-z0-9-]+\.[a-z0-9-]+)"\s*,\s*(?:Remedy::)?(\w+))re");
    const auto says = [](const std::string& text, std::string_view what) {
        return text.find(what) != std::string::npos;
    };
    std::vector<SpeltError> errors;
    for (std::sregex_iterator at(file.text.begin(), file.text.end(), kError), end; at != end;
         ++at) {
        const auto code = file.text.begin() + at->position(2);
        errors.push_back({file.path,
                          1 + static_cast<std::size_t>(std::count(file.text.begin(), code, '\n')),
                          at->str(1), at->str(2), at->str(3),
                          says(at->str(), "ErrorKind::") || says(at->str(), "Remedy::")});
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

bool isCatalogue(std::string_view path) {
    return folderOf(path) == "assets/texts" && path.ends_with(".po");
}

bool isOnScreen(std::string_view path) {
    return isCpp(path) && isBelowAny(path, kRoomsThatMakeErrors) && path != kGroupsPath &&
           std::ranges::none_of(kOffTheScreen, [path](std::string_view place) {
               return path == place || isBelow(path, std::string(place));
           });
}

/// Who says so where; `isError` where it is spelt between its kind and who acts.
struct Code {
    std::string path;
    std::size_t line = 0;
    std::string text;
    bool isError = false;
};

/// Words like "printer.paper-jam", not "staff.json", "1.2.156" or "a sentence.", and not the id of
/// an event that is logged: log::tell<"visit.step">.
std::vector<Code> dottedWordsIn(const SourceFile& file) {
    static const std::regex kWord(
        R"re((?:^|[^<])"([a-z][a-z0-9]*(?:-[a-z0-9]+)*\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)")re");
    static const std::regex kFileName(R"re(.*\.(?:json|txt|db|po|conf|png|svg|xml|pem))re");
    std::vector<Code> words;
    std::size_t number = 0;
    for (const std::string_view line : linesOf(file.text)) {
        ++number;
        const std::string code(line.substr(0, line.find("//")));
        for (std::sregex_iterator at(code.begin(), code.end(), kWord), end; at != end; ++at)
            if (!std::regex_match(at->str(1), kFileName))
                words.push_back({file.path, number, at->str(1)});
    }
    return words;
}

/// All that can come to a screen, each once a line.
std::vector<Code> codesOf(const Tree& tree) {
    std::vector<Code> codes;
    for (const SourceFile& file : tree) {
        if (!isOnScreen(file.path))
            continue;
        std::map<std::pair<std::size_t, std::string>, Code> found;
        for (const SpeltError& error : errorsIn(file))
            if (error.isSure)
                found.try_emplace({error.line, error.code},
                                  Code{error.path, error.line, error.code, true});
        if (isBelowAny(file.path, kRoomsWithoutNodes))
            for (Code& word : dottedWordsIn(file))
                found.try_emplace({word.line, word.text}, std::move(word));
        std::ranges::move(found | std::views::values, std::back_inserter(codes));
    }
    return codes;
}

/// The codes of each group, by their group.
std::map<std::string, std::string> groupsByCode(const Tree& tree) {
    static const std::regex kGroup(R"re(Group\{"([a-z-]+)",\s*"[a-z-]+",((?:\s*"[^"]*")+)\})re");
    static const std::regex kCode(R"re([a-z0-9-]+\.[a-z0-9-]+)re");
    std::map<std::string, std::string> groups;
    for (const SourceFile& file : tree)
        if (file.path == kGroupsPath)
            for (std::sregex_iterator at(file.text.begin(), file.text.end(), kGroup), end;
                 at != end; ++at) {
                const std::string codes = at->str(2);
                for (std::sregex_iterator code(codes.begin(), codes.end(), kCode); code != end;
                     ++code)
                    groups[code->str()] = at->str(1);
            }
    return groups;
}

/// The keys of a catalogue.
std::set<std::string> keysOf(const SourceFile& catalogue) {
    static const std::regex kKey(R"re(msgid "([^"]+)")re");
    std::set<std::string> keys;
    for (std::sregex_iterator at(catalogue.text.begin(), catalogue.text.end(), kKey), end;
         at != end; ++at)
        keys.insert(at->str(1));
    return keys;
}

/// A key, or what keys begin with: "staff.part" of "staff.part.printer".
bool isKeyOrGroupOfKeys(const std::set<std::string>& keys, const std::string& word) {
    const auto next = keys.lower_bound(word);
    return next != keys.end() && (*next == word || next->starts_with(word + "."));
}

bool hasWords(const Code& code, const std::set<std::string>& keys,
              const std::map<std::string, std::string>& groups) {
    const auto group = groups.find(code.text);
    return keys.contains("error." + code.text + ".what") || keys.contains("reason." + code.text) ||
           (group != groups.end() && keys.contains("error.group." + group->second + ".what")) ||
           (!code.isError && isKeyOrGroupOfKeys(keys, code.text));
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
    const auto codes = codesOf(tree);
    const auto groups = groupsByCode(tree);
    for (const SourceFile& texts : tree) {
        if (!isCatalogue(texts.path))
            continue;
        const std::set<std::string> keys = keysOf(texts);
        for (const Code& code : codes)
            if (!hasWords(code, keys, groups))
                findings.push_back(
                    {code.path, code.line, code.text + " has no words in " + texts.path});
    }
    return findings;
}

Findings checkErrorGroups(const Tree& tree) {
    std::set<std::string> made;
    for (const Code& code : codesOf(tree))
        made.insert(code.text);
    Findings findings;
    for (const auto& [code, group] : groupsByCode(tree))
        if (!made.contains(code))
            findings.push_back(
                {kGroupsPath, 1,
                 std::string(code).append(" of ").append(group).append(" is made nowhere")});
    return findings;
}

} // namespace kiosk::style
