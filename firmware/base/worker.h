// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace kiosk {

/// Where blocking calls happen: one worker per open device, one for the network. Jobs run one after
/// another; a job watches its stop token and returns its result by EventLoop::post.
class Worker {
public:
    using Job = std::move_only_function<void(std::stop_token)>;

    virtual ~Worker() = default;
    virtual void submit(Job job) = 0;
    /// Asks the running job to stop and drops those that wait. Returns at once.
    virtual void cancelAll() = 0;
};

/// A thread of its own. Destroying it cancels everything and waits for the running job.
class ThreadWorker final : public Worker {
public:
    ThreadWorker();
    ~ThreadWorker() override;
    ThreadWorker(const ThreadWorker&) = delete;
    ThreadWorker& operator=(const ThreadWorker&) = delete;

    void submit(Job job) override;
    void cancelAll() override;

private:
    void run();

    std::mutex mutex_; ///< guards all below but the thread
    std::condition_variable wake_;
    bool ending_ = false;
    std::deque<Job> jobs_;
    std::stop_source current_;
    std::jthread thread_; ///< last: it uses what is above
};

/// Runs each job at once on the calling thread: for tests on a manual clock and for command-line
/// tools.
class InlineWorker final : public Worker {
public:
    void submit(Job job) override { job(std::stop_token{}); }
    void cancelAll() override {}
};

} // namespace kiosk
