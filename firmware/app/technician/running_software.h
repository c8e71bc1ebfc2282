// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string_view>
#include <vector>

#include "firmware/app/last_good.h"
#include "firmware/handout/proof.h"
#include "firmware/verify/trust_list.h"

namespace kiosk::app {

/// The programs of a kiosk, as they are installed beside each other.
inline constexpr std::array<std::string_view, 6> kKioskPrograms{
    "kiosk", "kiosk-reader", "kiosk-device", "kiosk-egress", "kiosk-speaker", "kioskctl"};

/// Where what runs is read from.
struct SoftwarePlaces {
    /// By the program's name: this process's own file, as the kernel holds it whatever lies under
    /// its name by now, and the others as they are installed.
    std::map<std::string, std::filesystem::path> programs;
    /// The kernel's command line, which names the system's slot and root hash: the first of these
    /// that can be read. A service without the whole of /proc is handed it as a credential.
    std::vector<std::filesystem::path> commandLine;

    static SoftwarePlaces ofThisProcess();
};

/// What this process took in when it started: of what its memory holds, not of what lies on the
/// disk since.
struct LoadedSettings {
    std::string configuration; ///< SHA-256 of the file's bytes, as `sha256sum` prints it
    std::string regions;       ///< the same of the file with the regions; empty where there is none
    bool isLastGood = false;
    std::string trustList;       ///< its name
    std::string trustListDigest; ///< trustListDigest()
};

LoadedSettings loadedSettings(const UsableConfig& usable, const verify::TrustList& trust);

/// SHA-256, in hexadecimal, of one line for each certificate of the list, sorted: "root " or
/// "copy-signer 990000 ", and SHA-256 of the certificate (DER). The same whatever its files are
/// called.
std::string trustListDigest(const verify::TrustList& list);

/// Reads each program anew; takes as long as the disk does for them. What cannot be read or is not
/// there is empty. On any thread.
handout::RunningSoftware runningSoftware(const SoftwarePlaces& places, std::string_view version,
                                         const LoadedSettings& loaded);

} // namespace kiosk::app
