// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/key_note.h"

namespace kiosk::app {

namespace {

health::Outcome outcomeOf(const Error& error) {
    return {health::Cause(error)};
}

} // namespace

void KeyNote::opened(const Result<handout::DeviceKey>& key, const tpm::Place& at) {
    const std::scoped_lock lock(mutex_);
    if (!key) {
        key_.signs = outcomeOf(key.error());
        return;
    }
    key_.place = key->isInTpm() ? health::KeyPlace::tpm : health::KeyPlace::file;
    key_.hasBetter = at.isOurs && tpm::isThere(at);
}

void KeyNote::signedAs(const Result<Bytes>& signature) {
    const std::scoped_lock lock(mutex_);
    key_.signs = signature ? health::Outcome{} : outcomeOf(signature.error());
}

health::Key KeyNote::told() const {
    const std::scoped_lock lock(mutex_);
    return key_;
}

health::Key keyHealthBeside(const std::filesystem::path& state, const tpm::Place& at) {
    const auto file = state / handout::kKeyFileName;
    std::error_code unknown;
    if (!std::filesystem::exists(file, unknown))
        return {};
    const auto key = handout::DeviceKey::open(file, at);
    KeyNote note;
    note.opened(key, at);
    if (key)
        note.signedAs(key->sign(bytesOf("kiosk key check\n")));
    return note.told();
}

} // namespace kiosk::app
