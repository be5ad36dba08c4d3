@echo off
rem TickStock on Windows: starts it in the foreground, or asks one that runs; see README.txt.
setlocal
for %%i in ("%~dp0..") do set "TICKSTOCK_INSTALLED=%%~fi"
if defined JAVA_HOME (set "TICKSTOCK_JAVA=%JAVA_HOME%\bin\java.exe") else (set "TICKSTOCK_JAVA=java.exe")
"%TICKSTOCK_JAVA%" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dtickstock.distribution=%TICKSTOCK_INSTALLED%" -cp "%TICKSTOCK_INSTALLED%\lib\*" org.tickstock.launcher.CommandLine %*
exit /b %ERRORLEVEL%
