# SPDX-License-Identifier: Apache-2.0
# The page in one file, as it is handed from phone to phone, with the decoder of codes from npm:
#   cmake -DPAGE=FOLDER -DMODULES=FOLDER -DOUT=FILE -P one_file.cmake
# Where the decoder cannot be had there is no page, which is told and is no error: a kiosk is built without it.
set(package zxing-wasm)
set(version 3.1.4)
set(script ${MODULES}/node_modules/${package}/dist/iife/reader/index.js)
set(binary ${MODULES}/node_modules/${package}/dist/reader/zxing_reader.wasm)
set(script_sha256 d33d09ce132a692faffbed0dce656c36cb2573b4b843885a6e036390d1071d95)
set(binary_sha256 e8af31edb56d0522f4de74495839385ef019ba8bc90d38e5ecb2f18795d86fb2)

find_program(NPM npm)
if(NPM AND NOT EXISTS ${binary})
    execute_process(OUTPUT_QUIET ERROR_QUIET
        COMMAND ${NPM} install --prefix ${MODULES} --no-package-lock --no-audit --no-fund --ignore-scripts
                --fetch-retries=1 --fetch-timeout=20000 ${package}@${version})
endif()
if(NOT EXISTS ${binary})
    message("no health page: npm gives no ${package}; install npm, connect the network, build health_page again")
    file(REMOVE ${OUT})
    return()
endif()
foreach(part script binary)
    file(SHA256 ${${part}} digest)
    if(NOT digest STREQUAL ${part}_sha256)
        message(FATAL_ERROR "${package} ${version} is not the one that was tested: remove ${MODULES} and build again")
    endif()
endforeach()

execute_process(COMMAND base64 -w 0 ${binary} OUTPUT_VARIABLE bytes COMMAND_ERROR_IS_FATAL ANY)
file(READ ${script} decoder)
string(APPEND decoder "\nconst ZXING_READER_WASM = \"${bytes}\";\n")
file(READ ${PAGE}/index.html page)
string(REPLACE "<script src=\"zxing.js\"></script>" "<script>\n${decoder}</script>" page "${page}")
string(REGEX MATCHALL "(href|src)=\"[a-z_/]+\\.(css|js)\"" links "${page}")
foreach(link ${links})
    string(REGEX REPLACE ".*\"(.*)\"" "\\1" name "${link}")
    file(READ ${PAGE}/${name} content)
    string(REPLACE "<link rel=\"stylesheet\" href=\"${name}\">" "<style>\n${content}</style>" page "${page}")
    string(REPLACE "<script src=\"${name}\"></script>" "<script>\n${content}</script>" page "${page}")
endforeach()
file(WRITE ${OUT} "${page}")
