// SPDX-License-Identifier: Apache-2.0
// Writes a few good inputs for every target, so that a campaign begins where parsing begins.
#include "tests/fuzz/seeds.h"

#include <cstdio>
#include <string>

#include "drivers/auxiliaries/serial_board/codec/line.h"
#include "drivers/camera/picture_file.h"
#include "drivers/card_reader/sam/codec/frame.h"
#include "drivers/card_reader/sam/codec/reply.h"
#include "firmware/authority/envelope.h"
#include "firmware/licence/grant.h"
#include "tests/support/camera_pictures.h"
#include "tests/support/card_record.h"
#include "tests/support/code_pictures.h"
#include "tests/support/sample_card.h"
#include "tests/support/sample_copy_code.h"

namespace {

using namespace kiosk;
namespace fs = std::filesystem;
using fuzz::Seeds;

Bytes joined(std::initializer_list<std::uint8_t> head, ByteView rest) {
    Bytes bytes;
    for (const std::uint8_t value : head)
        bytes.push_back(std::byte{value});
    bytes.insert(bytes.end(), rest.begin(), rest.end());
    return bytes;
}

/// What a reader sends for a card: status, the two lengths, record and photo.
Bytes cardReply(ByteView record) {
    Bytes payload = joined({0x00, 0x00, 0x90, 0x01, 0x00, 0x04, 0x00}, record);
    payload.resize(payload.size() + drivers::sam::kPhotoSize);
    return drivers::sam::encodeFrame(payload);
}

void cardSeeds(const fs::path& root) {
    const Seeds frames(root, "card_frame");
    const Seeds records(root, "card_record");
    for (const auto& [name, card] :
         {std::pair{"mainland", tests::sampleCard()}, std::pair{"open-ended", tests::otherCard()},
          std::pair{"permit", tests::permitCard()},
          std::pair{"foreigner-2017", tests::foreignCard2017()},
          std::pair{"foreigner-2023", tests::foreignCard2023()}}) {
        const Bytes record = tests::encodeRecord(card);
        frames.add(name, joined({7}, cardReply(record)));
        records.add(name, record);
    }
    Bytes withFingerprints = joined({0x00, 0x00, 0x90, 0x01, 0x00, 0x04, 0x00, 0x04, 0x00},
                                    tests::encodeRecord(tests::sampleCard()));
    withFingerprints.resize(withFingerprints.size() + drivers::sam::kPhotoSize + 1024);
    frames.add("fingerprints", joined({7}, drivers::sam::encodeFrame(withFingerprints)));
    frames.add("found", joined({3}, drivers::sam::encodeFrame(*fromHex("00009f00000000"))));
}

void usbSeeds(const fs::path& root) {
    Seeds(root, "usb_descriptors")
        .add(
            "typing-reader",
            *fromHex("12011001ff00004000045ac30001000000010902390002010080320904000002ff00000007058"
                     "10240000007050202400000090401000103010100092111010001223f000705830308000a"));
}

void boardSeeds(const fs::path& root) {
    const Seeds lines(root, "board_line");
    const std::vector<std::vector<std::string>> told{
        {"BOARD", "1", "KB-8", "1.4", "cardLight", "callKey"},
        {"STATE", "cabinetDoor=closed", "powerSupply=batteryLow"},
        {"CHANGED", "cabinetDoor=open"}};
    for (const std::vector<std::string>& words : told)
        lines.add(words.front(), joined({9}, drivers::serial_board::encode({0x4F, words})));
}

/// Each reply after its length: tag, length and value of a record, and "done".
void chipSeeds(const fs::path& root) {
    const Seeds cards(root, "chip_card");
    const std::string days = "080504201905209000080604202905209000"; // issued, valid until
    const std::string number = "160812" + toHex(bytesOf("990000199003071235")) + "9000";
    const std::string name = "22091ed4c6d0a1c2fa" + std::string(48, '0') + "9000";
    cards.add("whole", *fromHex(days + number + name));
    cards.add("locked", *fromHex("026982"));
}

void codeSeeds(const fs::path& root) {
    const Seeds codes(root, "copy_code");
    codes.add("code", toBytes(toText(tests::sampleCopyCode())));
    codes.add("older", toBytes("LK1:990000:A7K2-93QX-0001:7"));
    const Grant grant{
        .number = "G990000-2026-0001",
        .regionCode = "990000",
        .enterprise = {Holder::Kind::enterprise, "云州市浮梦文化有限公司", "91990101MA9900001X"},
        .bearer = {Holder::Kind::person, "林云舒", "990101199003071123"},
        .typeCodes = {"11990000MB0000001X001"},
        .from = std::chrono::year(2026) / 1 / 1,
        .until = std::chrono::year(2027) / 5 / 31};
    Seeds(root, "grant").add("agent", toBytes(toText(grant)));
    const auto frame = tests::drawCode("7", {.width = 120, .height = 120, .modulePixels = 4});
    Seeds(root, "read_code").add("code", joined({120}, std::as_bytes(std::span(frame.luma))));
}

void cameraSeeds(const fs::path& root) {
    const Seeds seeds(root, "camera_frame");
    const auto frame = tests::gradientFrame(16, 12);
    for (const auto format : drivers::v4l2::kPixelFormats) {
        const auto line = static_cast<std::uint8_t>(tests::bytesPerLine(16, format));
        seeds.add("layout" + std::to_string(static_cast<int>(format)),
                  joined({static_cast<std::uint8_t>(format), 16, 12, line},
                         tests::packed(frame, format)));
    }
    seeds.add("picture.png", drivers::pngFromFrame(frame).value());
    seeds.add("picture.jpg", tests::jpegOf(frame));
}

void printerSeeds(const fs::path& root) {
    const Seeds seeds(root, "receipt_printer");
    const std::string id = "MFG:Custom;MDL:K80;CLS:PRINTER;CMD:ESC/POS;SN:R0042";
    seeds.add("device-id", joined({0, static_cast<std::uint8_t>(id.size() + 2)}, bytesOf(id)));
    seeds.add("paper-out", *fromHex("1a32127e"));
    seeds.add("picture", *fromHex("100401100501101408ff10"));
}

void ippSeeds(const fs::path& root) {
    const Seeds seeds(root, "ipp_answer");
    seeds.add("idle", toBytes("s3\ni4711\nfapplication/pdf\nmiso_a4_210x297mm\n"
                              "ttype=sheetFeedAutoRemovableTray;level=120;\n"
                              "pclass=supplyThatIsConsumed;maxcapacity=100;level=42;\n"
                              "uMFG:Maker;MDL:Laser 4;SN:R0042;\n"));
    seeds.add("stopped", toBytes("s5\nrmedia-empty-error\nrtoner-low-warning\nrdoor-open\nx\n"));
    seeds.add("raster", toBytes("s4\nfimage/pwg-raster\nysgray_8\nd600\nd300\nd150\n"));
    seeds.add("job", toBytes("s9\ni3\nc3\nrjob-completed-with-errors\n"));
}

void jsonSeeds(const fs::path& root) {
    Seeds(root, "config").add("kiosk.json", toBytes(R"({"place": "a", "assets": "assets",
"state": "state", "trust": "trust", "board": {"widthPx": 1080, "heightPx": 1920, "pixelsPerMm": 4.0},
"cardReader": {"module": "sam-usb"}, "printer": {"module": "ipp", "at": "ipp://localhost/print"},
"camera": {"module": "v4l2", "at": "/dev/video0"}, "regions": [{"code": "990000", "name": "b",
"url": "https://localhost:8443", "caFile": "ca.pem", "certFile": "k.pem", "keyFile": "k.key",
"envelopeKeyFile": "e.pem"}]})"));
    const authority::Request request{.key = "key-1",
                                     .operation = authority::Operation::confirmCopy,
                                     .holderCode = "990101199003071123",
                                     .holderName = "单䶮",
                                     .pickupNumber = "4711000815",
                                     .note = "住址",
                                     .copyNumber = "A7K2-9QXM-0042",
                                     .pages = 2};
    Seeds(root, "envelope").add("request", toBytes(authority::envelopeContent(request)));
}

} // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::fprintf(stderr, "usage: fuzz_seeds FOLDER\n");
        return 64;
    }
    const fs::path root = words[1];
    cardSeeds(root);
    usbSeeds(root);
    boardSeeds(root);
    chipSeeds(root);
    codeSeeds(root);
    cameraSeeds(root);
    jsonSeeds(root);
    ippSeeds(root);
    printerSeeds(root);
    fuzz::writeDocumentSeeds(root);
    fuzz::writeHostedSeeds(root);
    fuzz::writeSealSeeds(root);
    return 0;
}
