// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "drivers/code_reader/decoder.h"

namespace kiosk::drivers {

/// Looks for a code in a camera's stream and spends little on frames without one, which are the
/// ordinary case all day long.
///
/// Each frame gets the finder's cheap look. Where something like a code stands, the decoder looks
/// at the frame as it is and at one enhancement of it, another with each frame: what a sharp hand
/// holds is read at once, a blurred code some frames later, and no frame costs more than two looks.
/// Where nothing stands, one frame in six is decoded all the same, since the finder may miss a
/// dense code. One stream, one thread; holds no picture.
class CodeSearch {
public:
    using Decoder = std::optional<Code> (*)(const Frame&);
    explicit CodeSearch(Decoder decoder = decode) : decode_(decoder) {}

    std::optional<Code> look(const Frame& frame);

private:
    Decoder decode_;
    std::size_t untraced_ = 0; ///< frames without traces since one was decoded
    std::size_t enhanced_ = 0;
    std::size_t inverted_ = 0;
};

} // namespace kiosk::drivers
