// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/confined_reader.h"

#include <algorithm>
#include <cstring>

#include <nlohmann/json.hpp>

#include "firmware/base/base64.h"
#include "firmware/base/process/shared_memory.h"
#include "firmware/reading/facts_json.h"
#include "firmware/reading/opened_pdf.h"

namespace kiosk::reading {

namespace {

using nlohmann::json;

/// More than any licence needs; only what is written costs memory.
constexpr std::size_t kRoomForPdf = std::size_t{64} << 20;

std::unexpected<Error> nonsense() {
    return fail(ErrorKind::malformed, "document.reader-died", Remedy::supplier,
                "nonsense instead of an answer");
}

/// What `read` makes of the answer. The process may belong to the file by now: nothing it says is
/// believed to have any form.
template <typename Read>
auto understood(const std::string& text, Read read) -> Result<decltype(read(json()))> {
    try {
        const json answer = json::parse(text);
        if (answer.contains("error"))
            return std::unexpected(errorFrom(answer.at("error")));
        return read(answer.at("answer"));
    } catch (const std::exception&) {
        return nonsense();
    }
}

class ConfinedFile final : public OpenedFile {
public:
    ConfinedFile(ReaderProcess process, FileFacts facts, Patience patience)
        : process_(std::move(process)), facts_(std::move(facts)), patience_(patience) {}

    const FileFacts& facts() const override { return facts_; }

    Result<> drawRows(const Rows& wanted, document::Picture& picture) override {
        picture.pixels.resize(static_cast<std::size_t>(picture.width) *
                              static_cast<std::size_t>(picture.height));
        const auto pixels = std::as_writable_bytes(std::span(picture.pixels));
        const SharedMemory memory = TRY(SharedMemory::create(pixels.size()));
        const bool print = wanted.use == document::Document::Use::print;
        const json question = {{"do", "draw"},
                               {"page", wanted.page},
                               {"density", wanted.density.value},
                               {"use", print ? "print" : "screen"},
                               {"top", wanted.top},
                               {"width", picture.width},
                               {"height", picture.height}};
        TRY(understood(TRY(process_.ask(question.dump(), memory.descriptor(), patience_)),
                       [](const json&) { return true; }));
        std::ranges::copy(memory.bytes(), pixels.begin());
        return {};
    }

    Result<> cover(const std::vector<std::string>& words) override {
        const json question = {{"do", "cover"}, {"words", words}};
        TRY(understood(TRY(process_.ask(textOf(question), -1, patience_)),
                       [](const json&) { return true; }));
        return {};
    }

    Result<document::Sheet> sheet(const document::SheetMarks& marks) override {
        Drawn drawn =
            TRY(draw({{"do", "compose"}, {"marks", marksJson(marks, facts_.pages.size())}}));
        return document::Sheet{std::move(drawn.pdf), drawn.pages};
    }

    Result<Bytes> pdf(std::size_t first, std::size_t count) override {
        return TRY(draw({{"do", "vectors"}, {"first", first}, {"count", count}})).pdf;
    }

    Result<std::vector<std::string>> findings() override {
        return understood(TRY(process_.ask(R"({"do":"findings"})", -1, patience_)),
                          [](const json& list) { return list.get<std::vector<std::string>>(); });
    }

private:
    struct Drawn {
        Bytes pdf;
        int pages = 0;
    };

    Result<Drawn> draw(const json& question) {
        const SharedMemory memory = TRY(SharedMemory::create(kRoomForPdf));
        const auto [size, pages] =
            TRY(understood(TRY(process_.ask(textOf(question), memory.descriptor(), patience_)),
                           [](const json& answer) {
                               return std::pair<std::size_t, int>(answer.at("size"),
                                                                  answer.at("pages"));
                           }));
        if (size > kRoomForPdf || pages < 1)
            return nonsense();
        const ByteView pdf = memory.bytes().first(size);
        return Drawn{{pdf.begin(), pdf.end()}, pages};
    }

    ReaderProcess process_;
    FileFacts facts_;
    Patience patience_;
};

json opening(std::size_t size, WallTime now, const verify::TrustList& trust) {
    json question = {{"do", "open"},
                     {"size", size},
                     {"now", std::chrono::system_clock::to_time_t(now)},
                     {"roots", json::array()}};
    for (const Bytes& root : trust.roots)
        question["roots"].push_back(toBase64(root));
    return question;
}

} // namespace

ConfinedReader::ConfinedReader(std::filesystem::path program, verify::TrustList trust, Spare spare,
                               Patience patience)
    : program_(std::move(program)),
      trust_(std::move(trust)),
      keepsSpare_(spare),
      patience_(patience) {}

/// The spare one, and another spare in its place. Without a spare the failure to start says why.
Result<ReaderProcess> ConfinedReader::readyProcess() {
    const std::scoped_lock lock(mutex_);
    ReaderProcess process = spare_ ? std::move(*spare_) : TRY(ReaderProcess::start(program_));
    spare_.reset();
    if (keepsSpare_ == Spare::none)
        return process;
    if (auto next = ReaderProcess::start(program_))
        spare_.emplace(std::move(*next));
    return process;
}

Result<std::unique_ptr<OpenedFile>> ConfinedReader::open(ByteView file, WallTime now) {
    const SharedMemory memory = TRY(SharedMemory::holding(file));
    ReaderProcess process = TRY(readyProcess());
    const std::string question = opening(file.size(), now, trust_).dump();
    FileFacts facts =
        TRY(understood(TRY(process.ask(question, memory.descriptor(), patience_)), factsFrom));
    if (facts.format == kPdf)
        return openedPdf(std::move(facts), file, patience_);
    return std::make_unique<ConfinedFile>(std::move(process), std::move(facts), patience_);
}

} // namespace kiosk::reading
