// SPDX-License-Identifier: Apache-2.0
#include "drivers/device/call_thread.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace kiosk::drivers {

/// What both sides share; the thread keeps it alive while its caller may be gone.
struct CallThread::Line {
    enum class State { idle, waiting, running, ending };

    std::mutex mutex; ///< guards all below
    std::condition_variable called;
    std::condition_variable_any finished;
    State state = State::idle;
    Call call;
    std::stop_token stop;

    void serve() {
        std::unique_lock lock(mutex);
        while (true) {
            called.wait(lock, [this] { return state == State::waiting || state == State::ending; });
            if (state == State::ending)
                return;
            state = State::running;
            makeCall(lock);
            if (state == State::running)
                state = State::idle;
            lock.unlock(); // whoever is woken would only wait for it
            finished.notify_all();
            lock.lock();
        }
    }

    /// The call is destroyed here too: closing a device may take as long as using it.
    void makeCall(std::unique_lock<std::mutex>& lock) {
        Call mine = std::exchange(call, nullptr);
        const std::stop_token asked = stop;
        lock.unlock();
        mine(asked);
        mine = nullptr;
        lock.lock();
    }

    void end() {
        {
            const std::scoped_lock lock(mutex);
            state = State::ending;
        }
        called.notify_all();
    }
};

std::stop_token CallThread::askedAlready() {
    std::stop_source asked;
    asked.request_stop();
    return asked.get_token();
}

CallThread::~CallThread() {
    if (line_)
        line_->end();
}

CallThread::Outcome CallThread::run(Call call, const std::stop_token& stop) {
    if (!line_) {
        line_ = std::make_shared<Line>();
        thread_ = std::jthread([line = line_] { line->serve(); });
    }
    const std::stop_source asked;
    {
        const std::scoped_lock lock(line_->mutex);
        line_->call = std::move(call);
        line_->stop = asked.get_token();
        line_->state = Line::State::waiting;
    }
    line_->called.notify_all();
    if (finishes(*line_, asked, stop))
        return Outcome::done;
    line_->end();
    line_.reset();
    thread_.detach();
    return Outcome::givenUp;
}

bool CallThread::finishes(Line& line, const std::stop_source& asked,
                          const std::stop_token& stop) const {
    const auto done = [&line] { return line.state == Line::State::idle; };
    {
        std::unique_lock lock(line.mutex);
        if (line.finished.wait_for(lock, stop, limits_.longest, done))
            return true;
    }
    std::stop_source(asked).request_stop();
    std::unique_lock lock(line.mutex);
    return line.finished.wait_for(lock, limits_.afterStop, done);
}

} // namespace kiosk::drivers
