// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/problem.h"

#include "screens/citizen/error_words.h"
#include "screens/kit/words.h"

namespace kiosk::citizen {

namespace {

std::string_view textKey(verify::NextStep step) {
    switch (step) {
    case verify::NextStep::nothing:
        break;
    case verify::NextStep::askIssuer:
        return "ask-issuer";
    case verify::NextStep::goToCounter:
        return "go-to-counter";
    case verify::NextStep::callStaff:
        return "call-staff";
    }
    return "go-to-counter";
}

} // namespace

Problem problemOf(const kit::Texts& texts, std::string_view code, Remedy remedy) {
    const std::string_view group = errorGroupOf(code);
    const auto part = [&](std::string_view which) {
        const std::string ofGroup = kit::format("error.group.{}.{}", group, which);
        const std::string ofRemedy = kit::format("error.remedy.{}.{}", name(remedy), which);
        return phraseOr(texts, kit::format("error.{}.{}", code, which),
                        texts.has(ofGroup) ? ofGroup : ofRemedy);
    };
    const std::string reason = kit::format("reason.{}", code);
    const bool isReason = texts.has(reason) && !texts.has(kit::format("error.{}.what", code));
    return {isReason ? texts.phrase(reason) : part("what"), part("now"), part("not")};
}

std::string_view troubleOf(visit::KeptView::Slip slip) {
    using enum visit::KeptView::Slip;
    switch (slip) {
    case needsPaper:
        return "printer.paper-out";
    case jammed:
        return "printer.paper-jam";
    case coverOpen:
        return "printer.cover-open";
    case none:
        return "printer.not-ready";
    case onItsWay:
    case out:
        break;
    }
    return {};
}

kit::Node problemNotice(const Page& page, std::string_view code, Remedy remedy) {
    Problem problem = problemOf(page.texts, code, remedy);
    return widgets::notice(page.design, widgets::Tone::caution, std::move(problem.what),
                           {std::move(problem.now)});
}

std::vector<kit::Phrase> reasonsOf(const kit::Texts& texts, const visit::LookView& look) {
    std::vector<kit::Phrase> phrases;
    for (const verify::Reason& reason : look.verdict.reasons)
        if (reason.severity != verify::Reason::Severity::note)
            phrases.push_back(sentenceFor(texts, reason.code, "reason.other"));
    if (look.next != verify::NextStep::nothing)
        phrases.push_back(texts.phrase(kit::format("reason.next.{}", textKey(look.next))));
    return phrases;
}

kit::Phrase sentenceFor(const kit::Texts& texts, std::string_view code, std::string_view fallback) {
    const std::string reason = kit::format("reason.{}", code);
    return texts.has(reason) ? texts.phrase(reason)
                             : phraseOr(texts, kit::format("error.{}.what", code), fallback);
}

kit::Phrase phraseOr(const kit::Texts& texts, std::string_view key, std::string_view fallback) {
    return texts.phrase(texts.has(key) ? key : fallback);
}

} // namespace kiosk::citizen
