// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <utility>

#include "firmware/base/error.h"

namespace kiosk {

/// What can fail for a reason outside our code returns one of these.
template <typename T = void>
using Result = std::expected<T, Error>;

/// `return fail(ErrorKind::malformed, "card.frame-length", Remedy::citizenAgain, "…");`
inline std::unexpected<Error> fail(ErrorKind kind, std::string_view code, Remedy remedy,
                                   std::string_view detail = {}) {
    return std::unexpected(Error(kind, code, remedy, detail));
}

} // namespace kiosk

/// The value of a Result, or out of the function with its error: `auto frame = TRY(readFrame());`
/// GCC 12 lacks std::expected's monadic members; the statement expression is an extension both of
/// our compilers know.
// NOLINTBEGIN(bugprone-macro-parentheses)
#define TRY(expression) TRY_NAMED_(expression, __COUNTER__)
// Nested uses each need a name of their own, made from the counter in a second step.
#define TRY_NAMED_(expression, count) TRY_JOIN_(expression, count)
#define TRY_JOIN_(expression, count) TRY_AS_(expression, tried##count)
#define TRY_AS_(expression, tried)                                                                 \
    __extension__({                                                                                \
        auto&& tried = (expression);                                                               \
        if (!tried)                                                                                \
            return std::unexpected(std::forward<decltype(tried)>(tried).error());                  \
        *std::forward<decltype(tried)>(tried);                                                     \
    })
// NOLINTEND(bugprone-macro-parentheses)
