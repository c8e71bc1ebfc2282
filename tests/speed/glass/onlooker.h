// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "screens/kit/draw/canvas.h"

namespace kiosk::speed {

/// Somebody in front of a display, outside of the programs that draw on it: sees pixels and
/// presses. One thread.
class Onlooker {
public:
    /// Nothing where the display does not answer.
    static std::optional<Onlooker> at(const std::string& display);
    ~Onlooker();
    Onlooker(Onlooker&&) noexcept;
    Onlooker& operator=(Onlooker&&) noexcept;

    kit::Colour colourAt(int x, int y) const;
    /// The pixels of an area, row by row.
    std::vector<std::uint32_t> look(const kit::RectPx& area) const;

    void press(int x, int y);
    /// Moves away before it lets go, so that the press means nothing.
    void letGoElsewhere();

    /// Looks again and again until it is so; false when the patience has gone.
    static bool await(const std::function<bool()>& isSo, std::chrono::milliseconds patience);

private:
    struct Display;
    explicit Onlooker(std::unique_ptr<Display> display);
    std::unique_ptr<Display> display_;
};

} // namespace kiosk::speed
