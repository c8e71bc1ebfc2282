// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "firmware/base/result.h"

namespace kiosk::app {

/// A person's yes or no: given beforehand by an option, or asked for at the terminal and read from
/// standard input, where a script may write it.
class PersonsWord {
public:
    /// `given`: before anything is asked. "test.nobody-answers" (unsupported, citizenAgain): none
    /// is given, and standard input is at its end already. Nothing is to be begun then: no page is
    /// printed for nobody.
    static Result<PersonsWord> from(std::optional<bool> given);

    /// Shows the question on stderr; "y", "yes", "n", "no", in any case. What is neither is asked
    /// again. The same error where standard input ends instead.
    Result<bool> ask(std::string_view question) const;

private:
    explicit PersonsWord(std::optional<bool> given) : given_(given) {}
    std::optional<bool> given_;
};

} // namespace kiosk::app
