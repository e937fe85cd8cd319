#!/bin/sh
# Briefing Reader for Linux in one file; it needs neither the executable bit nor a mount that allows programs.
#   sh reader-linux.run [WORDS]    unpacks into a folder of yours, in memory if it can, and removes it at the end
#   sh reader-linux.run --install  puts the program into your home, says where, and starts nothing
# A script cannot vouch for itself: what it compares tells damage, not forgery. HOW-TO-CHECK.txt says how to check.

checksum=@SHA256@
needed=@KILOBYTES@ # kilobytes, unpacked
line=@LINE@        # where the archive begins
umask 077
work='' program=''
# Until the last line of the script has been read.
trap 'echo "این پرونده ناقص است؛ دوباره رونوشتش کنید." >&2; echo "This file is not whole; copy it again." >&2; exit 1' EXIT

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

fail() {
    tell "$@"
    exit 1
}

remove() { # what is unpacked, when the program in it has ended
    if [ -n "$program" ]; then
        kill "$program" 2>/dev/null
        wait "$program" 2>/dev/null
        program=''
    fi
    if [ -n "$work" ]; then rm -rf -- "$work"; fi
    work=''
}

sweep() { # folders of ours whose script was killed, and whose program has ended since
    for left in "$1"/reader.??????????; do
        if [ ! -d "$left" ] || [ -L "$left" ] || [ ! -O "$left" ] || [ ! -f "$left/processes" ]; then continue; fi
        first='' second=''
        read -r first second <"$left/processes"
        if [ -z "$first" ] || [ -e "/proc/$first/exe" ] || [ -e "/proc/${second:-$first}/exe" ]; then continue; fi
        rm -rf -- "$left"
    done
}

may_start() { # whether the mount of a folder allows programs
    printf '#!/bin/sh\nexit 0\n' >"$1/try" && chmod 700 "$1/try" && "$1/try" 2>/dev/null
    tried=$?
    rm -f -- "$1/try"
    return "$tried"
}

archive() { tail -n +"$line" "$packet"; }

unpack() { archive | xz -dc 2>/dev/null | tar -xof - -C "$1" 2>/dev/null; }

find_place() { # the first that is ours to use: in memory, then on the disk
    for place in "${XDG_RUNTIME_DIR:-}" /dev/shm "${TMPDIR:-}" /tmp /var/tmp; do
        if [ -z "$place" ] || [ ! -d "$place" ] || [ ! -w "$place" ]; then continue; fi
        sweep "$place"
        about=$(df -Pk "$place" 2>/dev/null | { read -r _ && read -r kind _ _ free _ && echo "$kind $free"; })
        case ${about##* } in
        '' | *[!0-9]*) ;; # not told
        *) if [ "${about##* }" -lt "$needed" ]; then continue; fi ;;
        esac
        work=$(mktemp -d "$place/reader.XXXXXXXXXX" 2>/dev/null) || { work=''; continue; }
        echo "$$" >"$work/processes"
        if may_start "$work" && unpack "$work"; then return 0; fi
        remove
    done
    return 1
}

take_over() { # what the old one remembers moves to the new one, and the old one goes when the new one stands
    if [ ! -d "$target" ]; then return; fi
    if [ -d "$target.old/data" ] && [ ! -e "$target/data" ]; then mv -- "$target.old/data" "$target/data"; fi
    rm -rf -- "$target.old"
}

install_here() {
    home=${XDG_DATA_HOME:-$HOME/.local/share}
    target=$home/briefing-reader
    entry=$home/applications/briefing-reader.desktop
    if [ -e "$target" ] && [ ! -f "$target/reader" ]; then
        fail "«$target» از این برنامه نیست؛ چیزی نصب نشد." "“$target” is not of this program; nothing was installed."
    fi
    if ! mkdir -p "$home/applications" 2>/dev/null || ! work=$(mktemp -d "$home/.briefing-reader.XXXXXX" 2>/dev/null) ||
        ! unpack "$work"; then
        fail "در «$home» جا نیست یا نمی‌توان نوشت؛ چیزی نصب نشد." "“$home” is full or cannot be written; nothing was installed."
    fi
    take_over # where an earlier installation was stopped
    if [ -e "$target" ]; then mv -- "$target" "$target.old"; fi
    mv -- "$work/reader-linux" "$target"
    take_over
    printf '[Desktop Entry]\nType=Application\nName=Briefing Reader\nName[fa]=جزوه‌خوان\nExec="%s"\nCategories=Office;Viewer;\n' \
        "$target/reader" >"$entry"
    printf '%s\n%s\n' \
        "نصب شد در «$target» و در فهرست برنامه‌ها؛ برای برداشتن: rm -r '$target' '$entry'" \
        "Installed in “$target” and among the programs of the desktop; to remove it: rm -r '$target' '$entry'"
}

main() {
    trap - EXIT
    here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
    packet=$here/${0##*/}
    machine=$(uname -m)
    if [ "$machine" != x86_64 ]; then
        fail "این برنامه برای پردازنده‌ی این رایانه ($machine) ساخته نشده است." \
            "This program was not made for the processor of this computer ($machine)."
    fi
    for tool in tail tar xz sha256sum mktemp; do
        if ! command -v "$tool" >/dev/null; then
            fail "روی این رایانه برنامه‌ی $tool نیست؛ reader-linux.zip را باز کنید." \
                "This computer lacks $tool; unpack reader-linux.zip instead."
        fi
    done
    told=$(archive 2>/dev/null | sha256sum)
    if [ "${told%% *}" != "$checksum" ]; then
        fail "این پرونده آسیب دیده یا ناقص است؛ آن را باز نکنید و دوباره از نسخه‌ای سالم رونوشت کنید." \
            "This file is damaged or not whole; do not use it, and copy it again from a good copy."
    fi
    trap remove EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 131' QUIT
    trap 'exit 143' TERM
    if [ "${1:-}" = --install ]; then
        install_here
        exit
    fi
    if ! find_place; then
        fail "جایی نیست که برنامه در آن باز و آغاز شود ($needed کیلوبایت می‌خواهد)؛ TMPDIR را پوشه‌ای جادار بگذارید، یا reader-linux.zip را باز کنید." \
            "There is no place where the program can be unpacked and started ($needed kilobytes are needed); set TMPDIR to a folder with room, or unpack reader-linux.zip."
    fi
    case $about in
    tmpfs\ *) where='در حافظه‌ی رایانه' what='in memory' ;;
    *) where='روی دیسک' what='on the disk' ;;
    esac
    printf '%s\n%s\n' "برنامه در «$work» ($where) باز شد و در پایان از آنجا پاک می‌شود." \
        "The program is unpacked in “$work” ($what) and is removed from there at the end." >&2
    # What is remembered, if the reader asks for that, belongs on the stick and not into this folder.
    READER_BESIDE=$here
    if [ -d "$here/../linux" ]; then READER_BESIDE=$(cd "$here/../linux" && pwd); fi
    export READER_BESIDE
    # In the background, so that this script hears at once of a signal; with the input that it has itself.
    exec 3<&0
    "$work/reader-linux/reader" "$@" <&3 3<&- &
    program=$!
    echo "$$ $program" >"$work/processes"
    wait "$program"
    status=$?
    program=''
    case $status in
    0 | 1 | 2 | 129 | 130 | 137 | 143) ;; # the reader's own answers, and those of one that was ended
    *)
        tell "جزوه‌خوان روی این سیستم کار نکرد (کد $status)؛ Reader-Phone.html را در یک مرورگر باز کنید." \
            "The reader does not work on this system (code $status); open Reader-Phone.html in a browser."
        ;;
    esac
    exit "$status"
}

main "$@"
exit
