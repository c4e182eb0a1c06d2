# Finds the tests by their names; see tests/README.md for the rules. Included by CMakeLists.txt.
pkg_check_modules(CMOCKA QUIET IMPORTED_TARGET cmocka)
if(NOT CMOCKA_FOUND)
    message(FATAL_ERROR
        "The tests need cmocka (Debian: libcmocka-dev). To build without: -DPLANKWRIGHT_TESTS=OFF")
endif()
set(program ${CMAKE_BINARY_DIR}/plankwright)

add_library(pw_test_flags INTERFACE)
target_include_directories(pw_test_flags INTERFACE ${CMAKE_SOURCE_DIR}/tests
    ${CMAKE_BINARY_DIR}/generated)
target_compile_definitions(pw_test_flags INTERFACE
    PLANKWRIGHT_SOURCE="${CMAKE_SOURCE_DIR}" PLANKWRIGHT_BIN="${program}")
target_link_libraries(pw_test_flags INTERFACE PkgConfig::CMOCKA pw_flags m)

file(GLOB support_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/support/*.c)
if(support_sources)
    add_library(pw_test_support STATIC ${support_sources})
    target_link_libraries(pw_test_support PUBLIC pw_test_flags)
endif()

# Label, time limit, a folder of its own to work in, and no way to the player's own data or screen.
function(plankwright_prepare_test name label)
    set(timeout 120)
    if(name MATCHES "slow")
        set(label slow)
        set(timeout 1800)
    elseif(name MATCHES "kill9") # 200 kills with ./run-tests --all
        set(timeout 900)
    endif()
    set(work ${CMAKE_BINARY_DIR}/test-work/${name})
    file(MAKE_DIRECTORY ${work})
    set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT ${timeout}
        WORKING_DIRECTORY ${work})
    set(environment
        PLANKWRIGHT_BIN=${program} PLANKWRIGHT_SOURCE=${CMAKE_SOURCE_DIR}
        HOME=${work} XDG_DATA_HOME=${work}/data XDG_STATE_HOME=${work}/state
        XDG_CONFIG_HOME=${work}/config XDG_CACHE_HOME=${work}/cache
        SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy LC_ALL=C TZ=UTC
        UBSAN_OPTIONS=print_stacktrace=1)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment}")
endfunction()

# The modules named in a line "// links: script store" of a test, besides its own module.
function(plankwright_links_of source out)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
    file(STRINGS ${source} line REGEX "^// links:" LIMIT_COUNT 1)
    string(REGEX REPLACE "^// links:" "" line "${line}")
    string(REGEX MATCHALL "[a-z]+" modules "${line}")
    set(${out} ${modules} PARENT_SCOPE)
endfunction()

# Whether the modules named in a line "// needs: web sdl" were built; without them the test is left out.
function(plankwright_needs_of source out)
    file(STRINGS ${source} line REGEX "^// needs:" LIMIT_COUNT 1)
    string(REGEX REPLACE "^// needs:" "" line "${line}")
    string(REGEX MATCHALL "[a-z]+" modules "${line}")
    set(there ON)
    foreach(module IN LISTS modules)
        if(NOT TARGET pw_${module})
            set(there OFF)
        endif()
    endforeach()
    set(${out} ${there} PARENT_SCOPE)
endfunction()

function(plankwright_link target)
    target_link_libraries(${target} PRIVATE pw_test_flags)
    if(TARGET pw_test_support)
        target_link_libraries(${target} PRIVATE pw_test_support)
    endif()
    # From the top down, so that each archive stands before those it needs.
    foreach(module app ${built_modules})
        if(module IN_LIST ARGN AND TARGET pw_${module})
            target_link_libraries(${target} PRIVATE pw_${module})
        endif()
    endforeach()
endfunction()

# ---- unit tests: tests/<module>/test_<topic>.c and tests/<module>/test_<topic>.sh --------------------
foreach(module IN LISTS built_modules ITEMS app)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${module}/test_*.c)
    set(programs)
    foreach(source IN LISTS sources)
        get_filename_component(stem ${source} NAME_WE)
        string(REGEX REPLACE "^test_" "" topic ${stem})
        set(target test_${module}_${topic})
        plankwright_needs_of(${source} there)
        if(NOT there)
            continue()
        endif()
        add_executable(${target} ${source})
        set_target_properties(${target} PROPERTIES
            RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
        plankwright_links_of(${source} more)
        plankwright_link(${target} ${module} ${more})
        add_test(NAME ${module}.${topic} COMMAND ${target})
        plankwright_prepare_test(${module}.${topic} unit)
        list(APPEND programs ${target})
    endforeach()
    if(programs)
        add_custom_target(tests_${module} DEPENDS ${programs})
    endif()
    if(TARGET plankwright)
        file(GLOB scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${module}/*.sh)
        foreach(script IN LISTS scripts)
            get_filename_component(stem ${script} NAME_WE)
            string(REGEX REPLACE "^test_" "" topic ${stem})
            if(TEST ${module}.${topic})
                set(topic ${topic}_sh)
            endif()
            add_test(NAME ${module}.${topic} COMMAND sh ${script})
            plankwright_prepare_test(${module}.${topic} program)
        endforeach()
    endif()
endforeach()

# ---- fuzz targets: tests/fuzz/fuzz_<name>.c, replayed over tests/fuzz/corpus/<name>/ -----------------
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/fuzz_*.c)
foreach(source IN LISTS fuzz_sources)
    get_filename_component(target ${source} NAME_WE)
    string(REGEX REPLACE "^fuzz_" "" name ${target})
    plankwright_links_of(${source} modules)
    set(without_module)
    foreach(module IN LISTS modules)
        if(NOT TARGET pw_${module})
            set(without_module ${module})
        endif()
    endforeach()
    if(without_module) # a module that is left out here takes its fuzz targets along
        continue()
    endif()
    add_executable(${target} ${source})
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    plankwright_link(${target} ${modules})
    set(corpus ${CMAKE_SOURCE_DIR}/tests/fuzz/corpus/${name})
    if(PLANKWRIGHT_FUZZ)
        target_link_options(${target} PRIVATE -fsanitize=fuzzer)
        add_test(NAME fuzz.${name} COMMAND ${target} -runs=0 ${corpus})
    else()
        target_sources(${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests/fuzz/driver.c)
        add_test(NAME fuzz.${name} COMMAND ${target} ${corpus})
    endif()
    plankwright_prepare_test(fuzz.${name} fuzz)
endforeach()

# ---- tests of the sources themselves ------------------------------------------------------------------
add_test(NAME layers
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${CMAKE_SOURCE_DIR} -P ${CMAKE_SOURCE_DIR}/tests/layers.cmake)
add_test(NAME layers.selftest
    COMMAND ${CMAKE_COMMAND} -DSELFTEST=ON -P ${CMAKE_SOURCE_DIR}/tests/layers.cmake)

set(header_flags ${PLANKWRIGHT_WARNINGS} -I${CMAKE_BINARY_DIR}/generated
    ${LUA_CFLAGS} ${SQLITE_CFLAGS} ${PNG_CFLAGS} ${SDL_CFLAGS})
set(skipped_headers)
if(PLANKWRIGHT_HEADLESS)
    set(skipped_headers sdl)
endif()
list(JOIN header_flags "|" header_flags)
list(JOIN skipped_headers "|" skipped_headers)
add_test(NAME headers
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${CMAKE_SOURCE_DIR} -DCOMPILER=${CMAKE_C_COMPILER}
        -DFLAGS=${header_flags} -DSKIP=${skipped_headers} -P ${CMAKE_SOURCE_DIR}/tests/headers.cmake)
add_test(NAME headers.selftest
    COMMAND ${CMAKE_COMMAND} -DSELFTEST=ON -DCOMPILER=${CMAKE_C_COMPILER}
        -P ${CMAKE_SOURCE_DIR}/tests/headers.cmake)
foreach(name layers layers.selftest headers headers.selftest)
    plankwright_prepare_test(${name} sources)
endforeach()
