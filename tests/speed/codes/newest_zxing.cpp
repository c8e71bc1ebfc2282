// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "tests/speed/codes/readers.h"
#include "tests/speed/program.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::speed {

namespace {

/// Portable grey maps (P5), one after the other.
Bytes pgmOf(const std::vector<CodeFrame>& frames) {
    Bytes bytes;
    for (const CodeFrame& each : frames) {
        const drivers::Frame& frame = each.frame;
        const std::string header =
            "P5 " + std::to_string(frame.width) + " " + std::to_string(frame.height) + " 255\n";
        for (const ByteView piece : {bytesOf(header), std::as_bytes(std::span(frame.luma))})
            bytes.insert(bytes.end(), piece.begin(), piece.end());
    }
    return bytes;
}

class NewestZxing final : public FrameReader {
public:
    std::string name() const override { return name_; }

    std::optional<std::vector<Seen>> read(const std::vector<CodeFrame>& frames) override {
        const char* modules = std::getenv("KIOSK_SPEED_MODULES");
        const tests::TemporaryFolder folder;
        const auto pictures = folder.path() / "frames.pgm";
        const auto result = folder.path() / "result.json";
        if (modules == nullptr || !writeFile(pictures, pgmOf(frames)) ||
            !runProgram({"node", KIOSK_SOURCE_DIR "/tests/speed/codes/newest_zxing.mjs", modules,
                         pictures.string(), result.string()}))
            return std::nullopt;
        const auto text = readFile(result);
        return text ? seenIn(*text) : std::nullopt;
    }

private:
    std::optional<std::vector<Seen>> seenIn(const Bytes& text) {
        const auto* letters = reinterpret_cast<const char*>(text.data());
        const auto json = nlohmann::json::parse(letters, letters + text.size(), nullptr, false);
        if (json.is_discarded())
            return std::nullopt;
        name_ = json.at("name").get<std::string>() + ", under node";
        std::vector<Seen> all;
        for (const auto& frame : json.at("frames"))
            all.push_back({frame.at("cpuMs"), frame.at("text")});
        return all;
    }

    std::string name_ = "newest ZXing-C++ (npm zxing-wasm)";
};

} // namespace

std::unique_ptr<FrameReader> newestZxing() {
    return std::make_unique<NewestZxing>();
}

} // namespace kiosk::speed
