// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

#include "firmware/base/result.h"

namespace kiosk::kit {

/// What is put into a pattern for {0}, {1} …
using Values = std::initializer_list<std::string_view>;

/// The pattern with its values, each in a bidi isolate (A74): U+2066 … U+2069 for numbers and
/// dates, U+2068 … U+2069 for everything else. A pattern is one of ICU's MessageFormat; of its
/// arguments "{0}" and "{0, plural, one {…} other {…}}" are ours, and "#" in the latter is the
/// value as it is given: digits stay Latin. `language` (BCP 47) has the rules of the plural.
/// A missing value stays "{1}". Errors: "texts.pattern" (configuration).
Result<std::string> formatted(std::string_view pattern, std::string_view language, Values values);

/// The numbers of the arguments of a pattern: {0, 1}. Errors: as above.
Result<std::set<int>> argumentsOf(std::string_view pattern);

/// A value in its isolate.
std::string isolated(std::string_view value);

/// The text without the invisible isolates, as tests and logs compare it.
std::string withoutIsolates(std::string_view text);

} // namespace kiosk::kit
