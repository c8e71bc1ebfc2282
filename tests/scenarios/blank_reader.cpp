// SPDX-License-Identifier: Apache-2.0
#include "tests/scenarios/blank_reader.h"

#include <algorithm>

namespace kiosk::bench {

namespace {

constexpr std::uint32_t kWhite = 0xFFFFFFFF;

class BlankFile final : public reading::OpenedFile {
public:
    explicit BlankFile(std::size_t pages) {
        facts_.format = std::string(reading::kOfd);
        facts_.pages.resize(pages, {Millimetres{20}, Millimetres{30}});
        facts_.verdict.judgement = verify::Judgement::valid;
    }

    const reading::FileFacts& facts() const override { return facts_; }
    Result<> cover(const std::vector<std::string>&) override { return {}; }
    Result<document::Sheet> sheet(const document::SheetMarks&) override {
        return document::Sheet{toBytes("%PDF-1.5"), static_cast<int>(facts_.pages.size())};
    }
    Result<Bytes> pdf(std::size_t, std::size_t) override { return toBytes("%PDF-1.5"); }
    Result<std::vector<std::string>> findings() override { return std::vector<std::string>{}; }
    Result<> drawRows(const Rows&, document::Picture& picture) override {
        std::ranges::fill(picture.pixels, kWhite);
        return {};
    }

private:
    reading::FileFacts facts_;
};

class BlankReader final : public reading::Reader {
public:
    explicit BlankReader(std::size_t pages) : pages_(pages) {}
    Result<std::unique_ptr<reading::OpenedFile>> open(ByteView, WallTime) override {
        return std::make_unique<BlankFile>(pages_);
    }

private:
    std::size_t pages_;
};

} // namespace

std::unique_ptr<reading::Reader> blankReader(std::size_t pages) {
    return std::make_unique<BlankReader>(pages);
}

} // namespace kiosk::bench
