# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Runs a program so that nothing it started outlives it, whichever way it ends.

# What run_in_group removes when all have ended.
LEFTOVERS=()
# Where the program reads: nothing, unless another descriptor is named.
exec {GROUP_INPUT}</dev/null

# run_in_group COMMAND…: in a process group of its own; the group ends with the command, with this
# script, and with Ctrl-C. Returns the command's status.
run_in_group() {
    local status
    setsid "$@" <&"$GROUP_INPUT" &
    GROUP=$!
    trap end_group EXIT
    trap 'end_group; exit 130' INT
    trap 'end_group; exit 143' TERM HUP
    wait "$GROUP"
    status=$?
    end_group
    trap - EXIT INT TERM HUP
    return "$status"
}

# end_group: asks the group to end, after three seconds does not ask any more, and clears up after it.
end_group() {
    local tenths
    kill -TERM -- "-$GROUP" 2>/dev/null
    for ((tenths = 0; tenths < 30; tenths++)); do
        kill -0 -- "-$GROUP" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL -- "-$GROUP" 2>/dev/null
    rm -rf -- ${LEFTOVERS[@]+"${LEFTOVERS[@]}"}
}
