/* Ioctl, for a page: there is no terminal. */
#ifndef BPWALK_WASI_SYS_IOCTL_H
#define BPWALK_WASI_SYS_IOCTL_H

struct winsize {
    unsigned short ws_row, ws_col, ws_xpixel, ws_ypixel;
};
#define TIOCGWINSZ                0
#define ioctl(fd, request, place) ((void)(fd), (void)(request), (void)(place), -1)

#endif
