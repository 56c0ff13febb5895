using System.Diagnostics;
using System.Globalization;

namespace Pod.EmbeddedPostgres.Tests.Fixtures;

/// <summary>A real process that owns a server, under any account.</summary>
internal sealed class OwnerProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;

    private OwnerProgram(Process process, string[] answer)
    {
        _process = process;
        Answer = answer;
    }

    public string[] Answer { get; }

    public bool IsReady => Answer[0] == "READY";

    public int OwnerId => _process.Id;

    public int ServerId => int.Parse(Answer[1], CultureInfo.InvariantCulture);

    public string ConnectionString => Answer[3];

    public static async Task<OwnerProgram> StartAsync(TestFolder folder, string data, string? user = null, bool shared = false)
    {
        var process = Launch(folder, data, user, shared);
        using var deadline = new CancellationTokenSource(Patience, TimeProvider.System);
        var line = await process.StandardOutput.ReadLineAsync(deadline.Token);
        Assert.NotNull(line);
        return new OwnerProgram(process, line.Split('|', 4));
    }

    /// <summary>Starts the program and does not wait for it to say anything.</summary>
    public static Process Launch(TestFolder folder, string data, string? user = null, bool shared = false)
    {
        // The account may be unable to read the place where the tests were built.
        var programs = folder.At("owner");
        if (!Directory.Exists(programs))
        {
            Binaries.FolderCopy.Copy(AppContext.BaseDirectory, programs);
        }

        var start = new ProcessStartInfo("dotnet", [Path.Combine(programs, "Pod.EmbeddedPostgres.Owner.dll"), data, shared ? "shared" : "alone"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder.Root,
        };
        if (user is not null)
        {
            start.UserName = user;
            start.Environment["HOME"] = folder.Root;
        }

        return Process.Start(start)!;
    }

    public void Kill() => Machine.Kill(_process.Id);

    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(Patience, TimeProvider.System);
        Assert.Equal("STOPPED", await _process.StandardOutput.ReadLineAsync(deadline.Token));
        await _process.WaitForExitAsync(deadline.Token);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
