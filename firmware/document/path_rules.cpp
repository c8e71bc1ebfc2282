// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/path_rules.h"

#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/document/package.h"

namespace kiosk::document {

namespace {

bool isSafeStep(std::string_view step) {
    return !step.empty() && step != "." && step != "..";
}

bool isForbiddenCharacter(char c) {
    return c == '\\' || c == ':' || static_cast<unsigned char>(c) < 0x20;
}

std::string joined(const std::vector<std::string_view>& steps) {
    std::string path;
    for (std::string_view step : steps)
        path.append(path.empty() ? "" : "/").append(step);
    return path;
}

} // namespace

bool isSafeEntryName(std::string_view name) {
    if (name.ends_with('/'))
        name.remove_suffix(1);
    return std::ranges::none_of(name, isForbiddenCharacter) &&
           std::ranges::all_of(split(name, '/'), isSafeStep);
}

std::string_view folderOf(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

Result<std::string> resolvePath(std::string_view from, std::string_view reference) {
    std::vector<std::string_view> steps;
    if (!reference.starts_with('/') && !folderOf(from).empty())
        steps = split(folderOf(from), '/');
    for (std::string_view step : split(reference, '/')) {
        if (step.empty() || step == ".")
            continue;
        if (step != "..") {
            steps.push_back(step);
        } else if (!steps.empty()) {
            steps.pop_back();
        } else {
            return fail(ErrorKind::malformed, "document.unsafe-path", Remedy::supplier, reference);
        }
    }
    return joined(steps);
}

} // namespace kiosk::document
