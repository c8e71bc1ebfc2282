// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/update/machine_model.h"

#include <stdexcept>

#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "firmware/update/grub_environment.h"

namespace kiosk::test {

using update::GrubEnvironment;
using update::Slot;

namespace {

template <typename T>
T must(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().line());
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

GrubEnvironment environmentIn(const std::filesystem::path& file) {
    return GrubEnvironment::parse(must(readFile(file))).value();
}

std::string triesOf(Slot slot) {
    return std::string(update::name(slot)) + "_tries";
}

} // namespace

MachineModel::MachineModel(Contents both) : contents_{{Slot::a, both}, {Slot::b, both}} {
    GrubEnvironment environment;
    environment.set("order", "a b");
    environment.set("a_tries", "xxx");
    environment.set("b_tries", "xxx");
    must(writeFile(file_, environment.block()));
    record_ = {{Slot::a, both.version}, {Slot::b, both.version}};
}

std::optional<Slot> MachineModel::load() {
    GrubEnvironment environment = environmentIn(file_);
    const std::string order = environment.get("order").value();
    for (const std::string_view word : split(order, ' ')) {
        const Slot slot = word == "a" ? Slot::a : Slot::b;
        const std::string tries = environment.get(triesOf(slot)).value();
        if (tries.empty())
            continue;
        environment.set(triesOf(slot), tries.substr(1));
        must(overwriteFile(file_, environment.block()));
        return slot;
    }
    environment.set("a_tries", "xxx");
    environment.set("b_tries", "xxx");
    must(overwriteFile(file_, environment.block()));
    return std::nullopt;
}

std::optional<Slot> MachineModel::powerOn() {
    for (int tries = 0; tries < kLongestTrying; ++tries) {
        const auto slot = load();
        if (!slot || !in(*slot).whole)
            continue; // the machine starts again
        running_ = *slot;
        if (!in(*slot).works && !slots().isProven(*slot))
            continue; // kiosk-good.service starts it again
        must(update::markGood(file_, *slot));
        return slot;
    }
    return std::nullopt;
}

void MachineModel::blip() {
    if (const auto slot = load())
        running_ = *slot;
}

Result<update::BundleFacts> MachineModel::install(const Offer& offer, update::Older older,
                                                  std::optional<Moment> cut) {
    offer_ = offer;
    cut_ = cut;
    auto facts = TRY(look("bundle"));
    TRY(update::judge(system(), facts, older));
    TRY(update::install(system(), *this, "bundle", facts));
    return facts;
}

update::System MachineModel::system() const {
    return {"board-1", *update::Version::parse(in(running_).version), running_, file_};
}

update::Slots MachineModel::slots() const {
    return must(update::readSlots(file_));
}

void MachineModel::pass(Moment moment) const {
    if (cut_ == moment)
        throw PowerGone();
}

Result<update::BundleFacts> MachineModel::look(const std::filesystem::path&) {
    if (!offer_.trusted)
        return fail(ErrorKind::refused, "update.untrusted", Remedy::supplier);
    return update::BundleFacts{offer_.board, *update::Version::parse(offer_.contents.version)};
}

Result<> MachineModel::write(const std::filesystem::path&) {
    const Slot target = update::otherThan(running_);
    pass(0);
    contents_[target] = offer_.contents;
    contents_[target].whole = false; // half of it
    pass(1);
    if (offer_.damaged)
        return fail(ErrorKind::device, "update.not-written", Remedy::technician);
    contents_[target] = offer_.contents;
    if (!offer_.exchanged.empty())
        contents_[target].version = offer_.exchanged;
    record_[target] = contents_[target].version;
    pass(2);
    return {};
}

Result<update::Version> MachineModel::written(Slot slot) {
    pass(3);
    return *update::Version::parse(record_.at(slot));
}

} // namespace kiosk::test
