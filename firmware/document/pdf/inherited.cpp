// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/pdf/inherited.h"

namespace kiosk::document::pdf {

namespace {

constexpr int kDeepestTree = 64; ///< a parent may point back at its kid

} // namespace

QPDFObjectHandle inheritedAttribute(QPDFObjectHandle page, const std::string& key) {
    for (int level = 0; level < kDeepestTree && page.isDictionary(); ++level) {
        if (page.hasKey(key))
            return page.getKey(key);
        page = page.getKey("/Parent");
    }
    return QPDFObjectHandle::newNull();
}

} // namespace kiosk::document::pdf
