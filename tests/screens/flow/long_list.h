// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>

#include "firmware/authority/authority.h"

namespace kiosk::flow {

/// The kinds a company of many trades holds besides those of the sandbox.
inline constexpr std::array kFurtherKinds{
    "卫生许可证",         "道路运输经营许可证", "排污许可证",         "特种行业许可证",
    "建筑业企业资质证书", "安全生产许可证",     "烟草专卖零售许可证", "出版物经营许可证",
    "医疗器械经营许可证", "消防安全检查合格证", "不动产权证书",       "取水许可证"};

/// A region whose companies hold all of them: each has the file of the first licence the region
/// itself knows.
std::shared_ptr<authority::Authority> withLongLists(std::shared_ptr<authority::Authority> region);

} // namespace kiosk::flow
