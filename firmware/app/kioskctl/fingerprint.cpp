// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/fingerprint.h"

#include <regex>
#include <set>

#include "firmware/base/files.h"

namespace kiosk::app {

namespace {

constexpr std::size_t kLongestFile = 64U << 10;

/// Each once.
std::set<std::string> fingerprintsIn(const std::string& text) {
    static const std::regex kFingerprint("\\b[0-9A-F]{4}(?:-[0-9A-F]{4}){4}\\b");
    std::set<std::string> all;
    for (std::sregex_iterator at(text.begin(), text.end(), kFingerprint), end; at != end; ++at)
        all.insert(at->str());
    return all;
}

} // namespace

Result<std::string> fingerprintBy(const std::string& keyOrFile) {
    std::set<std::string> known = fingerprintsIn(keyOrFile);
    if (known.size() != 1 || *known.begin() != keyOrFile)
        known = fingerprintsIn(toText(TRY(readFile(keyOrFile, kLongestFile))));
    if (known.size() != 1)
        return fail(ErrorKind::unsupported, "usage.no-fingerprint", Remedy::citizenAgain,
                    keyOrFile);
    return *known.begin();
}

} // namespace kiosk::app
