// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/system_places.h"

#include "firmware/base/files.h"
#include "firmware/base/text.h"

namespace kiosk::app {

SystemPlaces::SystemPlaces(const Arguments& arguments)
    : root_(arguments.value("--below").value_or("/")) {}

Result<update::System> SystemPlaces::system() const {
    return update::systemFrom(toText(TRY(readFile(root_ / "usr/lib/os-release"))),
                              toText(TRY(readFile(root_ / "proc/cmdline"))), loaderFile());
}

Result<update::Slot> SystemPlaces::runningSlot() const {
    if (const auto slot = update::runningSlot(toText(TRY(readFile(root_ / "proc/cmdline")))))
        return *slot;
    return fail(ErrorKind::unsupported, "slot.none", Remedy::technician,
                "this machine was not started by the kiosk's loader");
}

std::filesystem::path SystemPlaces::loaderFile() const {
    return root_ / "efi/EFI/kiosk/grubenv";
}

update::Rauc SystemPlaces::rauc() const {
    return update::Rauc(
        {.settings = root_ / "etc/rauc/system.conf", .record = root_ / "data/update/slots"});
}

update::History SystemPlaces::history() const {
    return update::History(root_ / "data/update/history");
}

std::filesystem::path SystemPlaces::devicesBefore() const {
    return root_ / "data/update/devices";
}

} // namespace kiosk::app
