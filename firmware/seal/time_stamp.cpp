// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/time_stamp.h"

#include "firmware/seal/signed_data.h"
#include "firmware/seal/signing_time.h"
#include "firmware/seal/version.h"

namespace kiosk::seal {

namespace {

constexpr std::string_view kTimeStampInfo = "1.2.840.113549.1.9.16.1.4";

std::unexpected<Error> notAboutTime() {
    return fail(ErrorKind::unsupported, "seal.time-stamp", Remedy::supplier);
}

/// Some stampers store the answer as they received it: SEQUENCE{ status, token }.
Result<ByteView> tokenIn(ByteView der) {
    DerReader file(der);
    DerReader outer = TRY(file.sequence());
    if (outer.nextTag() != tag::kSequence)
        return der;
    TRY(outer.any());
    const ByteView token = TRY(outer.expect(tag::kSequence)).whole;
    TRY(outer.finish());
    return token;
}

/// TSTInfo (RFC 3161, 2.4.2) up to its time; what follows changes nothing for us.
Result<> readInfo(ByteView der, TimeStamp& stamp) {
    DerReader file(der);
    DerReader info = TRY(file.sequence());
    TRY(file.finish());
    static_cast<void>(TRY(knownVersion(info, {1})));
    static_cast<void>(TRY(info.objectIdentifier())); // policy
    DerReader imprint = TRY(info.sequence());
    DerReader algorithm = TRY(imprint.sequence());
    stamp.imprintDigest = digestAlgorithm(TRY(algorithm.objectIdentifier()));
    stamp.imprint = TRY(imprint.octets());
    TRY(imprint.finish());
    TRY(info.expect(tag::kInteger)); // serial number, up to 160 bits
    stamp.time = TRY(timeValue(TRY(info.expect(tag::kGeneralizedTime))));
    return {};
}

} // namespace

bool TimeStamp::covers(ByteView stamped) const {
    return imprintDigest && imprint == digest(*imprintDigest, stamped);
}

Result<TimeStamp> parseTimeStamp(ByteView der) {
    const ByteView token = TRY(tokenIn(der));
    TimeStamp stamp{.token = TRY(parseSignedData(token))};
    if (stamp.token.contentType != kTimeStampInfo || !stamp.token.content)
        return notAboutTime();
    TRY(readInfo(*stamp.token.content, stamp));
    return stamp;
}

} // namespace kiosk::seal
