namespace Pod.EmbeddedPostgres.Supervision;

/// <summary>
/// The small program between the owner and PostgreSQL. Its standard input is a pipe that only the owner holds, so the operating system
/// itself reports the owner's death, however it dies. A server that is shared has a second pipe, with a name, for those who come later.
/// </summary>
internal static class SupervisorScript
{
    /// <summary>
    /// Arguments: log file, seconds for an orderly stop, the users' pipe or nothing, program, program's arguments. Prints the pid of the program and ends with it.
    /// SIGINT is PostgreSQL's orderly "fast" shutdown. It is repeated, because a process that has only just been started in the
    /// background ignores it; SIGQUIT ("immediate", recovers at the next start) follows after the given seconds, then SIGKILL.
    /// The sleep is waited for, so that the watcher can be ended at once and takes its sleep along; while it reads it has no trap, because
    /// not every shell lets a trap interrupt a read. When nobody holds the users' pipe, it is put aside, so that nobody can open it any more, and
    /// read once more: whoever has just opened it has written a line.
    /// </summary>
    public const string Unix = """
        umask 077
        log=$1; patience=$2; users=$3; shift 3
        exec 2>>"$log" 3<&0 </dev/null || exit 70
        if test -n "$users"; then
          rm -f "$users" && mkfifo "$users" || exit 70
          exec 5<>"$users" 4<"$users" 5>&- || exit 70
        fi
        "$@" >>"$log" 2>&1 3<&- 4<&- &
        server=$!
        (
          exec >/dev/null
          while read -r line <&3; do :; done
          while test -n "$users"; do
            while read -r line <&4; do :; done
            mv -f "$users" "$users.last" || break
            read -r line <&4 || break
            mv -f "$users.last" "$users"
          done
          exec 4<&-
          test -z "$users" || rm -f "$users.last"
          nap=
          trap 'test -z "$nap" || kill "$nap" 2>/dev/null; exit 0' TERM
          seconds=0
          signal=INT
          while kill -s "$signal" "$server" 2>/dev/null; do
            sleep 1 3<&- & nap=$!
            wait "$nap"
            nap=
            seconds=$((seconds + 1))
            test "$seconds" -lt "$patience" || signal=QUIT
            test "$seconds" -lt "$((patience + 10))" || signal=KILL
          done
        ) &
        watcher=$!
        trap 'kill -s INT "$server" 2>/dev/null' TERM HUP INT
        echo "$server"
        exec >/dev/null 3<&- 4<&-
        while :; do
          wait "$server"
          code=$?
          kill -s 0 "$server" 2>/dev/null || break
        done
        kill -s TERM "$watcher" 2>/dev/null
        wait "$watcher" 2>/dev/null
        exit "$code"
        """;

    /// <summary>
    /// The same for Windows PowerShell. <c>pg_ctl</c> gives up administrator rights, which PostgreSQL refuses there as it refuses root elsewhere.
    /// Arguments: pg_ctl, data folder, log file, seconds for an orderly stop, the users' file or nothing, options in the form that <c>pg_ctl -o</c> takes.
    /// The users' file can be opened for oneself, and is deleted by that, when nobody else has it open.
    /// </summary>
    public const string Windows = """
        param($PgCtl, $Data, $Log, $Patience, $Users, $Options)
        if ($Users) { New-Item -ItemType File -Force $Users | Out-Null }
        & $PgCtl start -W -s -D $Data -l $Log -o $Options | Out-Null
        if ($LASTEXITCODE -ne 0) { exit 70 }
        [Console]::Out.WriteLine('started')
        [Console]::In.ReadToEnd() | Out-Null
        while ($Users -and (Test-Path $Users)) {
            try { (New-Object IO.FileStream($Users, 'Open', 'ReadWrite', 'None', 1, 'DeleteOnClose')).Dispose() } catch { Start-Sleep -Seconds 1 }
        }
        & $PgCtl stop -s -w -m fast -t $Patience -D $Data | Out-Null
        if ($LASTEXITCODE -ne 0) { & $PgCtl stop -s -w -m immediate -t $Patience -D $Data | Out-Null }
        exit 0
        """;
}
