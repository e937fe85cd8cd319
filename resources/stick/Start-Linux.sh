#!/bin/sh
# Starts the reader on Linux: from its folder where programs may be started there; otherwise out of
# reader-linux.run, which sh unpacks, so that a stick without executable files will do.

tell() { # a sentence in Persian and in English, in a window too where there is no terminal
    printf '%s\n%s\n' "$1" "$2" >&2
    if [ -t 2 ] || [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then return; fi
    if command -v zenity >/dev/null; then zenity --error --no-markup --text="$1
$2"
    elif command -v kdialog >/dev/null; then kdialog --error "$1
$2"
    elif command -v xmessage >/dev/null; then xmessage "$1
$2"
    fi
}

start() {
    here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
    program=$here/Reader/linux/reader
    packet=$here/Reader/packages/reader-linux.run
    machine=$(uname -m)
    if [ "$machine" != x86_64 ]; then
        tell "این برنامه برای پردازنده‌ی این رایانه ($machine) ساخته نشده است؛ Reader-Phone.html را در یک مرورگر باز کنید." \
            "This program was not made for the processor of this computer ($machine); open Reader-Phone.html in a browser."
        exit 1
    fi
    status=126 # what a shell answers where a file may not be started
    if [ -f "$program" ] && [ -x "$program" ]; then
        "$program" "$@"
        status=$?
    fi
    if [ "$status" -eq 126 ]; then
        if [ ! -f "$packet" ]; then
            tell "از این فلش نمی‌توان برنامه‌ای را آغاز کرد و Reader/packages/reader-linux.run روی آن نیست؛ همه‌ی فلش را دوباره رونوشت کنید، یا Reader-Phone.html را در یک مرورگر باز کنید." \
                "No program can be started from this stick, and Reader/packages/reader-linux.run is not on it; copy the whole stick again, or open Reader-Phone.html in a browser."
            exit 1
        fi
        sh "$packet" "$@"
        exit
    fi
    case $status in
    0 | 1 | 2 | 129 | 130 | 137 | 143) ;; # the reader's own answers, and those of one that was ended
    *)
        tell "جزوه‌خوان روی این سیستم کار نکرد (کد $status)؛ Reader-Phone.html را در یک مرورگر باز کنید." \
            "The reader does not work on this system (code $status); open Reader-Phone.html in a browser."
        ;;
    esac
    exit "$status"
}

start "$@"
