// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/window.h"

#include <cstdlib>
#include <string_view>

#include "screens/kit/window/kms/kms_glass.h"
#include "screens/kit/window/sdl_glass.h"

namespace kiosk::kit {

namespace {

constexpr const char* kWay = "KIOSK_SCREEN";

bool wantsBareScreen(const Window::Options& options) {
    const char* way = std::getenv(kWay);
    return options.mode == Window::Mode::fullscreen && way != nullptr &&
           std::string_view(way) == "kms";
}

} // namespace

Window::Window(std::unique_ptr<Glass> glass) : glass_(std::move(glass)) {}
Window::~Window() = default;
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;

Result<Window> Window::open(const Board& board, const Options& options) {
    if (wantsBareScreen(options))
        return Window(TRY(openKmsGlass(board, options.patience)));
    return Window(TRY(openSdlGlass(board, options)));
}

std::vector<Window::Event> Window::wait(std::optional<std::chrono::milliseconds> longest) {
    return glass_->wait(longest);
}

void Window::wake() {
    glass_->wake();
}

Canvas Window::canvas() {
    return glass_->canvas();
}

void Window::present(Canvas& canvas, const std::vector<RectPx>& changed) {
    if (!changed.empty())
        glass_->present(canvas, changed);
}

void Window::presentAll(Canvas& canvas) {
    present(canvas, {canvas.pixels(canvas.board().area())});
}

} // namespace kiosk::kit
