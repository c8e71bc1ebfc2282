// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <semaphore>

#include <catch2/catch.hpp>

#include "firmware/base/worker.h"

namespace kiosk {

TEST_CASE("a worker runs jobs in order on its own thread") {
    std::string order;
    std::binary_semaphore done(0);
    ThreadWorker worker;
    worker.submit([&](std::stop_token) { order += "a"; });
    worker.submit([&](std::stop_token) {
        order += "b";
        done.release();
    });
    done.acquire();
    CHECK(order == "ab");
}

TEST_CASE("ending a worker stops the running job and drops the waiting one") {
    std::binary_semaphore started(0);
    std::atomic<bool> stopped = false;
    std::atomic<bool> second = false;
    {
        ThreadWorker worker;
        worker.submit([&](const std::stop_token& stop) {
            std::binary_semaphore asked(0);
            const std::stop_callback wake(stop, [&] { asked.release(); });
            started.release();
            asked.acquire();
            stopped = true;
        });
        worker.submit([&](std::stop_token) { second = true; });
        started.acquire();
    }
    CHECK(stopped);
    CHECK_FALSE(second);
}

} // namespace kiosk
