// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/page/licence_text.h"

namespace kiosk::speed {

namespace {

constexpr std::size_t kLines = 31;
constexpr std::size_t kPerLine = 34;

constexpr std::u32string_view kTerms =
    U"本证照由发证机关依法核发，持证主体应当在核定的范围与期限内从事经营活动。电子证照与纸质证照具"
    U"有同等效力，"
    U"任何单位和个人不得伪造、涂改、出租、出借或者转让。名称、住所、负责人、许可项目发生变化的，应"
    U"当自变更之日"
    U"起三十日内申请换发；遗失、损毁的，凭有效身份证件办理补领手续。有效期届满需要延续的，须提前九"
    U"十日提出书面"
    U"申请并提交检测报告、平面布局图、设备清单以及从业人员健康合格证明。监督检查时请出示本页，扫描"
    U"二维码可以核对"
    U"签章、状态、摘要值和时间戳；若显示异常，以登记机关数据库所载信息为准。打印件右下角注明用途、"
    U"日期及份号，"
    U"仅供指定事项使用，超出部分无法律约束力。咨询、投诉、举报电话见公告栏，工作时间为周一至周五上"
    U"午八时半到"
    U"下午五点。温馨提示：妥善保管密码，谨防诈骗；雨雪天气路滑，注意安全！";

} // namespace

std::vector<std::u32string> licenceLines() {
    std::u32string text;
    while (text.size() < kLines * kPerLine)
        text += kTerms;
    std::vector<std::u32string> lines;
    for (std::size_t line = 0; line < kLines; ++line)
        lines.push_back(text.substr(line * kPerLine, kPerLine));
    return lines;
}

} // namespace kiosk::speed
