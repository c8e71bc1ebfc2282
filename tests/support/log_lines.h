// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "firmware/base/log.h"

namespace kiosk::tests {

/// All that is logged while it lives; one at a time.
class LogLines {
public:
    LogLines() {
        log::setSink([this](log::Level, std::string_view line) { text_.append(line) += '\n'; });
    }
    ~LogLines() { log::setSink({}); }
    LogLines(const LogLines&) = delete;
    LogLines& operator=(const LogLines&) = delete;

    bool say(std::string_view words) const { return text_.find(words) != std::string::npos; }

private:
    std::string text_;
};

} // namespace kiosk::tests
