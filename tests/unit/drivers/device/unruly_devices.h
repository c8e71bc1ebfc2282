// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

#include "drivers/auxiliaries/auxiliaries.h"
#include "drivers/camera/camera.h"
#include "drivers/card_reader/card_reader.h"
#include "drivers/code_reader/code_source.h"
#include "drivers/printer/printer.h"
#include "tests/unit/drivers/device/gate.h"

namespace kiosk::tests {

/// How a device behaves, and what was done with it. Shared with it, for it may outlive its test.
struct Temper {
    enum class Mood {
        well,
        hangs, ///< in the middle of its work, whatever it is told
        gone,  ///< dead: nothing is there
        lies,  ///< says that it is well, and fails at whatever it is asked to do
    };

    std::atomic<Mood> mood = Mood::well;
    std::atomic<int> opened = 0;
    std::atomic<int> resets = 0;
    Gate gate;

    Result<> attached() const {
        if (mood == Mood::gone)
            return fail(ErrorKind::notFound, "unruly.gone", Remedy::technician);
        return {};
    }
    Result<> work() {
        if (mood == Mood::hangs)
            gate.pass();
        if (mood == Mood::lies)
            return fail(ErrorKind::device, "unruly.fault", Remedy::technician);
        return attached();
    }
    Result<> reset() {
        ++resets;
        return attached();
    }
};

using SharedTemper = std::shared_ptr<Temper>;

/// What all have in common.
template <typename D>
class Unruly : public D {
public:
    explicit Unruly(SharedTemper temper) : temper_(std::move(temper)) {}

    drivers::DeviceIdentity identity() const final { return {.module = "unruly"}; }
    Result<> reset(std::stop_token) final { return temper_->reset(); }

protected:
    template <typename T>
    Result<T> workFor(T value) {
        TRY(temper_->work());
        return value;
    }
    Result<> work() { return temper_->work(); }
    Result<> attached() { return temper_->attached(); }

private:
    SharedTemper temper_;
};

class UnrulyReader final : public Unruly<drivers::CardReader> {
public:
    using Unruly::Unruly;
    drivers::CardReaderCapabilities capabilities() const override { return {}; }
    Result<bool> findCard(std::stop_token) override { return workFor(true); }
    Result<drivers::IdCard> readCard(std::stop_token) override {
        return workFor(drivers::IdCard{});
    }
    Result<bool> cardStillThere(std::stop_token) override { return workFor(true); }
    Result<std::string> samNumber(std::stop_token) override { return workFor(std::string()); }
};

class UnrulyPrinter final : public Unruly<drivers::Printer> {
public:
    using Unruly::Unruly;
    drivers::PrinterCapabilities capabilities() const override { return {}; }
    Result<drivers::PrinterStatus> status(std::stop_token) override {
        return workFor(drivers::PrinterStatus{});
    }
    Result<int> submit(const drivers::PrintDocument&, std::stop_token) override {
        return workFor(1);
    }
    Result<drivers::JobProgress> progress(const drivers::SentJob&, std::stop_token) override {
        return workFor(drivers::JobProgress{});
    }
    Result<> cancel(int, std::stop_token) override { return work(); }
    Result<> clearJobs(std::stop_token) override { return work(); }
};

class UnrulyCamera final : public Unruly<drivers::Camera> {
public:
    using Unruly::Unruly;
    drivers::CameraCapabilities capabilities() const override { return {}; }
    Result<> check(std::stop_token) override { return attached(); }
    Result<> start(std::stop_token) override { return work(); }
    void stop() override {}
    Result<drivers::Frame> grab(std::stop_token) override { return workFor(drivers::Frame{}); }
};

class UnrulyBoard final : public Unruly<drivers::Auxiliaries> {
public:
    using Unruly::Unruly;
    drivers::AuxiliariesCapabilities capabilities() const override { return {}; }
    Result<> set(drivers::Part, drivers::FlashRate, std::stop_token) override { return work(); }
    Result<std::optional<drivers::CabinetChange>> next(std::stop_token) override {
        return workFor(std::optional<drivers::CabinetChange>());
    }
    Result<drivers::CabinetState> state(std::stop_token) override {
        return workFor(drivers::CabinetState{});
    }
};

class UnrulyScanner final : public Unruly<drivers::CodeSource> {
public:
    using Unruly::Unruly;
    Result<std::optional<drivers::Code>> next(std::stop_token) override {
        return workFor(std::optional<drivers::Code>());
    }
};

} // namespace kiosk::tests
