@echo off
rem Pitchwright for Windows: builds with Maven what is not built yet, then hands over to the launcher.
setlocal
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"
set "LAUNCHER=%HOME_DIR%\server-config\target\launcher"

if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java")
"%JAVA%" --version >nul 2>&1
if errorlevel 1 (
  echo pitchwright: Java was not found. Install a JDK 17 or later, and set JAVA_HOME to its folder or put its java on the PATH. 1>&2
  exit /b 1
)

if "%~1"=="test" goto test

set "COMPLETE=yes"
if not exist "%LAUNCHER%" set "COMPLETE=no"
if not exist "%HOME_DIR%\web-module\target\pitchwright.war" set "COMPLETE=no"
if not exist "%HOME_DIR%\learning\target\trainer" set "COMPLETE=no"
if "%COMPLETE%"=="no" (
  call :require_maven || exit /b 1
  echo Building ^(the first time, libraries are downloaded^)
  pushd "%HOME_DIR%"
  call mvn -B -q -Dquick -DskipTests -pl server-config,web-module,learning -am package
  if errorlevel 1 (popd & echo pitchwright: The build failed. 1>&2 & exit /b 1)
  popd
)
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m "-Dpitchwright.home=%HOME_DIR%" -Dpitchwright.terminal=true -cp "%LAUNCHER%\*" org.pitchwright.operations.launcher.Pitchwright %*
exit /b %ERRORLEVEL%

:test
call :require_maven || exit /b 1
set "PROFILES="
:profiles
shift
if "%~1"=="--faults" (set "PROFILES=%PROFILES% -Pfaults" & goto profiles)
if "%~1"=="--benchmarks" (set "PROFILES=%PROFILES% -Pbenchmarks" & goto profiles)
if not "%~1"=="" (echo pitchwright: 'test' knows --faults and --benchmarks, not '%~1'. 1>&2 & exit /b 1)
pushd "%HOME_DIR%"
call mvn -B --no-transfer-progress %PROFILES% verify
set "STATUS=%ERRORLEVEL%"
popd
exit /b %STATUS%

:require_maven
call mvn -version >nul 2>&1
if errorlevel 1 (
  echo pitchwright: Maven was not found. Install Maven 3.8 or later and put its mvn on the PATH. 1>&2
  exit /b 1
)
exit /b 0
