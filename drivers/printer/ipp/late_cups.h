// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cups/cups.h>
#include <cups/http.h>
#include <cups/ipp.h>

#include "firmware/base/late_library.h"

/// What we call of libcups. It brings GnuTLS, Kerberos and Avahi with it, which neither the first
/// picture needs nor a kiosk whose printer speaks otherwise. Private to this module.
namespace kiosk::drivers::ipp {

inline constexpr LateLibrary kLibcups{KIOSK_LIBCUPS};

// NOLINTBEGIN(readability-identifier-naming): the library's own names
KIOSK_LATE(kLibcups, cupsArrayFirst);
KIOSK_LATE(kLibcups, cupsHashData);
KIOSK_LATE(kLibcups, httpClearFields);
KIOSK_LATE(kLibcups, httpClose);
KIOSK_LATE(kLibcups, httpConnect2);
KIOSK_LATE(kLibcups, httpCopyCredentials);
KIOSK_LATE(kLibcups, httpFlushWrite);
KIOSK_LATE(kLibcups, httpFreeCredentials);
KIOSK_LATE(kLibcups, httpPost);
KIOSK_LATE(kLibcups, httpSeparateURI);
KIOSK_LATE(kLibcups, httpSetField);
KIOSK_LATE(kLibcups, httpSetLength);
KIOSK_LATE(kLibcups, httpSetTimeout);
KIOSK_LATE(kLibcups, httpUpdate);
KIOSK_LATE(kLibcups, httpWrite2);
KIOSK_LATE(kLibcups, ippAddBoolean);
KIOSK_LATE(kLibcups, ippAddInteger);
KIOSK_LATE(kLibcups, ippAddString);
KIOSK_LATE(kLibcups, ippAddStrings);
KIOSK_LATE(kLibcups, ippDelete);
KIOSK_LATE(kLibcups, ippErrorString);
KIOSK_LATE(kLibcups, ippFindAttribute);
KIOSK_LATE(kLibcups, ippFindNextAttribute);
KIOSK_LATE(kLibcups, ippFirstAttribute);
KIOSK_LATE(kLibcups, ippGetBoolean);
KIOSK_LATE(kLibcups, ippGetCount);
KIOSK_LATE(kLibcups, ippGetGroupTag);
KIOSK_LATE(kLibcups, ippGetInteger);
KIOSK_LATE(kLibcups, ippGetName);
KIOSK_LATE(kLibcups, ippGetOctetString);
KIOSK_LATE(kLibcups, ippGetRequestId);
KIOSK_LATE(kLibcups, ippGetResolution);
KIOSK_LATE(kLibcups, ippGetStatusCode);
KIOSK_LATE(kLibcups, ippGetString);
KIOSK_LATE(kLibcups, ippLength);
KIOSK_LATE(kLibcups, ippNew);
KIOSK_LATE(kLibcups, ippNewRequest);
KIOSK_LATE(kLibcups, ippNextAttribute);
KIOSK_LATE(kLibcups, ippRead);
KIOSK_LATE(kLibcups, ippWrite);
// NOLINTEND(readability-identifier-naming)

} // namespace kiosk::drivers::ipp
