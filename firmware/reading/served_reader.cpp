// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/served_reader.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "firmware/base/base64.h"
#include "firmware/base/process/shared_memory.h"
#include "firmware/reading/facts_json.h"
#include "firmware/reading/plain_reader.h"

namespace kiosk::reading {

namespace {

using nlohmann::json;

/// One file, and what may be asked of it. The questions come from the kiosk and are believed.
class Service {
public:
    Result<json> answer(const json& question, Descriptor memory) {
        const std::string wish = question.at("do");
        if (wish == "open")
            return open(question, std::move(memory));
        if (!file_)
            return fail(ErrorKind::internal, "document.none-open", Remedy::supplier);
        if (wish == "draw")
            return draw(question, std::move(memory));
        if (wish == "cover")
            return cover(question);
        if (wish == "vectors")
            return drawVectors(question, std::move(memory));
        if (wish == "compose")
            return compose(question, std::move(memory));
        return json(TRY(file_->findings()));
    }

private:
    Result<json> open(const json& question, Descriptor descriptor) {
        verify::TrustList trust;
        for (const json& root : question.at("roots"))
            trust.roots.push_back(TRY(fromBase64(root.get<std::string>())));
        const SharedMemory memory =
            TRY(SharedMemory::received(std::move(descriptor), question.at("size")));
        const WallTime now{std::chrono::seconds(question.at("now"))};
        file_ = TRY(PlainReader(std::move(trust)).open(memory.bytes(), now));
        return factsJson(file_->facts());
    }

    Result<json> draw(const json& question, Descriptor descriptor) {
        const auto use = question.at("use") == "print" ? document::Document::Use::print
                                                       : document::Document::Use::screen;
        document::Picture rows{question.at("width"), question.at("height"), {}};
        TRY(file_->drawRows(
            {question.at("page"), document::Dpi{question.at("density")}, use, question.at("top")},
            rows));
        TRY(hand(std::as_bytes(std::span(rows.pixels)), std::move(descriptor)));
        return json(true);
    }

    Result<json> cover(const json& question) {
        TRY(file_->cover(question.at("words")));
        return json(true);
    }

    Result<json> drawVectors(const json& question, Descriptor descriptor) {
        const Bytes pdf = TRY(file_->pdf(question.at("first"), question.at("count")));
        TRY(hand(pdf, std::move(descriptor)));
        return json{{"size", pdf.size()}, {"pages", question.at("count")}};
    }

    Result<json> compose(const json& question, Descriptor descriptor) {
        const document::Sheet sheet = TRY(file_->sheet(marksFrom(question.at("marks"))));
        TRY(hand(sheet.pdf, std::move(descriptor)));
        return json{{"size", sheet.pdf.size()}, {"pages", sheet.pages}};
    }

    static Result<> hand(ByteView bytes, Descriptor descriptor) {
        const auto memory = SharedMemory::received(std::move(descriptor), bytes.size());
        if (!memory)
            return fail(ErrorKind::limitExceeded, "document.too-large", Remedy::supplier, "drawn");
        std::ranges::copy(bytes, memory->bytes().begin());
        return {};
    }

    std::unique_ptr<OpenedFile> file_;
};

std::string answerTo(Service& service, Message question) {
    auto answer = service.answer(json::parse(question.text), std::move(question.memory));
    return textOf(answer ? json{{"answer", std::move(*answer)}}
                         : json{{"error", errorJson(answer.error())}});
}

} // namespace

void serve(Channel channel) {
    Service service;
    while (true) {
        auto question = channel.receive();
        if (!question || !channel.send(answerTo(service, std::move(*question))))
            return;
    }
}

} // namespace kiosk::reading
