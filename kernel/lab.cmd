@echo off
rem Opens JupyterLab with the Chainrule kernel on notebooks\; see kernel\lab --help. All it does is find a Python.
for %%p in ("py -3" "python3" "python") do (
    %%~p -c "import sys; sys.exit(sys.version_info < (3, 10))" >nul 2>&1 && (
        %%~p "%~dp0lab.py" %*
        goto :end
    )
)
echo kernel\lab needs Python 3.10 or newer, but found none: install it from https://www.python.org/downloads or the Microsoft Store. >&2
exit /b 1
:end
exit /b %errorlevel%
