// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/devices/touch_glass.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <span>

#include <fcntl.h>
#include <linux/uinput.h>

namespace kiosk::machine {

namespace {

constexpr std::string_view kName = "Played touch glass";
constexpr int kNoFinger = -1;

/// One of uinput's requests that take a number.
struct Ability {
    unsigned long request;
    int value;
    std::string_view name;
};

constexpr std::array kAbilities{
    Ability{UI_SET_EVBIT, EV_KEY, "events of keys"},
    Ability{UI_SET_EVBIT, EV_ABS, "events of places"},
    Ability{UI_SET_KEYBIT, BTN_TOUCH, "a finger"},
    Ability{UI_SET_PROPBIT, INPUT_PROP_DIRECT, "lies on the screen"},
};

struct Axis {
    std::uint16_t code;
    int most;
};

Result<> haveAxis(const DeviceFile& device, const Axis& axis) {
    uinput_abs_setup setup{};
    setup.code = axis.code;
    setup.absinfo.maximum = axis.most;
    return device.control(UI_ABS_SETUP, &setup, "an axis");
}

Result<> send(const DeviceFile& device, std::span<const input_event> events) {
    for (const input_event& event : events) {
        const auto bytes = std::as_bytes(std::span(&event, 1));
        TRY(device.write(bytes));
    }
    return {};
}

input_event eventOf(std::uint16_t type, std::uint16_t code, int value) {
    input_event event{};
    event.type = type;
    event.code = code;
    event.value = value;
    return event;
}

} // namespace

Result<TouchGlass> TouchGlass::plug(int widthPx, int heightPx) {
    DeviceFile device = TRY(DeviceFile::open("/dev/uinput", O_WRONLY));
    for (const Ability& ability : kAbilities)
        TRY(device.set(ability.request, ability.value, ability.name));
    for (const Axis& axis :
         {Axis{ABS_X, widthPx - 1}, Axis{ABS_Y, heightPx - 1}, Axis{ABS_MT_SLOT, 0},
          Axis{ABS_MT_TRACKING_ID, 1}, Axis{ABS_MT_POSITION_X, widthPx - 1},
          Axis{ABS_MT_POSITION_Y, heightPx - 1}})
        TRY(haveAxis(device, axis));
    uinput_setup setup{};
    setup.id.bustype = BUS_VIRTUAL;
    std::ranges::copy(kName, std::begin(setup.name));
    TRY(device.control(UI_DEV_SETUP, &setup, "its name"));
    TRY(device.set(UI_DEV_CREATE, 0, "plug in"));
    return TouchGlass(std::move(device));
}

Result<> TouchGlass::press(int x, int y) const {
    return send(device_, std::array{eventOf(EV_ABS, ABS_MT_TRACKING_ID, 1),
                                    eventOf(EV_ABS, ABS_MT_POSITION_X, x),
                                    eventOf(EV_ABS, ABS_MT_POSITION_Y, y),
                                    eventOf(EV_KEY, BTN_TOUCH, 1), eventOf(EV_ABS, ABS_X, x),
                                    eventOf(EV_ABS, ABS_Y, y), eventOf(EV_SYN, SYN_REPORT, 0)});
}

Result<> TouchGlass::letGo() const {
    return send(device_, std::array{eventOf(EV_ABS, ABS_MT_TRACKING_ID, kNoFinger),
                                    eventOf(EV_KEY, BTN_TOUCH, 0), eventOf(EV_SYN, SYN_REPORT, 0)});
}

} // namespace kiosk::machine
