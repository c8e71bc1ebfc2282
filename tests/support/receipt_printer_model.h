// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::tests {

/// An ESC/POS receipt printer as its maker builds it: obeys real-time commands wherever in the
/// stream they stand, keeps everything else in a buffer, and burns rows while nothing is in its
/// way. Written from the protocol, not from our driver. Thread-safe.
class ReceiptPrinterModel {
public:
    static constexpr std::size_t kBytesPerRow = 72; ///< 576 dots

    enum class Pace {
        byItself,
        onCommand, ///< a strip for each stripOut()
    };
    enum class Fault { coverOpen, paperLow, paperOut, jam, cutterJam, tooHot, broken, mute };

    /// A piece of the roll that was cut off: rows of kBytesPerRow bytes, a set bit is black.
    struct Strip {
        std::size_t rows = 0;
        Bytes dots{};
    };

    explicit ReceiptPrinterModel(Pace pace = Pace::byItself) : pace_(pace) {}

    // The wire's side.
    /// False: its buffer is full, nothing was taken.
    bool receive(ByteView bytes);
    Bytes send(std::size_t most);
    void softReset();             ///< by the wire: what was not printed is thrown away
    std::byte portStatus() const; ///< GET_PORT_STATUS of the USB printer class, section 4.2.2
    /// IEEE 1284, without its last semicolon, as some printers have it.
    static constexpr std::string_view kDeviceId =
        "MFG:Custom;MDL:K80;CLS:PRINTER;CMD:ESC/POS;SN:R0042";

    // The side of whoever stands before it.
    void stripOut();
    void begin(Fault fault);
    /// It begins when so many more rows are burned.
    void beginAfter(std::size_t rows, Fault fault);
    void end(Fault fault);
    bool has(Fault fault) const;
    void powerCycle();
    /// Bytes it says unasked: flow control, noise of the line.
    void say(ByteView bytes);

    std::vector<Strip> strips() const; ///< that were cut off, oldest first
    std::size_t rowsUncut() const;     ///< that hang out of it
    std::size_t rowsBurned() const;    ///< since it was made
    std::size_t garbage() const;       ///< bytes that are no command: it prints them as some glyph
    bool readsChinese() const;         ///< as after power-on

private:
    bool isStopped() const;
    void takeRealTime(std::byte byte);
    void carryOut();
    bool carryOutNext();
    bool beginPicture();
    void burnRow();
    void cutOff();
    void forget();
    std::byte statusOf(unsigned part) const;

    const Pace pace_;
    mutable std::mutex mutex_; ///< guards everything below
    Bytes realTime_;           ///< the beginning of a real-time command
    std::deque<std::byte> buffer_;
    std::deque<std::byte> answers_;
    std::set<Fault> faults_;
    std::optional<std::pair<std::size_t, Fault>> coming_;
    std::size_t rowWidth_ = 0; ///< bytes, of the picture being burned
    std::size_t rowsLeft_ = 0; ///< of it
    Strip current_;
    std::vector<Strip> strips_;
    std::size_t allowed_ = 0; ///< strips, with Pace::onCommand
    std::size_t burned_ = 0;
    std::size_t garbage_ = 0;
    bool received_ = false;
    bool chinese_ = true;
};

/// The strip as a picture one looks at: PNG, black on white.
Result<> writePng(const ReceiptPrinterModel::Strip& strip, const std::filesystem::path& file);

} // namespace kiosk::tests
