// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/watch.h"

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <thread>

#include <sys/ioctl.h>
#include <unistd.h>

#include "firmware/app/kioskctl/command.h"
#include "firmware/base/iso_time.h"

namespace kiosk::app {

namespace {

using namespace std::chrono_literals;

/// A screen of its own, no cursor, long rows cut; and all of it undone.
constexpr std::string_view kBegin = "\x1b[?1049h\x1b[?25l\x1b[?7l";
constexpr std::string_view kEnd = "\x1b[?7h\x1b[?25h\x1b[?1049l";
constexpr std::string_view kClearToEnd = "\x1b[J";
constexpr std::string_view kClearRow = "\x1b[K";

/// In one piece, so that a terminal draws it at once.
void put(std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = ::write(STDOUT_FILENO, text.data(), text.size());
        if (count <= 0)
            return;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
}

std::string placeOf(std::size_t row) {
    return "\x1b[" + std::to_string(row + 1) + ";1H";
}

std::size_t terminalHeight() {
    winsize size{};
    constexpr std::size_t kUsual = 24;
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 ? size.ws_row : kUsual;
}

sigset_t endSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

/// One time of watching: this thread looks, another waits for the word to end.
class Watching {
public:
    Watching() : isTerminal_(::isatty(STDOUT_FILENO) == 1) {
        const sigset_t signals = endSignals();
        ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        if (isTerminal_)
            put(kBegin);
        waiter_ = std::thread([this] { waitForEnd(); });
    }
    ~Watching() {
        {
            const std::scoped_lock lock(mutex_);
            looked_ = true;
        }
        change_.notify_all();
        waiter_.join();
    }
    Watching(const Watching&) = delete;
    Watching& operator=(const Watching&) = delete;

    bool hasEnded() {
        const std::scoped_lock lock(mutex_);
        return ended_;
    }
    void show(const std::vector<Row>& rows) {
        const std::scoped_lock lock(mutex_);
        if (ended_)
            return;
        last_ = rows;
        put(isTerminal_ ? table_.onScreen(rows, terminalHeight())
                        : table_.asLines(rows, SystemClock().wall()));
    }
    void rest(std::chrono::milliseconds pause) {
        std::unique_lock lock(mutex_);
        change_.wait_for(lock, pause, [this] { return ended_; });
    }

private:
    void waitForEnd() {
        const sigset_t signals = endSignals();
        int signal = 0;
        ::sigwait(&signals, &signal);
        std::unique_lock lock(mutex_);
        ended_ = true;
        if (isTerminal_)
            leaveScreen();
        change_.notify_all();
        // Whatever is asked just now may take long to say nothing.
        if (!change_.wait_for(lock, 1s, [this] { return looked_; }))
            std::_Exit(kExitDone);
    }
    void leaveScreen() const {
        std::string text(kEnd);
        for (const Row& row : last_)
            text += row.text + "\n";
        put(text);
    }

    bool isTerminal_;
    std::mutex mutex_; ///< guards all below
    std::condition_variable change_;
    LiveTable table_;
    std::vector<Row> last_;
    bool ended_ = false;
    bool looked_ = false;
    std::thread waiter_;
};

} // namespace

std::string LiveTable::onScreen(const std::vector<Row>& rows, std::size_t height) {
    std::string text;
    const std::size_t count = std::min(rows.size(), height);
    for (std::size_t i = 0; i < count; ++i)
        if (i >= shown_.size() || shown_[i].text != rows[i].text)
            text.append(placeOf(i)).append(rows[i].text).append(kClearRow);
    if (count < shown_.size())
        text.append(placeOf(count)).append(kClearToEnd);
    shown_.assign(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count));
    return text;
}

std::string LiveTable::asLines(const std::vector<Row>& rows, WallTime now) {
    std::string text;
    const std::string at = isoTime(now);
    for (const Row& row : rows)
        if (!row.text.empty() && std::ranges::find(shown_, row) == shown_.end())
            text.append(at).append("  ").append(row.text).append("\n");
    for (const Row& old : shown_)
        if (!old.text.empty() && std::ranges::find(rows, old.key, &Row::key) == rows.end())
            text.append(at).append("  gone     ").append(old.key).append("\n");
    shown_ = rows;
    return text;
}

int watch(const std::function<std::vector<Row>()>& look, std::chrono::milliseconds pause) {
    Watching watching;
    while (!watching.hasEnded()) {
        watching.show(look());
        watching.rest(pause);
    }
    return kExitDone;
}

} // namespace kiosk::app
