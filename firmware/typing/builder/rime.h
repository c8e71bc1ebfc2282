// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/result.h"

namespace kiosk::typing {

/// One way to type one character, as rime has it.
struct Way {
    char32_t character = 0;
    std::string code;  ///< "ju", "zhphsszh"
    double weight = 0; ///< how often it is written that way; 0: not counted
};

/// The single characters of a table as rime prints it (`*.table.txt`: text, code, weight, with
/// tabs between), those whose code is made of `keys`. Words are left out. Errors: what readFile()
/// says; "typing.rime-empty" (configuration) where nothing of the kind is in it.
Result<std::vector<Way>> readRime(const std::filesystem::path& file, std::string_view keys);

/// Rime counts texts in traditional characters: what is written in simplified ones instead is
/// given the weight of those it stands for.
void countSimplified(std::vector<Way>& ways);

} // namespace kiosk::typing
