// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "tests/conformance/recording/clean/sam_cleaner.h"
#include "tests/conformance/recording/replay.h"
#include "tests/conformance/recording/test/person_search.h"
#include "tests/conformance/recording/test/scenes.h"
#include "tests/support/temporary_folder.h"

// A recording holds no person: whoever lies on the reader, the file tells of the sample persons.

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::tests;

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using Kind = SamFault::Kind;
using Fingerprints = SamDeviceModel::Fingerprints;

/// Like no sample in any eight of its bytes.
Bytes strangersPhoto() {
    Bytes photo(1024);
    std::uint32_t state = 20240607;
    for (std::byte& byte : photo) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<std::byte>(state >> 24U);
    }
    return photo;
}

/// Invented persons, one for each layout, who share with the samples as good as nothing.
IdCard stranger(IdCard::Layout layout) {
    IdCard card{.layout = layout,
                .name = "钟离雁",
                .sex = "2",
                .birth = year(1977) / month(12) / day(25),
                .validFrom = year(2016) / month(8) / day(11),
                .validUntil = year(2036) / month(8) / day(11),
                .photo = strangersPhoto()};
    const bool foreign =
        layout == IdCard::Layout::foreigner2017 || layout == IdCard::Layout::foreigner2023;
    if (foreign) {
        card.englishName = "BRISTLECONE, THEODORA QUINCE";
        card.nationality = "FRA";
        card.birth = year(1969) / month(2) / day(19);
        card.number =
            layout == IdCard::Layout::foreigner2017 ? "FRA990569021974" : "999250196902197770";
        return card;
    }
    card.address = "虚谷郡望星镇听潮巷66弄7栋1908";
    card.newestAddress = "虚谷郡拾贝镇南园道35号";
    card.number = "998877197712254160";
    card.issuer = "虚谷郡望星关务所";
    card.ethnicity = "11";
    if (layout == IdCard::Layout::hkMacaoTaiwan) {
        card.sex = "1";
        card.birth = year(2008) / month(6) / day(14);
        card.number = "810000200806143156";
        card.passNumber = "77665544";
    }
    return card;
}

constexpr std::array kLayouts{IdCard::Layout::mainland, IdCard::Layout::hkMacaoTaiwan,
                              IdCard::Layout::foreigner2017, IdCard::Layout::foreigner2023};

std::string contentsOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// What a recording says of one read of this card, met by this fault, as the reader at hand sends
/// it.
struct Read {
    UsbFraming framing = UsbFraming::split;
    Fingerprints fingerprints = Fingerprints::noLength;
    std::optional<SamFault> fault{};
};

std::string recordingOf(const IdCard& card, const Read& how,
                        const MakeCleaner& makeCleaner = cleanerFor) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "recording";
    {
        ReaderStage stage(how.framing, file, makeCleaner);
        stage.model().answerWith(how.fingerprints);
        if (how.fault)
            stage.model().inject(*how.fault);
        static_cast<void>(stage.readCard(card));
        static_cast<void>(stage.readCard(card));
    }
    return contentsOf(file);
}

/// A cleaner that lets some bytes of a reply's data through.
class LeakyCleaner final : public SamCleaner {
public:
    LeakyCleaner(sam::Command on, std::size_t offset, std::size_t size)
        : on_(on), offset_(offset), size_(size) {}

private:
    std::optional<Bytes> cleanReply(sam::Command command, ByteView payload) const override {
        auto clean = SamCleaner::cleanReply(command, payload);
        if (clean && command == on_)
            for (std::size_t at = 3 + offset_; at < 3 + offset_ + size_ && at < clean->size(); ++at)
                clean->at(at) = payload[at];
        return clean;
    }

    sam::Command on_;
    std::size_t offset_;
    std::size_t size_;
};

/// What of the stranger is found when these bytes of that reply come through.
std::vector<std::string> foundOf(const IdCard& card, sam::Command on, std::size_t offset,
                                 std::size_t size) {
    const auto text = recordingOf(card, {}, [=](const UsbId&, const UsbInterface&) {
        return std::make_unique<LeakyCleaner>(on, offset, size);
    });
    return fieldsIn(text, card);
}

using Fields = std::vector<std::string>;

} // namespace

TEST_CASE("G7 a recording holds no person, whatever the card and the wire") {
    for (const IdCard::Layout layout : kLayouts)
        for (const UsbFraming framing : {UsbFraming::split, UsbFraming::single})
            for (const Fingerprints prints :
                 {Fingerprints::noLength, Fingerprints::lengthZero, Fingerprints::whole}) {
                CAPTURE(static_cast<int>(layout), static_cast<int>(framing));
                const IdCard card = stranger(layout);
                const auto text = recordingOf(card, {framing, prints});
                CHECK(fieldsIn(text, card) == Fields{});
                CHECK(text.find("f1f1f1f1") == std::string::npos); // fingerprints
                CHECK(replayReader(parseRecording(text).value(), openSamOver));
            }
}

TEST_CASE("G7 what is not understood of a card is withheld") {
    const IdCard card = stranger(IdCard::Layout::mainland);
    for (const UsbFraming framing : {UsbFraming::split, UsbFraming::single})
        for (const SamFault& fault :
             {SamFault{.kind = Kind::cut, .after = 900, .times = 2}, SamFault{.kind = Kind::noise},
              SamFault{.kind = Kind::wrongCheck}, SamFault{.kind = Kind::unknownLayout},
              SamFault{.kind = Kind::unplug, .after = 700}}) {
            CAPTURE(static_cast<int>(fault.kind));
            const auto text = recordingOf(card, {.framing = framing, .fault = fault});
            CHECK(fieldsIn(text, card) == Fields{});
            CHECK(text.find(" bytes withheld)") != std::string::npos);
        }
}

TEST_CASE("G7 a damaged record becomes a damaged sample") {
    const IdCard card = stranger(IdCard::Layout::mainland);
    const SamFault fault{.kind = Kind::wrongRecord, .times = 2};
    const auto text = recordingOf(card, {.fault = fault});
    CHECK(fieldsIn(text, card) == Fields{});
    CHECK(text.find("gave card.damaged\n") != std::string::npos);
    CHECK(replayReader(parseRecording(text).value(), openSamOver));
}

TEST_CASE("G7 a cleaner that lets one field through is caught") {
    constexpr std::size_t kRecord = 4; // after the two lengths
    const IdCard citizen = stranger(IdCard::Layout::mainland);
    const auto leak = [&](std::size_t offset, std::size_t size) {
        return foundOf(citizen, sam::kReadTextAndPhoto, kRecord + offset, size);
    };
    CHECK(leak(0, 0) == Fields{});
    CHECK(leak(0, 4) == Fields{"name"});
    CHECK(leak(36, 16) == Fields{"birth", "number"});
    CHECK(leak(52, 6) == Fields{"address", "newest address", "issuer"}); // they begin alike
    CHECK(leak(60, 8) == Fields{"address"});
    CHECK(leak(122, 12) == Fields{"number"});
    CHECK(leak(188, 12) == Fields{"valid from"});
    CHECK(leak(204, 12) == Fields{"valid until"});
    CHECK(leak(256, 8) == Fields{"photo"});
    CHECK(leak(256 + 1016, 8) == Fields{"photo"});
    CHECK(foundOf(citizen, sam::kReadNewestAddress, 8, 6) == Fields{"newest address"});
    const IdCard foreigner = stranger(IdCard::Layout::foreigner2017);
    CHECK(foundOf(foreigner, sam::kReadTextAndPhoto, kRecord, 20) == Fields{"english name"});
}

TEST_CASE("G7 a cleaner that lets a code of one character through is caught by the replay") {
    constexpr std::size_t kSex = 4 + 30;
    const auto text =
        recordingOf(stranger(IdCard::Layout::mainland), {}, [=](const UsbId&, const UsbInterface&) {
            return std::make_unique<LeakyCleaner>(sam::kReadTextAndPhoto, kSex, 2);
        });
    CHECK_FALSE(replayReader(parseRecording(text).value(), openSamOver));
}

TEST_CASE("G7 of a slip nothing that can be seen is recorded") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "recording";
    static_cast<void>(recordPrinter(printerScenes().front(), file));
    const auto text = contentsOf(file);
    CHECK(text.find("924924") == std::string::npos);
    CHECK(text.find("249249") == std::string::npos);
    CHECK(text.find(" 1d76300048001c00 (2016 bytes withheld)\n") != std::string::npos);
}

TEST_CASE("G7 of a device nobody knows every byte is withheld") {
    const auto cleaner = cleanerFor({0x1234, 0x5678}, {.code = {0xFF, 0, 0}});
    const auto kept =
        cleaner->take({.kind = Transfer::Kind::in, .bytes = KeptBytes(3, std::byte{7})});
    REQUIRE(kept.size() == 1);
    CHECK(kept.front().bytes == KeptBytes(3));
}
