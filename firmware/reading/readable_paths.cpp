// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/readable_paths.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include "firmware/reading/descriptor.h"

namespace kiosk::reading::walls {

namespace {

constexpr std::uint64_t kReading =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
/// Everything the first version of Landlock governs.
constexpr std::uint64_t kGoverned = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;

constexpr std::array kReadable{"/usr",
                               "/lib",
                               "/lib64",
                               "/etc/fonts",
                               "/etc/ld.so.cache",
                               "/etc/ld.so.conf",
                               "/etc/ld.so.conf.d",
                               "/var/cache/fontconfig"};

std::unexpected<Error> noWalls() {
    return fail(ErrorKind::configuration, "document.no-walls", Remedy::technician,
                std::string("Landlock: ") + std::strerror(errno));
}

/// A path that this system does not have needs no rule.
Result<> permit(int rules, const char* path) {
    const Descriptor place(::open(path, O_PATH | O_CLOEXEC));
    if (!place)
        return {};
    landlock_path_beneath_attr beneath{kReading, place.number()};
    if (::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0)
        return {};
    beneath.allowed_access &= ~LANDLOCK_ACCESS_FS_READ_DIR; // a file
    if (::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) != 0)
        return noWalls();
    return {};
}

} // namespace

Result<> onlyReadable() {
    const landlock_ruleset_attr governed{kGoverned};
    const Descriptor rules(
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &governed, sizeof(governed), 0)));
    if (!rules)
        return noWalls();
    for (const char* path : kReadable)
        TRY(permit(rules.number(), path));
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        ::syscall(SYS_landlock_restrict_self, rules.number(), 0) != 0)
        return noWalls();
    return {};
}

} // namespace kiosk::reading::walls
