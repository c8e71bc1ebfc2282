// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/window.h"

#include <cmath>
#include <cstring>
#include <span>
#include <string_view>
#include <utility>

#include <SDL.h>
#include <sys/mman.h>

#include "screens/kit/window/keys.h"

namespace kiosk::kit {
namespace {

std::unexpected<Error> unavailable() {
    return fail(ErrorKind::unavailable, "screen.unavailable", Remedy::technician, SDL_GetError());
}

struct Destroy {
    void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};

/// Ends SDL's video part when the last window is gone.
struct Video {
    Video() = default;
    Video(const Video&) = delete;
    Video& operator=(const Video&) = delete;
    ~Video() { SDL_QuitSubSystem(SDL_INIT_VIDEO); }
};

constexpr std::int64_t kMouse = -1;
constexpr int kPixelBits = 32;

/// Where the window stands on its display. The whole of it is taken by a window without a frame:
/// SDL's own way waits for an answer of a window manager, which a cabinet has none of.
SDL_Rect placeOf(const Board& board, const Window::Options& options) {
    SDL_Rect display{0, 0, board.widthPx, board.heightPx};
    if (options.mode == Window::Mode::fullscreen) {
        SDL_GetDisplayBounds(0, &display);
        return display;
    }
    const auto scaled = [&](int px) { return static_cast<int>(std::lround(px * options.scale)); };
    return {options.left.value_or(SDL_WINDOWPOS_CENTERED), SDL_WINDOWPOS_CENTERED,
            scaled(board.widthPx), scaled(board.heightPx)};
}

/// X and Wayland take pictures from memory; asking for more would start a whole renderer. A bare
/// screen of the kernel takes them through one only.
void choosePlainSurface() {
    if (std::string_view(SDL_GetCurrentVideoDriver()) != "KMSDRM")
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
}

/// The system hands out memory when it is first touched, page by page; all at once costs less, and
/// there is time for it before the first picture.
void takeMemory(const SDL_Surface& glass) {
    static_cast<void>(::madvise(
        glass.pixels, static_cast<std::size_t>(glass.pitch) * static_cast<std::size_t>(glass.h),
        MADV_POPULATE_WRITE));
}

} // namespace

struct Window::Handles {
    Video video;
    Board board;
    Uint32 wakeEvent = 0;
    std::unique_ptr<SDL_Window, Destroy> window;
    Uint32 lookedAt = 0;  ///< when wait() looked last, in SDL's time
    bool resized = false; ///< since the last picture: SDL's memory of the glass is about to go

    std::optional<Event> translate(const SDL_Event& event) const;
    PointerEvent finger(const SDL_TouchFingerEvent& event) const;
    PointerEvent mouse(PointerEvent::Kind kind, int x, int y, Uint32 ticks) const;
    bool fits(const SDL_Surface& glass) const;
    void presentSameSize(const Canvas& canvas, const std::vector<RectPx>& changed,
                         SDL_Surface& glass);
    void presentScaled(const Canvas& canvas, SDL_Surface& glass);
};

namespace {

SteadyTime timeOf(Uint32 ticks) {
    return SteadyTime(std::chrono::milliseconds(ticks));
}

PointerEvent::Kind kindOf(Uint32 type) {
    if (type == SDL_FINGERDOWN || type == SDL_MOUSEBUTTONDOWN)
        return PointerEvent::Kind::down;
    return type == SDL_FINGERUP || type == SDL_MOUSEBUTTONUP ? PointerEvent::Kind::up
                                                             : PointerEvent::Kind::move;
}

} // namespace

PointerEvent Window::Handles::finger(const SDL_TouchFingerEvent& event) const {
    const RectMm area = board.area();
    return {kindOf(event.type),
            (event.touchId << 8) + event.fingerId,
            {static_cast<double>(event.x) * area.width, static_cast<double>(event.y) * area.height},
            timeOf(event.timestamp)};
}

PointerEvent Window::Handles::mouse(PointerEvent::Kind kind, int x, int y, Uint32 ticks) const {
    int width = 1;
    int height = 1;
    SDL_GetWindowSize(window.get(), &width, &height);
    const RectMm area = board.area();
    return {kind, kMouse, {x * area.width / width, y * area.height / height}, timeOf(ticks)};
}

std::optional<Window::Event> Window::Handles::translate(const SDL_Event& event) const {
    switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
        return finger(event.tfinger);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        if (event.button.which == SDL_TOUCH_MOUSEID || event.button.button != SDL_BUTTON_LEFT)
            return std::nullopt;
        return mouse(kindOf(event.type), event.button.x, event.button.y, event.button.timestamp);
    case SDL_MOUSEMOTION:
        if (event.motion.which == SDL_TOUCH_MOUSEID || (event.motion.state & SDL_BUTTON_LMASK) == 0)
            return std::nullopt;
        return mouse(PointerEvent::Kind::move, event.motion.x, event.motion.y,
                     event.motion.timestamp);
    case SDL_KEYDOWN: {
        const auto key = event.key.repeat == 0 ? keyOf(event.key.keysym.sym) : std::nullopt;
        if (!key)
            return std::nullopt;
        return KeyEvent{*key, timeOf(event.key.timestamp)};
    }
    case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_EXPOSED)
            return Exposed{};
        return std::nullopt;
    case SDL_QUIT:
        return Closed{};
    default: // SDL's numbers, not an enumeration of ours
        return std::nullopt;
    }
}

bool Window::Handles::fits(const SDL_Surface& glass) const {
    return glass.w == board.widthPx && glass.h == board.heightPx &&
           glass.pitch == board.widthPx * 4;
}

/// Only what has changed is copied and handed over: a whole picture costs several times a press.
void Window::Handles::presentSameSize(const Canvas& canvas, const std::vector<RectPx>& changed,
                                      SDL_Surface& glass) {
    std::vector<SDL_Rect> rects;
    const bool isDrawnInPlace = canvas.row(0).data() == glass.pixels;
    for (const RectPx& area : changed) {
        for (int y = area.y; y < area.y + area.height && !isDrawnInPlace; ++y)
            std::memcpy(static_cast<std::byte*>(glass.pixels) + y * glass.pitch + area.x * 4,
                        canvas.row(y).data() + area.x, static_cast<std::size_t>(area.width) * 4);
        if (area.width > 0 && area.height > 0)
            rects.push_back({area.x, area.y, area.width, area.height});
    }
    if (!rects.empty())
        SDL_UpdateWindowSurfaceRects(window.get(), rects.data(), static_cast<int>(rects.size()));
}

/// On a desk, where the window is smaller than the screen.
void Window::Handles::presentScaled(const Canvas& canvas, SDL_Surface& glass) {
    // SDL only reads it; its interface has no const.
    auto* pixels = const_cast<std::uint32_t*>(canvas.row(0).data());
    const std::unique_ptr<SDL_Surface, Destroy> picture(
        SDL_CreateRGBSurfaceWithFormatFrom(pixels, board.widthPx, board.heightPx, kPixelBits,
                                           board.widthPx * 4, glass.format->format));
    if (picture && SDL_SoftStretchLinear(picture.get(), nullptr, &glass, nullptr) == 0)
        SDL_UpdateWindowSurface(window.get());
}

Window::Window(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
Window::~Window() = default;
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;

Result<Window> Window::open(const Board& board, const Options& options) {
    // A finger must not also arrive as a mouse click.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    // The press that comes with the window's focus counts: else the first one at a kiosk that has
    // just been started is lost.
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
        return unavailable();
    choosePlainSurface();
    auto handles = std::make_unique<Handles>();
    handles->board = board;
    handles->wakeEvent = SDL_RegisterEvents(1);
    const SDL_Rect place = placeOf(board, options);
    handles->window.reset(
        SDL_CreateWindow(options.title.c_str(), place.x, place.y, place.w, place.h,
                         options.mode == Mode::fullscreen ? Uint32(SDL_WINDOW_BORDERLESS) : 0U));
    if (!handles->window)
        return unavailable();
    const SDL_Surface* glass = SDL_GetWindowSurface(handles->window.get());
    if (glass == nullptr || glass->format->BytesPerPixel != 4)
        return unavailable();
    takeMemory(*glass);
    return Window(std::move(handles));
}

std::vector<Window::Event> Window::wait(std::optional<std::chrono::milliseconds> longest) {
    std::vector<Event> events;
    SDL_Event event;
    // What is there already came since the last look; what is waited for is seen as it comes.
    const bool wasBusy = SDL_PollEvent(&event) != 0;
    const SteadyTime before = timeOf(handles_->lookedAt);
    const int longestMs = longest ? static_cast<int>(longest->count()) : -1;
    int waiting = wasBusy ? 1 : SDL_WaitEventTimeout(&event, longestMs);
    for (; waiting != 0; waiting = SDL_PollEvent(&event)) {
        handles_->resized |=
            event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED;
        auto translated = handles_->translate(event);
        if (!translated)
            continue;
        if (auto* pointer = std::get_if<PointerEvent>(&*translated); pointer && wasBusy)
            pointer->earliest = before;
        events.push_back(std::move(*translated));
    }
    handles_->lookedAt = SDL_GetTicks();
    return events;
}

void Window::wake() {
    SDL_Event event{};
    event.type = handles_->wakeEvent;
    SDL_PushEvent(&event);
}

Canvas Window::canvas() {
    SDL_Surface* glass = SDL_GetWindowSurface(handles_->window.get());
    if (glass == nullptr || !handles_->fits(*glass))
        return Canvas(handles_->board);
    const auto pixels = static_cast<std::size_t>(glass->w) * static_cast<std::size_t>(glass->h);
    return {handles_->board, std::span(static_cast<std::uint32_t*>(glass->pixels), pixels)};
}

void Window::present(Canvas& canvas, const std::vector<RectPx>& changed) {
    if (changed.empty())
        return;
    if (std::exchange(handles_->resized, false))
        canvas.moveOut();
    SDL_Surface* glass = SDL_GetWindowSurface(handles_->window.get()); // another after a resize
    if (glass == nullptr)
        return;
    if (handles_->fits(*glass))
        handles_->presentSameSize(canvas, changed, *glass);
    else
        handles_->presentScaled(canvas, *glass);
}

void Window::presentAll(Canvas& canvas) {
    present(canvas, {canvas.pixels(canvas.board().area())});
}

} // namespace kiosk::kit
