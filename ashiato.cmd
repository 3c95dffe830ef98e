@echo off
rem Starts Ashiato on Windows. It does what the script `ashiato` does elsewhere, and the reasons are given
rem there. Different here: a second launcher does not wait for the build of a first, it says so and ends.
rem
rem   ASHIATO_JAVA_OPTS   further options for the JVM (they come after ours, so they win)
rem
rem Exit codes of its own: 3 where there is no Java that fits or the build failed; else those of the program.

setlocal DisableDelayedExpansion
set "root=%~dp0"
set "root=%root:~0,-1%"

set "program=%root%"
if exist "%root%\lib\" goto run
set "program=%root%\dist\target\ashiato"
set "stamp=%root%\dist\target\ashiato.stamp"
set "lock=%root%\target\launcher-build.lock"
set "log=%root%\target\launcher-build.log"
if not exist "%root%\pom.xml" (
  >&2 echo ashiato: "%root%" holds neither a program nor its sources; unpack the distribution again.
  exit /b 3
)
call :is_built
if not errorlevel 1 goto run
call "%root%\bin\find-jdk.cmd" jdk
if errorlevel 1 exit /b 3
call :build
if errorlevel 1 exit /b 3

:run
call "%root%\bin\find-jdk.cmd" java
if errorlevel 1 exit /b 3

set "command="
:next_argument
set "argument=%~1"
if not defined argument goto options
if not "%argument:~0,1%"=="-" (
  set "command=%~1"
  goto options
)
shift
goto next_argument

:options
set "flags=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
set "flags=%flags% -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
set "flags=%flags% -Djava.awt.headless=true -XX:-UsePerfData"
set "kind=-Xmx384m -XX:+UseSerialGC"
if not defined command set "kind=-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if "%command%"=="hunt" set "kind=-Xms384m -Xmx384m -XX:+AlwaysPreTouch -XX:+UseParallelGC"
if "%command%"=="dump" set "kind=-Xmx256m -XX:+UseParallelGC"
if "%command%"=="compare" set "kind=-Xmx1g -XX:+UseParallelGC"
if "%command%"=="attribute" set "kind=-Xmx768m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if "%command%"=="link" set "kind=-Xmx768m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if "%command%"=="analyze" set "kind=-Xms512m -Xmx512m -XX:+AlwaysPreTouch -XX:+UseParallelGC"
set "JDK_JAVA_OPTIONS="

rem The console shows UTF-8 only after it was told to; afterwards it is as it was. The code page is the
rem number after the colon in what chcp prints, in any language (German ends it with a full stop).
set "code_page="
for /f "tokens=2 delims=:." %%C in ('chcp') do set /a "code_page=%%C" 2>nul
if defined code_page chcp 65001 >nul 2>nul
"%JAVA_HOME%\bin\java.exe" %flags% %kind% %ASHIATO_JAVA_OPTS% "-Dashiato.home=%root%" -cp "%program%\lib\*" io.ashiato.cli.Main %*
set "status=%ERRORLEVEL%"
if defined code_page chcp %code_page% >nul 2>nul
exit /b %status%

rem Is the program there, whole, and not older than what it is made of?
:is_built
if not exist "%program%\lib\" exit /b 1
if not exist "%stamp%" exit /b 1
setlocal
rem Without this a PowerShell 7 that started us would make PowerShell 5 load modules of 7.
set "PSModulePath="
powershell -NoProfile -Command "Set-Location -LiteralPath $env:root; $built = (Get-Item -LiteralPath $env:stamp).LastWriteTimeUtc; $sources = @(Get-Item pom.xml, *\pom.xml) + @(Get-Item *\src\main, dist\src | Get-ChildItem -Recurse); if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built }) { exit 1 }"
exit /b %ERRORLEVEL%

:build
if not exist "%root%\target\" mkdir "%root%\target"
if errorlevel 1 exit /b 3
set "line=First run: building Ashiato (about 2 minutes, once)."
if exist "%stamp%" set "line=Sources changed: building Ashiato again."
rem Windows lets one process at a time write to a file, and closes it for a process that dies: the lock.
set "locked="
9>"%lock%" call :locked_build
if defined locked exit /b %ERRORLEVEL%
>&2 echo ashiato: another build of Ashiato is running in this folder; start again when it is done.
exit /b 3

:locked_build
set "locked=yes"
>&2 echo %line%
if exist "%stamp%" del /q "%stamp%"
if exist "%program%\" rmdir /s /q "%program%"
type nul >"%lock%.started"
pushd "%root%"
call "%root%\mvnw.cmd" -q -Dquick -DskipTests package >"%log%" 2>&1 <nul
set "status=%ERRORLEVEL%"
popd
if not "%status%"=="0" goto build_failed
if not exist "%program%\lib\" goto build_failed
rem Keeps its age: what was changed during the build counts as newer.
move /y "%lock%.started" "%stamp%" >nul
exit /b 0

:build_failed
>&2 echo ashiato: the build failed; "%log%" tells why.
exit /b 3
