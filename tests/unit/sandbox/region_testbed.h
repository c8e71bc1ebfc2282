// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/verify/copy_verifier.h"
#include "tests/sandbox/region_service.h"
#include "tests/sandbox/seed/seed.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::sandbox {

inline const Purpose kSchool{"school", "子女入学"};

/// A region on a manual clock whose files are a few bytes: quick, for all but the files themselves.
struct RegionTestbed {
    tests::TemporaryFolder folder;
    tests::ManualClock clock;
    SeededRandom random{7};
    std::unique_ptr<RegionService> service = open();

    /// As after the platform was started anew.
    void reopen() {
        service.reset();
        service = open();
    }
    std::unique_ptr<RegionService> open() {
        const auto makeDocument = [](const LicenceFace& face, WallTime) -> Result<LicenceFile> {
            const std::string& identifier = face.licence.identifier;
            return LicenceFile{identifier, face.format, toBytes("file of " + identifier)};
        };
        const auto signCopy = [](CopyCode code) -> Result<CopyCode> { return code; };
        return RegionService::open({regions()[0], folder.path() / "region", makeDocument, signCopy,
                                    [](Grant grant) -> Result<Grant> { return grant; }, clock,
                                    random})
            .value();
    }
    Licence first(const Holder& holder) { return service->search(holder).value().at(0); }
    /// The wish for a copy of the licence whose file was fetched before.
    authority::CopyWish wishFor(const std::string& identifier, const std::string& key) {
        const LicenceFile file = service->fetch({identifier, kSchool}).value();
        return {.identifier = identifier,
                .purpose = kSchool,
                .fileDigest = verify::copyDigest(file.content),
                .key = key};
    }
};

} // namespace kiosk::sandbox
