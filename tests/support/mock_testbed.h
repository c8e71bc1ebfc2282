// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include <umockdev.h>

namespace kiosk::tests {

/// The umockdev testbed of this process: a /dev and /sys of our own in which emulated devices live.
/// Child processes see it too. The program must run under umockdev-wrapper; one testbed per
/// process.
class MockTestbed {
public:
    MockTestbed() : bed_(umockdev_testbed_new()) {
        // Asked only now on purpose: before the testbed exists the answer is "no", and it is
        // remembered.
        umockdev_in_mock_environment();
    }
    ~MockTestbed() { g_object_unref(bed_); }
    MockTestbed(const MockTestbed&) = delete;
    MockTestbed& operator=(const MockTestbed&) = delete;

    UMockdevTestbed* handle() const { return bed_; }

private:
    UMockdevTestbed* bed_;
};

} // namespace kiosk::tests
