// SPDX-License-Identifier: Apache-2.0
#include "firmware/tpm/place.h"

#include <chrono>
#include <cstdlib>
#include <thread>

#include <fcntl.h>

#include "firmware/base/files.h"
#include "firmware/base/process/descriptor.h"
#include "firmware/base/text.h"

namespace kiosk::tpm {

namespace {

constexpr std::chrono::milliseconds kMoment{250};
constexpr std::chrono::minutes kLongestStart{5};

/// A device's _STA (ACPI 6.5, 6.3.7): 0 for one that is switched off in the firmware's menu.
bool isSwitchedOn(const std::filesystem::path& device) {
    constexpr std::size_t kLongest = 64;
    const auto status = readFile(device / "status", kLongest);
    return !status || trimmed(toText(*status)) != "0";
}

bool isFound(const std::filesystem::path& path) {
    std::error_code unknown;
    return std::filesystem::exists(path, unknown);
}

bool canBeOpened(const std::filesystem::path& node) {
    return static_cast<bool>(Descriptor(::open(node.c_str(), O_RDWR | O_CLOEXEC)));
}

} // namespace

Transport kernelTransport() {
    return {KIOSK_LIBTSS2_TCTI_DEVICE, "Tss2_Tcti_Device_Init", "/dev/tpmrm0"};
}

Place Place::ofThisMachine() {
    Place place;
    if (const char* node = std::getenv("KIOSK_TPM")) { // NOLINT(concurrency-mt-unsafe): nobody sets
        place.node = node;
        place.transport.at = node;
        place.isOurs = true;
    }
    return place;
}

void silenceLibrary() {
    ::setenv("TSS2_LOG", "all+NONE", 0); // NOLINT(concurrency-mt-unsafe): before the first thread
}

bool isThere(const Place& place) {
    return isFound(place.node) || (isFound(place.told) && isSwitchedOn(place.told));
}

bool awaitDriver(const Place& place, const std::function<bool()>& mayWait) {
    while (isThere(place)) {
        if (canBeOpened(place.node))
            return true;
        if (!mayWait())
            return false;
    }
    return false;
}

bool waitForMachine() {
    static const auto kBegan = std::chrono::steady_clock::now();
    if (std::chrono::steady_clock::now() - kBegan >= kLongestStart)
        return false;
    std::this_thread::sleep_for(kMoment);
    return true;
}

} // namespace kiosk::tpm
