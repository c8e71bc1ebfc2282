// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace kiosk::app {

/// On which line of a JSON text each value begins, for telling a person where a file is wrong.
class JsonLines {
public:
    /// Of a text that could be parsed, comments included; of any other one some lines are missing.
    explicit JsonLines(std::string_view text);

    /// By JSON pointer (RFC 6901, without escapes): "/regions/0/url", "" for the whole. Of one that
    /// is not there the line of what it would stand in. Counted from 1.
    int lineOf(std::string_view pointer) const;

private:
    std::map<std::string, int, std::less<>> lines_;
};

} // namespace kiosk::app
