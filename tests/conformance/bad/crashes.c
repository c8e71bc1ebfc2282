/* SPDX-License-Identifier: Apache-2.0 */
/* Falls over a card that makes trouble. */
#include <signal.h>

#include "bad.h"

static int32_t read_card(void *device, const kiosk_call *call, kiosk_id_card *card,
                         kiosk_error *error)
{
    if (acme.next_trouble == KIOSK_TROUBLE_DAMAGED)
        raise(SIGSEGV);
    return acme_reader_ops.read_card(device, call, card, error);
}

BAD_READER(ops.read_card = read_card)
