// SPDX-License-Identifier: Apache-2.0
#include "tests/style/source_tree.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace kiosk::style {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 11> kTextEndings = {
    ".h", ".cpp", ".md", ".txt", ".json", ".sh", ".cmake", ".html", ".svg", ".xml", ".po"};

bool isOurs(const fs::path& path) {
    const std::string name = path.filename().string();
    return !name.starts_with('.') && name != "build";
}

bool isText(const fs::path& path) {
    return !path.has_extension() || std::ranges::count(kTextEndings, path.extension().string()) > 0;
}

} // namespace

std::string readText(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Tree readTree(const fs::path& root) {
    Tree tree;
    for (auto entry = fs::recursive_directory_iterator(root);
         entry != fs::recursive_directory_iterator(); ++entry) {
        if (!isOurs(entry->path())) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file() && isText(entry->path())) {
            tree.push_back(
                {entry->path().lexically_relative(root).generic_string(), readText(entry->path())});
        }
    }
    std::ranges::sort(tree, {}, &SourceFile::path);
    return tree;
}

std::string_view folderOf(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

bool isCpp(std::string_view path) {
    return path.ends_with(".h") || path.ends_with(".cpp");
}

bool isScript(const SourceFile& file) {
    return file.text.starts_with("#!") || file.path.ends_with(".sh");
}

bool isCMake(std::string_view path) {
    return path.ends_with("CMakeLists.txt") || path.ends_with(".cmake");
}

bool isBelow(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::vector<std::string_view> wordsOf(std::string_view line) {
    constexpr std::string_view kBlanks = " \t\r";
    std::vector<std::string_view> words;
    for (auto begin = line.find_first_not_of(kBlanks); begin != std::string_view::npos;
         begin = line.find_first_not_of(kBlanks)) {
        line.remove_prefix(begin);
        const auto end = std::min(line.find_first_of(kBlanks), line.size());
        words.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
    return words;
}

std::vector<std::string_view> entriesOf(std::string_view table) {
    std::vector<std::string_view> entries;
    for (const auto line : linesOf(table)) {
        const auto entry = line.substr(0, line.find('#'));
        if (!wordsOf(entry).empty())
            entries.push_back(entry);
    }
    return entries;
}

std::string toText(const Findings& findings) {
    std::string text;
    for (const auto& [path, line, what] : findings)
        text += path + ":" + std::to_string(line) + ": " + what + "\n";
    return text;
}

} // namespace kiosk::style
