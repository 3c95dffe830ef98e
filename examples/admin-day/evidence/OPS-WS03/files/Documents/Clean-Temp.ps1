# Lists what may be deleted from C:\Temp. Ticket OPS-2291.
$notice = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String(
    'RmlsZXMgb2xkZXIgdGhhbiAzMCBkYXlzIGFyZSBsaXN0ZWQsIG5vdCBkZWxldGVkLg=='))
Write-Host $notice
Get-ChildItem C:\Temp -Recurse |
    Where-Object LastWriteTime -lt (Get-Date).AddDays(-30) |
    Remove-Item -WhatIf
