// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <utility>

#include "drivers/printer/printer.h"

namespace kiosk::bench {

/// A driver that hands every call on to another one: tests change the call they are about.
class PassingPrinter : public drivers::Printer {
public:
    explicit PassingPrinter(std::shared_ptr<drivers::Printer> inner) : inner_(std::move(inner)) {}

    drivers::DeviceIdentity identity() const override { return inner_->identity(); }
    drivers::PrinterCapabilities capabilities() const override { return inner_->capabilities(); }
    Result<> reset(std::stop_token stop) override { return inner_->reset(stop); }
    Result<drivers::PrinterStatus> status(std::stop_token stop) override {
        return inner_->status(stop);
    }
    Result<int> submit(const drivers::PrintDocument& document, std::stop_token stop) override {
        return inner_->submit(document, stop);
    }
    Result<drivers::JobProgress> progress(const drivers::SentJob& job,
                                          std::stop_token stop) override {
        return inner_->progress(job, stop);
    }
    Result<> cancel(int jobId, std::stop_token stop) override {
        return inner_->cancel(jobId, stop);
    }
    Result<> clearJobs(std::stop_token stop) override { return inner_->clearJobs(stop); }

protected:
    drivers::Printer& inner() { return *inner_; }

private:
    std::shared_ptr<drivers::Printer> inner_;
};

} // namespace kiosk::bench
