// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/kms/kms_glass.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <thread>

#include <poll.h>
#include <sys/eventfd.h>

#include "screens/kit/window/kms/hot_plug.h"
#include "screens/kit/window/kms/input.h"
#include "screens/kit/window/kms/screen.h"

namespace kiosk::kit {

namespace {

int millisecondsOf(std::optional<std::chrono::milliseconds> longest) {
    if (!longest)
        return -1;
    constexpr std::int64_t kMost = std::numeric_limits<int>::max();
    return static_cast<int>(std::clamp<std::int64_t>(longest->count(), 0, kMost));
}

class KmsGlass final : public Glass {
public:
    KmsGlass(const Board& board, Screen screen, Input input, Descriptor bell)
        : board_(board),
          screen_(std::move(screen)),
          input_(std::move(input)),
          bell_(std::move(bell)),
          pointers_(screen_.placement(), screen_.width(), screen_.height()) {}

    std::vector<Window::Event> wait(std::optional<std::chrono::milliseconds> longest) override {
        std::array waiting{pollfd{input_.descriptor(), POLLIN, 0},
                           pollfd{hotPlug_.descriptor(), POLLIN, 0},
                           pollfd{bell_.number(), POLLIN, 0}};
        ::poll(waiting.data(), waiting.size(), millisecondsOf(longest)); // a signal ends it too
        eventfd_t rings = 0;
        if (waiting[2].revents != 0)
            ::eventfd_read(bell_.number(), &rings);
        auto events = input_.take(pointers_, screen_.width(), screen_.height());
        if (waiting[1].revents != 0 && hotPlug_.take() && screen_.lookAgain()) {
            pointers_ = Pointers(screen_.placement(), screen_.width(), screen_.height());
            events.emplace_back(Window::Exposed{});
        }
        return events;
    }

    void wake() override { ::eventfd_write(bell_.number(), 1); }

    Canvas canvas() override { return Canvas(board_); }

    void present(Canvas& canvas, const std::vector<RectPx>& changed) override {
        screen_.show(canvas, changed);
    }

private:
    Board board_;
    Screen screen_;
    Input input_;
    HotPlug hotPlug_;
    Descriptor bell_; ///< rung by wake()
    Pointers pointers_;
};

constexpr std::chrono::milliseconds kBetweenLooks{30}; ///< nobody sees less than that

Result<Screen> awaitScreen(const Board& board, std::chrono::seconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (true) {
        auto screen = Screen::open(board);
        if (screen || std::chrono::steady_clock::now() >= end)
            return screen;
        std::this_thread::sleep_for(kBetweenLooks);
    }
}

} // namespace

Result<std::unique_ptr<Glass>> openKmsGlass(const Board& board, std::chrono::seconds patience) {
    Screen screen = TRY(awaitScreen(board, patience));
    Input input = TRY(Input::open());
    Descriptor bell(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!bell)
        return fail(ErrorKind::unavailable, "screen.unavailable", Remedy::technician,
                    std::strerror(errno));
    return std::make_unique<KmsGlass>(board, std::move(screen), std::move(input), std::move(bell));
}

} // namespace kiosk::kit
