; The installer for Windows: into a folder of the person who starts it, with no rights asked for.
; Given with -D: FILES (the lists made by windows_installer.py), TARGET (what to write). Not tried on Windows.

Unicode true
SetCompressor /SOLID lzma
SetDateSave off
ManifestDPIAware true
RequestExecutionLevel user
Name "Briefing Reader"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Briefing Reader"
BrandingText " "
ShowInstDetails nevershow
ShowUninstDetails nevershow

!include "MUI2.nsh"
!include "${FILES}"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\BriefingReader"
!define MUI_WELCOMEPAGE_TITLE "$(title)"
!define MUI_WELCOMEPAGE_TEXT "$(told)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(leaving)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Farsi"
!insertmacro MUI_LANGUAGE "English"

LangString title ${LANG_FARSI} "جزوه‌خوان"
LangString title ${LANG_ENGLISH} "Briefing Reader"
LangString told ${LANG_FARSI} "برنامه در پوشه‌ای از خود شما گذاشته می‌شود، با یک میان‌بُر در فهرست آغاز و نامی در فهرست برنامه‌ها تا بتوانید آن را بردارید. این‌ها ردّی ماندگار بر این رایانه می‌گذارد.$\r$\n$\r$\nبی نصب هم می‌شود: Start-Windows.bat برنامه را از روی فلش باز می‌کند."
LangString told ${LANG_ENGLISH} "The program is put into a folder of yours, with a shortcut in the Start menu and a name in the list of programs, by which you can remove it. These leave a lasting trace on this computer.$\r$\n$\r$\nIt works without being installed too: Start-Windows.bat opens it from the stick."
LangString leaving ${LANG_FARSI} "پرونده‌هایی که نصب شده بود برداشته می‌شود. پوشه‌ی data، اگر هست، می‌ماند: آنچه خواسته‌اید برنامه به یاد بسپارد در آن است."
LangString leaving ${LANG_ENGLISH} "The files that were installed are removed. The folder data, if there is one, stays: it holds what you asked the program to remember."

Section
  !insertmacro PUT_FILES
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Briefing Reader.lnk" "$INSTDIR\reader.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Briefing Reader"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

; By name, never a whole folder: another one may have been chosen, with other things in it.
Section "Uninstall"
  !insertmacro TAKE_FILES
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Briefing Reader.lnk"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
