/* SPDX-License-Identifier: Apache-2.0 */
/* Was built for the interface of another major version. */
#include "bad.h"

BAD_READER(++driver->abi_major)
