// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/devices/usb_gadget.h"

#include "firmware/base/bytes.h"
#include "tests/machine/devices/device_file.h"

namespace kiosk::machine {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGadgets = "/sys/kernel/config/usb_gadget";
constexpr std::string_view kEnglish = "strings/0x409";
constexpr std::string_view kConfiguration = "configs/c.1";

/// In configfs a new folder is a new thing of the kernel's, with its files in it.
Result<> makeThing(const fs::path& folder) {
    std::error_code error;
    fs::create_directory(folder, error);
    if (error)
        return fail(ErrorKind::device, "machine.device-file", Remedy::technician,
                    folder.string() + ": " + error.message());
    return {};
}

std::string hex(std::uint16_t value) {
    return "0x" + toHex(Bytes{std::byte(value >> 8), std::byte(value & 0xFF)});
}

} // namespace

Result<UsbGadget> UsbGadget::make(const Options& options) {
    const fs::path folder = fs::path(kGadgets) / options.name;
    const fs::path function = folder / "functions" / options.function;
    const fs::path configuration = folder / kConfiguration;
    TRY(makeThing(folder));
    UsbGadget gadget(folder, options.port, options.function);
    for (const fs::path& thing : {folder / kEnglish, function, configuration})
        TRY(makeThing(thing));
    TRY(setValue(folder / "idVendor", hex(options.vendor)));
    TRY(setValue(folder / "idProduct", hex(options.product)));
    TRY(setValue(folder / kEnglish / "manufacturer", options.maker));
    TRY(setValue(folder / kEnglish / "product", options.model));
    TRY(setValue(folder / kEnglish / "serialnumber", options.serial));
    for (const auto& [name, value] : options.attributes)
        TRY(setValue(function / name, value));
    fs::create_symlink(function, configuration / options.function);
    return gadget;
}

/// What was made goes one by one, the last first: configfs takes nothing away that is still in use.
UsbGadget::~UsbGadget() {
    if (folder_.empty())
        return;
    static_cast<void>(unplug());
    std::error_code none;
    for (const fs::path& thing :
         {fs::path(kConfiguration) / function_, fs::path(kConfiguration),
          fs::path("functions") / function_, fs::path(kEnglish), fs::path()})
        fs::remove(thing.empty() ? folder_ : folder_ / thing, none);
}

Result<> UsbGadget::plug() const {
    return setValue(folder_ / "UDC", port_);
}

Result<> UsbGadget::unplug() const {
    return setValue(folder_ / "UDC", "\n");
}

} // namespace kiosk::machine
