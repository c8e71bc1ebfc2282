// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/signed_value.h"

#include "firmware/seal/ses_signature.h"
#include "firmware/seal/signed_data.h"

namespace kiosk::seal {

namespace {

Result<SignedValue> parseBareValue(ByteView der) {
    DerReader file(der);
    DerReader pair = TRY(file.sequence());
    TRY(file.finish());
    TRY(pair.expect(tag::kInteger));
    TRY(pair.expect(tag::kInteger));
    TRY(pair.finish());
    SignedValue value;
    value.form = SignedValue::Form::bareSm2;
    value.algorithm.identifier = "1.2.156.10197.1.501";
    value.value = Bytes(der.begin(), der.end());
    return value;
}

} // namespace

std::string formName(const SignedValue& value) {
    switch (value.form) {
    case SignedValue::Form::ses:
        return "SES v" + std::to_string(value.version);
    case SignedValue::Form::signedData:
        return "CMS";
    case SignedValue::Form::bareSm2:
        return "SM2 value";
    }
    return "";
}

Result<SignedValue> parseSignedValue(ByteView der) {
    DerReader file(der);
    const DerReader inner = TRY(file.sequence());
    if (inner.nextTag() == tag::kObjectIdentifier)
        return parseSignedData(der);
    if (inner.nextTag() == tag::kInteger)
        return parseBareValue(der);
    return parseSesSignature(der);
}

} // namespace kiosk::seal
