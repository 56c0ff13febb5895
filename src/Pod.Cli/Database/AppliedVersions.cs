using Pod.Database;

namespace Pod.Cli.Database;

/// <summary>The versions that a database has, read without the migrations' folder, which may hold two branches.</summary>
internal static class AppliedVersions
{
    /// <summary>Reads the versions of a module; none from a database that was never migrated.</summary>
    public static async Task<HashSet<string>> ReadAsync(PodDatabase database, string module, CancellationToken cancellationToken)
    {
        var db = new DatabaseSession(database).Db;
        var exists = await db.QueryAsync<bool>($"SELECT to_regclass('pod_migrations') IS NOT NULL", cancellationToken);
        return exists[0]
            ? [.. await db.QueryAsync<string>($"SELECT \"version\" FROM \"pod_migrations\" WHERE \"module\" = {module} AND \"state\" = 'applied'", cancellationToken)]
            : [];
    }
}
