// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/base/result.h"
#include "screens/kit/draw/canvas.h"
#include "screens/kit/key.h"
#include "screens/kit/press_filter.h"

namespace kiosk::kit {

class Glass;

/// The screen and what touches and keys it. Main thread, except wake().
///
/// The whole screen is drawn on without a display server, by KMS, where the environment says
/// `KIOSK_SCREEN=kms`, as a board's image does; everything else is a window of SDL's.
class Window {
public:
    enum class Mode { fullscreen, framed };
    struct Options {
        std::string title;
        Mode mode = Mode::framed;
        double scale = 1; ///< window pixels per screen pixel: 0.5 fits a desk monitor
        /// Where a framed window's left edge stands on the desk's screen, in its pixels; in the
        /// middle if not said.
        std::optional<int> left;
        /// How long a bare screen is waited for: whoever starts with the system may be there before
        /// its card is.
        std::chrono::seconds patience{0};
    };
    struct Closed {};  ///< somebody closed the window
    struct Exposed {}; ///< the whole picture must be presented again
    using Event = std::variant<PointerEvent, KeyEvent, Closed, Exposed>;

    /// Errors: "screen.unavailable" (technician).
    static Result<Window> open(const Board& board, const Options& options);
    ~Window();
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;

    /// Sleeps until something happens, wake() is called or `longest` has passed.
    std::vector<Event> wait(std::optional<std::chrono::milliseconds> longest);

    /// From any thread: ends a wait(). Give it to EventLoop::setWaker. Events that came before the
    /// call are not lost.
    void wake();

    /// What to draw the frame on. An SDL window with as many pixels as the board gives its own
    /// memory: there is no second frame, and nothing to copy.
    Canvas canvas();
    /// Shows what changed. A canvas on a glass that has got another size is moved out of it.
    void present(Canvas& canvas, const std::vector<RectPx>& changed);
    void presentAll(Canvas& canvas);

private:
    explicit Window(std::unique_ptr<Glass> glass);
    std::unique_ptr<Glass> glass_;
};

} // namespace kiosk::kit
