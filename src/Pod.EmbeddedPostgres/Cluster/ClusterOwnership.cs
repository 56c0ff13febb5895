using Pod.EmbeddedPostgres.Accounts;

namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>PostgreSQL insists on owning its data. Root can see to that; anybody else can only be told.</summary>
internal static class ClusterOwnership
{
    public static async Task EnsureAsync(DataFolder folder, ServerAccount account, TimeProvider time, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var path in new[] { folder.Cluster, folder.LogFolder })
        {
            var owner = await FileOwner.OfAsync(path, time, cancellationToken).ConfigureAwait(false);
            if (owner is null || owner.User == account.User)
            {
                continue;
            }

            if (!account.IsOther)
            {
                throw new EmbeddedPostgresException(
                    $"'{path}' belongs to the user with id {owner.User}, but this process runs as id {account.User} and PostgreSQL must own its data. "
                    + $"Give it to this user (sudo chown -R {account.User} '{folder.Root}') or choose another data folder.");
            }

            account.TakeOverAll(path);
        }
    }
}
