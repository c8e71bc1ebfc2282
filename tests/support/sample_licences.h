// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sandbox/issuing/issuer.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::tests {

/// A moment at which the office below has been open for a year.
inline const WallTime kIssuingTime =
    std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(10);

inline const Region kInventedRegion{.code = "990100", .name = "云州市"};

/// One invented business, with every field its layouts ask for.
inline sandbox::LicenceFace
sampleFace(sandbox::LicenceFace::Layout layout = sandbox::LicenceFace::Layout::plain) {
    using namespace std::chrono_literals;
    return {.layout = layout,
            .licence = {.identifier = "1.2.156.3005.2.11100000MB03271699022.11990100MB0000001X."
                                      "20260000001.001.A",
                        .typeCode = "11100000MB03271699022",
                        .typeName = "公共场所卫生许可证",
                        .number = "云卫公证字〔2026〕第000017号",
                        .holder = {.kind = Holder::Kind::enterprise,
                                   .name = "云州市听雨轩茶馆",
                                   .code = "91990100MA00000017"},
                        .region = kInventedRegion,
                        .issuer = "云州市卫生健康局",
                        .issuedOn = 2026y / std::chrono::March / 18,
                        .expiresOn = 2030y / std::chrono::March / 17,
                        .state = LicenceState::valid},
            .fields = {{"法定代表人", "柳依依"},
                       {"地址", "云州市望江区青石巷17号"},
                       {"许可项目", "茶座（室内面积120平方米，座位48个）"}}};
}

/// An issuing office with keys of its own, gone at the end of the test.
class SampleOffice {
public:
    SampleOffice()
        : issuer_(sandbox::Issuer::open(folder_.path(), kInventedRegion, kIssuingTime).value()) {}

    const std::filesystem::path& folder() const { return folder_.path(); }
    const sandbox::Issuer& issuer() const { return issuer_; }

    Bytes licence(const sandbox::Making& making = {}, WallTime signedAt = kIssuingTime) const {
        return issuer_.makeOfd(sampleFace(), signedAt, making).value();
    }

private:
    TemporaryFolder folder_;
    sandbox::Issuer issuer_;
};

} // namespace kiosk::tests
