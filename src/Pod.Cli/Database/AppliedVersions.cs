using Pod.Database;
using Pod.Database.Migrations;

namespace Pod.Cli.Database;

/// <summary>The versions that a database has, read without the migrations' folder, which may hold two branches.</summary>
internal static class AppliedVersions
{
    /// <summary>Reads the versions of a module; none from a database that was never migrated.</summary>
    public static async Task<HashSet<string>> ReadAsync(PodDatabase database, string module, CancellationToken cancellationToken)
    {
        await using var connection = await MigrationConnection.OpenAsync(database, cancellationToken);
        var rows = await new MigrationHistory(connection, module).ReadAsync(cancellationToken);
        return [.. rows.Values.Where(static row => row.IsApplied).Select(static row => row.Version)];
    }
}
