/* SPDX-License-Identifier: Apache-2.0 */
/* Finds a card that was read and still lies there. */
#include "bad.h"

static int32_t find_card(void *device, const kiosk_call *call, int32_t *found, kiosk_error *error)
{
    if (acme.card == ACME_READ)
        acme.card = ACME_LAID;
    return acme_reader_ops.find_card(device, call, found, error);
}

BAD_READER(ops.find_card = find_card)
