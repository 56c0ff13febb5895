using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Pod.EmbeddedPostgres.Processes;

namespace Pod.EmbeddedPostgres.Supervision;

/// <summary>The running supervisor. It stops the server when its input closes: by us, or by the operating system when we are gone.</summary>
internal sealed class Supervisor : IDisposable
{
    private readonly Process _process;

    private Supervisor(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>The server's pid where the supervisor knows it: on Unix. Elsewhere it is read from the data folder.</summary>
    public int? ServerProcessId { get; private set; }

    public static Supervisor Start(Command command)
    {
        try
        {
            return new Supervisor(Process.Start(command.ToStartInfo())!);
        }
        catch (Win32Exception exception)
        {
            throw new EmbeddedPostgresException($"'{command.Program}', which watches over PostgreSQL, could not be run{command.Account.Suffix}: {exception.Message}", exception);
        }
    }

    /// <summary>Waits for the supervisor's first line, which comes once the server has been started.</summary>
    public async Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        ServerProcessId = int.TryParse(line, CultureInfo.InvariantCulture, out var pid) ? pid : null;
        if (line is null)
        {
            var problem = await _process.StandardError.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            throw new EmbeddedPostgresException($"The shell that watches over PostgreSQL ended at once. {problem.Trim()}".TrimEnd());
        }
    }

    /// <summary>Lets go of the server; the supervisor stops it, ever harder.</summary>
    public void LetGo()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended already and nobody reads the pipe any more.
        }
    }

    /// <returns>Whether the supervisor (and with it the server) ended in time.</returns>
    public async Task<bool> WaitForExitAsync(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await _process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    public void Dispose() => _process.Dispose();
}
