// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::drivers::serial_board {

/// One line between kiosk and board, as the module's README defines it:
/// "$07,LIGHT,cardLight,slow*452D".
struct Line {
    std::uint8_t number = 0;
    std::vector<std::string> words; ///< at least one, none empty

    bool operator==(const Line&) const = default;
};

inline constexpr std::size_t kLongestLine = 120; ///< bytes, with "$" and line feed

/// CRC-16/IBM-3740: polynomial 1021, begins with FFFF, not reflected.
std::uint16_t checkOf(ByteView bytes);

/// Words are of letters, digits, "=", ".", "-" and "_", and the line no longer than the longest.
Bytes encode(const Line& line);

/// Cuts right lines out of what comes in, however it is cut and whatever lies between. Bounded:
/// what is longer than a line is noise.
class LineCutter {
public:
    void feed(ByteView bytes);
    /// The next whole line whose check holds.
    std::optional<Line> take();

private:
    void feed(char byte);

    enum class Where { between, inLine };
    Where where_ = Where::between;
    std::string begun_; ///< of a line, without "$"
    std::deque<Line> lines_;
};

} // namespace kiosk::drivers::serial_board
