// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/verdict_json.h"

#include <array>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "firmware/base/iso_time.h"

namespace kiosk::reading {

namespace {

using nlohmann::json;
using verify::Judgement;
using verify::LayerState;
using verify::Reason;
using verify::SignatureCheck;

struct LayerName {
    const char* name;
    LayerState SignatureCheck::* state;
};

constexpr std::array kLayers{
    LayerName{"references", &SignatureCheck::references},
    LayerName{"dataHash", &SignatureCheck::dataHash},
    LayerName{"signature", &SignatureCheck::signature},
    LayerName{"sealSignature", &SignatureCheck::sealSignature},
    LayerName{"signerListed", &SignatureCheck::signerListed},
    LayerName{"chain", &SignatureCheck::chain},
    LayerName{"validAtSigning", &SignatureCheck::validAtSigning},
    LayerName{"validToday", &SignatureCheck::validToday},
};

/// The value among these whose name is `wanted`.
template <typename T, std::size_t count>
T named(const std::array<T, count>& values, const std::string& wanted) {
    for (const T value : values)
        if (verify::name(value) == wanted)
            return value;
    throw std::out_of_range(wanted);
}

Judgement judgementFrom(const std::string& name) {
    return named(std::array{Judgement::valid, Judgement::notValid, Judgement::cannotTell}, name);
}

LayerState layerFrom(const std::string& name) {
    return named(std::array{LayerState::ok, LayerState::failed, LayerState::unknown}, name);
}

Reason::Severity severityFrom(const std::string& name) {
    using enum Reason::Severity;
    return named(std::array{note, doubt, fault}, name);
}

WallTime timeFrom(const json& text) {
    const auto time = timeFromIso(text);
    if (!time)
        throw std::out_of_range("time");
    return *time;
}

json signatureJson(const SignatureCheck& check) {
    json entry = {{"kind", check.kind},
                  {"signer", check.signer},
                  {"issuer", check.issuer},
                  {"sealName", check.sealName}};
    for (const LayerName& layer : kLayers)
        entry[layer.name] = verify::name(check.*layer.state);
    entry["signedAt"] = check.signedAt ? json(isoTime(*check.signedAt)) : json();
    return entry;
}

SignatureCheck signatureFrom(const json& entry) {
    SignatureCheck check;
    check.kind = entry.at("kind");
    check.signer = entry.at("signer");
    check.issuer = entry.at("issuer");
    check.sealName = entry.at("sealName");
    for (const LayerName& layer : kLayers)
        check.*layer.state = layerFrom(entry.at(layer.name));
    if (const json& signedAt = entry.at("signedAt"); !signedAt.is_null())
        check.signedAt = timeFrom(signedAt);
    return check;
}

} // namespace

json verdictJson(const verify::Verdict& verdict) {
    json answer = {{"verdict", verify::name(verdict.judgement)},
                   {"checkedAt", isoTime(verdict.checkedAt)},
                   {"reasons", json::array()},
                   {"signatures", json::array()}};
    for (const Reason& reason : verdict.reasons)
        answer["reasons"].push_back({{"code", reason.code},
                                     {"layer", reason.layer},
                                     {"severity", verify::name(reason.severity)}});
    for (const SignatureCheck& check : verdict.signatures)
        answer["signatures"].push_back(signatureJson(check));
    return answer;
}

verify::Verdict verdictFrom(const json& answer) {
    verify::Verdict verdict{.judgement = judgementFrom(answer.at("verdict")),
                            .checkedAt = timeFrom(answer.at("checkedAt"))};
    for (const json& reason : answer.at("reasons"))
        verdict.reasons.push_back(
            {reason.at("code"), reason.at("layer"), severityFrom(reason.at("severity"))});
    for (const json& entry : answer.at("signatures"))
        verdict.signatures.push_back(signatureFrom(entry));
    return verdict;
}

} // namespace kiosk::reading
