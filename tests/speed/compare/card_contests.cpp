// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/sam_reader.h"
#include "drivers/transport/serial_transport.h"
#include "tests/speed/compare/contests.h"
#include "tests/speed/compare/paced_reader.h"
#include "tests/speed/compare/turns.h"

namespace kiosk::speed {

namespace {

using namespace std::chrono_literals;
using drivers::SerialTransport;

constexpr unsigned kBaud = 115'200;

std::unexpected<Error> notRead(std::string_view why) {
    return fail(ErrorKind::internal, "speed.card-not-read", Remedy::supplier, why);
}

/// From a card that has been laid to its checked fields.
Result<> read(drivers::CardReader& reader, PacedReader& device) {
    device.layCard();
    if (!TRY(reader.findCard({})))
        return notRead("not found");
    TRY(reader.readCard({}));
    return {};
}

/// The same bytes without a thought: each request written, and as many bytes read as answer it.
Result<> exchange(SerialTransport& line, PacedReader& device, const std::vector<Turn>& turns) {
    device.layCard();
    for (const Turn& turn : turns) {
        if (!line.write(turn.request, 1s, {}))
            return notRead("the line takes nothing");
        for (std::size_t came = 0; came < turn.answerSize;) {
            const auto piece = line.read(1s, {});
            if (!piece)
                return notRead("the line gives nothing");
            came += piece->size();
        }
    }
    return {};
}

Result<Comparison> besideItsBytes(const Contest& contest, const Effort& effort) {
    PacedReader device;
    PacedReader bare;
    const auto reader = TRY(drivers::sam::openSamSerial(device.path(), kBaud));
    static_cast<void>(device.takeTurns()); // of opening it
    TRY(read(*reader, device));
    const std::vector<Turn> turns = device.takeTurns();
    const auto line = TRY(SerialTransport::open(bare.path(), kBaud));
    const auto laps = TRY(takeTurns(
        {[&] { return read(*reader, device); }, [&] { return exchange(*line, bare, turns); }},
        effort.rounds));
    return Comparison{.name = contest.name,
                      .what = contest.what,
                      .ours = timedSide("findCard, readCard", laps[0]),
                      .peer = timedSide("the same bytes on the same line", laps[1]),
                      .difference = {}};
}

} // namespace

std::vector<Contest> cardContests() {
    return {{"card.read", "an ID card read over a line of 115,200 baud; its bytes alone",
             besideItsBytes}};
}

} // namespace kiosk::speed
