// SPDX-License-Identifier: Apache-2.0
// Writes a few good inputs for every target, so that a campaign begins where parsing begins.
#include <cstdio>
#include <filesystem>
#include <string>

#include "drivers/camera/picture_file.h"
#include "drivers/card_reader/sam/codec/frame.h"
#include "drivers/card_reader/sam/codec/reply.h"
#include "firmware/base/files.h"
#include "tests/support/camera_pictures.h"
#include "tests/support/code_pictures.h"
#include "tests/support/ofd_builder.h"
#include "tests/support/sample_card.h"
#include "tests/support/sample_copy_code.h"
#include "tests/unit/seal/vectors.h"

namespace {

using namespace kiosk;
namespace fs = std::filesystem;

/// One target's folder of seeds.
class Seeds {
public:
    Seeds(const fs::path& root, const std::string& target) : folder_(root / target) {
        fs::create_directories(folder_);
    }
    void add(const std::string& name, const Bytes& bytes) const {
        if (!writeFile(folder_ / name, bytes))
            std::fprintf(stderr, "cannot write %s\n", (folder_ / name).c_str());
    }

private:
    fs::path folder_;
};

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
         {std::pair{"sample", tests::sampleCard()}, std::pair{"other", tests::otherCard()}}) {
        const Bytes record = tests::encodeRecord(card);
        frames.add(name, joined({7}, cardReply(record)));
        records.add(name, record);
    }
    frames.add("found", joined({3}, drivers::sam::encodeFrame(*fromHex("00009f00000000"))));
}

void codeSeeds(const fs::path& root) {
    const Seeds codes(root, "copy_code");
    codes.add("code", toBytes(toText(tests::sampleCopyCode())));
    codes.add("older", toBytes("LK1:990000:A7K2-93QX-0001:7"));
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

void documentSeeds(const fs::path& root) {
    for (const std::string target : {"package", "document"}) {
        const Seeds seeds(root, target);
        seeds.add("page.ofd", tests::makeOfd({}));
        seeds.add(
            "text.ofd",
            tests::makeOfd({.page = "<ofd:TextObject ID=\"9\" Boundary=\"5 5 60 10\" Font=\"3\" "
                                    "Size=\"6\"><ofd:TextCode X=\"0\" Y=\"6\" "
                                    "DeltaX=\"g 3 6\">营业执照</ofd:TextCode></ofd:TextObject>"}));
        seeds.add("path.ofd",
                  tests::makeOfd({.page = "<ofd:PathObject ID=\"8\" Boundary=\"0 0 90 50\">"
                                          "<ofd:AbbreviatedData>M 1 1 L 9 9 B 1 2 3 4 5 6 Q 7 8 9 "
                                          "9 A 5 5 0 1 0 20 20 C</ofd:AbbreviatedData>"
                                          "</ofd:PathObject>"}));
        seeds.add("stored.ofd", tests::makeZip({{"OFD.xml", "<OFD/>"}}, tests::Packing::stored));
    }
}

void sealSeeds(const fs::path& root) {
    const Seeds seeds(root, "signed_value");
    seeds.add("certificate", *fromHex(tests::vectors::kSignerCertificate));
    seeds.add("other_curve", *fromHex(tests::vectors::kOtherCurveCertificate));
}

} // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::fprintf(stderr, "usage: fuzz_seeds FOLDER\n");
        return 64;
    }
    const fs::path root = words[1];
    cardSeeds(root);
    codeSeeds(root);
    cameraSeeds(root);
    documentSeeds(root);
    sealSeeds(root);
    return 0;
}
