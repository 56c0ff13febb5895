using Pod.EmbeddedPostgres.Accounts;
using Pod.EmbeddedPostgres.Processes;

namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>Decides where the data really is: in the named folder, or, when the unprivileged account cannot get there, in a private one.</summary>
internal sealed class DataFolderLocator(EmbeddedPostgresOptions options)
{
    private const string SystemFolder = "/var/lib/pod";
    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(10);

    public async Task<(DataFolder Folder, ServerAccount Account)> LocateAsync(CancellationToken cancellationToken)
    {
        var wanted = Named(options.DataDirectory);
        wanted.RefuseForeignContent();
        var account = await new UnprivilegedUser(options).ChooseAsync(Places(wanted), cancellationToken).ConfigureAwait(false);
        if (!account.IsOther)
        {
            Create(wanted, account);
            return (wanted, account);
        }

        var elsewhere = Elsewhere(wanted);
        // Data that was once put elsewhere stays there, even if the named folder has become reachable since.
        if (elsewhere.HasCluster || !await CanReachAsync(wanted.Root, account, cancellationToken).ConfigureAwait(false))
        {
            options.Log?.Invoke(
                $"PostgreSQL cannot run as root, and the user '{account.Name}' cannot reach '{wanted.Root}'. The data is kept in '{elsewhere.Root}' instead.");
            elsewhere.RefuseForeignContent();
            wanted = elsewhere;
            account = await new UnprivilegedUser(options).ChooseAsync([elsewhere.Cluster, "/"], cancellationToken).ConfigureAwait(false);
        }

        Create(wanted, account);
        return (wanted, account);
    }

    /// <summary>Gives the folders in which the data may be, the likelier first.</summary>
    public static IEnumerable<DataFolder> Candidates(string dataDirectory)
    {
        var named = Named(dataDirectory);
        return OperatingSystem.IsWindows() ? [named] : [Elsewhere(named), named];
    }

    private static DataFolder Named(string dataDirectory) => new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataDirectory)));

    private static DataFolder Elsewhere(DataFolder named) => new($"{SystemFolder}/{PathHash.Of(named.Root)}");

    // The data, then the folder, then the nearest parent that exists.
    private static IEnumerable<string> Places(DataFolder folder)
    {
        yield return folder.Cluster;
        for (var place = folder.Root; place is not null; place = Path.GetDirectoryName(place))
        {
            yield return place;
        }
    }

    private static void Create(DataFolder folder, ServerAccount account)
    {
        try
        {
            account.CreateReachableFolder(folder.Root);
            account.CreatePrivateFolder(folder.LogFolder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException($"The data folder '{folder.Root}' cannot be created or written: {exception.Message} Choose another data folder.", exception);
        }
    }

    /// <summary>Asks the account itself, since modes, access lists and mounts all have a say.</summary>
    private async Task<bool> CanReachAsync(string root, ServerAccount account, CancellationToken cancellationToken)
    {
        var existing = root;
        while (!Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing)!;
        }

        var answer = await new Command("/bin/sh", "-c", "cd \"$1\"", "sh", existing) { Account = account }
            .RunAsync(CheckTimeout, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        return answer.Succeeded;
    }
}
