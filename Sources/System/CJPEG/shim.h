// TurboJPEG, the interface of libjpeg-turbo that reports errors by its results and not by longjmp: one call decodes an
// image, one call encodes it. We use what versions 2 and 3 have in common.
#include <turbojpeg.h>
