// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/focus.h"
#include "screens/kit/press_filter.h"
#include "tests/screens/flow/way.h"

namespace kiosk::flow {

/// Whoever sees the screen.
class Seeing : public Way {
public:
    using Way::Way;
    bool notices(std::string_view screen) override;
    Result<std::vector<Listed>> licences() override;
};

/// A finger on the glass, through the filter every press goes through.
class Touching final : public Seeing {
public:
    using Seeing::Seeing;
    Result<> press(const std::string& id) override;

private:
    std::optional<visit::Touch> feed(kit::PointerEvent::Kind kind, kit::PointMm at);

    kit::PressFilter filter_;
};

/// Keys on a keypad, or two switches: moves the focus until it is there, then presses.
class Keying final : public Seeing {
public:
    enum class Keys { keypad, switches };

    Keying(bench::VirtualStage& stage, Keys keys) : Seeing(stage), keys_(keys) {}
    Result<> press(const std::string& id) override;

private:
    Result<> strike(kit::Key key);
    Result<> readNote();
    Result<> walkTo(const std::string& id);

    Keys keys_;
    kit::Focus focus_;
};

} // namespace kiosk::flow
