// SPDX-License-Identifier: Apache-2.0
#include "tests/style/arrows.h"

#include <algorithm>
#include <optional>

namespace kiosk::style {
namespace {

constexpr std::string_view kEverything = "*";
constexpr std::string_view kEachFolder = "/*";

struct Include {
    std::string_view target;
    bool angled = false;
    std::size_t line = 0;
};

/// A room as the table names it, and the folder it stands for in this case.
struct Room {
    std::string entry;
    std::string_view folder;
};

std::vector<Include> includesIn(const SourceFile& file) {
    std::vector<Include> includes;
    std::size_t number = 0;
    for (const auto line : linesOf(file.text)) {
        ++number;
        const auto words = wordsOf(line);
        // A macro may stand where a header's name does; FreeType wants it so.
        const bool named = words.size() > 1 && (words[1][0] == '"' || words[1][0] == '<');
        if (!named || words[0] != "#include")
            continue;
        includes.push_back({words[1].substr(1, words[1].size() - 2), words[1][0] == '<', number});
    }
    return includes;
}

/// The innermost room of the table around a folder.
std::optional<Room> roomOf(std::string_view folder, const Arrows& arrows) {
    for (auto inner = folder; !inner.empty(); inner = folderOf(inner)) {
        if (arrows.rooms.contains(inner))
            return Room{std::string(inner), inner};
        const std::string each = std::string(folderOf(inner)) + std::string(kEachFolder);
        if (arrows.rooms.contains(each))
            return Room{each, inner};
    }
    return std::nullopt;
}

bool mayInclude(const Room& from, std::string_view folder, const Arrows& arrows) {
    const auto to = roomOf(folder, arrows);
    if (!to)
        return false;
    const auto& allowed = arrows.rooms.find(from.entry)->second;
    return to->folder == from.folder || allowed.contains(std::string(kEverything)) ||
           allowed.contains(to->entry);
}

bool mayUse(std::string_view path, std::string_view header, const Arrows& arrows) {
    return std::ranges::all_of(arrows.libraries, [&](const auto& rule) {
        const auto& [beginning, users] = rule;
        return !header.starts_with(beginning) ||
               std::ranges::any_of(users, [&](const auto& user) { return isBelow(path, user); });
    });
}

void checkFile(const SourceFile& file, const Arrows& arrows, Findings& findings) {
    const auto room = roomOf(folderOf(file.path), arrows);
    if (!room) {
        findings.push_back({file.path, 0, "lies in a room that arrows.txt does not know"});
        return;
    }
    for (const auto& [target, angled, line] : includesIn(file)) {
        if (angled && !mayUse(file.path, target, arrows))
            findings.push_back(
                {file.path, line, "<" + std::string(target) + "> is another room's"});
        if (!angled && !mayInclude(*room, folderOf(target), arrows))
            findings.push_back(
                {file.path, line,
                 std::string(room->folder) + " may not include " + std::string(target)});
    }
}

bool reaches(std::string_view from, std::string_view goal, const Arrows& arrows,
             std::set<std::string, std::less<>>& seen) {
    const auto room = arrows.rooms.find(from);
    if (room == arrows.rooms.end() || !seen.emplace(from).second)
        return false;
    return std::ranges::any_of(room->second, [&](const auto& next) {
        return next == goal || reaches(next, goal, arrows, seen);
    });
}

} // namespace

Arrows parseArrows(std::string_view table) {
    Arrows arrows;
    for (const auto entry : entriesOf(table)) {
        const auto colon = std::min(entry.find(':'), entry.size());
        const bool library = entry.starts_with('<');
        const std::string name(entry.substr(library ? 1 : 0, colon - (library ? 1 : 0)));
        auto& allowed = library ? arrows.libraries[name] : arrows.rooms[name];
        for (const auto word : wordsOf(entry.substr(std::min(colon + 1, entry.size()))))
            allowed.emplace(word);
    }
    return arrows;
}

Findings checkArrows(const Tree& tree, const Arrows& arrows) {
    Findings findings;
    for (const auto& file : tree)
        if (isCpp(file.path))
            checkFile(file, arrows, findings);
    return findings;
}

Findings checkCircles(const Arrows& arrows) {
    Findings findings;
    for (const auto& [room, allowed] : arrows.rooms) {
        std::set<std::string, std::less<>> seen;
        if (reaches(room, room, arrows, seen))
            findings.push_back({room, 0, "can reach itself over the arrows"});
    }
    return findings;
}

Findings checkReadmes(const Tree& tree, const Arrows& arrows) {
    std::set<std::string_view> folders;
    for (const auto& file : tree) {
        const auto room = isCpp(file.path) ? roomOf(folderOf(file.path), arrows) : std::nullopt;
        for (auto folder = room ? room->folder : ""; !folder.empty(); folder = folderOf(folder))
            folders.insert(folder);
    }
    Findings findings;
    for (const auto folder : folders)
        if (std::ranges::find(tree, std::string(folder) + "/README.md", &SourceFile::path) ==
            tree.end())
            findings.push_back({std::string(folder), 0, "has no README.md"});
    return findings;
}

} // namespace kiosk::style
