// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/serial_board/serial_board.h"

#include <algorithm>
#include <span>

#include "drivers/auxiliaries/auxiliaries_trouble.h"

namespace kiosk::drivers::serial_board {

namespace {

constexpr int kAttempts = 3;
constexpr std::chrono::milliseconds kWriteTime{300};
constexpr std::size_t kMostUntold = 64; ///< a board that tells more is out of its mind

using Clock = std::chrono::steady_clock;

std::unexpected<Error> trouble(AuxiliariesTrouble what, std::string_view detail = {}) {
    return std::unexpected(asError(what, detail));
}

std::unexpected<Error> lineTrouble(LinkTrouble what) {
    switch (what) {
    case LinkTrouble::silent:
        return trouble(AuxiliariesTrouble::silent);
    case LinkTrouble::cancelled:
        return trouble(AuxiliariesTrouble::cancelled);
    case LinkTrouble::stalled:
    case LinkTrouble::failed:
    case LinkTrouble::gone:
        break;
    }
    return trouble(AuxiliariesTrouble::gone);
}

} // namespace

Result<std::unique_ptr<SerialBoard>> SerialBoard::open(const std::filesystem::path& path,
                                                       BoardTiming timing) {
    std::unique_ptr<SerialBoard> board(
        new SerialBoard(TRY(SerialTransport::open(path, kBaud)), timing));
    TRY(board->greet({}));
    return board;
}

SerialBoard::~SerialBoard() {
    if (greeting_ == Greeting::answered) // unheard, the board goes dark a little later by itself
        static_cast<void>(send({++lastAsked_, {"RESET"}}, {}));
}

Result<> SerialBoard::greet(const std::stop_token& stop) {
    greeting_ = Greeting::open;
    const Words answer = TRY(ask({"HELLO", std::string(kVersion)}, stop));
    if (answer.front() == "NO")
        return trouble(AuxiliariesTrouble::refused, "another version of the protocol");
    auto description = descriptionFrom(std::span(answer).subspan(1));
    if (answer.front() != "BOARD" || !description)
        return trouble(AuxiliariesTrouble::garbled, "description");
    if (description->version != kVersion)
        return trouble(AuxiliariesTrouble::refused, "another version of the protocol");
    description_ = std::move(*description);
    greeting_ = Greeting::answered;
    const Words told = TRY(ask({"STATE"}, stop));
    if (told.front() != "STATE")
        return trouble(AuxiliariesTrouble::garbled, "state");
    state_ = {};
    for (const std::string& word : std::span(told).subspan(1)) {
        const auto change = changeFrom(state_, word);
        if (!change)
            return trouble(AuxiliariesTrouble::garbled, "state");
        state_ = change->state;
    }
    heard_ = state_;
    untold_.clear(); // told before the answer, so the answer holds them
    return {};
}

DeviceIdentity SerialBoard::identity() const {
    return {.module = "serial-board",
            .model = description_.model,
            .serial = "",
            .firmware = description_.firmware,
            .port = line_->path()};
}

Result<> SerialBoard::reset(std::stop_token stop) {
    return greet(stop);
}

Result<> SerialBoard::set(Part light, FlashRate rate, std::stop_token stop) {
    if (!isLight(light) || !capabilities().has(light))
        return trouble(AuxiliariesTrouble::noSuchLight, name(light));
    return askForOk({"LIGHT", std::string(name(light)), std::string(name(rate))}, stop);
}

Result<std::optional<CabinetChange>> SerialBoard::next(std::stop_token stop) {
    const Moment end = Clock::now() + timing_.patience;
    do {
        TRY(listen(untold_.empty() ? end : Clock::now(), stop));
        while (const auto late = TRY(nextAnswer(stop)))
            continue; // nobody waits for it any more
        if (!untold_.empty())
            return tell();
        if (Clock::now() - lastHeard_ >= timing_.silence)
            return trouble(AuxiliariesTrouble::silent, "no sign of life");
    } while (Clock::now() < end);
    return std::nullopt;
}

CabinetChange SerialBoard::tell() {
    const CabinetChange change = untold_.front();
    untold_.pop_front();
    state_ = change.state;
    return change;
}

Result<CabinetState> SerialBoard::state(std::stop_token stop) {
    TRY(listen(Clock::now(), stop));
    return state_;
}

Result<> SerialBoard::askForOk(const Words& words, const std::stop_token& stop) {
    const Words answer = TRY(ask(words, stop));
    if (answer.front() == "NO")
        return trouble(AuxiliariesTrouble::refused, words.front());
    if (answer.front() != "OK")
        return trouble(AuxiliariesTrouble::garbled, words.front());
    return {};
}

Result<SerialBoard::Words> SerialBoard::ask(const Words& words, const std::stop_token& stop) {
    const std::uint8_t number = ++lastAsked_;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        TRY(send({number, words}, stop));
        auto answer = TRY(awaitAnswer(number, Clock::now() + timing_.answer, stop));
        if (answer)
            return std::move(*answer);
    }
    return trouble(AuxiliariesTrouble::silent, words.front());
}

Result<std::optional<SerialBoard::Words>> SerialBoard::awaitAnswer(std::uint8_t number, Moment end,
                                                                   const std::stop_token& stop) {
    do {
        TRY(listen(end, stop));
        while (auto line = TRY(nextAnswer(stop)))
            if (line->number == number) // others are late answers to earlier questions
                return std::move(line->words);
    } while (Clock::now() < end);
    return std::nullopt;
}

Result<> SerialBoard::send(const Line& line, const std::stop_token& stop) {
    const auto written = line_->write(encode(line), kWriteTime, stop);
    if (!written)
        return lineTrouble(written.error());
    return {};
}

Result<> SerialBoard::listen(Moment end, const std::stop_token& stop) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
    const auto bytes = line_->read(std::max(left, std::chrono::milliseconds(1)), stop);
    if (bytes) {
        cutter_.feed(*bytes);
        return {};
    }
    if (bytes.error() != LinkTrouble::silent)
        return lineTrouble(bytes.error());
    return {};
}

Result<std::optional<Line>> SerialBoard::nextAnswer(const std::stop_token& stop) {
    while (auto line = cutter_.take()) {
        lastHeard_ = Clock::now();
        const std::string& verb = line->words.front();
        if (verb != "CHANGED" && verb != "ALIVE" && verb != "NEW")
            return line;
        TRY(hearTold(*line, stop));
    }
    return std::nullopt;
}

Result<> SerialBoard::hearTold(const Line& line, const std::stop_token& stop) {
    if (line.words.front() == "NEW") {
        if (greeting_ == Greeting::answered)
            return trouble(AuxiliariesTrouble::restarted);
        return {}; // it waits for the greeting that is under way
    }
    if (line.words.front() == "CHANGED")
        TRY(keepChange(line));
    return send({line.number, {"ACK"}}, stop);
}

Result<> SerialBoard::keepChange(const Line& line) {
    const auto change = line.words.size() == 2 ? changeFrom(heard_, line.words[1]) : std::nullopt;
    if (!change || untold_.size() >= kMostUntold)
        return trouble(AuxiliariesTrouble::garbled, "change");
    if (change->state != heard_) // or told again, because the answer was lost
        untold_.push_back(*change);
    heard_ = change->state;
    return {};
}

} // namespace kiosk::drivers::serial_board
