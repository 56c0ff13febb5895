using System.Diagnostics;
using Pod.EmbeddedPostgres.Supervision;
using Pod.EmbeddedPostgres.Tests.Fixtures;

namespace Pod.EmbeddedPostgres.Tests.Supervision;

/// <summary>The script in the shells that hide behind /bin/sh: dash here, bash on macOS and Fedora.</summary>
public sealed class SupervisorScriptTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("/bin/sh")]
    [InlineData("/bin/bash")]
    public async Task Ends_with_its_server_although_the_owner_still_holds_the_pipe(string shell)
    {
        using var supervisor = Start(shell, "30", "/bin/sh", "-c", "echo said; exit 5");

        Assert.Equal(5, await ExitCodeAsync(supervisor));
        Assert.Equal("said\n", await File.ReadAllTextAsync(_folder.At("log")));
    }

    [Theory]
    [InlineData("/bin/sh")]
    [InlineData("/bin/bash")]
    public async Task Interrupts_its_server_when_the_pipe_closes(string shell)
    {
        using var supervisor = Start(shell, "30", "perl", "-e", "$SIG{INT} = sub { exit 7 }; $| = 1; print qq(ready); sleep 600 while 1;");
        await Until.TrueAsync(() => File.Exists(_folder.At("log")) && File.ReadAllText(_folder.At("log")) == "ready");

        supervisor.StandardInput.Close();

        Assert.Equal(7, await ExitCodeAsync(supervisor));
        await Until.TrueAsync(() => Machine.ProcessesMentioning(_folder.Root).Count == 0);
    }

    [Theory]
    [InlineData("/bin/sh")]
    [InlineData("/bin/bash")]
    public async Task Gets_harder_when_its_server_does_not_listen(string shell)
    {
        using var supervisor = Start(shell, "1", "perl", "-e", "$SIG{INT} = 'IGNORE'; $SIG{QUIT} = sub { exit 9 }; $| = 1; print qq(ready); sleep 600 while 1;");
        await Until.TrueAsync(() => File.Exists(_folder.At("log")) && File.ReadAllText(_folder.At("log")) == "ready");

        supervisor.StandardInput.Close();

        Assert.Equal(9, await ExitCodeAsync(supervisor));
    }

    [Theory]
    [InlineData("/bin/sh")]
    [InlineData("/bin/bash")]
    public async Task Leaves_its_server_alone_while_somebody_holds_the_users_pipe(string shell)
    {
        var users = _folder.At("users");
        using var supervisor = StartShared(shell, "30", users, "perl", "-e", "$SIG{INT} = sub { exit 7 }; $| = 1; print qq(ready); sleep 600 while 1;");
        await Until.TrueAsync(() => File.Exists(_folder.At("log")) && File.ReadAllText(_folder.At("log")) == "ready");
        var first = Hold(users);
        supervisor.StandardInput.Close();
        var second = Hold(users);
        await first.DisposeAsync();

        Assert.False(supervisor.HasExited);
        await using (Hold(users))
        {
            await second.DisposeAsync();
        }

        Assert.Equal(7, await ExitCodeAsync(supervisor));
        Assert.False(File.Exists(users));
    }

    private static FileStream Hold(string users)
    {
        var held = new FileStream(users, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        held.WriteByte((byte)'\n');
        return held;
    }

    private Process Start(string shell, string patience, params string[] server) => StartShared(shell, patience, users: "", server);

    private Process StartShared(string shell, string patience, string users, params string[] server) => Process.Start(
        new ProcessStartInfo(shell, ["-c", SupervisorScript.Unix, "pod-postgres", _folder.At("log"), patience, users, .. server])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    private static async Task<int> ExitCodeAsync(Process process)
    {
        using var deadline = new CancellationTokenSource(Patience, TimeProvider.System);
        await process.WaitForExitAsync(deadline.Token);
        return process.ExitCode;
    }

    public void Dispose() => _folder.Dispose();
}
