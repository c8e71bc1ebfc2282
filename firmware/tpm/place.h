// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace kiosk::tpm {

/// By what a TPM 2.0 is spoken to: a transport of the TPM2 Software Stack (TCTI).
struct Transport {
    const char* library; ///< its soname; outlives this
    const char* init;    ///< its function of the type TSS2_TCTI_INIT_FUNC; the same
    std::string at;      ///< what that function is given: "/dev/tpmrm0"
};

/// The kernel's, whose resource manager keeps programs apart that use the TPM at once.
Transport kernelTransport();

/// Where the board has its TPM, and how one sees that it has one.
struct Place {
    Transport transport = kernelTransport();
    std::filesystem::path node = "/dev/tpmrm0"; ///< there once the TPM's driver is
    /// What the firmware tells of a TPM 2.0 before there is a driver (TCG ACPI specification).
    std::filesystem::path told = "/sys/bus/acpi/devices/MSFT0101:00";
    /// New keys are made there: whoever started the program says that it is the kiosk's.
    bool isOurs = false;

    /// Of the board that runs. Ours where KIOSK_TPM is set, as the kiosk's unit sets it to the
    /// node: the TPM of a desk's computer is none of a kiosk's.
    static Place ofThisMachine();
};

/// The library says nothing on stderr of its own: what went wrong comes as an error. Before the
/// first thread.
void silenceLibrary();

/// Whether the board has one that is switched on, driver or not.
bool isThere(const Place& place);

/// Until its driver lets this program open it, for as long as `mayWait` waits and says yes. Whether
/// it does; at once no where there is none.
bool awaitDriver(const Place& place, const std::function<bool()>& mayWait);

/// For awaitDriver(): a moment, and whether the machine may still be starting, by the time since
/// this was called first. Such drivers wait for the first picture; a machine of software takes
/// long. Any thread.
bool waitForMachine();

} // namespace kiosk::tpm
