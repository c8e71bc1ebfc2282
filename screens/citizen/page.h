// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "screens/citizen/screen.h"
#include "screens/kit/board.h"
#include "screens/kit/texts.h"
#include "screens/widgets/strips.h"

namespace kiosk::citizen {

/// What every screen is built from.
struct Page {
    const visit::VisitView& view;
    const kit::Texts& texts;
    const kit::Languages& languages;
    widgets::Design design;
    kit::Board board;

    kit::Phrase phrase(std::string_view key, kit::Texts::Values values = {}) const {
        return texts.phrase(key, values);
    }
};

/// What a screen puts into the common frame.
struct PageContent {
    std::string id{};
    std::optional<int> step{};        ///< 1 … 6; nothing outside the six steps
    std::optional<kit::Node> hero{};  ///< continues the top strip's ground: title or picture
    std::vector<kit::Node> content{}; ///< from the top
    std::vector<kit::Node> actions{}; ///< main buttons, within easy reach above the bottom strip
    widgets::BottomSpec bottom{};
    bool isSteady = false; ///< stands from the top: what is added below moves nothing above it
};

/// Title of a screen and the sentence under it, on the top strip's ground.
kit::Node pageTitle(const Page& page, kit::Phrase title, std::optional<kit::Phrase> lead = {});

/// Other words as a title, in the same place.
kit::Node titleBand(const Page& page, kit::Node words);

/// The card still lies on the reader.
kit::Node takeYourCard(const Page& page);

/// How far the sheets have come and, where something keeps them, what it is and who mends it.
std::vector<kit::Node> paperOnItsWay(const visit::PrintingView& printing, const Page& page);

/// Top strip, content, actions, bottom strip; on top of them the question
/// whether somebody is still there, or the choice of a language.
kit::Node framed(const Page& page, PageContent content);

/// Whether what is pressed is set low.
inline bool isLow(const Page& page) {
    return page.view.settings.reach == visit::Reach::low;
}

/// A page of anybody's, laid out in the common frame as roomy as its texts allow.
BuiltScreen buildFramed(const visit::VisitView& view, const ScreenContext& context,
                        const std::function<PageContent(const Page&)>& content);

/// Whether more may be added to the screen while somebody looks at it.
bool mayGrow(const visit::VisitView& view);
/// Such a view as full as it can become: its screen is set as densely from the beginning, so that
/// nothing moves under a finger.
visit::VisitView atItsFullest(visit::VisitView view);
visit::FindView atItsFullest(visit::FindView find);

PageContent screenFor(const visit::StartView& start, const Page& page);
PageContent screenFor(const visit::IdentifyView& identify, const Page& page);
PageContent screenFor(const visit::WaitingView& waiting, const Page& page);
PageContent screenFor(const visit::ChooseView& choose, const Page& page);
PageContent screenFor(const visit::FindView& find, const Page& page);
PageContent screenFor(const visit::MatterView& matter, const Page& page);
PageContent screenFor(const visit::LookView& look, const Page& page);
PageContent screenFor(const visit::PurposeView& purpose, const Page& page);
PageContent screenFor(const visit::ConfirmPrintView& print, const Page& page);
PageContent screenFor(const visit::PrintingView& printing, const Page& page);
PageContent screenFor(const visit::TakeView& take, const Page& page);
PageContent screenFor(const visit::OfferToKeepView& offer, const Page& page);
PageContent screenFor(const visit::KeptView& kept, const Page& page);
PageContent screenFor(const visit::ScanView& scan, const Page& page);
PageContent screenFor(const visit::CopyVerdictView& verdict, const Page& page);
PageContent screenFor(const visit::TroubleView& trouble, const Page& page);
PageContent screenFor(const visit::OutOfServiceView& out, const Page& page);
PageContent screenFor(const visit::SecondPersonView& second, const Page& page);
PageContent screenFor(const visit::HelpView& help, const Page& page);
PageContent screenFor(const visit::AssistCardView& card, const Page& page);
PageContent screenFor(const visit::ConsentView& consent, const Page& page);

} // namespace kiosk::citizen
