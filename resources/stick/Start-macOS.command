#!/bin/sh
# Starts the reader on macOS from its folder. Not tried on macOS.

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
program=$here/Reader/macos/reader
if [ ! -f "$program" ]; then
    echo "برنامه‌ی مک در کنار این پرونده نیست؛ همه‌ی فلش را دوباره رونوشت کنید، یا Reader-Phone.html را در یک مرورگر باز کنید." >&2
    echo "The program for macOS is not beside this file; copy the whole stick again, or open Reader-Phone.html in a browser." >&2
    exit 1
fi
"$program" "$@"
status=$?
case $status in
0 | 1 | 2 | 129 | 130 | 137 | 143) ;; # the reader's own answers, and those of one that was ended
*)
    echo "جزوه‌خوان روی این سیستم کار نکرد (کد $status)؛ Reader-Phone.html را در یک مرورگر باز کنید." >&2
    echo "The reader does not work on this system (code $status); open Reader-Phone.html in a browser." >&2
    ;;
esac
exit "$status"
