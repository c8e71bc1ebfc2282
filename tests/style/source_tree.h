// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::style {

/// A text file of the repository; the path is relative to its root and written with '/'.
struct SourceFile {
    std::string path;
    std::string text;
};

using Tree = std::vector<SourceFile>;

/// Something a rule of the house forbids, and where. Lines count from 1; 0 means the whole file.
struct Finding {
    std::string path;
    std::size_t line = 0;
    std::string what;

    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

/// Every file of ours in path order, without pictures and fonts, build folders and dot-folders.
Tree readTree(const std::filesystem::path& root);

std::string readText(const std::filesystem::path& file);

/// The folder a file lies in: "firmware/base" for "firmware/base/result.h", "" at the root.
std::string_view folderOf(std::string_view path);

bool isCpp(std::string_view path);
bool isScript(const SourceFile& file);
bool isCMake(std::string_view path);

/// Whether a path lies in this folder or below it.
bool isBelow(std::string_view path, std::string_view folder);

std::vector<std::string_view> linesOf(std::string_view text);
std::vector<std::string_view> wordsOf(std::string_view line);

/// The lines of a table in a data file: comments (`# …`) and empty lines left out.
std::vector<std::string_view> entriesOf(std::string_view table);

/// "path:line: what", one a line: what a failing test prints.
std::string toText(const Findings& findings);

} // namespace kiosk::style
