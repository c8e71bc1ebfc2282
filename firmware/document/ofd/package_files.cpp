// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/package_files.h"

#include <algorithm>

namespace kiosk::document::ofd {

namespace {

constexpr std::size_t kMostParsedBytes = 128U << 20;

std::string lowerCase(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

/// Some producers write references as addresses or as paths of their own system.
std::string unescaped(std::string_view reference) {
    std::string plain;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const auto byte = reference[i] == '%' ? fromHex(reference.substr(i + 1, 2)) : Bytes{};
        if (byte && byte->size() == 1) {
            plain += toText(*byte);
            i += 2;
        } else {
            plain += reference[i] == '\\' ? '/' : reference[i];
        }
    }
    return plain;
}

} // namespace

PackageFiles::PackageFiles(const Package& package) : package_(package) {
    for (const std::string& name : package.names())
        byLowerCase_.emplace(lowerCase(name), name);
}

std::string PackageFiles::entryLike(const std::string& path) const {
    const auto found = byLowerCase_.find(lowerCase(path));
    return found == byLowerCase_.end() ? "" : found->second;
}

std::string PackageFiles::remember(std::string path) {
    if (std::ranges::find(reached_, path) == reached_.end())
        reached_.push_back(path);
    return path;
}

Result<std::string> PackageFiles::find(std::string_view from, std::string_view reference) {
    return find(std::vector{std::string(from)}, reference);
}

Result<std::string> PackageFiles::find(const std::vector<std::string>& from,
                                       std::string_view reference) {
    auto found = findExactly(from, reference);
    const std::string plain = unescaped(reference);
    return found || plain == reference ? found : findExactly(from, plain);
}

Result<std::string> PackageFiles::findExactly(const std::vector<std::string>& from,
                                              std::string_view reference) {
    std::vector<std::string> starts = from;
    starts.push_back(documentFile_);
    starts.emplace_back();
    std::vector<std::string> candidates;
    for (const std::string& start : starts) {
        auto path = resolvePath(start, reference);
        if (!path && candidates.empty() && start == starts.back())
            return std::unexpected(path.error());
        if (path)
            candidates.push_back(std::move(*path));
    }
    for (const std::string& path : candidates) {
        if (package_.contains(path))
            return remember(path);
    }
    for (const std::string& path : candidates) {
        if (std::string entry = entryLike(path); !entry.empty())
            return remember(std::move(entry));
    }
    return fail(ErrorKind::notFound, "document.missing-entry", Remedy::supplier, reference);
}

Result<Element> PackageFiles::xml(const std::string& path) {
    const ByteView entry = TRY(package_.entry(path));
    parsedBytes_ += entry.size();
    if (parsedBytes_ > kMostParsedBytes)
        return fail(ErrorKind::limitExceeded, "document.too-large", Remedy::supplier, path);
    return parseXml(entry, path);
}

Bytes PackageFiles::bytes(const std::string& path) const {
    const auto entry = package_.entry(path);
    return entry ? Bytes(entry->begin(), entry->end()) : Bytes{};
}

} // namespace kiosk::document::ofd
