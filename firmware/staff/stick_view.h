// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/base/error.h"
#include "firmware/stick/progress.h"
#include "firmware/update/history.h"
#include "firmware/visit/visit_event.h"

namespace kiosk::staff {

/// What the pages of the memory stick show: export (G4) and update (F5).
struct StickView {
    enum class Deed { none, exporting, looking, copying };
    Deed deed = Deed::none;
    stick::Progress progress{}; ///< of the deed; of one that ended with an error the last
    /// The archive that is on the stick, read back and compared, with the stick let go: only then
    /// is it safe to remove. Empty before.
    std::string exported{};
    std::optional<std::vector<stick::BundleOnStick>> bundles{}; ///< once it was looked for them
    std::optional<std::size_t> chosen{};  ///< of them: the person is asked whether this one
    bool copied = false;                  ///< it lies in the kiosk, which installs it by itself
    std::optional<Error> error{};         ///< how the last deed ended
    std::vector<update::Event> history{}; ///< oldest first
};

/// What is pressed on these pages, beside "yes" and "no", in the words of the staff's keys.
inline constexpr auto kExportKey = visit::touch::Staff::Key::save;  ///< value: which stick::What
inline constexpr auto kLookKey = visit::touch::Staff::Key::test;    ///< for bundles
inline constexpr auto kChooseKey = visit::touch::Staff::Key::digit; ///< value: which bundle
/// The word that the system may become an older one.
inline constexpr auto kOlderKey = visit::touch::Staff::Key::enter;

/// Whether it may be chosen at all; an older one only by a word of its own.
constexpr bool mayFollow(stick::Standing standing) {
    using stick::Standing;
    return standing == Standing::newer || standing == Standing::same || standing == Standing::older;
}

} // namespace kiosk::staff
