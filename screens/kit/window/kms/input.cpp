// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/kms/input.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <libinput.h>
#include <libudev.h>
#include <linux/input-event-codes.h>
#include <unistd.h>

#include "screens/kit/window/kms/evdev_keys.h"

namespace kiosk::kit {

namespace {

constexpr const char* kSeat = "seat0"; // udev's usual one

/// libinput would also write, to light a keyboard's lamps: the kiosk may only read.
int openDevice(const char* path, int /*flags*/, void* /*userData*/) {
    const int device = ::open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    return device < 0 ? -errno : device;
}

void closeDevice(int device, void* /*userData*/) {
    ::close(device);
}

constexpr libinput_interface kOpening{.open_restricted = openDevice,
                                      .close_restricted = closeDevice};

std::unexpected<Error> noInput(const char* what) {
    return fail(ErrorKind::unavailable, "screen.unavailable", Remedy::technician,
                std::string("touch and keys: ") + what);
}

SteadyTime timeOf(std::uint64_t microseconds) {
    return SteadyTime(std::chrono::microseconds(microseconds)); // both are CLOCK_MONOTONIC
}

/// One event's place on the glass, and what becomes of it.
struct Reading {
    Pointers& pointers;
    std::uint32_t width;
    std::uint32_t height;

    std::optional<Window::Event> touch(libinput_event_type type, libinput_event_touch* event) const;
    std::optional<Window::Event> mouse(libinput_event_type type,
                                       libinput_event_pointer* event) const;
    std::optional<Window::Event> read(libinput_event* event) const;
};

std::optional<Window::Event> keyed(libinput_event_keyboard* event) {
    if (libinput_event_keyboard_get_key_state(event) != LIBINPUT_KEY_STATE_PRESSED)
        return std::nullopt;
    const auto key = keyOfCode(libinput_event_keyboard_get_key(event));
    if (!key)
        return std::nullopt;
    return KeyEvent{*key, timeOf(libinput_event_keyboard_get_time_usec(event))};
}

std::optional<Window::Event> eventIf(const std::optional<PointerEvent>& event) {
    if (!event)
        return std::nullopt;
    return *event;
}

std::optional<Window::Event> Reading::touch(libinput_event_type type,
                                            libinput_event_touch* event) const {
    const std::int32_t finger = libinput_event_touch_get_seat_slot(event);
    const SteadyTime at = timeOf(libinput_event_touch_get_time_usec(event));
    if (type == LIBINPUT_EVENT_TOUCH_UP)
        return eventIf(pointers.lifted(finger, at));
    if (type == LIBINPUT_EVENT_TOUCH_CANCEL)
        return eventIf(pointers.takenBack(finger, at));
    const double x = libinput_event_touch_get_x_transformed(event, width);
    const double y = libinput_event_touch_get_y_transformed(event, height);
    if (type == LIBINPUT_EVENT_TOUCH_DOWN)
        return pointers.touched(finger, x, y, at);
    return eventIf(pointers.dragged(finger, x, y, at));
}

std::optional<Window::Event> Reading::mouse(libinput_event_type type,
                                            libinput_event_pointer* event) const {
    const SteadyTime at = timeOf(libinput_event_pointer_get_time_usec(event));
    if (type == LIBINPUT_EVENT_POINTER_MOTION)
        return eventIf(pointers.movedBy(libinput_event_pointer_get_dx(event),
                                        libinput_event_pointer_get_dy(event), at));
    if (type == LIBINPUT_EVENT_POINTER_MOTION_ABSOLUTE)
        return eventIf(
            pointers.movedTo(libinput_event_pointer_get_absolute_x_transformed(event, width),
                             libinput_event_pointer_get_absolute_y_transformed(event, height), at));
    if (libinput_event_pointer_get_button(event) != BTN_LEFT)
        return std::nullopt;
    return pointers.button(
        libinput_event_pointer_get_button_state(event) == LIBINPUT_BUTTON_STATE_PRESSED, at);
}

std::optional<Window::Event> Reading::read(libinput_event* event) const {
    const libinput_event_type type = libinput_event_get_type(event);
    switch (type) {
    case LIBINPUT_EVENT_TOUCH_DOWN:
    case LIBINPUT_EVENT_TOUCH_MOTION:
    case LIBINPUT_EVENT_TOUCH_UP:
    case LIBINPUT_EVENT_TOUCH_CANCEL:
        return touch(type, libinput_event_get_touch_event(event));
    case LIBINPUT_EVENT_POINTER_MOTION:
    case LIBINPUT_EVENT_POINTER_MOTION_ABSOLUTE:
    case LIBINPUT_EVENT_POINTER_BUTTON:
        return mouse(type, libinput_event_get_pointer_event(event));
    case LIBINPUT_EVENT_KEYBOARD_KEY:
        return keyed(libinput_event_get_keyboard_event(event));
    default: // libinput's list grows; wheels and gestures mean nothing here
        return std::nullopt;
    }
}

} // namespace

void Input::Release::operator()(udev* handle) const {
    udev_unref(handle);
}

void Input::Release::operator()(libinput* handle) const {
    libinput_unref(handle);
}

void Input::Release::operator()(libinput_event* event) const {
    libinput_event_destroy(event);
}

Result<Input> Input::open() {
    Input input;
    input.udev_.reset(udev_new());
    if (!input.udev_)
        return noInput("no udev");
    input.devices_.reset(libinput_udev_create_context(&kOpening, nullptr, input.udev_.get()));
    if (!input.devices_)
        return noInput("libinput does not start");
    if (libinput_udev_assign_seat(input.devices_.get(), kSeat) != 0)
        return noInput("udev does not answer");
    return input;
}

int Input::descriptor() const {
    return libinput_get_fd(devices_.get());
}

std::vector<Window::Event> Input::take(Pointers& pointers, int width, int height) {
    const Reading reading{pointers, static_cast<std::uint32_t>(width),
                          static_cast<std::uint32_t>(height)};
    std::vector<Window::Event> events;
    libinput_dispatch(devices_.get()); // fails only for want of memory; what came before is there
    while (const std::unique_ptr<libinput_event, Release> event{libinput_get_event(devices_.get())})
        if (const auto read = reading.read(event.get()))
            events.push_back(*read);
    return events;
}

} // namespace kiosk::kit
