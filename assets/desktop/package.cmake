# What a desktop wants beside the program, and the .deb. Included by CMakeLists.txt behind its install rules.
#   cmake --preset package && cmake --build build/package && (cd build/package && cpack)
set(desktop ${CMAKE_SOURCE_DIR}/assets/desktop)
set(app_id org.plankwright.Plankwright)
install(FILES ${desktop}/${app_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${desktop}/${app_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${desktop}/${app_id}.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${desktop}/completions/plankwright.bash
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME plankwright)
install(FILES ${desktop}/completions/_plankwright
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${desktop}/completions/plankwright.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# Manual pages and changelogs are kept compressed; the same bytes each time.
find_program(GZIP gzip)
function(install_gzipped source name destination)
    if(GZIP)
        set(made ${CMAKE_BINARY_DIR}/${name}.gz)
        add_custom_command(OUTPUT ${made} DEPENDS ${source} VERBATIM
            COMMAND ${CMAKE_COMMAND} -E copy ${source} ${CMAKE_BINARY_DIR}/${name}
            COMMAND ${GZIP} -9nf ${CMAKE_BINARY_DIR}/${name})
        add_custom_target(gzip_${name} ALL DEPENDS ${made})
        install(FILES ${made} DESTINATION ${destination})
    else()
        install(FILES ${source} DESTINATION ${destination} RENAME ${name})
    endif()
endfunction()
install_gzipped(${desktop}/plankwright.1 plankwright.1 ${CMAKE_INSTALL_MANDIR}/man1)
install_gzipped(${desktop}/changelog changelog ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME plankwright)
set(CPACK_PACKAGE_CONTACT "The Plankwright contributors <plankwright@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "stories about keeping your word at work")
set(CPACK_PACKAGE_DESCRIPTION "An interactive text adventure for training: every colleague is on the other
side of a rope bridge, and every promise is a plank in it. Keep your word,
and the bridge holds; break it, and find out what rebuilding takes.
.
It plays in a window or line by line in a terminal, for one person or a
room, and stories are written in Lua and proved before they are played.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ
    GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded when a room opens; when a screen reader is there.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "libmicrohttpd12t64 | libmicrohttpd12, libatk-bridge2.0-0t64 | libatk-bridge2.0-0")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "graphviz, speech-dispatcher")
include(CPack)
