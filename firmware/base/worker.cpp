// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/worker.h"

namespace kiosk {

ThreadWorker::ThreadWorker() : thread_([this](const std::stop_token& ending) { run(ending); }) {}

ThreadWorker::~ThreadWorker() {
    thread_.request_stop();
    cancelAll();
}

void ThreadWorker::submit(Job job) {
    {
        const std::scoped_lock lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    wake_.notify_one();
}

void ThreadWorker::cancelAll() {
    const std::scoped_lock lock(mutex_);
    jobs_.clear();
    current_.request_stop();
}

void ThreadWorker::run(const std::stop_token& ending) {
    while (true) {
        Job job;
        std::stop_token stop;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, ending, [this] { return !jobs_.empty(); }))
                return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
            current_ = std::stop_source();
            stop = current_.get_token();
        }
        job(stop);
    }
}

} // namespace kiosk
