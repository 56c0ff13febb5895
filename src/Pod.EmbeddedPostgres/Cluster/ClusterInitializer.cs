using Pod.EmbeddedPostgres.Accounts;
using Pod.EmbeddedPostgres.Binaries;
using Pod.EmbeddedPostgres.Connections;
using Pod.EmbeddedPostgres.Processes;

namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>
/// Makes a new cluster under a provisional name and renames it when it is complete, so an interrupted run can never be taken for data.
/// </summary>
internal sealed class ClusterInitializer(PostgresBinaries binaries, ServerAccount account, EmbeddedPostgresOptions options)
{
    private const int FirstVersionWithBuiltinLocale = 17;

    public async Task EnsureAsync(DataFolder folder, string? password, CancellationToken cancellationToken)
    {
        RemoveHalfMade(folder);
        if (folder.HasCluster)
        {
            return;
        }

        options.Log?.Invoke($"Creating a PostgreSQL {binaries.Version} data folder in '{folder.Root}'.");
        var staging = folder.NewStagingFolder();
        account.CreatePrivateFolder(staging);
        var result = await RunAsync(staging, UnicodeLocale(), password, cancellationToken).ConfigureAwait(false);
        if (!result.Succeeded && result.Text.Contains("invalid locale", StringComparison.Ordinal))
        {
            // Older systems have no C.UTF-8.
            result = await RunAsync(staging, ["--locale=C"], password, cancellationToken).ConfigureAwait(false);
        }

        if (!result.Succeeded)
        {
            throw new EmbeddedPostgresException(
                $"'{binaries.InitDb}' could not create a data folder in '{folder.Root}'{account.Suffix} (exit code {result.ExitCode}). It said:\n{result.Text}");
        }

        await new SingleUserSession(binaries, account, options).EnsureDatabaseAsync(staging, options.DatabaseName, cancellationToken).ConfigureAwait(false);
        Directory.Move(staging, folder.Cluster);
    }

    private string[] UnicodeLocale() => binaries.Major >= FirstVersionWithBuiltinLocale
        ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        : [OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=C"];

    private async Task<CommandResult> RunAsync(string staging, string[] locale, string? password, CancellationToken cancellationToken)
    {
        // initdb reads a password from a file only.
        var passwordFile = password is null ? null : Path.Combine(Path.GetDirectoryName(staging)!, "password.new");
        if (passwordFile is not null)
        {
            await File.WriteAllTextAsync(passwordFile, password, cancellationToken).ConfigureAwait(false);
        }

        // Without a password: whoever can enter the socket's private folder is the account itself or root.
        string[] authentication = passwordFile is null ? ["--auth=trust"] : ["--auth=scram-sha-256", $"--pwfile={passwordFile}"];
        var command = new Command(
            binaries.InitDb,
            ["-D", staging, "-U", ServerAddress.User, "--encoding=UTF8", "--no-instructions", .. locale, .. authentication])
        {
            Account = account,
        };
        try
        {
            return await command.RunAsync(options.StartTimeout, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (passwordFile is not null)
            {
                File.Delete(passwordFile);
            }
        }
    }

    private void RemoveHalfMade(DataFolder folder)
    {
        foreach (var staging in folder.StagingFolders())
        {
            options.Log?.Invoke($"Removing '{staging}', left by an interrupted start.");
            try
            {
                Directory.Delete(staging, recursive: true);
            }
            catch (IOException)
            {
                // An initdb whose owner was killed may still be writing into it. Every run has a name of its own, so the next start can remove this one.
            }
        }
    }
}
