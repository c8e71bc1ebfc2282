// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/code_reader.h"

#include "drivers/code_reader/decoder.h"
#include "drivers/code_reader/enhance.h"
#include "drivers/code_reader/finder.h"

namespace kiosk::drivers {

namespace {

/// What a second look costs is spent only where something like a code stands.
std::optional<Code> decodeEnhanced(const Frame& frame) {
    for (const Enhancement enhance : kEnhancements)
        if (auto code = decode(enhance(frame)))
            return code;
    return std::nullopt;
}

} // namespace

std::optional<Code> readCode(const Frame& frame) {
    if (!isWhole(frame))
        return std::nullopt;
    if (auto code = decode(frame))
        return code;
    const FinderTraces traces = findFinderTraces(frame);
    std::optional<Code> code;
    if (traces.darkOnLight)
        code = decodeEnhanced(frame);
    if (!code && traces.lightOnDark)
        code = decode(inverted(frame));
    return code;
}

} // namespace kiosk::drivers
