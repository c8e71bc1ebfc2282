// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/glass/onlooker.h"

#include <thread>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

namespace kiosk::speed {

namespace {

/// Short beside a frame, long enough to leave the processor to the program that is looked at.
constexpr std::chrono::microseconds kBetweenLooks{300};

} // namespace

struct Onlooker::Display {
    struct Close {
        void operator()(::Display* display) const { XCloseDisplay(display); }
    };
    std::unique_ptr<::Display, Close> connection;
};

Onlooker::Onlooker(std::unique_ptr<Display> display) : display_(std::move(display)) {}
Onlooker::~Onlooker() = default;
Onlooker::Onlooker(Onlooker&&) noexcept = default;
Onlooker& Onlooker::operator=(Onlooker&&) noexcept = default;

std::optional<Onlooker> Onlooker::at(const std::string& display) {
    auto opened = std::make_unique<Display>();
    opened->connection.reset(XOpenDisplay(display.c_str()));
    if (!opened->connection)
        return std::nullopt;
    return Onlooker(std::move(opened));
}

std::vector<std::uint32_t> Onlooker::look(const kit::RectPx& area) const {
    ::Display* connection = display_->connection.get();
    std::vector<std::uint32_t> pixels;
    XImage* image = XGetImage(connection, DefaultRootWindow(connection), area.x, area.y,
                              static_cast<unsigned>(area.width), static_cast<unsigned>(area.height),
                              AllPlanes, ZPixmap);
    if (image == nullptr)
        return pixels;
    for (int y = 0; y < area.height; ++y)
        for (int x = 0; x < area.width; ++x)
            pixels.push_back(static_cast<std::uint32_t>(XGetPixel(image, x, y)) & 0xFFFFFFU);
    XDestroyImage(image);
    return pixels;
}

kit::Colour Onlooker::colourAt(int x, int y) const {
    const auto pixels = look({x, y, 1, 1});
    if (pixels.empty())
        return {};
    const std::uint32_t pixel = pixels.front();
    return {static_cast<std::uint8_t>(pixel >> 16U), static_cast<std::uint8_t>(pixel >> 8U),
            static_cast<std::uint8_t>(pixel)};
}

void Onlooker::press(int x, int y) {
    ::Display* connection = display_->connection.get();
    XTestFakeMotionEvent(connection, -1, x, y, CurrentTime);
    XTestFakeButtonEvent(connection, Button1, True, CurrentTime);
    XFlush(connection);
}

void Onlooker::letGoElsewhere() {
    ::Display* connection = display_->connection.get();
    XTestFakeMotionEvent(connection, -1, 1, 1, CurrentTime);
    XTestFakeButtonEvent(connection, Button1, False, CurrentTime);
    XFlush(connection);
}

bool Onlooker::await(const std::function<bool()>& isSo, std::chrono::milliseconds patience) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!isSo()) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        std::this_thread::sleep_for(kBetweenLooks);
    }
    return true;
}

} // namespace kiosk::speed
