// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "firmware/base/process/descriptor.h"
#include "firmware/base/result.h"
#include "screens/kit/draw/canvas.h"
#include "screens/kit/window/kms/dumb_buffer.h"
#include "screens/kit/window/kms/output_choice.h"
#include "screens/kit/window/kms/placement.h"

namespace kiosk::kit {

/// The kernel's own screen, by KMS (Linux, Documentation/gpu/drm-kms.rst; uAPI drm_mode.h, called
/// by libdrm): the first card on which a screen is plugged in, one of its outputs in one of its
/// modes, and a single buffer that it shows. Pictures are drawn elsewhere and only what changed is
/// copied, so that nothing half drawn is seen, the memory of the card is never read, and a still
/// screen costs nothing. Whoever opens a card first is its master and alone may show something;
/// that ends with this. One thread.
class Screen {
public:
    /// Errors: "screen.unavailable" (technician): each card and why it shows nothing.
    static Result<Screen> open(const Board& board);
    ~Screen();
    Screen(Screen&&) noexcept = default;
    Screen& operator=(Screen&&) = delete;

    int width() const { return buffer_->width(); } ///< of the panel, before it is turned
    int height() const { return buffer_->height(); }
    const Placement& placement() const { return *placement_; }

    /// Copies these pixels of the picture.
    void show(const Canvas& canvas, const std::vector<RectPx>& changed);

    /// Looks again at what is plugged in where, after somebody plugged. True where the screen
    /// begins anew, black: the same one plugged in again or another. Without any the picture is
    /// kept for the next.
    bool lookAgain();

private:
    Screen(const Board& board, Descriptor card) : board_(board), card_(std::move(card)) {}

    /// What keeps this card from showing anything; nothing if it does.
    std::string begin();
    bool light(const OutputChoice& choice);
    std::vector<Output> outputs();
    void tell(const std::vector<RectPx>& clips);

    Board board_;
    Descriptor card_;
    std::vector<std::uint32_t> connectors_;  ///< the kernel's numbers, in the order of outputs()
    std::vector<std::uint32_t> controllers_; ///< of those that scan a picture out (CRTC)
    std::unique_ptr<DumbBuffer> buffer_;
    std::unique_ptr<Placement> placement_;
    bool wantsToBeTold_ = true; ///< whether the card takes what changed; else it looks by itself
};

} // namespace kiosk::kit
