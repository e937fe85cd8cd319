@echo off
rem Starts the reader on Windows from its folder. Not tried on Windows.
setlocal
if exist "%~dp0Reader\windows\reader.exe" goto there
chcp 65001 >nul
echo برنامه‌ی ویندوز در کنار این پرونده نیست؛ همه‌ی فلش را دوباره رونوشت کنید، یا Reader-Phone.html را در یک مرورگر باز کنید.
echo The program for Windows is not beside this file; copy the whole stick again, or open Reader-Phone.html in a browser.
pause
exit /b 1
:there
start "" "%~dp0Reader\windows\reader.exe" %*
