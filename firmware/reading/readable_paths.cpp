// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/readable_paths.h"

#include <array>

#include "firmware/base/process/visible_paths.h"

namespace kiosk::reading::walls {

Result<> onlyReadable() {
    const std::array<VisiblePath, 8> readable{{{"/usr"},
                                               {"/lib"},
                                               {"/lib64"},
                                               {"/etc/fonts"},
                                               {"/etc/ld.so.cache"},
                                               {"/etc/ld.so.conf"},
                                               {"/etc/ld.so.conf.d"},
                                               {"/var/cache/fontconfig"}}};
    const auto seen = seeOnly(readable);
    if (!seen)
        return fail(ErrorKind::configuration, "document.no-walls", Remedy::technician,
                    seen.error().detail());
    return {};
}

} // namespace kiosk::reading::walls
