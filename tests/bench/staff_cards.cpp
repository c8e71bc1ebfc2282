// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/staff_cards.h"

#include "firmware/base/files.h"
#include "firmware/staff/staff_register.h"

namespace kiosk::bench {

namespace {

/// Numbers as cards have them, of nobody.
std::string numberOf(staff::Role role) {
    return "04a1b2c3d4e5f" + std::to_string(static_cast<int>(role));
}

Result<> putOnRegister(const std::filesystem::path& file, const std::string& number,
                       staff::Role role) {
    auto book = TRY(staff::StaffRegister::open(file));
    if (!TRY(book.find(number)))
        TRY(book.add(number, role, kStaffPin, SystemClock().wall()));
    return {};
}

} // namespace

std::filesystem::path staffCardFile(const std::filesystem::path& kioskFolder) {
    return kioskFolder / "staff_card";
}

Result<> layStaffCard(const std::filesystem::path& kioskFolder, staff::Role role,
                      StaffRegisters registers) {
    const std::string number = numberOf(role);
    if (registers == StaffRegisters::kiosks)
        TRY(putOnRegister(kioskFolder / "state" / staff::kRegisterFileName, number, role));
    return writeFile(staffCardFile(kioskFolder), bytesOf(number));
}

Result<> liftStaffCard(const std::filesystem::path& kioskFolder) {
    std::error_code none; // that nothing lies there is what is wanted
    std::filesystem::remove(staffCardFile(kioskFolder), none);
    return {};
}

std::optional<Result<>> happenToStaffCard(const std::filesystem::path& kioskFolder, Happening what,
                                          StaffRegisters registers) {
    switch (what) {
    case Happening::attendantCardLaid:
        return layStaffCard(kioskFolder, staff::Role::attendant, registers);
    case Happening::technicianCardLaid:
        return layStaffCard(kioskFolder, staff::Role::technician, registers);
    case Happening::supervisorCardLaid:
        return layStaffCard(kioskFolder, staff::Role::supervisor, registers);
    case Happening::staffCardLifted:
        return liftStaffCard(kioskFolder);
    default:
        return std::nullopt;
    }
}

} // namespace kiosk::bench
