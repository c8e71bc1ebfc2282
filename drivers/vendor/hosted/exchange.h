// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tuple>

#include "drivers/vendor/hosted/calls.h"
#include "drivers/vendor/hosted/crossing.h"

namespace kiosk::drivers::vendor::hosted {

/// A question on its way to its answer, in a supplier's process.
struct Exchange {
    Packet& question;
    Packet& answer;
    Serving serving;

    /// Takes the arguments, makes the call, and puts its result and what it filled in. False for a
    /// question that does not keep to the form of this call.
    template <typename... Arguments, typename Call>
    bool make(Call call) {
        std::tuple<typename Crossing<Arguments>::Held...> held;
        return std::apply(
            [&](auto&... one) {
                if (!(... && one.take(question, serving)) || !question.isAtEnd())
                    return false;
                const std::int32_t result = call(one.lend()...);
                answer.put(AnswerHead{serving.call, result});
                (one.answer(answer, result), ...);
                return true;
            },
            held);
    }
};

} // namespace kiosk::drivers::vendor::hosted
