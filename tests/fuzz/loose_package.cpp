// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/loose_package.h"

#include <set>

#include "firmware/base/text.h"
#include "tests/support/raw_zip.h"

namespace kiosk::fuzz {

namespace {

/// A control character that XML does not know.
constexpr char kSeparator = '\x1E';

} // namespace

Bytes loosened(const Entries& entries) {
    std::string text;
    for (const auto& [name, content] : entries)
        text += kSeparator + name + "\n" + content;
    return toBytes(text);
}

Bytes packed(ByteView text) {
    const std::string whole = toText(text);
    tests::RawZip zip;
    std::set<std::string> seen;
    for (const std::string_view part : split(whole, kSeparator)) {
        const auto end = part.find('\n');
        std::string name(part.substr(0, end));
        if (end != std::string_view::npos && !name.empty() && seen.insert(name).second)
            zip.entries.push_back(
                {.name = std::move(name), .content = std::string(part.substr(end + 1))});
    }
    return tests::makeRawZip(zip);
}

} // namespace kiosk::fuzz
