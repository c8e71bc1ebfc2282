// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include "drivers/vendor/hosted/calls.h"
#include "drivers/vendor/hosted/crossing.h"
#include "firmware/base/process/child.h"

namespace kiosk::drivers::vendor::hosted {

/// A supplier's process, from the kiosk's side; killed with this object. One thread at a time.
///
/// Whatever the process does costs its own calls and nothing else. Errors of it, after which every
/// further call fails alike: "device.died" (technician): it crashed, was killed, ended by itself or
/// did not keep to the form of answers; "device.hung" (technician): it took longer than a call may,
/// and was killed. "process.no-walls" (technician): this system cannot confine it.
class Host {
public:
    /// Starts `program` with the module's file. Error "process.not-started" (technician).
    static Result<std::unique_ptr<Host>> start(const std::filesystem::path& program,
                                               const std::string& module);
    /// With a process that somebody else plays at the other end of `socket`.
    Host(Descriptor socket, Room room, std::optional<Child> child = {});

    /// Makes a call there. Its result, and what the module told, as if it were made here; an error
    /// of the process stands in the call's kiosk_error, if it has one.
    template <typename... Arguments>
    std::int32_t call(std::uint32_t number, std::uint32_t device, Arguments... arguments) {
        const auto result = exchange(number, device, arguments...);
        room_.wipe();
        if (result)
            return *result;
        if (auto* error = argument<kiosk_error*>(arguments...))
            *error = inVendorsWords(result.error());
        return KIOSK_FAILED;
    }

private:
    template <typename... Arguments>
    Result<std::int32_t> exchange(std::uint32_t number, std::uint32_t device,
                                  Arguments... arguments) {
        Packet question;
        Packet answer;
        question.put(QuestionHead{++calls_, number, device});
        Result<> crosses;
        static_cast<void>(
            (... && (crosses = Crossing<Arguments>::ask(question, room_, arguments))));
        TRY(crosses);
        TRY(answerTo(question, argument<const kiosk_call*>(arguments...), answer));
        AnswerHead head{};
        const bool told = answer.take(head) && head.call == calls_ &&
                          (... && Crossing<Arguments>::take(answer, room_, arguments)) &&
                          answer.isAtEnd();
        if (!told)
            return std::unexpected(end(brokeForm()));
        return head.result;
    }

    /// The argument of that type; nullptr where the call has none.
    template <typename Wanted, typename... Arguments>
    static Wanted argument(Arguments... arguments) {
        Wanted found = nullptr;
        [[maybe_unused]] const auto look = [&found](auto one) {
            if constexpr (std::is_same_v<decltype(one), Wanted>)
                found = one;
        };
        (look(arguments), ...);
        return found;
    }

    Result<> answerTo(const Packet& question, const kiosk_call* call, Packet& answer);
    bool isReadable(std::chrono::milliseconds patience) const;
    static Error brokeForm();
    Error end(Error error);

    Descriptor socket_;
    Room room_;
    std::optional<Child> child_;
    std::uint32_t calls_ = 0;
    std::optional<Error> ended_;
};

} // namespace kiosk::drivers::vendor::hosted
