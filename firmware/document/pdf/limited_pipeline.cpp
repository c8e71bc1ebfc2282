// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/pdf/limited_pipeline.h"

#include "firmware/document/pdf/opened.h"

namespace kiosk::document::pdf {

namespace {

class LimitedPipeline final : public Pipeline {
public:
    explicit LimitedPipeline(std::size_t limit) : Pipeline("limited", nullptr), limit_(limit) {}

    void write(const unsigned char* data, std::size_t size) override {
        overflowed_ = overflowed_ || size > limit_ - bytes_.size();
        if (overflowed_)
            throw LimitExceeded("page content"); // ends the decoding at once; qpdf swallows it
        bytes_.append(data, data + size);
    }

    void finish() override {}

    bool overflowed() const { return overflowed_; }
    std::string take() { return std::move(bytes_); }

private:
    std::size_t limit_;
    bool overflowed_ = false;
    std::string bytes_;
};

} // namespace

std::string decoded(QPDFObjectHandle stream, std::size_t& budget) {
    LimitedPipeline pipeline(budget);
    const bool whole = stream.pipeStreamData(&pipeline, 0, qpdf_dl_specialized, true);
    if (pipeline.overflowed())
        throw LimitExceeded("page content");
    std::string bytes = pipeline.take();
    budget -= bytes.size();
    return whole ? bytes : std::string();
}

} // namespace kiosk::document::pdf
