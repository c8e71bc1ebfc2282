// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/problem.h"

#include "screens/kit/words.h"

namespace kiosk::citizen {

Problem problemOf(const kit::Texts& texts, std::string_view code, Remedy remedy) {
    const auto part = [&](std::string_view which) {
        return phraseOr(texts, kit::format("error.{}.{}", code, which),
                        kit::format("error.remedy.{}.{}", name(remedy), which));
    };
    return {part("what"), part("now"), part("not")};
}

kit::Node problemNotice(const Page& page, std::string_view code, Remedy remedy) {
    Problem problem = problemOf(page.texts, code, remedy);
    return widgets::notice(page.design, widgets::Tone::caution, std::move(problem.what),
                           {std::move(problem.now)});
}

std::vector<kit::Phrase> reasonsOf(const kit::Texts& texts, const verify::Verdict& verdict) {
    std::vector<kit::Phrase> phrases;
    for (const verify::Reason& reason : verdict.reasons)
        if (reason.severity != verify::Reason::Severity::note)
            phrases.push_back(sentenceFor(texts, reason.code, "reason.other"));
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
