// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/recording/playback.h"

#include <algorithm>

#include "tests/conformance/kit/case.h"

namespace kiosk::tests {

namespace {

using drivers::LinkResult;
using drivers::LinkTrouble;
using std::chrono::milliseconds;

/// A driver that asks so often without a pause asks for ever.
constexpr int kMostIdleReads = 10000;

bool isWait(const Event& event) {
    const auto* transfer = std::get_if<Transfer>(&event);
    return transfer != nullptr && transfer->kind == Transfer::Kind::in &&
           transfer->trouble == LinkTrouble::silent;
}

/// Whom a driver asks that finds the device gone is its own affair.
bool isLoss(const Event& event) {
    const auto* transfer = std::get_if<Transfer>(&event);
    return transfer != nullptr && transfer->trouble == LinkTrouble::gone;
}

/// Where the bytes were withheld, any will do.
bool matches(const KeptBytes& kept, std::size_t offset, ByteView bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at)
        if (kept[offset + at].value_or(bytes[at]) != bytes[at])
            return false;
    return true;
}

Bytes played(const KeptBytes& kept, std::size_t offset, std::size_t count) {
    Bytes bytes;
    for (std::size_t at = offset; at < offset + count; ++at)
        bytes.push_back(kept[at].value_or(std::byte{}));
    return bytes;
}

} // namespace

const Transfer* Playback::transferNow() const {
    return next_ < recording_.events.size() ? std::get_if<Transfer>(&recording_.events[next_])
                                            : nullptr;
}

void Playback::advance() {
    ++next_;
    offset_ = 0;
    idleReads_ = 0;
}

void Playback::skipWaiting() {
    while (next_ < recording_.events.size() &&
           (isWait(recording_.events[next_]) || (lost_ && isLoss(recording_.events[next_]))))
        advance();
}

milliseconds Playback::durationNow() const {
    milliseconds before{};
    for (std::size_t at = next_; at-- > 0;)
        if (const auto* transfer = std::get_if<Transfer>(&recording_.events[at])) {
            before = transfer->at;
            break;
        }
    return transferNow()->at - before;
}

LinkTrouble Playback::end(const Transfer& transfer) {
    const LinkTrouble trouble = *transfer.trouble;
    lost_ = trouble == LinkTrouble::gone || trouble == LinkTrouble::failed;
    advance();
    return trouble;
}

/// A device that went is no longer asked for anything in particular.
LinkTrouble Playback::deviate(const std::string& what) {
    if (!lost_ && !deviation_)
        deviation_ = "after " + std::to_string(next_) + " recorded events the driver " + what;
    lost_ = true;
    return LinkTrouble::gone;
}

LinkResult<> Playback::write(std::uint8_t pipe, ByteView bytes) {
    skipWaiting();
    while (!bytes.empty())
        bytes = bytes.subspan(TRY(takeSent(pipe, bytes)));
    return {};
}

/// As many of the bytes as belong to the transfer now.
LinkResult<std::size_t> Playback::takeSent(std::uint8_t pipe, ByteView bytes) {
    const Transfer* now = transferNow();
    const bool isTheirs = now != nullptr && now->kind == Transfer::Kind::out && now->pipe == pipe;
    const std::size_t count = isTheirs ? std::min(bytes.size(), now->bytes.size() - offset_) : 0;
    if (!isTheirs || !matches(now->bytes, offset_, bytes.first(count)))
        return std::unexpected(deviate("sent " +
                                       toHex(bytes.first(std::min<std::size_t>(bytes.size(), 16))) +
                                       ", which was not sent then"));
    offset_ += count;
    if (offset_ < now->bytes.size())
        return count;
    if (now->trouble)
        return std::unexpected(end(*now));
    advance();
    return count;
}

LinkResult<Bytes> Playback::read(std::uint8_t pipe, std::size_t most, milliseconds timeout) {
    while (transferNow() != nullptr && isWait(recording_.events[next_])) {
        const bool waitsHere = transferNow()->pipe == pipe;
        timeout -= waitsHere ? durationNow() : milliseconds(0);
        advance();
        if (waitsHere && timeout <= milliseconds(0))
            return std::unexpected(LinkTrouble::silent);
    }
    const Transfer* now = transferNow();
    if (now == nullptr || now->kind != Transfer::Kind::in || now->pipe != pipe) {
        if (lost_)
            return std::unexpected(LinkTrouble::gone);
        if (++idleReads_ > kMostIdleReads)
            return std::unexpected(deviate("asks without end for what does not come"));
        return std::unexpected(LinkTrouble::silent);
    }
    if (now->trouble)
        return std::unexpected(end(*now));
    const std::size_t count = std::min(most, now->bytes.size() - offset_);
    Bytes bytes = played(now->bytes, offset_, count);
    offset_ += count;
    if (offset_ == now->bytes.size())
        advance();
    return bytes;
}

LinkResult<Bytes> Playback::ask(const drivers::UsbClassRequest& what, std::size_t most) {
    return control(Transfer::Kind::ask, what, most);
}

LinkResult<> Playback::tell(const drivers::UsbClassRequest& what) {
    static_cast<void>(TRY(control(Transfer::Kind::tell, what, 0)));
    return {};
}

LinkResult<Bytes> Playback::control(Transfer::Kind kind, const drivers::UsbClassRequest& what,
                                    std::size_t most) {
    skipWaiting();
    const Transfer* now = transferNow();
    if (now == nullptr || now->kind != kind || now->request != what)
        return std::unexpected(
            deviate("made request " + std::to_string(what.request) + ", which was not made then"));
    if (now->trouble)
        return std::unexpected(end(*now));
    Bytes bytes = played(now->bytes, 0, std::min(most, now->bytes.size()));
    advance();
    return bytes;
}

Result<> Playback::keptTo() {
    skipWaiting();
    TRY(met(!deviation_, deviation_.value_or("")));
    return met(transferNow() == nullptr,
               "after " + std::to_string(next_) +
                   " recorded events the driver left out what comes next: " +
                   (transferNow() == nullptr ? "" : lineText(*transferNow())));
}

Result<std::optional<std::string>> Playback::nextCall() {
    TRY(keptTo());
    if (next_ == recording_.events.size())
        return std::nullopt;
    const auto* call = std::get_if<DriverCall>(&recording_.events[next_]);
    if (call == nullptr)
        return fail(ErrorKind::malformed, "recording.malformed", Remedy::supplier,
                    "an answer without a call");
    advance();
    return call->name;
}

Result<std::string> Playback::answer() {
    TRY(keptTo());
    const auto* answer = next_ < recording_.events.size()
                             ? std::get_if<DriverAnswer>(&recording_.events[next_])
                             : nullptr;
    if (answer == nullptr)
        return fail(ErrorKind::malformed, "recording.malformed", Remedy::supplier,
                    "a call without an answer");
    advance();
    return answer->word;
}

Result<> Playback::over() {
    TRY(keptTo());
    return met(next_ == recording_.events.size(), "the recording goes on");
}

} // namespace kiosk::tests
