// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>

#include "firmware/document/sheet/sheet.h"
#include "firmware/licence/grant.h"
#include "firmware/visit/visit_view.h"
#include "firmware/visit/window_ticket.h"

namespace kiosk::visit {

/// A text of assets/texts with values for {0}, {1} …, each in a bidi isolate (A74); empty for a key
/// that language lacks. Called on any worker.
using PaperTexts = std::function<std::string(const Language& language, std::string_view key,
                                             std::initializer_list<std::string_view> values)>;

/// The words of one sheet of paper. Chinese comes first, as every office here reads it; a citizen
/// who chose another language finds that behind it.
class PaperWords {
public:
    PaperWords(PaperTexts texts, Language language)
        : texts_(std::move(texts)), language_(std::move(language)) {}

    /// "用途", "用途 Purpose".
    std::string line(std::string_view key,
                     std::initializer_list<std::string_view> values = {}) const;
    /// The same, a line for each language.
    std::vector<std::string> lines(std::string_view key) const;
    /// Data that is Chinese as it is, with its name in the other language behind it.
    std::string beside(const std::string& chinese, std::string_view key) const;

private:
    std::string other(std::string_view key, std::initializer_list<std::string_view> values) const;

    PaperTexts texts_;
    Language language_;
};

/// What a copy's strip says besides its texts.
struct CopyFacts {
    Purpose purpose;
    CopyCode code;
    WallTime checkedAt{};  ///< when the licence's state was asked and its seal checked
    std::string trustList; ///< which list the seal was checked with (V11)
    WallTime printedAt{};
    std::string place;
    std::optional<Grant> grant{}; ///< whose bearer is printed masked
};
document::SheetMarks sheetMarks(const PaperWords& words, const CopyFacts& copy);

/// For a wish that was kept, not yet sent (Q4).
document::Slip keptSlip(const PaperWords& words, const std::string& pickupNumber,
                        const std::string& place, WallTime now);

/// For the window, where the kiosk could not bring a matter to its end (A58).
document::Slip windowSlip(const PaperWords& words, const WindowTicket& ticket,
                          const std::string& place, WallTime now);

} // namespace kiosk::visit
