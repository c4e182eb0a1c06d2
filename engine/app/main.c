// Nothing but main, so that tests can link everything else.
#include "app/app.h"

int main(int argc, char **argv)
{
    return app_main(argc, argv);
}
