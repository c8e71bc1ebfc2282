// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>
#include <thread>

#include <nlohmann/json.hpp>

#include "drivers/card_reader/pcsc/staff_card.h"
#include "drivers/card_reader/photo/photo_decoder.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/open_card_reader.h"
#include "firmware/licence/check_characters.h"

namespace kiosk::app {

namespace {

using namespace std::chrono_literals;
using drivers::CardReader;
using drivers::IdCard;

/// How long a card may take to be laid, and how long a reader rests between two looks.
constexpr auto kPatience = 10s;
constexpr auto kBetweenLooks = 300ms;

/// What a technician may see of a card: enough to know that the reader reads, not who was there.
struct CardSeen {
    std::string_view layout;
    std::string_view numberDoubt;
    std::string name;
    std::string number;
    std::string samNumber;
    std::size_t photoBytes;
    std::string photo; ///< "102 x 126 pixels", or why there are none
    std::chrono::milliseconds took;
};

std::string_view nameOf(IdCard::Layout layout) {
    switch (layout) {
    case IdCard::Layout::mainland:
        return "mainland";
    case IdCard::Layout::hkMacaoTaiwan:
        return "hk-macao-taiwan";
    case IdCard::Layout::foreigner2017:
        return "foreigner-2017";
    case IdCard::Layout::socialSecurity:
        return "social-security";
    case IdCard::Layout::foreigner2023:
        return "foreigner-2023";
    }
    return "";
}

std::string_view nameOf(IdCard::NumberDoubt doubt) {
    switch (doubt) {
    case IdCard::NumberDoubt::none:
        return "none";
    case IdCard::NumberDoubt::division:
        return "division";
    case IdCard::NumberDoubt::check:
        return "check";
    }
    return "";
}

Result<> waitForCard(CardReader& reader) {
    if (TRY(reader.findCard({})))
        return {};
    std::fputs("kioskctl: lay a card on the reader\n", stderr);
    for (auto waited = 0ms; waited < kPatience; waited += kBetweenLooks) {
        std::this_thread::sleep_for(kBetweenLooks);
        if (TRY(reader.findCard({})))
            return {};
    }
    return fail(ErrorKind::notFound, "card.none", Remedy::citizenAgain, "no card was laid");
}

Result<std::string> sizeOf(ByteView photoBlock, const std::string& decoderFile) {
    const auto decoder = TRY(drivers::PhotoDecoder::load(decoderFile));
    const drivers::CardPhoto photo = TRY(decoder.decode(photoBlock));
    return std::to_string(photo.width) + " x " + std::to_string(photo.height) + " pixels";
}

/// Without a decoder, or with one that fails, everything else on the card is still read.
std::string photoSeen(ByteView block, const std::optional<std::string>& decoderFile) {
    if (!decoderFile)
        return "not available";
    const auto size = sizeOf(block, *decoderFile);
    return size ? *size : "not available, " + size.error().line();
}

Result<CardSeen> look(CardReader& reader, const std::optional<std::string>& decoderFile) {
    TRY(waitForCard(reader));
    const auto began = std::chrono::steady_clock::now();
    const IdCard card = TRY(reader.readCard({}));
    const auto took = std::chrono::steady_clock::now() - began;
    return CardSeen{.layout = nameOf(card.layout),
                    .numberDoubt = nameOf(card.numberDoubt),
                    .name = maskedName(card.name.empty() ? card.englishName : card.name),
                    .number = maskedCode(card.number),
                    .samNumber = TRY(reader.samNumber({})),
                    .photoBytes = card.photo.size(),
                    .photo = photoSeen(card.photo, decoderFile),
                    .took = std::chrono::duration_cast<std::chrono::milliseconds>(took)};
}

void printJson(const CardSeen& seen, const drivers::DeviceIdentity& identity) {
    const nlohmann::json answer = {{"reader",
                                    {{"module", identity.module},
                                     {"model", identity.model},
                                     {"port", identity.port},
                                     {"samNumber", seen.samNumber}}},
                                   {"layout", seen.layout},
                                   {"numberDoubt", seen.numberDoubt},
                                   {"name", seen.name},
                                   {"number", seen.number},
                                   {"photoBytes", seen.photoBytes},
                                   {"photo", seen.photo},
                                   {"readMs", seen.took.count()}};
    std::puts(answer.dump().c_str());
}

void printText(const CardSeen& seen, const drivers::DeviceIdentity& identity) {
    std::printf("reader  %s at %s, module %s\n", identity.module.c_str(), identity.port.c_str(),
                seen.samNumber.c_str());
    std::printf("card    %s  %s\n", seen.name.c_str(), seen.number.c_str());
    std::printf("layout  %s, doubt about the number: %s\n", seen.layout.data(),
                seen.numberDoubt.data());
    std::printf("read    whole in %lld ms, photo %zu bytes: %s\n",
                static_cast<long long>(seen.took.count()), seen.photoBytes, seen.photo.c_str());
}

Result<int> read(const Arguments& arguments) {
    const auto reader = TRY(openCardReader(arguments.value("--reader").value_or("usb")));
    const CardSeen seen = TRY(look(*reader, arguments.value("--photo-decoder")));
    if (arguments.has("--json"))
        printJson(seen, reader->identity());
    else
        printText(seen, reader->identity());
    return kExitDone;
}

Result<int> readStaff(const Arguments& arguments) {
    const auto link =
        TRY(drivers::pcsc::openChipLink(std::string(arguments.value("--reader").value_or(""))));
    std::puts(TRY(drivers::pcsc::readStaffCard(*link)).c_str());
    return kExitDone;
}

constexpr std::array kCommands{
    Command{.words = "card read",
            .purpose = "reads one ID card; shows name and number masked",
            .options = {{"--reader", "usb|serial:LINE|pcsc",
                         "which reader; without it the first known one on USB"},
                        {"--photo-decoder", "FILE", "the library that decodes the card's picture"},
                        kJsonOption},
            .exits = {{kExitDone, "a card was read"}},
            .example = "card read --reader serial:/dev/ttyS1",
            .act = read},
    Command{.words = "card staff",
            .purpose = "tells the number of the staff card that lies on the PC/SC reader",
            .options = {{"--reader", "NAME", "which PC/SC reader; without it the first"}},
            .exits = {{kExitDone, "a card was read"}},
            .example = "card staff",
            .act = readStaff},
};

} // namespace

std::span<const Command> cardCommands() {
    return kCommands;
}

} // namespace kiosk::app
