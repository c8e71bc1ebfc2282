/* SPDX-License-Identifier: Apache-2.0 */
/* Takes longer to tell its number than a call may take. */
#define _POSIX_C_SOURCE 199309L
#include <time.h>

#include "bad.h"

static int32_t sam_number(void *device, const kiosk_call *call, char number[64], kiosk_error *error)
{
    const struct timespec slow = {1, 300 * 1000 * 1000};
    nanosleep(&slow, NULL);
    return acme_reader_ops.sam_number(device, call, number, error);
}

BAD_READER(ops.sam_number = sam_number)
