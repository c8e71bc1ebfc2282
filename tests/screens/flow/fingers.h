// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/focus.h"
#include "screens/kit/press_filter.h"
#include "tests/screens/flow/way.h"

namespace kiosk::flow {

/// A finger on the glass, through the filter every press goes through.
class Touching final : public Way {
public:
    using Way::Way;
    Result<> press(const std::string& id) override;

private:
    std::optional<visit::Touch> feed(kit::PointerEvent::Kind kind, kit::PointMm at);

    kit::PressFilter filter_;
};

/// Keys on a keypad, or two switches: moves the focus until it is there, then presses.
class Keying final : public Way {
public:
    enum class Keys { keypad, switches };

    Keying(bench::VirtualStage& stage, Keys keys) : Way(stage), keys_(keys) {}
    Result<> press(const std::string& id) override;

private:
    Result<> strike(kit::Key key);
    Result<> readNote();
    Result<> walkTo(const std::string& id);

    Keys keys_;
    kit::Focus focus_;
};

} // namespace kiosk::flow
