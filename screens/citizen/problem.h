// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "screens/citizen/page.h"
#include "screens/widgets/notice.h"

namespace kiosk::citizen {

/// What is told of an error: what happened, what to do now, what did not happen (U10). Texts hang
/// on the code ("error.<code>.what") or its group ("error.group.<group>.what", error_words.h); what
/// neither says is said by the remedy.
struct Problem {
    kit::Phrase what;
    kit::Phrase now;
    kit::Phrase notHappened;
};

Problem problemOf(const kit::Texts& texts, std::string_view code, Remedy remedy);

/// What keeps a slip, as an error code; empty where nothing does.
std::string_view troubleOf(visit::KeptView::Slip slip);

/// The first two of them in a box, for screens that go on.
kit::Node problemNotice(const Page& page, std::string_view code, Remedy remedy);

/// The reasons of the judgement in words ("reason.<code>"), unknown ones in a general sentence;
/// then what to do.
std::vector<kit::Phrase> reasonsOf(const kit::Texts& texts, const visit::LookView& look);

/// The sentence for a reason or error code a view carries ("copy.voided", "printer.gone"), or the
/// fallback where the catalogue has none.
kit::Phrase sentenceFor(const kit::Texts& texts, std::string_view code, std::string_view fallback);

/// A text by its key, or the fallback where the catalogue has none.
kit::Phrase phraseOr(const kit::Texts& texts, std::string_view key, std::string_view fallback);

} // namespace kiosk::citizen
