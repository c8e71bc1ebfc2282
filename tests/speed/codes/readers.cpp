// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/codes/readers.h"

#include "drivers/code_reader/code_search.h"
#include "tests/speed/measure.h"

#ifdef KIOSK_HAS_ZBAR
#include <zbar.h>
#endif

namespace kiosk::speed {

namespace {

using drivers::Code;
using drivers::Frame;

/// Reads in this process, timed frame by frame.
template <typename Look>
class InProcess final : public FrameReader {
public:
    InProcess(std::string name, Look look) : name_(std::move(name)), look_(std::move(look)) {}

    std::string name() const override { return name_; }

    std::optional<std::vector<Seen>> read(const std::vector<CodeFrame>& frames) override {
        std::vector<Seen> all;
        for (const CodeFrame& frame : frames) {
            Seen seen;
            const auto sample = sampleOf(
                [&]() -> Result<> {
                    if (auto code = look_(frame.frame))
                        seen.text = std::move(code->text);
                    return {};
                },
                1);
            seen.cpuMs = sample->cpu;
            all.push_back(std::move(seen));
        }
        return all;
    }

private:
    std::string name_;
    Look look_;
};

template <typename Look>
std::unique_ptr<FrameReader> inProcess(std::string name, Look look) {
    return std::make_unique<InProcess<Look>>(std::move(name), std::move(look));
}

/// Stands for what is not here.
class Missing final : public FrameReader {
public:
    explicit Missing(std::string name) : name_(std::move(name)) {}
    std::string name() const override { return name_; }
    std::optional<std::vector<Seen>> read(const std::vector<CodeFrame>&) override {
        return std::nullopt;
    }

private:
    std::string name_;
};

constexpr const char* kZbar = "zbar";

#ifdef KIOSK_HAS_ZBAR
struct ZbarEnd {
    void operator()(zbar::zbar_image_scanner_t* scanner) const {
        zbar::zbar_image_scanner_destroy(scanner);
    }
    void operator()(zbar::zbar_image_t* image) const { zbar::zbar_image_destroy(image); }
};

class Zbar {
public:
    Zbar() : scanner_(zbar::zbar_image_scanner_create()) {
        using namespace zbar;
        zbar_image_scanner_set_config(scanner_.get(), ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
        zbar_image_scanner_set_config(scanner_.get(), ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    }

    std::optional<Code> operator()(const Frame& frame) const {
        const std::unique_ptr<zbar::zbar_image_t, ZbarEnd> image(zbar::zbar_image_create());
        constexpr unsigned long kY800 = 0x30303859; // 'Y800', least significant letter first
        zbar::zbar_image_set_format(image.get(), kY800);
        zbar::zbar_image_set_size(image.get(), static_cast<unsigned>(frame.width),
                                  static_cast<unsigned>(frame.height));
        zbar::zbar_image_set_data(image.get(), frame.luma.data(), frame.luma.size(), nullptr);
        if (zbar::zbar_scan_image(scanner_.get(), image.get()) <= 0)
            return std::nullopt;
        const auto* symbol = zbar::zbar_image_first_symbol(image.get());
        return Code{
            {zbar::zbar_symbol_get_data(symbol), zbar::zbar_symbol_get_data_length(symbol)}};
    }

private:
    std::unique_ptr<zbar::zbar_image_scanner_t, ZbarEnd> scanner_;
};
#endif

} // namespace

std::unique_ptr<FrameReader> ourReader() {
    return inProcess("readCode", drivers::readCode);
}

std::unique_ptr<FrameReader> ourSearch() {
    return inProcess("CodeSearch", [search = drivers::CodeSearch()](const Frame& frame) mutable {
        return search.look(frame);
    });
}

std::unique_ptr<FrameReader> bareZxing() {
    return inProcess("Debian's ZXing-C++", drivers::decode);
}

std::unique_ptr<FrameReader> zbar() {
#ifdef KIOSK_HAS_ZBAR
    return inProcess(kZbar, Zbar());
#else
    return std::make_unique<Missing>(kZbar);
#endif
}

} // namespace kiosk::speed
