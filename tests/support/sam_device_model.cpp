// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sam_device_model.h"

#include <algorithm>

#include "tests/support/card_record.h"

namespace kiosk::tests {

namespace {

using namespace drivers::sam;
using End = SamDeviceModel::Delivery::End;

constexpr std::size_t kFingerprintSize = 1024;
constexpr std::byte kFingerprintByte{0xF1};
constexpr std::size_t kShortestRequest = 3; // command, parameter, check
/// Where the number's first digit stands: after status, lengths and the fields before it.
constexpr std::size_t kNumberInReply = 3 + 4 + 122;
/// And the letter that names the layout.
constexpr std::size_t kLetterInReply = 3 + 4 + 248;

Bytes payload(std::uint8_t status, ByteView data = {}) {
    Bytes bytes{std::byte{0}, std::byte{0}, std::byte{status}};
    bytes.insert(bytes.end(), data.begin(), data.end());
    return bytes;
}

/// Of text, photo and, where the third is sent, fingerprints.
std::string_view lengthsOf(SamDeviceModel::Fingerprints fingerprints) {
    switch (fingerprints) {
    case SamDeviceModel::Fingerprints::noLength:
        break;
    case SamDeviceModel::Fingerprints::lengthZero:
        return "010004000000";
    case SamDeviceModel::Fingerprints::whole:
        return "010004000400";
    }
    return "01000400";
}

Bytes samId(bool isAnother) {
    return fromHex(isAnother ? "0500030005b43201393000004f61bc00"
                             : "0500030005b43201393000004e61bc00")
        .value();
}

} // namespace

void SamDeviceModel::lay(const drivers::IdCard& card) {
    const std::scoped_lock lock(mutex_);
    put({Card::Kind::identity, encodeRecord(card), card.photo, encodeNewestAddress(card)});
}

void SamDeviceModel::layRecord(Bytes record, Bytes photo) {
    const std::scoped_lock lock(mutex_);
    put({Card::Kind::identity, std::move(record), std::move(photo)});
}

void SamDeviceModel::layOtherRadioCard() {
    const std::scoped_lock lock(mutex_);
    put({Card::Kind::otherRadio, {}, {}});
}

void SamDeviceModel::lift() {
    const std::scoped_lock lock(mutex_);
    removeCard();
}

void SamDeviceModel::answerWith(Fingerprints fingerprints) {
    const std::scoped_lock lock(mutex_);
    fingerprints_ = fingerprints;
}

void SamDeviceModel::inject(const SamFault& fault) {
    const std::scoped_lock lock(mutex_);
    faults_.push_back(fault);
}

bool SamDeviceModel::hasFault() {
    const std::scoped_lock lock(mutex_);
    return !faults_.empty();
}

void SamDeviceModel::powerCycle() {
    const std::scoped_lock lock(mutex_);
    request_.reset();
    faults_.clear();
    phase_ = card_ ? Phase::laid : Phase::noCard;
}

void SamDeviceModel::becomeAnother() {
    const std::scoped_lock lock(mutex_);
    request_.reset();
    faults_.clear();
    card_.reset();
    phase_ = Phase::noCard;
    isAnother_ = true;
}

void SamDeviceModel::put(Card card) {
    card_ = std::move(card);
    phase_ = Phase::laid;
}

void SamDeviceModel::removeCard() {
    card_.reset();
    phase_ = Phase::noCard;
}

std::optional<SamDeviceModel::Delivery> SamDeviceModel::receive(ByteView bytes) {
    const std::scoped_lock lock(mutex_);
    if (!request_)
        request_ = std::make_unique<FrameParser>(kShortestRequest);
    request_->feed(bytes);
    if (request_->wantsMore())
        return std::nullopt;
    const auto request = std::move(request_);
    if (request->state() != FrameParser::State::complete)
        return Delivery{encodeFrame(payload(0x10))};
    const ByteView words = request->payload();
    const Command command{std::to_integer<std::uint8_t>(words[0]),
                          std::to_integer<std::uint8_t>(words[1])};
    const auto fault = takeFault(command);
    if (fault && fault->kind == SamFault::Kind::cardLifted)
        removeCard();
    Bytes reply = payloadFor(command);
    if (fault && fault->kind == SamFault::Kind::wrongRecord && reply.size() > kNumberInReply)
        reply[kNumberInReply] ^= std::byte{1};
    if (fault && fault->kind == SamFault::Kind::unknownLayout && reply.size() > kLetterInReply)
        reply[kLetterInReply] = std::byte{'Q'};
    if (fault && fault->kind == SamFault::Kind::status && command == kReadTextAndPhoto)
        phase_ = Phase::failed;
    return fault ? spoil(encodeFrame(reply), *fault) : Delivery{encodeFrame(reply)};
}

Bytes SamDeviceModel::payloadFor(Command command) {
    if (command == kResetModule)
        phase_ = card_ ? Phase::laid : Phase::noCard;
    if (command == kResetModule || command == kModuleStatus)
        return payload(0x90);
    if (command == kReadSamId)
        return payload(0x90, samId(isAnother_));
    if (command == kFindCard) {
        // A card is found until it is selected; read, well or badly, it must be lifted first.
        const bool there = phase_ == Phase::laid || phase_ == Phase::found;
        phase_ = there ? Phase::found : phase_;
        return there ? payload(0x9F, Bytes(4)) : payload(0x80);
    }
    if (command == kSelectCard) {
        const bool selectable = phase_ == Phase::found;
        phase_ = selectable ? Phase::selected : phase_;
        return selectable ? payload(0x90, Bytes(8)) : payload(0x81);
    }
    if (command == kReadTextAndPhoto)
        return cardData();
    if (command == kReadNewestAddress)
        return newestAddress();
    return payload(0x21);
}

Bytes SamDeviceModel::cardData() {
    if (phase_ != Phase::selected)
        return payload(0x41);
    if (card_->kind == Card::Kind::otherRadio) {
        phase_ = Phase::failed;
        return payload(0x40);
    }
    Bytes data = fromHex(lengthsOf(fingerprints_)).value();
    data.insert(data.end(), card_->record.begin(), card_->record.end());
    data.insert(data.end(), card_->photo.begin(), card_->photo.end());
    if (fingerprints_ == Fingerprints::whole)
        data.insert(data.end(), kFingerprintSize, kFingerprintByte);
    return payload(0x90, data);
}

Bytes SamDeviceModel::newestAddress() {
    if (phase_ != Phase::selected)
        return payload(0x41);
    return card_->newestAddress.empty() ? payload(0x91) : payload(0x90, card_->newestAddress);
}

std::optional<SamFault> SamDeviceModel::takeFault(Command command) {
    const auto fault = std::ranges::find(faults_, command, &SamFault::on);
    if (fault == faults_.end())
        return std::nullopt;
    const SamFault taken = *fault;
    if (--fault->times == 0)
        faults_.erase(fault);
    return taken;
}

SamDeviceModel::Delivery SamDeviceModel::spoil(Bytes frame, const SamFault& fault) {
    switch (fault.kind) {
    case SamFault::Kind::wrongCheck:
        frame.back() ^= std::byte{0xFF};
        return {std::move(frame)};
    case SamFault::Kind::cut:
        frame.resize(std::min(fault.after, frame.size()));
        return {std::move(frame)};
    case SamFault::Kind::noise:
        frame.insert(frame.begin() + 1, std::byte{0x00});
        frame.insert(frame.begin(), std::byte{0x55});
        return {std::move(frame)};
    case SamFault::Kind::silence:
        return {{}};
    case SamFault::Kind::late:
        return {std::move(frame), End::late};
    case SamFault::Kind::stall:
        return {{}, End::stall};
    case SamFault::Kind::unplug:
        frame.resize(std::min(fault.after, frame.size()));
        return {std::move(frame), End::unplug};
    case SamFault::Kind::status:
        return {encodeFrame(payload(fault.status))};
    case SamFault::Kind::wrongRecord:
    case SamFault::Kind::unknownLayout:
    case SamFault::Kind::cardLifted:
        return {std::move(frame)};
    }
    return {};
}

} // namespace kiosk::tests
