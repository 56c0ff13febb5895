using System.Net.Sockets;
using System.Net;
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
        var ownerLock = await OwnerLock.TakeAsync(folder, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        try
        {
            if (account.OwnsSurroundings)
            {
                account.TakeOver(folder.LockFile);
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
        var password = OperatingSystem.IsWindows() ? ServerPassword.ReadOrCreate(folder) : null;
        await new ClusterInitializer(binaries, account, options).EnsureAsync(folder, password, cancellationToken).ConfigureAwait(false);
        if (password is not null)
        {
            await new SingleUserSession(binaries, account, options).EnsureDatabaseAsync(folder.Cluster, options.DatabaseName, cancellationToken).ConfigureAwait(false);
        }

        var address = OperatingSystem.IsWindows()
            ? new ServerAddress(IPAddress.Loopback.ToString(), FreePort(), password)
            : ServerAddress.Socket(await SocketDirectory.CreateAsync(folder.Root, account, options.TimeProvider, cancellationToken).ConfigureAwait(false));
        var log = new ServerLog(folder.LogFolder);
        log.CutWhenTooLarge();
        try
        {
            SocketFiles.RemoveStale(address);
            var process = await new ServerLauncher(binaries, account, folder, log, options).StartAsync(address, cancellationToken).ConfigureAwait(false);
            await EnsureDatabaseAsync(process, address, cancellationToken).ConfigureAwait(false);
            var from = new StartedFrom(folder.Root, binaries.Version, options.DatabaseName);
            return new EmbeddedPostgresServer(process, address, ownerLock, log.Watch(options.TimeProvider), from);
        }
        catch
        {
            SocketFiles.Remove(address);
            throw;
        }
    }

    private async Task EnsureDatabaseAsync(ServerProcess process, ServerAddress address, CancellationToken cancellationToken)
    {
        if (!address.IsSocket)
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

    // Another program could take the port before the server does; then the start fails with the server's own words, and the next one finds another port.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
