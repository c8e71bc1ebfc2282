# SPDX-License-Identifier: Apache-2.0
# The page in one file, as it is handed from phone to phone: cmake -DPAGE=FOLDER -DOUT=FILE -P one_file.cmake
file(READ ${PAGE}/index.html page)
string(REGEX MATCHALL "(href|src)=\"[a-z_/]+\\.(css|js)\"" links "${page}")
foreach(link ${links})
    string(REGEX REPLACE ".*\"(.*)\"" "\\1" name "${link}")
    file(READ ${PAGE}/${name} content)
    string(REPLACE "<link rel=\"stylesheet\" href=\"${name}\">" "<style>\n${content}</style>" page "${page}")
    string(REPLACE "<script src=\"${name}\"></script>" "<script>\n${content}</script>" page "${page}")
endforeach()
file(WRITE ${OUT} "${page}")
