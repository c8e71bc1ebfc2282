// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/audit_record.h"

#include <cstdio>

#include "firmware/base/random.h"

namespace kiosk::app {

namespace {

/// Of this process.
const std::string& runName() {
    static const std::string kName = [] {
        constexpr std::size_t kDigits = 8;
        SystemRandom random;
        return randomUuid(random).substr(0, kDigits);
    }();
    return kName;
}

audit::Record recordUnder(audit::Signer signer, const std::filesystem::path& state,
                          std::string_view program) {
    auto known = knownOf(signer.point);
    return {state / audit::kFolderName,
            {std::string(program), runName()},
            std::move(signer),
            std::move(known)};
}

/// Not for a key in a file: that signs at once. Where a key lies is known before.
void awaitTpm(const std::filesystem::path& file, KeyNote& note, const tpm::Place& at) {
    const auto kept = handout::DeviceKey::open(file, at);
    if (kept)
        note.opened(kept, at);
    if (at.isOurs && (!kept || kept->isInTpm()))
        tpm::awaitDriver(at, [&note] { return !note.isLeaving() && tpm::waitForMachine(); });
}

/// The key is the kiosk's to make.
Result<audit::Tip> appended(const std::filesystem::path& state, const audit::Entry& entry) {
    const auto key = TRY(handout::DeviceKey::open(state / handout::kKeyFileName));
    return recordUnder(signerOf(key), state, "kioskctl").append(entry, SystemClock().wall());
}

} // namespace

audit::Signer signerOf(const handout::DeviceKey& key) {
    return {key.fingerprint(), key.publicPoint(),
            [key](ByteView message) { return key.sign(message); }};
}

audit::Known knownOf(const Bytes& point) {
    return {handout::fingerprintOf(point),
            [point](ByteView message, ByteView signature) {
                return handout::hasSigned(point, message, signature);
            },
            [](const Bytes& another) { return knownOf(another); }};
}

Result<audit::Record> openRecord(const std::filesystem::path& state,
                                 const std::shared_ptr<KeyNote>& note, const tpm::Place& at) {
    awaitTpm(state / handout::kKeyFileName, *note, at);
    const auto key = handout::DeviceKey::openOrMake(state / handout::kKeyFileName, at);
    note->opened(key, at);
    if (!key)
        return std::unexpected(key.error());
    audit::Signer signer = signerOf(*key);
    signer.sign = [sign = signer.sign, note](ByteView message) {
        auto signature = sign(message);
        note->signedAs(signature);
        return signature;
    };
    return recordUnder(std::move(signer), state, "kiosk");
}

audit::Record commandRecord(const handout::DeviceKey& key, const std::filesystem::path& state) {
    return recordUnder(signerOf(key), state, "kioskctl");
}

health::Record recordHealthOf(const audit::Standing& standing) {
    health::Record record;
    if (standing.trouble)
        record.whole = health::Outcome{health::Cause(*standing.trouble)};
    if (standing.last.number == 0)
        return record;
    if (!standing.trouble)
        record.whole = health::Outcome{};
    record.last = static_cast<std::int64_t>(standing.last.number);
    record.mark = health::RecordMark::of(standing.last.digest);
    return record;
}

health::Record recordHealthBeside(const std::filesystem::path& state) {
    const auto key = handout::DeviceKey::open(state / handout::kKeyFileName);
    const auto found =
        key ? recordUnder(signerOf(*key), state, "kioskctl").look() : std::unexpected(key.error());
    if (!found)
        return {};
    return recordHealthOf({errorOf(*found), found->last});
}

void recordFromCommand(const std::filesystem::path& state, const audit::Entry& entry) {
    std::error_code none;
    if (!std::filesystem::exists(state / audit::kFolderName, none))
        return;
    if (const auto kept = appended(state, entry); !kept)
        std::fprintf(stderr, "kioskctl: not on the kiosk's record: %s\n",
                     kept.error().line().c_str());
}

} // namespace kiosk::app
