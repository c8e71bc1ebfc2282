// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <filesystem>
#include <memory>

#include "drivers/auxiliaries/auxiliaries.h"
#include "drivers/auxiliaries/serial_board/codec/line.h"
#include "drivers/auxiliaries/serial_board/codec/words.h"
#include "drivers/transport/serial_transport.h"

namespace kiosk::drivers::serial_board {

inline constexpr unsigned kBaud = 115200;

/// Shorter where a test waits for it.
struct BoardTiming {
    std::chrono::milliseconds answer{300};    ///< a question is asked again after this
    std::chrono::milliseconds silence{3000};  ///< without a right line the board is dead
    std::chrono::milliseconds patience{1000}; ///< of next()
};

/// A cabinet board at a serial line that speaks the protocol of this folder's README.
class SerialBoard final : public Auxiliaries {
public:
    using Moment = std::chrono::steady_clock::time_point;

    /// Greets the board. Errors: those of SerialTransport::open() and of Auxiliaries; a board that
    /// speaks another version is "auxiliaries.refused".
    static Result<std::unique_ptr<SerialBoard>> open(const std::filesystem::path& path,
                                                     BoardTiming timing = {});
    ~SerialBoard() override;
    SerialBoard(const SerialBoard&) = delete;
    SerialBoard& operator=(const SerialBoard&) = delete;

    DeviceIdentity identity() const override;
    Result<> reset(std::stop_token stop) override;
    AuxiliariesCapabilities capabilities() const override { return {description_.parts}; }
    Result<> set(Part light, FlashRate rate, std::stop_token stop) override;
    Result<std::optional<CabinetChange>> next(std::stop_token stop) override;
    Result<CabinetState> state(std::stop_token stop) override;

private:
    using Words = std::vector<std::string>;

    SerialBoard(std::unique_ptr<SerialTransport> line, BoardTiming timing)
        : line_(std::move(line)), timing_(timing) {}

    /// The board and this begin anew: dark, and nothing waits to be told.
    Result<> greet(const std::stop_token& stop);
    /// Asks until it is answered, three times at most; the words of the answer.
    Result<Words> ask(const Words& words, const std::stop_token& stop);
    Result<> askForOk(const Words& words, const std::stop_token& stop);
    /// The words that answer this number, if they come before `end`.
    Result<std::optional<Words>> awaitAnswer(std::uint8_t number, Moment end,
                                             const std::stop_token& stop);
    Result<> send(const Line& line, const std::stop_token& stop);
    /// Takes in what comes before `end`, at least looking once.
    Result<> listen(Moment end, const std::stop_token& stop);
    /// The next line that answers something; what the board tells by itself is dealt with.
    Result<std::optional<Line>> nextAnswer(const std::stop_token& stop);
    Result<> hearTold(const Line& line, const std::stop_token& stop);
    Result<> keepChange(const Line& line);
    CabinetChange tell();

    std::unique_ptr<SerialTransport> line_;
    BoardTiming timing_;
    Description description_;
    LineCutter cutter_;
    std::uint8_t lastAsked_ = 0;
    enum class Greeting { open, answered } greeting_ = Greeting::open;
    Moment lastHeard_ = std::chrono::steady_clock::now();
    CabinetState state_; ///< with all changes next() has told
    CabinetState heard_; ///< with those that wait as well
    std::deque<CabinetChange> untold_;
};

} // namespace kiosk::drivers::serial_board
