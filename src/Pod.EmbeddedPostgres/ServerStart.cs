using Pod.EmbeddedPostgres.Accounts;
using Pod.EmbeddedPostgres.Binaries;
using Pod.EmbeddedPostgres.Cluster;
using Pod.EmbeddedPostgres.Connections;
using Pod.EmbeddedPostgres.Supervision;

namespace Pod.EmbeddedPostgres;

/// <summary>The order of a start, from the folder to the database.</summary>
internal sealed class ServerStart(EmbeddedPostgresOptions options)
{
    public async Task<EmbeddedPostgresServer> RunAsync(CancellationToken cancellationToken)
    {
        var (folder, account) = await new DataFolderLocator(options).LocateAsync(cancellationToken).ConfigureAwait(false);
        // Those who share a server need the folder for themselves only while they start, which may begin with a download.
        var patience = options.Shared ? options.DownloadTimeout + options.StartTimeout : TimeSpan.Zero;
        var ownerLock = await OwnerLock.TakeAsync(folder, patience, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        try
        {
            if (account.OwnsSurroundings)
            {
                account.TakeOver(folder.LockFile);
            }

            if (options.Shared && await SharedServer.TryJoinAsync(folder, options.TimeProvider, cancellationToken).ConfigureAwait(false) is { } joined)
            {
                var server = await JoinAsync(joined, folder, account, cancellationToken).ConfigureAwait(false);
                ownerLock.Dispose();
                return server;
            }

            await new LeftoverServer(options).ClearAsync(folder.Cluster, cancellationToken).ConfigureAwait(false);
            await ClusterOwnership.EnsureAsync(folder, account, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            return await StartAsync(folder, account, ownerLock, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            ownerLock.Dispose();
            throw;
        }
    }

    private async Task<EmbeddedPostgresServer> StartAsync(DataFolder folder, ServerAccount account, OwnerLock ownerLock, CancellationToken cancellationToken)
    {
        var binaries = await new BinariesFinder(options, account).FindAsync(folder.MajorVersion, folder.Root, cancellationToken).ConfigureAwait(false);
        var hasSocket = !OperatingSystem.IsWindows();
        var password = hasSocket && options.Port is null ? null : ServerPassword.ReadOrCreate(folder, options.Password);
        await new ClusterInitializer(binaries, account, options).EnsureAsync(folder, hasSocket ? null : password, cancellationToken).ConfigureAwait(false);
        if (password is not null)
        {
            LoopbackPort.RefuseTaken(options.Port);
            HostAccess.Write(folder.Cluster, account);
        }

        if (!hasSocket)
        {
            await new SingleUserSession(binaries, account, options).EnsureDatabaseAsync(folder.Cluster, options.DatabaseName, cancellationToken).ConfigureAwait(false);
        }

        var address = hasSocket
            ? new ServerAddress(
                await SocketDirectory.CreateAsync(folder.Root, account, options.TimeProvider, cancellationToken).ConfigureAwait(false),
                options.Port ?? ServerAddress.SocketPort,
                password)
            : new ServerAddress(null, options.Port ?? LoopbackPort.FindFree(), password);
        var log = new ServerLog(folder.LogFolder);
        log.CutWhenTooLarge();
        try
        {
            SocketFiles.RemoveStale(address);
            var process = await new ServerLauncher(binaries, account, folder, log, options).StartAsync(address, cancellationToken).ConfigureAwait(false);
            await EnsureDatabaseAsync(process, address, cancellationToken).ConfigureAwait(false);
            if (password is not null)
            {
                // Last: who finds it there can connect.
                ServerPassword.Keep(folder, password);
            }

            var from = new StartedFrom(folder.Root, binaries.Version, options.DatabaseName);
            if (!options.Shared)
            {
                return new EmbeddedPostgresServer(new OwnedServer(process, address, ownerLock, log.Watch(options.TimeProvider)), address, from);
            }

            var shared = await SharedServer.TryJoinAsync(folder, options.TimeProvider, CancellationToken.None).ConfigureAwait(false);
            process.LetGo();
            var server = new EmbeddedPostgresServer(
                shared ?? throw new EmbeddedPostgresException($"The PostgreSQL on '{folder.Root}' ended as soon as it had started. Its log is '{log.FilePath}'."), address, from);
            ownerLock.Dispose();
            return server;
        }
        catch
        {
            SocketFiles.Remove(address);
            throw;
        }
    }

    private async Task<EmbeddedPostgresServer> JoinAsync(SharedServer joined, DataFolder folder, ServerAccount account, CancellationToken cancellationToken)
    {
        try
        {
            var address = RunningCluster.AddressOf(folder) ?? throw new EmbeddedPostgresException($"Somebody stops the PostgreSQL on '{folder.Root}'. Start again.");
            var binaries = await new BinariesFinder(options, account).FindAsync(folder.MajorVersion, folder.Root, cancellationToken).ConfigureAwait(false);
            if (address.HasSocket)
            {
                await new DatabaseCreator(address, options).EnsureAsync(options.DatabaseName, cancellationToken).ConfigureAwait(false);
            }

            return new EmbeddedPostgresServer(joined, address, new StartedFrom(folder.Root, binaries.Version, options.DatabaseName));
        }
        catch
        {
            await joined.EndAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task EnsureDatabaseAsync(ServerProcess process, ServerAddress address, CancellationToken cancellationToken)
    {
        if (!address.HasSocket)
        {
            return;
        }

        try
        {
            await new DatabaseCreator(address, options).EnsureAsync(options.DatabaseName, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await process.StopAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }
}
