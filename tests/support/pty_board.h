// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <thread>

#include "drivers/auxiliaries/serial_board/codec/line.h"
#include "drivers/auxiliaries/serial_board/codec/words.h"

namespace kiosk::tests {

/// A cabinet board at the far end of a pseudo-terminal, after the protocol's page, with the faults
/// a board and its wire can have. Thread-safe.
class PtyBoard {
public:
    struct Faults {
        bool mute = false;          ///< hears nothing and says nothing
        bool noise = false;         ///< bytes of anything around each line, and halves of lines
        bool answersLate = false;   ///< each answer comes after the next question only
        int spoiltAnswers = 0;      ///< so many answers have a wrong check
        int acksLost = 0;           ///< so many acknowledgements are not heard
        std::string version = "1";  ///< of the protocol
        std::string strayWord = {}; ///< told as a change, though it makes no sense
    };

    /// `beat`: of telling again and of the heart. A real board's are 200 ms and a second.
    explicit PtyBoard(std::chrono::milliseconds beat = std::chrono::milliseconds(20));
    ~PtyBoard();
    PtyBoard(const PtyBoard&) = delete;
    PtyBoard& operator=(const PtyBoard&) = delete;

    const std::filesystem::path& path() const { return path_; }
    void setFaults(const Faults& faults);
    void become(const drivers::CabinetState& state);
    drivers::CabinetState standing() const;
    void pressCallKey();
    drivers::FlashRate shown(drivers::Part light) const;
    /// Its power blips: it knows of no kiosk any more.
    void restart();
    void unplug();
    /// Plugs it in again, at a path that may be another.
    void plug();

private:
    using Words = std::vector<std::string>;

    void serve(const std::stop_token& stop);
    void hear(ByteView bytes);
    void answer(const drivers::serial_board::Line& question);
    Words answerTo(const Words& question);
    void follow(const drivers::CabinetState& state);
    void tell();
    void say(const drivers::serial_board::Line& line);
    void put(std::string_view text) const;
    void forgetKiosk();
    void wake() const;

    const std::chrono::milliseconds beat_;
    std::filesystem::path path_;
    int master_ = -1;
    int slave_ = -1;           ///< held so that the line survives the driver closing it
    int wake_ = -1;            ///< an event descriptor: something changed
    mutable std::mutex mutex_; ///< guards everything below
    Faults faults_;
    drivers::CabinetState state_;
    std::map<drivers::Part, drivers::FlashRate> lights_;
    drivers::serial_board::LineCutter cutter_;
    bool greeted_ = false;
    std::uint8_t number_ = 0;
    bool awaitsAck_ = false;
    std::deque<std::string> untold_;
    std::optional<drivers::serial_board::Line> heldAnswer_;
    std::jthread thread_;
};

} // namespace kiosk::tests
