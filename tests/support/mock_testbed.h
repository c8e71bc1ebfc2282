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

/// The folder that holds the testbed's /dev and /sys.
inline std::string rootOf(UMockdevTestbed* bed) {
    const std::unique_ptr<gchar, decltype(&g_free)> folder(umockdev_testbed_get_root_dir(bed),
                                                           &g_free);
    return folder.get();
}

} // namespace kiosk::tests
