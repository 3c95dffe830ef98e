@echo off
rem Finds the Java that runs or builds Ashiato on Windows; called by ashiato.cmd and mvnw.cmd.
rem
rem   call "%root%\bin\find-jdk.cmd" java     enough to run: bin\java.exe of Java 25 or newer
rem   call "%root%\bin\find-jdk.cmd" jdk      enough to build: bin\javac.exe as well
rem   if errorlevel 1 exit /b 3
rem
rem On success JAVA_HOME is set. Otherwise one sentence on standard error says what is missing and how to
rem get it, and the status is 3. The choice is that of find-jdk, the script for other systems: JAVA_HOME,
rem the PATH, then the lowest major version in the usual install folders (the last by name, if there are
rem several). The version is read from the release file; an installation without one is passed over.

setlocal DisableDelayedExpansion
set "need=%~1"
set "best="
set "best_major=9999"

if defined JAVA_HOME call :look "%JAVA_HOME%"
if defined best goto found

rem Quotation marks in the PATH would end ours.
set "folders=%PATH:"=%"
for %%P in ("%folders:;=" "%") do if not defined best if exist "%%~P\java.exe" call :look "%%~P\.."
if defined best goto found

for %%R in (
  "%ProgramFiles%\Eclipse Adoptium"
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Zulu"
  "%ProgramFiles%\Amazon Corretto"
  "%ProgramFiles%\BellSoft"
  "%ProgramFiles%\SapMachine\JDK"
  "%ProgramFiles%\Semeru"
  "%ProgramFiles%\RedHat"
  "%ProgramFiles%\OpenJDK"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
  "%LOCALAPPDATA%\Programs\Microsoft"
  "%LOCALAPPDATA%\mise\installs\java"
  "%USERPROFILE%\.jdks"
  "%USERPROFILE%\.gradle\jdks"
  "%USERPROFILE%\.sdkman\candidates\java"
  "%USERPROFILE%\.jabba\jdk"
) do for /d %%H in ("%%~R\*") do call :look "%%~H"
for /d %%H in ("%USERPROFILE%\scoop\apps\*jdk*") do call :look "%%~H\current"
if defined best goto found

set "what=Java 25 or newer"
if "%need%"=="jdk" set "what=a JDK 25 or newer, with javac,"
>&2 echo Ashiato needs %what% and found none: install Eclipse Temurin 25 (https://adoptium.net, or `winget install EclipseAdoptium.Temurin.25.JDK`), or set JAVA_HOME to where one is.
exit /b 3

:found
endlocal & set "JAVA_HOME=%best%"
exit /b 0

rem :look HOME     makes it the best if it can do what is needed and is no newer a major version
:look
for %%F in ("%~1") do set "candidate=%%~fF"
if not exist "%candidate%\bin\java.exe" exit /b 0
if "%need%"=="jdk" if not exist "%candidate%\bin\javac.exe" exit /b 0
if not exist "%candidate%\release" exit /b 0
set "version="
for /f "usebackq tokens=1,2 delims==" %%A in ("%candidate%\release") do if "%%~A"=="JAVA_VERSION" set "version=%%~B"
if not defined version exit /b 0
set "major="
for /f "delims=.-+_" %%M in ("%version%") do set "major=%%M"
if not defined major exit /b 0
rem Something other than digits: cmd would compare it as text.
for /f "delims=0123456789" %%X in ("%major%") do exit /b 0
if %major% LSS 25 exit /b 0
if %major% GTR %best_major% exit /b 0
set "best=%candidate%"
set "best_major=%major%"
exit /b 0
