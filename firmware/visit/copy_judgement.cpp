// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/copy_judgement.h"

namespace kiosk::visit {

namespace {

using verify::Judgement;

constexpr std::string_view kNoAnswer = "copy.no-answer";

CopyJudgement judgeSignature(const verify::CopySignature& signature) {
    return {verify::judgementOf(signature.finding),
            std::string(verify::reasonOf(signature.finding))};
}

} // namespace

CopyJudgement judge(const authority::CopyRecord& record) {
    using enum authority::CopyRecord::State;
    switch (record.state) {
    case voided:
        return {Judgement::notValid, "copy.voided"};
    case unknown:
        return {Judgement::notValid, "copy.unknown"};
    case reserved:
        return {Judgement::cannotTell, "copy.reserved"};
    case printed:
        break;
    }
    if (record.licenceState == LicenceState::valid)
        return {Judgement::valid, "copy.genuine"};
    if (record.licenceState == LicenceState::unknown)
        return {Judgement::cannotTell, "copy.licence-unknown"};
    return {Judgement::notValid, "copy.licence-" + std::string(name(record.licenceState))};
}

CopyJudgement judgeState(const CopyAnswer& answer) {
    if (!answer.record)
        return {Judgement::cannotTell, "copy.not-asked"};
    const Result<authority::CopyRecord>& record = *answer.record;
    if (record)
        return judge(*record);
    if (record.error().kind() == ErrorKind::notFound)
        return {Judgement::notValid, "copy.unknown"};
    return {Judgement::cannotTell, std::string(kNoAnswer)};
}

CopyJudgement judge(const CopyAnswer& answer) {
    const CopyJudgement signature = judgeSignature(answer.signature);
    CopyJudgement state = judgeState(answer);
    if (signature.judgement == Judgement::notValid)
        return signature;
    if (state.judgement == Judgement::notValid)
        return state;
    if (signature.judgement != Judgement::valid)
        return signature;
    if (state.reason == kNoAnswer)
        state.reason = "copy.genuine-unasked";
    return state;
}

} // namespace kiosk::visit
