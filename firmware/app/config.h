// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "firmware/base/result.h"
#include "firmware/licence/licence.h"
#include "firmware/visit/staff_duty.h"

namespace kiosk::app {

/// Which module drives a device and where it is: data, so that a supplier is swapped without a
/// build (D2).
struct DeviceChoice {
    /// "sam-usb", "sam-serial", "ipp", "escpos-usb", "v4l2", "picture-file", "scanner-keys"
    std::string module;
    std::string at; ///< tty, USB port, URI or path; empty where the module finds it by itself
    /// Printer on the network: the Unix socket that leads to it; empty: the kiosk connects itself.
    /// Not in the file: the environment says it (egress.h).
    std::filesystem::path through{};
    std::string samNumber; ///< card reader: its security module as on record; empty: any
    std::filesystem::path
        record; ///< SAM reader on USB, development builds: where its recordings go
};

/// Where a region's platform is and how we know it.
struct RegionChoice {
    Region region;
    std::string url;
    std::filesystem::path caFile;
    std::filesystem::path certFile;
    std::filesystem::path keyFile;
    std::filesystem::path envelopeKeyFile;
};

/// The screen as built into the cabinet, and how fast the board behind it is.
struct BoardChoice {
    int widthPx = 1080;
    int heightPx = 1920;
    double pixelsPerMm = 4.0;
    /// Processor time that one question to a licence file may cost before the file counts as too
    /// much work; optional in the file.
    std::chrono::seconds fileTime{5};
    /// How high the lower edge of the screen is, and how deep one reaches over what stands before
    /// it; optional in the file, but without it nothing is called reachable (A24).
    struct Mounting {
        double bottomAboveFloorMm = 0;
        double obstructionDepthMm = 0;
    };
    std::optional<Mounting> mounting;
    /// Degrees clockwise that the picture is turned on its panel: 90, 180 or 270; optional in
    /// the file.
    int turned = 0;
};

/// How the cabinet sounds, and what a voice tells of it. A kiosk that says nothing of it does not
/// speak.
struct SoundChoice {
    struct Outlet {
        std::string device;       ///< as SDL lists it; empty: the system's usual one
        double fullScaleDb = 100; ///< sound level of full scale, measured at the cabinet; optional
    };
    std::optional<Outlet> headset;
    std::optional<Outlet> loudspeaker; ///< reaches 65 dB, or it is none (A35)
    /// A sentence a language, optional: where the keypad is, where the paper comes out.
    std::map<std::string, std::string, std::less<>> keys;
    std::map<std::string, std::string, std::less<>> slot;
};

/// All that makes one kiosk different from another.
struct Config {
    std::string place;
    std::filesystem::path assets;
    std::filesystem::path state;      ///< outbox and ledger live here
    std::filesystem::path usbDevices; ///< the list of those allowed; the assets' own if not named
    std::filesystem::path matters;    ///< what people come for; the assets' own if not named
    std::filesystem::path trust;      ///< roots of the seals this kiosk believes
    BoardChoice board;
    DeviceChoice cardReader;
    /// Social security cards can be copied by anyone who reads them; off unless the site says so.
    bool acceptsSocialSecurityCards = false;
    DeviceChoice printer;
    std::optional<DeviceChoice> receiptPrinter; ///< for slips, where the kiosk has one
    DeviceChoice camera;
    std::optional<DeviceChoice> auxiliaries; ///< "gpio", "serial-board"; a desk has none
    std::optional<DeviceChoice> codeScanner; ///< a hand scanner beside the camera
    std::optional<DeviceChoice> staffCards;  ///< "pcsc", "card-file": without it no staff mode
    /// Whose cards open staff mode; in the state folder if not named. A file beside the
    /// configuration comes with the kiosk's disk, so that the first technician can come in.
    std::filesystem::path staffRegister;
    std::optional<SoundChoice> sound;
    visit::StaffDuty staff;      ///< optional in the file: then somebody is always there
    int holdersPerCompanion = 3; ///< whom somebody may help on one day (R5); optional in the file
    std::vector<RegionChoice> regions;
};

/// Reads a configuration file (JSON; paths are relative to the file). `regions` in it is either a
/// list or the name of a file that holds one, under the same key. Errors: "config.unreadable",
/// "config.syntax" with line and reason, "config.missing" and "config.wrong" with the key, all for
/// whoever maintains the configuration.
Result<Config> loadConfig(const std::filesystem::path& file);

} // namespace kiosk::app
