// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/hosted/program/walls.h"

#include <filesystem>
#include <thread>
#include <vector>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "firmware/base/process/visible_paths.h"

namespace kiosk::drivers::vendor::hosted {

namespace {

/// Of the system: its programs and libraries, how names of the network are found, its devices.
/// And the folder of the module, for what it brings along.
std::vector<VisiblePath> pathsFor(const std::string& module) {
    std::error_code ignored;
    return {{"/usr"},
            {"/lib"},
            {"/lib64"},
            {"/etc/ld.so.cache"},
            {"/etc/ld.so.conf"},
            {"/etc/ld.so.conf.d"},
            {"/etc/hosts"},
            {"/etc/host.conf"},
            {"/etc/nsswitch.conf"},
            {"/etc/resolv.conf"},
            {"/etc/services"},
            {"/etc/protocols"},
            {"/etc/ssl/certs"},
            {"/etc/udev"},
            {"/proc"},
            {"/run"},
            {"/sys"},
            {"/dev", VisiblePath::Access::write},
            {std::filesystem::absolute(module, ignored).parent_path()}};
}

} // namespace

Result<> raiseWalls(const std::string& module) {
    const rlimit none{0, 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0 || ::prctl(PR_SET_DUMPABLE, 0) != 0)
        return fail(ErrorKind::configuration, "process.no-walls", Remedy::technician,
                    "process control");
    return seeOnly(pathsFor(module));
}

void endWith(int socket) {
    std::thread([socket] {
        pollfd other{socket, 0, 0}; // that it hangs up is told unasked
        while (::poll(&other, 1, -1) != 1) {
        }
        ::_exit(0);
    }).detach();
}

} // namespace kiosk::drivers::vendor::hosted
