// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/key_change.h"

#include <sys/stat.h>
#include <unistd.h>

#include "firmware/app/audit_record.h"

namespace kiosk::app {

namespace {

using handout::DeviceKey;

/// The new key must be of use to whoever used the old one.
Result<struct stat> ownerOf(const std::filesystem::path& file) {
    struct stat facts{};
    if (::stat(file.c_str(), &facts) != 0)
        return fail(ErrorKind::storage, "handout.key", Remedy::technician, "there is none yet");
    if (::geteuid() != 0 && ::geteuid() != facts.st_uid)
        return fail(ErrorKind::refused, "key.not-yours", Remedy::technician,
                    "as root, or as the kiosk's own user");
    return facts;
}

Result<DeviceKey> madeNext(const std::filesystem::path& file, const tpm::Place& at) {
    const struct stat owner = TRY(ownerOf(file));
    DeviceKey next = TRY(DeviceKey::makeNext(file, at));
    if (::geteuid() == 0 &&
        ::chown(handout::nextKeyFile(file).c_str(), owner.st_uid, owner.st_gid) != 0)
        return fail(ErrorKind::storage, "handout.key", Remedy::technician, "it has no owner");
    return next;
}

class Change {
public:
    Change(const std::filesystem::path& state, WallTime now,
           const std::function<void(KeyStep)>& passed)
        : state_(state), now_(now), passed_(passed) {}

    Result<KeyChange> make(tpm::Place at) const {
        const auto file = state_ / handout::kKeyFileName;
        const DeviceKey before = TRY(DeviceKey::open(file, at));
        at.isOurs = at.isOurs || before.isInTpm();
        const DeviceKey after = TRY(madeNext(file, at));
        passed(KeyStep::made);
        const bool isRecorded = TRY(handOver(before, after));
        passed(KeyStep::handedOver);
        TRY(DeviceKey::takeNext(file));
        passed(KeyStep::kept);
        if (isRecorded)
            TRY(recordUnder(after).takeOver(now_));
        passed(KeyStep::takenOver);
        return KeyChange{before.fingerprint(), after.fingerprint(), after.isInTpm(), isRecorded};
    }

private:
    void passed(KeyStep step) const {
        if (passed_)
            passed_(step);
    }
    audit::Record recordUnder(const DeviceKey& key) const { return commandRecord(key, state_); }
    Result<bool> handOver(const DeviceKey& before, const DeviceKey& after) const {
        std::error_code none;
        if (!std::filesystem::exists(state_ / audit::kFolderName, none))
            return false;
        TRY(recordUnder(before).append(audit::entry<"key.handed-over">(toHex(after.publicPoint())),
                                       now_));
        return true;
    }

    const std::filesystem::path& state_;
    WallTime now_;
    const std::function<void(KeyStep)>& passed_;
};

} // namespace

Result<KeyChange> changeKey(const std::filesystem::path& state, WallTime now, const tpm::Place& at,
                            const std::function<void(KeyStep)>& passed) {
    return Change(state, now, passed).make(at);
}

} // namespace kiosk::app
