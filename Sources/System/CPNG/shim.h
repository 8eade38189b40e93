// The PNG reference library, for its simplified API: one call reads an image, one call writes it.
#include <png.h>
