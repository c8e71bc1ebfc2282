// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>

#include "firmware/base/late_library.h"

/// What we call of libcurl. It brings Kerberos, LDAP and SSH with it, none of which the first
/// picture needs. Private to this room.
namespace kiosk::authority {

inline constexpr LateLibrary kLibcurl{KIOSK_LIBCURL};

// NOLINTBEGIN(readability-identifier-naming): the library's own names
KIOSK_LATE(kLibcurl, curl_easy_cleanup);
KIOSK_LATE(kLibcurl, curl_easy_getinfo);
KIOSK_LATE(kLibcurl, curl_easy_init);
KIOSK_LATE(kLibcurl, curl_easy_setopt);
KIOSK_LATE(kLibcurl, curl_easy_strerror);
KIOSK_LATE(kLibcurl, curl_global_init);
KIOSK_LATE(kLibcurl, curl_multi_add_handle);
KIOSK_LATE(kLibcurl, curl_multi_cleanup);
KIOSK_LATE(kLibcurl, curl_multi_info_read);
KIOSK_LATE(kLibcurl, curl_multi_init);
KIOSK_LATE(kLibcurl, curl_multi_perform);
KIOSK_LATE(kLibcurl, curl_multi_poll);
KIOSK_LATE(kLibcurl, curl_multi_remove_handle);
KIOSK_LATE(kLibcurl, curl_multi_wakeup);
KIOSK_LATE(kLibcurl, curl_slist_append);
KIOSK_LATE(kLibcurl, curl_slist_free_all);
// NOLINTEND(readability-identifier-naming)

} // namespace kiosk::authority
