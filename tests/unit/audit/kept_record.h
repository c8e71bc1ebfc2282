// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <catch2/catch.hpp>

#include "firmware/audit/judgement.h"
#include "firmware/audit/record.h"
#include "firmware/base/files.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/audit/fake_key.h"

namespace kiosk::audit {

inline const WallTime kNoon = WallTime(std::chrono::seconds(1'795'780'800));

/// A record in a folder of its own.
class KeptRecord {
public:
    explicit KeptRecord(int records = 0, Bounds bounds = {})
        : record_(folder(), {"kiosk", "9c1d04e2"}, key.signer(), key.known(), bounds) {
        for (int i = 0; i < records; ++i)
            add();
    }

    std::filesystem::path folder() const { return above_.path() / kFolderName; }
    Result<Tip> tryToAdd() {
        return record_.append(entry<"copy.printed">("990000", pages_++), kNoon);
    }
    Tip add() {
        const auto tip = tryToAdd();
        REQUIRE(tip);
        return *tip;
    }
    Stored stored() const { return readFolder(folder(), Reads::all).value(); }
    Judgement judged() const { return judge(stored(), key.known()); }

    const FakeKey key{"3F7A-09C2-11D0-5E6B-77A0"};
    const FakeKey stranger{"0BAD-0BAD-0BAD-0BAD-0BAD"};

private:
    tests::TemporaryFolder above_;
    Record record_;
    int pages_ = 1;
};

/// A line as `key` signs it behind `before`, which may be none.
inline std::string lineBehind(const std::string* before, const FakeKey& key,
                              std::string_view region = "990100") {
    News news{.at = kNoon};
    if (before != nullptr)
        news = {lineIn(*before)->number + 1, digestOf(*before), kNoon};
    return lineOf(entry<"copy.void">(region), news, {"kiosk", "0"}, key.signer()).value();
}

} // namespace kiosk::audit
