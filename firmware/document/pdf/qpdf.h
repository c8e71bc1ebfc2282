// SPDX-License-Identifier: Apache-2.0
#pragma once

/// The library's headers, in the form all our compilers read.

#define POINTERHOLDER_TRANSITION 4 // std::shared_ptr throughout

#ifdef __clang__
// With libstdc++ 12 clang wants the destructor of a vector of JSON while JSON is still being
// defined. Declared as a specialization it is the library's, which alone calls it.
#include <vector>
class JSON;
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdtor-name"
#pragma clang diagnostic ignored "-Wundefined-inline"
template <>
constexpr std::vector<JSON>::~vector() noexcept;
#pragma clang diagnostic pop
#endif

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
