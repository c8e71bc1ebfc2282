// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/recording/recorder.h"

#include "tests/conformance/recording/reader_calls.h"

namespace kiosk::tests {

namespace {

using drivers::LinkResult;

/// A recorder that was forgotten fills no disk; loadRecording() reads no more either.
constexpr std::size_t kLargestFile = 15U << 20;

class RecordedConnection final : public drivers::UsbConnection {
public:
    RecordedConnection(std::shared_ptr<Recorder> recorder,
                       std::unique_ptr<drivers::UsbConnection> beneath)
        : recorder_(std::move(recorder)), beneath_(std::move(beneath)) {}

    const drivers::UsbDescription& description() const override { return beneath_->description(); }
    const drivers::UsbInterface& interface() const override { return beneath_->interface(); }

    LinkResult<> write(const drivers::BulkEndpoint& to, ByteView bytes,
                       std::chrono::milliseconds timeout, const std::stop_token& stop) override {
        const auto result = beneath_->write(to, bytes, timeout, stop);
        keep({.kind = Transfer::Kind::out, .pipe = to.address}, result, bytes);
        return result;
    }
    LinkResult<Bytes> read(const drivers::BulkEndpoint& from, std::chrono::milliseconds timeout,
                           const std::stop_token& stop) override {
        auto result = beneath_->read(from, timeout, stop);
        keep({.kind = Transfer::Kind::in, .pipe = from.address}, result,
             result ? ByteView(*result) : ByteView());
        return result;
    }
    LinkResult<Bytes> ask(const drivers::UsbClassRequest& what, std::uint16_t most,
                          std::chrono::milliseconds timeout, const std::stop_token& stop) override {
        auto result = beneath_->ask(what, most, timeout, stop);
        keep({.kind = Transfer::Kind::ask, .request = what}, result,
             result ? ByteView(*result) : ByteView());
        return result;
    }
    LinkResult<> tell(const drivers::UsbClassRequest& what, std::chrono::milliseconds timeout,
                      const std::stop_token& stop) override {
        const auto result = beneath_->tell(what, timeout, stop);
        keep({.kind = Transfer::Kind::tell, .request = what}, result, {});
        return result;
    }

private:
    template <typename T>
    void keep(Transfer transfer, const LinkResult<T>& result, ByteView bytes) {
        if (!result)
            transfer.trouble = result.error();
        transfer.bytes.assign(bytes.begin(), bytes.end());
        recorder_->add(std::move(transfer));
    }

    std::shared_ptr<Recorder> recorder_;
    std::unique_ptr<drivers::UsbConnection> beneath_;
};

/// Tells the recorder what is asked of a reader and what it answers.
class RecordedReader final : public drivers::CardReader {
    template <typename Call>
    auto told(std::string_view name, Call call) {
        recorder_->add(DriverCall{std::string(name)});
        auto answer = call();
        recorder_->add(DriverAnswer{wordFor(answer)});
        return answer;
    }

public:
    RecordedReader(std::shared_ptr<Recorder> recorder, std::unique_ptr<drivers::CardReader> reader)
        : recorder_(std::move(recorder)), reader_(std::move(reader)) {}

    drivers::DeviceIdentity identity() const override { return reader_->identity(); }
    drivers::CardReaderCapabilities capabilities() const override {
        return reader_->capabilities();
    }
    Result<> reset(std::stop_token stop) override {
        return told(calls::kReset, [&] { return reader_->reset(stop); });
    }
    Result<bool> findCard(std::stop_token stop) override {
        return told(calls::kFindCard, [&] { return reader_->findCard(stop); });
    }
    Result<drivers::IdCard> readCard(std::stop_token stop) override {
        return told(calls::kReadCard, [&] { return reader_->readCard(stop); });
    }
    Result<bool> cardStillThere(std::stop_token stop) override {
        return told(calls::kCardStillThere, [&] { return reader_->cardStillThere(stop); });
    }
    Result<std::string> samNumber(std::stop_token stop) override {
        return told(calls::kSamNumber, [&] { return reader_->samNumber(stop); });
    }

private:
    std::shared_ptr<Recorder> recorder_;
    std::unique_ptr<drivers::CardReader> reader_;
};

} // namespace

Result<std::shared_ptr<Recorder>> Recorder::create(const std::filesystem::path& file,
                                                   const Clock& clock) {
    std::error_code ignored;
    std::ofstream out;
    if (!std::filesystem::exists(file, ignored))
        out.open(file, std::ios::binary);
    if (!out)
        return fail(ErrorKind::configuration, "recorder.no-file", Remedy::configuration,
                    file.string());
    return std::shared_ptr<Recorder>(new Recorder(std::move(out), clock));
}

Recorder::Recorder(std::ofstream out, const Clock& clock)
    : out_(std::move(out)), clock_(clock), begun_(clock.steady()) {}

Recorder::~Recorder() {
    if (cleaner_)
        write(cleaner_->rest());
}

void Recorder::begin(const drivers::UsbId& id, const drivers::UsbInterface& interface,
                     std::unique_ptr<Cleaner> cleaner) {
    cleaner_ = std::move(cleaner);
    begun_ = clock_.steady();
    write(headText(id, interface) + lineText(DriverCall{std::string(calls::kOpen)}));
}

void Recorder::add(Transfer transfer) {
    transfer.at = std::chrono::duration_cast<std::chrono::milliseconds>(clock_.steady() - begun_);
    write(cleaner_->take(std::move(transfer)));
}

void Recorder::add(const DriverCall& call) {
    write(cleaner_->rest());
    write(lineText(call));
}

void Recorder::add(const DriverAnswer& answer) {
    if (cleaner_)
        write(cleaner_->rest());
    write(lineText(answer));
}

void Recorder::write(const std::vector<Transfer>& clean) {
    for (const Transfer& transfer : clean)
        write(lineText(transfer));
}

void Recorder::write(const std::string& text) {
    written_ += text.size();
    if (written_ <= kLargestFile)
        out_ << text << std::flush;
}

drivers::OpenUsb recorded(std::shared_ptr<Recorder> recorder, drivers::OpenUsb beneath,
                          MakeCleaner makeCleaner) {
    return [recorder = std::move(recorder), beneath = std::move(beneath), makeCleaner](
               const drivers::UsbWish& wish) -> Result<std::unique_ptr<drivers::UsbConnection>> {
        auto usb = TRY(beneath(wish));
        const drivers::UsbId id = usb->description().id;
        recorder->begin(id, usb->interface(), makeCleaner(id, usb->interface()));
        return std::make_unique<RecordedConnection>(recorder, std::move(usb));
    };
}

Result<std::unique_ptr<drivers::CardReader>> openRecordedReader(const std::filesystem::path& file,
                                                                const Clock& clock,
                                                                const OpenReaderOver& open,
                                                                const drivers::OpenUsb& beneath,
                                                                const MakeCleaner& makeCleaner) {
    auto recorder = TRY(Recorder::create(file, clock));
    auto reader = open(recorded(recorder, beneath, makeCleaner));
    recorder->add(DriverAnswer{wordFor(reader)});
    return std::make_unique<RecordedReader>(std::move(recorder), TRY(std::move(reader)));
}

} // namespace kiosk::tests
