using System.ComponentModel;
using System.Diagnostics;
using Pod.EmbeddedPostgres.Accounts;

namespace Pod.EmbeddedPostgres.Processes;

/// <summary>One run of a short-lived program, under the server's account if asked, never longer than the time it is given.</summary>
internal sealed record Command(string Program, params string[] Arguments)
{
    public ServerAccount Account { get; init; } = ServerAccount.Current;

    public string Input { get; init; } = "";

    public string? WorkingDirectory { get; init; }

    public async Task<CommandResult> RunAsync(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var process = Start();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            var error = process.StandardError.ReadToEndAsync(either.Token);
            await WriteInputAsync(process, either.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            return new CommandResult(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new EmbeddedPostgresException($"'{Program}' did not finish within {timeout.TotalSeconds:0} seconds and was stopped.");
        }
    }

    /// <summary>The start information that every program of this library shares: no window, no inherited PostgreSQL settings, the server's account.</summary>
    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            // The account may be unable to enter the owner's current directory.
            WorkingDirectory = WorkingDirectory ?? (OperatingSystem.IsWindows() ? "" : "/"),
        };
        // PGDATA, PGPORT, PGOPTIONS … of the developer's shell are about another server.
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("PG", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        if (Account.Name is { } user)
        {
            start.UserName = user;
        }

        return start;
    }

    private Process Start()
    {
        try
        {
            return Process.Start(ToStartInfo())!;
        }
        catch (Win32Exception exception)
        {
            throw new EmbeddedPostgresException($"'{Program}' could not be run{Account.Suffix}: {exception.Message}", exception);
        }
    }

    private async Task WriteInputAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(Input.AsMemory(), cancellationToken).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading; its exit code and output say why.
        }
    }
}
