// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/process/visible_paths.h"

#include <cerrno>
#include <cstdint>
#include <cstring>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include "firmware/base/process/descriptor.h"

namespace kiosk {

namespace {

constexpr std::uint64_t kReading =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
/// Everything the first version of Landlock governs.
constexpr std::uint64_t kGoverned = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;

std::unexpected<Error> noWalls() {
    return fail(ErrorKind::configuration, "process.no-walls", Remedy::technician,
                std::string("Landlock: ") + std::strerror(errno));
}

bool addRule(int rules, const landlock_path_beneath_attr& beneath) {
    return ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0;
}

Result<> permit(int rules, const VisiblePath& visible) {
    const Descriptor place(::open(visible.path.c_str(), O_PATH | O_CLOEXEC));
    if (!place)
        return {};
    landlock_path_beneath_attr beneath{kReading, place.number()};
    if (visible.access == VisiblePath::Access::write)
        beneath.allowed_access |= LANDLOCK_ACCESS_FS_WRITE_FILE;
    if (addRule(rules, beneath))
        return {};
    beneath.allowed_access &= ~LANDLOCK_ACCESS_FS_READ_DIR; // a file
    if (!addRule(rules, beneath))
        return noWalls();
    return {};
}

} // namespace

Result<> seeOnly(std::span<const VisiblePath> paths) {
    const landlock_ruleset_attr governed{kGoverned};
    const Descriptor rules(
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &governed, sizeof(governed), 0)));
    if (!rules)
        return noWalls();
    for (const VisiblePath& path : paths)
        TRY(permit(rules.number(), path));
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        ::syscall(SYS_landlock_restrict_self, rules.number(), 0) != 0)
        return noWalls();
    return {};
}

} // namespace kiosk
