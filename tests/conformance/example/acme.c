/* SPDX-License-Identifier: Apache-2.0 */
#define _POSIX_C_SOURCE 199309L /* nanosleep() */

#include "acme.h"

#include <string.h>
#include <time.h>

acme_world acme = {.paper = 100,
                   .life_pages = 1000,
                   .stands = {.power = KIOSK_POWER_MAINS},
                   .told = {.power = KIOSK_POWER_MAINS}};

int32_t acme_fail(kiosk_error *error, int32_t kind, const char *code, int32_t remedy)
{
    error->kind = kind;
    error->remedy = remedy;
    strncpy(error->code, code, sizeof error->code - 1);
    return KIOSK_FAILED;
}

int acme_wait(const kiosk_call *call, int32_t waited_ms)
{
    const struct timespec slice = {0, 20 * 1000 * 1000};
    const uint32_t left = 100; /* for the way back */
    if (call->stop_asked(call->context) || (uint32_t)waited_ms + left >= call->deadline_ms)
        return 0;
    nanosleep(&slice, NULL);
    return 1;
}
