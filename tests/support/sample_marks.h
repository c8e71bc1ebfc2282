// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/sheet/sheet.h"
#include "tests/support/sample_copy_code.h"

namespace kiosk::tests {

/// A strip as a kiosk fills it for a citizen who reads Chinese.
inline document::SheetMarks sampleMarks() {
    const CopyCode code = sampleCopyCode("A7K2-88MP-3X9Q");
    return {
        .purpose = {"用途", "子女入学"},
        .copyNumber = {"副本编号", code.copyNumber},
        .facts = {{"证照状态", "截至 2026-11-23 10:31 有效"},
                  {"已核对", "电子印章，2026-11-23 10:31，信任清单 3F7A-09C2"},
                  {"打印时间", "2026-11-23 10:32"},
                  {"打印地点", "云桥市政务服务中心 1 号机"}},
        .code = toText(code),
        .codeHint = "扫码核验",
        .pageLine =
            [](std::size_t page, std::size_t count) {
                return "第 " + std::to_string(page) + "/" + std::to_string(count) + " 页";
            },
        .reducedLine = [](int percent) { return "按原件 " + std::to_string(percent) + "% 缩印"; }};
}

} // namespace kiosk::tests
