// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/sdl_glass.h"

#include <cmath>
#include <cstring>
#include <span>
#include <string_view>
#include <utility>

#include <sys/mman.h>

#include "screens/kit/sdl/late_sdl.h"
#include "screens/kit/window/sdl_keys.h"

namespace kiosk::kit {
namespace {

std::unexpected<Error> sdlUnavailable() {
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
/// screen of the kernel SDL draws on through one only.
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

class SdlGlass final : public Glass {
public:
    Result<> open(const Board& board, const Window::Options& options);
    std::vector<Window::Event> wait(std::optional<std::chrono::milliseconds> longest) override;
    void wake() override;
    Canvas canvas() override;
    void present(Canvas& canvas, const std::vector<RectPx>& changed) override;

private:
    std::optional<Window::Event> translate(const SDL_Event& event) const;
    PointerEvent finger(const SDL_TouchFingerEvent& event) const;
    PointerEvent mouse(PointerEvent::Kind kind, int x, int y, Uint32 ticks) const;
    bool fits(const SDL_Surface& glass) const;
    void presentSameSize(const Canvas& canvas, const std::vector<RectPx>& changed,
                         SDL_Surface& glass);
    void presentScaled(const Canvas& canvas, SDL_Surface& glass);

    std::optional<Video> video_;
    Board board_;
    Uint32 wakeEvent_ = 0;
    std::unique_ptr<SDL_Window, Destroy> window_;
    Uint32 lookedAt_ = 0;  ///< when wait() looked last, in SDL's time
    bool resized_ = false; ///< since the last picture: SDL's memory of the glass is about to go
};

SteadyTime timeOf(Uint32 ticks) {
    return SteadyTime(std::chrono::milliseconds(ticks));
}

PointerEvent::Kind kindOf(Uint32 type) {
    if (type == SDL_FINGERDOWN || type == SDL_MOUSEBUTTONDOWN)
        return PointerEvent::Kind::down;
    return type == SDL_FINGERUP || type == SDL_MOUSEBUTTONUP ? PointerEvent::Kind::up
                                                             : PointerEvent::Kind::move;
}

PointerEvent SdlGlass::finger(const SDL_TouchFingerEvent& event) const {
    const RectMm area = board_.area();
    return {kindOf(event.type),
            (event.touchId << 8) + event.fingerId,
            {static_cast<double>(event.x) * area.width, static_cast<double>(event.y) * area.height},
            timeOf(event.timestamp)};
}

PointerEvent SdlGlass::mouse(PointerEvent::Kind kind, int x, int y, Uint32 ticks) const {
    int width = 1;
    int height = 1;
    SDL_GetWindowSize(window_.get(), &width, &height);
    const RectMm area = board_.area();
    return {kind, kMouse, {x * area.width / width, y * area.height / height}, timeOf(ticks)};
}

std::optional<Window::Event> SdlGlass::translate(const SDL_Event& event) const {
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
            return Window::Exposed{};
        return std::nullopt;
    case SDL_QUIT:
        return Window::Closed{};
    default: // SDL's numbers, not an enumeration of ours
        return std::nullopt;
    }
}

bool SdlGlass::fits(const SDL_Surface& glass) const {
    return glass.w == board_.widthPx && glass.h == board_.heightPx &&
           glass.pitch == board_.widthPx * 4;
}

/// Only what has changed is copied and handed over: a whole picture costs several times a press.
void SdlGlass::presentSameSize(const Canvas& canvas, const std::vector<RectPx>& changed,
                               SDL_Surface& glass) {
    std::vector<SDL_Rect> rects;
    const bool isDrawnInPlace = canvas.row(0).data() == glass.pixels;
    for (const RectPx& area : changed) {
        for (int y = area.y; y < area.y + area.height && !isDrawnInPlace; ++y)
            std::memcpy(static_cast<std::byte*>(glass.pixels) + std::ptrdiff_t{y} * glass.pitch +
                            std::ptrdiff_t{area.x} * 4,
                        canvas.row(y).data() + area.x, static_cast<std::size_t>(area.width) * 4);
        if (area.width > 0 && area.height > 0)
            rects.push_back({area.x, area.y, area.width, area.height});
    }
    if (!rects.empty())
        SDL_UpdateWindowSurfaceRects(window_.get(), rects.data(), static_cast<int>(rects.size()));
}

/// On a desk, where the window is smaller than the screen.
void SdlGlass::presentScaled(const Canvas& canvas, SDL_Surface& glass) {
    // SDL only reads it; its interface has no const.
    auto* pixels = const_cast<std::uint32_t*>(canvas.row(0).data());
    const std::unique_ptr<SDL_Surface, Destroy> picture(
        SDL_CreateRGBSurfaceWithFormatFrom(pixels, board_.widthPx, board_.heightPx, kPixelBits,
                                           board_.widthPx * 4, glass.format->format));
    if (picture && SDL_SoftStretchLinear(picture.get(), nullptr, &glass, nullptr) == 0)
        SDL_UpdateWindowSurface(window_.get());
}

Result<> SdlGlass::open(const Board& board, const Window::Options& options) {
    // A finger must not also arrive as a mouse click.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    // The press that comes with the window's focus counts: else the first one at a kiosk that has
    // just been started is lost.
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
        return sdlUnavailable();
    video_.emplace();
    choosePlainSurface();
    board_ = board;
    wakeEvent_ = SDL_RegisterEvents(1);
    const SDL_Rect place = placeOf(board, options);
    const bool isWhole = options.mode == Window::Mode::fullscreen;
    window_.reset(SDL_CreateWindow(options.title.c_str(), place.x, place.y, place.w, place.h,
                                   isWhole ? Uint32(SDL_WINDOW_BORDERLESS) : 0U));
    if (!window_)
        return sdlUnavailable();
    const SDL_Surface* glass = SDL_GetWindowSurface(window_.get());
    if (glass == nullptr || glass->format->BytesPerPixel != 4)
        return sdlUnavailable();
    takeMemory(*glass);
    return {};
}

std::vector<Window::Event> SdlGlass::wait(std::optional<std::chrono::milliseconds> longest) {
    std::vector<Window::Event> events;
    SDL_Event event;
    // What is there already came since the last look; what is waited for is seen as it comes.
    const bool wasBusy = SDL_PollEvent(&event) != 0;
    const SteadyTime before = timeOf(lookedAt_);
    const int longestMs = longest ? static_cast<int>(longest->count()) : -1;
    int waiting = wasBusy ? 1 : SDL_WaitEventTimeout(&event, longestMs);
    for (; waiting != 0; waiting = SDL_PollEvent(&event)) {
        resized_ |=
            event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED;
        auto translated = translate(event);
        if (!translated)
            continue;
        if (auto* pointer = std::get_if<PointerEvent>(&*translated); pointer && wasBusy)
            pointer->earliest = before;
        events.push_back(*translated);
    }
    lookedAt_ = SDL_GetTicks();
    return events;
}

void SdlGlass::wake() {
    SDL_Event event{};
    event.type = wakeEvent_;
    SDL_PushEvent(&event);
}

Canvas SdlGlass::canvas() {
    SDL_Surface* glass = SDL_GetWindowSurface(window_.get());
    if (glass == nullptr || !fits(*glass))
        return Canvas(board_);
    const auto pixels = static_cast<std::size_t>(glass->w) * static_cast<std::size_t>(glass->h);
    return {board_, std::span(static_cast<std::uint32_t*>(glass->pixels), pixels)};
}

void SdlGlass::present(Canvas& canvas, const std::vector<RectPx>& changed) {
    if (std::exchange(resized_, false))
        canvas.moveOut();
    SDL_Surface* glass = SDL_GetWindowSurface(window_.get()); // another after a resize
    if (glass == nullptr)
        return;
    if (fits(*glass))
        presentSameSize(canvas, changed, *glass);
    else
        presentScaled(canvas, *glass);
}

} // namespace

Result<std::unique_ptr<Glass>> openSdlGlass(const Board& board, const Window::Options& options) {
    auto glass = std::make_unique<SdlGlass>();
    TRY(glass->open(board, options));
    return glass;
}

} // namespace kiosk::kit
