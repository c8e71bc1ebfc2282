/* SPDX-License-Identifier: Apache-2.0 */
#include "acme.h"

#include <string.h>

acme_world acme = {.paper = 100, .life_pages = 1000};

int32_t acme_fail(kiosk_error *error, int32_t kind, const char *code, int32_t remedy)
{
    error->kind = kind;
    error->remedy = remedy;
    strncpy(error->code, code, sizeof error->code - 1);
    return KIOSK_FAILED;
}
