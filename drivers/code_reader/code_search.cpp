// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/code_search.h"

#include "drivers/code_reader/enhance.h"
#include "drivers/code_reader/finder.h"

namespace kiosk::drivers {

namespace {

constexpr std::size_t kUntracedFramesPerLook = 6;

} // namespace

std::optional<Code> CodeSearch::look(const Frame& frame) {
    if (!isWhole(frame))
        return std::nullopt;
    const FinderTraces traces = findFinderTraces(frame);
    if (!traces.darkOnLight && !traces.lightOnDark)
        return untraced_++ % kUntracedFramesPerLook == 0 ? decode_(frame) : std::nullopt;
    if (auto code = decode_(frame))
        return code;
    // Clutter beside a dark-mode telephone leaves traces of the other kind: they take turns.
    const bool asIs = traces.darkOnLight && (!traces.lightOnDark || enhanced_ <= inverted_);
    if (!asIs) {
        ++inverted_;
        return decode_(inverted(frame));
    }
    return decode_(kEnhancements.at(enhanced_++ % kEnhancements.size())(frame));
}

} // namespace kiosk::drivers
