// SPDX-License-Identifier: Apache-2.0
#include "tests/support/pty_board.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace kiosk::tests {

using namespace drivers;
using namespace drivers::serial_board;

namespace {

constexpr std::string_view kRubbish = "\xff*$$07,\r\n,,$";

const std::vector<Part> kParts{Part::cardLight,   Part::paperLight,   Part::callLamp,
                               Part::cabinetDoor, Part::tamperSensor, Part::powerSupply,
                               Part::headset,     Part::callKey};

void closeOnce(int& descriptor) {
    if (descriptor >= 0)
        ::close(std::exchange(descriptor, -1));
}

FlashRate rateNamed(std::string_view text) {
    for (const FlashRate rate : {FlashRate::slow, FlashRate::quick, FlashRate::continuous})
        if (name(rate) == text)
            return rate;
    return FlashRate::off;
}

} // namespace

PtyBoard::PtyBoard(std::chrono::milliseconds beat) : beat_(beat) {
    plug();
}

PtyBoard::~PtyBoard() {
    unplug();
}

void PtyBoard::plug() {
    forgetKiosk();
    master_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (master_ < 0 || ::grantpt(master_) != 0 || ::unlockpt(master_) != 0)
        throw std::runtime_error("no pseudo-terminal: is /dev/pts mounted?");
    path_ = ::ptsname(master_);
    slave_ = ::open(path_.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    wake_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

void PtyBoard::unplug() {
    if (!thread_.joinable())
        return;
    thread_.request_stop();
    wake();
    thread_.join();
    closeOnce(master_);
    closeOnce(slave_);
    closeOnce(wake_);
    const std::scoped_lock lock(mutex_);
    lights_.clear();
}

void PtyBoard::restart() {
    const std::scoped_lock lock(mutex_);
    forgetKiosk();
    wake();
}

void PtyBoard::setFaults(const Faults& faults) {
    const std::scoped_lock lock(mutex_);
    faults_ = faults;
    if (!faults.strayWord.empty())
        untold_.push_back(faults.strayWord);
    wake();
}

void PtyBoard::become(const CabinetState& state) {
    const std::scoped_lock lock(mutex_);
    follow(state);
}

CabinetState PtyBoard::standing() const {
    const std::scoped_lock lock(mutex_);
    return state_;
}

void PtyBoard::pressCallKey() {
    const std::scoped_lock lock(mutex_);
    CabinetState state = state_;
    for (const CallKey key : {CallKey::on, CallKey::off}) {
        state.callKey = key;
        follow(state);
    }
}

FlashRate PtyBoard::shown(Part light) const {
    const std::scoped_lock lock(mutex_);
    const auto found = lights_.find(light);
    return found == lights_.end() ? FlashRate::off : found->second;
}

void PtyBoard::follow(const CabinetState& state) {
    for (const CabinetChange& change : changesBetween(state_, state))
        untold_.push_back(wordOf(change.part, change.state));
    state_ = state;
    wake();
}

void PtyBoard::forgetKiosk() {
    greeted_ = false;
    awaitsAck_ = false;
    untold_.clear();
    lights_.clear();
}

void PtyBoard::wake() const {
    if (wake_ >= 0)
        ::eventfd_write(wake_, 1);
}

void PtyBoard::serve(const std::stop_token& stop) {
    std::array<std::byte, 256> buffer{};
    while (!stop.stop_requested()) {
        std::array<pollfd, 2> waiting{pollfd{master_, POLLIN, 0}, pollfd{wake_, POLLIN, 0}};
        const int ready = ::poll(waiting.data(), waiting.size(), static_cast<int>(beat_.count()));
        eventfd_t woken = 0;
        ::eventfd_read(wake_, &woken);
        const std::scoped_lock lock(mutex_);
        const bool heard = ready > 0 && (waiting[0].revents & POLLIN) != 0;
        const ssize_t count = heard ? ::read(master_, buffer.data(), buffer.size()) : 0;
        if (faults_.mute && faults_.noise)
            put(kRubbish);
        if (faults_.mute)
            continue;
        hear(std::span(buffer).first(static_cast<std::size_t>(std::max<ssize_t>(count, 0))));
        if (!heard)
            tell();
    }
}

void PtyBoard::hear(ByteView bytes) {
    cutter_.feed(bytes);
    while (const auto line = cutter_.take()) {
        if (line->words.front() != "ACK") {
            answer(*line);
        } else if (faults_.acksLost > 0) {
            --faults_.acksLost;
        } else if (awaitsAck_ && line->number == number_) {
            awaitsAck_ = false;
            untold_.pop_front();
            ++number_;
        }
    }
}

void PtyBoard::answer(const Line& question) {
    const Line answer{question.number, answerTo(question.words)};
    if (!faults_.answersLate)
        return say(answer);
    if (heldAnswer_ && heldAnswer_->number != answer.number)
        say(*heldAnswer_);
    heldAnswer_ = answer;
}

PtyBoard::Words PtyBoard::answerTo(const Words& question) {
    const std::string& verb = question.front();
    if (verb == "HELLO") {
        forgetKiosk();
        greeted_ = true;
        number_ = 0;
        Words words = wordsOf({faults_.version, "KB-8", "1.4", kParts});
        words.insert(words.begin(), "BOARD");
        return words;
    }
    if (verb == "STATE") {
        Words words{"STATE"};
        for (const Part part : kParts)
            if (!isLight(part))
                words.push_back(wordOf(part, state_));
        return words;
    }
    if (verb == "RESET")
        lights_.clear();
    else if (verb == "LIGHT" && question.size() == 3 && partNamed(question[1]))
        lights_[*partNamed(question[1])] = rateNamed(question[2]);
    else
        return {"NO", "unknown"};
    return {"OK"};
}

void PtyBoard::tell() {
    if (!greeted_)
        return say({number_, {"NEW"}});
    if (untold_.empty())
        return say({number_, {"ALIVE"}});
    awaitsAck_ = true;
    say({number_, {"CHANGED", untold_.front()}});
}

void PtyBoard::say(const Line& line) {
    Bytes bytes = encode(line);
    const std::string& verb = line.words.front();
    const bool isAnswer = verb != "CHANGED" && verb != "ALIVE" && verb != "NEW";
    if (isAnswer && faults_.spoiltAnswers > 0) {
        --faults_.spoiltAnswers;
        bytes[1] = bytes[1] == std::byte{'0'} ? std::byte{'1'} : std::byte{'0'};
    }
    if (faults_.noise) {
        put(kRubbish);
        put(toText(ByteView(bytes).first(bytes.size() / 2)));
    }
    put(toText(bytes));
}

void PtyBoard::put(std::string_view text) const {
    // A full line loses bytes, as a wire does: the driver was not listening.
    const ssize_t written = ::write(master_, text.data(), text.size());
    static_cast<void>(written);
}

} // namespace kiosk::tests
