// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/command.h"

#include <algorithm>
#include <cstdio>

namespace kiosk::app {

Result<Arguments> Arguments::parse(std::span<const std::string_view> words,
                                   std::span<const std::string_view> valued,
                                   std::span<const std::string_view> flags) {
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (!word.starts_with('-') || word == "-") {
            arguments.rest_.emplace_back(word);
        } else if (std::ranges::find(flags, word) != flags.end()) {
            arguments.options_.emplace(word, "");
        } else if (std::ranges::find(valued, word) == valued.end()) {
            return fail(ErrorKind::unsupported, "usage.unknown-option", Remedy::citizenAgain, word);
        } else if (i + 1 == words.size()) {
            return fail(ErrorKind::unsupported, "usage.missing-value", Remedy::citizenAgain, word);
        } else {
            arguments.options_.emplace(word, words[++i]);
        }
    }
    return arguments;
}

bool Arguments::has(std::string_view option) const {
    return options_.contains(option);
}

std::optional<std::string> Arguments::value(std::string_view option) const {
    const auto it = options_.find(option);
    return it == options_.end() ? std::nullopt : std::optional(it->second);
}

int report(const Error& error) {
    std::fprintf(stderr, "kioskctl: %s\n", error.line().c_str());
    return error.code().starts_with("usage.") ? kExitUsage : kExitCannot;
}

} // namespace kiosk::app
