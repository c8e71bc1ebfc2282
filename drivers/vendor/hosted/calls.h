// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <tuple>
#include <utility>

#include "drivers/vendor/kiosk_driver.h"

/// What the kiosk may ask of a supplier's process: the functions of kiosk_driver.h, each by its
/// number. A class of device is added here, in hosted_module.cpp and in service.cpp.
namespace kiosk::drivers::vendor::hosted {

/// Which table of the module a device is of. A set of them has 1 << class.
enum class DeviceClass : std::int32_t { cardReader, printer, camera, auxiliaries, codeReader };

template <auto member>
struct Function {};

template <auto... members>
struct Functions {
    static constexpr std::uint32_t kCount = sizeof...(members);

    template <auto member>
    static constexpr std::uint32_t numberOf() {
        std::uint32_t number = 0;
        static_cast<void>(
            (... ||
             (std::is_same_v<Function<member>, Function<members>> ? true : (++number, false))));
        return number;
    }
};

using Calls =
    Functions<&kiosk_device_ops::close, &kiosk_device_ops::identity, &kiosk_device_ops::reset,
              &kiosk_card_reader_ops::capabilities, &kiosk_card_reader_ops::find_card,
              &kiosk_card_reader_ops::read_card, &kiosk_card_reader_ops::card_still_there,
              &kiosk_card_reader_ops::sam_number, &kiosk_printer_ops::capabilities,
              &kiosk_printer_ops::status, &kiosk_printer_ops::submit, &kiosk_printer_ops::progress,
              &kiosk_printer_ops::cancel, &kiosk_printer_ops::clear_jobs,
              &kiosk_camera_ops::capabilities, &kiosk_camera_ops::start, &kiosk_camera_ops::stop,
              &kiosk_camera_ops::grab, &kiosk_auxiliaries_ops::capabilities,
              &kiosk_auxiliaries_ops::set, &kiosk_auxiliaries_ops::next,
              &kiosk_auxiliaries_ops::state, &kiosk_code_reader_ops::next>;

/// Beside them: to load the module and say what it is, and to open a device of a class.
inline constexpr std::uint32_t kDescribe = Calls::kCount;
inline constexpr std::uint32_t kOpen = Calls::kCount + 1;

/// Begins every question.
struct QuestionHead {
    std::uint32_t call;   ///< counted, so that no answer is taken for another's
    std::uint32_t number; ///< which of Calls, or kDescribe, kOpen
    std::uint32_t device; ///< as kOpen gave it; 0: none
};
/// Begins every answer.
struct AnswerHead {
    std::uint32_t call;
    std::int32_t result; ///< as the function returned it
};

/// What kDescribe tells.
struct Description {
    char name[32];
    std::uint32_t classes; ///< set of DeviceClass
};

/// What a process ends with that could not raise its walls.
inline constexpr int kExitNotConfined = 64;

/// Numbers of a process's descriptors.
inline constexpr int kSocket = 3;
inline constexpr int kRoom = 4;

} // namespace kiosk::drivers::vendor::hosted
