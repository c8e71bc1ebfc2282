// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/effects.h"

namespace kiosk::visit {

void Effects::carryOut(const command::CheckCopy& check) {
    at_.documentWorker.submit([this, visit = visit_, code = check.code](const std::stop_token&) {
        const verify::CopySignature signature = at_.copyVerifier.check(code, at_.clock.wall());
        at_.loop.post([this, visit, code, signature] {
            if (visit == visit_)
                askAbout(code, signature);
        });
    });
}

/// The number of a copy that is proven wrong is nobody's, so nobody is asked about it.
void Effects::askAbout(const CopyCode& code, const verify::CopySignature& signature) {
    RegionLink* link = linkOf(at_, code.regionCode);
    if (link == nullptr || verify::judgementOf(signature.finding) == verify::Judgement::notValid)
        return answer(visit_, event::CopyChecked{{signature, std::nullopt, at_.clock.wall()},
                                                 code.copyNumber});
    link->worker.submit([this, visit = visit_, link, signature,
                         number = code.copyNumber](const std::stop_token& stop) {
        auto record = link->authority.checkCopy(number, stop);
        answer(visit, event::CopyChecked{{signature, std::move(record), at_.clock.wall()}, number});
    });
}

} // namespace kiosk::visit
