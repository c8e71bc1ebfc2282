// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/worker.h"

namespace kiosk {

ThreadWorker::ThreadWorker() : thread_([this] { run(); }) {}

ThreadWorker::~ThreadWorker() {
    cancelAll();
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    wake_.notify_one();
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

void ThreadWorker::run() {
    while (true) {
        Job job;
        std::stop_token stop;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
            if (ending_)
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
