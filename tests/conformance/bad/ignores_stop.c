/* SPDX-License-Identifier: Apache-2.0 */
/* Once it reads it does not listen any more. */
#include "bad.h"

static int never(void *context)
{
    (void)context;
    return 0;
}

static int32_t read_card(void *device, const kiosk_call *call, kiosk_id_card *card,
                         kiosk_error *error)
{
    kiosk_call deaf = *call;
    if (!call->stop_asked(call->context))
        deaf.stop_asked = never;
    return acme_reader_ops.read_card(device, &deaf, card, error);
}

BAD_READER(ops.read_card = read_card)
