// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/pwg/pwg_raster.h"
#include "drivers/vendor/vendor.h"
#include "tests/conformance/kit/rigs.h"
#include "tests/conformance/kit/vendor_card.h"
#include "tests/conformance/kit/vendor_hands.h"

namespace kiosk::tests {

namespace {

using drivers::CardTrouble;
using drivers::IdCard;

class VendorReaderRig final : public ReaderRig {
public:
    explicit VendorReaderRig(const std::string& at) : at_(at), hands_(at) {}
    Result<> open() {
        reader_.reset();
        reader_ = TRY(drivers::openVendorCardReader(at_));
        return {};
    }

    drivers::CardReader& reader() override { return *reader_; }
    void lay(const IdCard& card) override {
        const kiosk_id_card theirs = toVendor(card);
        by(hands_.reader().lay, "lay a card", &theirs);
    }
    void lift() override { by(hands_.reader().lift, "lift the card"); }
    void failNextRead(CardTrouble trouble) override {
        by(hands_.reader().fail_next_read, "spoil a read", toVendor(trouble));
    }
    void unplug() override { by(hands_.reader().unplug, "pull the plug"); }
    void plugAndOpen() override {
        by(hands_.reader().plug, "put the plug in");
        if (const auto opened = open(); !opened)
            throw NotOffered{"open it again: " + opened.error().line()};
    }
    void holdNextRead() override { by(hands_.reader().hold_next_read, "hold up a read"); }

private:
    std::string at_;
    Hands hands_;
    std::unique_ptr<drivers::CardReader> reader_;
};

class VendorPrinterBench final : public PrinterBench {
public:
    explicit VendorPrinterBench(const std::string& at) : at_(at), hands_(at) {}
    Result<> open() {
        printer_ = TRY(drivers::openVendorPrinter(at_));
        return {};
    }

    drivers::Printer& printer() override { return *printer_; }
    drivers::Printer& reopened() override {
        auto opened = drivers::openVendorPrinter(at_);
        if (!opened)
            throw NotOffered{"open it again: " + opened.error().line()};
        reopened_ = std::move(*opened);
        return *reopened_;
    }
    std::vector<drivers::DocumentFormat> formats() const override {
        return printer_->capabilities().formats;
    }
    Bytes asReceived(const drivers::PrintDocument& document) const override {
        const auto taken = formats();
        if (std::ranges::find(taken, drivers::DocumentFormat::pdf) != taken.end())
            return document.pdf;
        return drivers::pwg::toPwgRaster(document, drivers::kVendorDotsPerInch).value_or(Bytes());
    }
    std::vector<Bytes> received() const override {
        std::vector<Bytes> documents;
        const kiosk_printer_rig rig = hands_.printer();
        const int32_t count = by(rig.received, "look at what the printer was given");
        for (int32_t index = 0; index < count; ++index) {
            std::size_t size = 0;
            const auto* bytes = reinterpret_cast<const std::byte*>(
                by(rig.document, "look at what the printer was given", index, &size));
            documents.emplace_back(bytes, bytes + size);
        }
        return documents;
    }

    void pageOut() override { by(hands_.printer().page_out, "let a page out"); }
    void jam() override { by(hands_.printer().jam, "jam a sheet"); }
    void clearJam() override { by(hands_.printer().clear_jam, "clear the jam"); }
    void openCover() override { by(hands_.printer().open_cover, "open the cover"); }
    void closeCover() override { by(hands_.printer().close_cover, "close the cover"); }
    void takePaper() override { by(hands_.printer().take_paper, "take the paper out"); }
    void putPaper() override { by(hands_.printer().put_paper, "put paper in"); }
    void lowToner() override { by(hands_.printer().low_toner, "use up the toner"); }
    void settleCancelled() override {
        by(hands_.printer().settle_cancelled, "let a cancelled job end");
    }
    void vanish() override { by(hands_.printer().vanish, "pull the cable"); }
    void loseNextReply() override {
        by(hands_.printer().lose_next_reply, "lose the answer to a hand-over");
    }
    void holdNextJob() override { by(hands_.printer().hold_next_job, "hold up a hand-over"); }
    std::chrono::milliseconds settlingTime() const override { return std::chrono::seconds(2); }

private:
    std::string at_;
    Hands hands_;
    std::unique_ptr<drivers::Printer> printer_;
    std::unique_ptr<drivers::Printer> reopened_;
};

} // namespace

Result<std::unique_ptr<ReaderRig>> vendorReaderRig(const std::string& at) {
    auto rig = std::make_unique<VendorReaderRig>(at);
    TRY(rig->open());
    return rig;
}

Result<std::unique_ptr<PrinterBench>> vendorPrinterBench(const std::string& at) {
    auto bench = std::make_unique<VendorPrinterBench>(at);
    TRY(bench->open());
    return bench;
}

} // namespace kiosk::tests
