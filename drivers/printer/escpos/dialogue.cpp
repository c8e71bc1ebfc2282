// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/escpos/dialogue.h"

namespace kiosk::drivers::escpos {

namespace {

using namespace std::chrono_literals;

/// A real-time answer is a matter of milliseconds, also at 9600 baud.
constexpr std::chrono::milliseconds kAnswerLimit = 300ms;
constexpr std::chrono::milliseconds kWaitingBytes = 1ms;
/// For a piece of a page. A printer that takes nothing for so long has stopped.
constexpr std::chrono::milliseconds kPieceLimit = 3000ms;
/// A line that goes on without an answer, or never falls silent, is none of a printer.
constexpr int kMostPieces = 64;

Error toError(LinkTrouble trouble) {
    switch (trouble) {
    case LinkTrouble::cancelled:
        return {ErrorKind::cancelled, "printer.stopped", Remedy::wait};
    case LinkTrouble::silent:
    case LinkTrouble::stalled:
        return {ErrorKind::timedOut, "printer.silent", Remedy::technician};
    case LinkTrouble::failed: // a transfer breaks when the cable is pulled in the midst of it
    case LinkTrouble::gone:
        break;
    }
    return {ErrorKind::unavailable, "printer.gone", Remedy::technician};
}

template <typename T>
Result<T> said(LinkResult<T> result) {
    if (!result)
        return std::unexpected(toError(result.error()));
    if constexpr (std::is_void_v<T>)
        return {};
    else
        return std::move(*result);
}

} // namespace

void Dialogue::hear(ByteView answers) {
    for (const std::byte answer : answers) {
        const AnswerKind kind = kindOf(answer);
        if (kind == AnswerKind::status && !status_)
            status_ = answer;
        done_ |= kind == AnswerKind::queued;
    }
}

/// Answers to earlier questions, come too late, must not pass for the answer to the next.
Result<> Dialogue::hearWaiting(const std::stop_token& stop) {
    for (int piece = 0; piece < kMostPieces; ++piece) {
        const auto waiting = link_->read(kWaitingBytes, stop);
        if (!waiting && waiting.error() == LinkTrouble::silent)
            return {};
        hear(TRY(said(waiting)));
    }
    return std::unexpected(toError(LinkTrouble::silent));
}

Result<std::byte> Dialogue::ask(StatusPart part, const std::stop_token& stop) {
    status_.reset();
    TRY(said(link_->write(askStatus(part), kAnswerLimit, stop)));
    for (int piece = 0; piece < kMostPieces; ++piece) {
        hear(TRY(said(link_->read(kAnswerLimit, stop))));
        if (status_)
            return *status_;
    }
    return std::unexpected(toError(LinkTrouble::silent));
}

Result<Condition> Dialogue::condition(const std::stop_token& stop) {
    TRY(hearWaiting(stop));
    Condition found;
    takeStatus(StatusPart::printer, TRY(ask(StatusPart::printer, stop)), found);
    takeStatus(StatusPart::paper, TRY(ask(StatusPart::paper, stop)), found);
    if (found.offline)
        for (const StatusPart part : {StatusPart::offlineCause, StatusPart::error})
            takeStatus(part, TRY(ask(part, stop)), found);
    found.offline |= !TRY(said(link_->isReady(stop)));
    return found;
}

Result<bool> Dialogue::isOnline(const std::stop_token& stop) {
    Condition found;
    takeStatus(StatusPart::printer, TRY(ask(StatusPart::printer, stop)), found);
    return !found.offline;
}

Result<> Dialogue::send(ByteView bytes, const std::stop_token& stop) {
    return said(link_->write(bytes, kPieceLimit, stop));
}

Result<> Dialogue::askDone(const std::stop_token& stop) {
    TRY(hearWaiting(stop));
    done_ = false;
    return send(escpos::askDone(), stop);
}

Result<> Dialogue::forget(const std::stop_token& stop) {
    TRY(said(link_->reset(stop)));
    return send(forgetAll(), stop);
}

} // namespace kiosk::drivers::escpos
