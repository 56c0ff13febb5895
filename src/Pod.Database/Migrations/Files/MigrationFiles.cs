using Pod.Schema;

namespace Pod.Database;

/// <summary>One folder below <c>migrations/</c>.</summary>
public sealed class MigrationFiles
{
    internal MigrationFiles(string folder, string sql, string? recordedHash)
    {
        Folder = folder;
        Version = Path.GetFileName(folder);
        Sql = sql;
        Hash = MigrationHash.Of(sql);
        IsEdited = recordedHash is not null && recordedHash != Hash;
    }

    /// <summary>The version, which is the folder's name.</summary>
    public string Version { get; }

    /// <summary>Where the files are.</summary>
    public string Folder { get; }

    /// <summary>The text of <c>migration.sql</c>.</summary>
    public string Sql { get; }

    /// <summary>The hash of <see cref="Sql"/>.</summary>
    public string Hash { get; }

    /// <summary>Whether <c>migration.sql</c> was changed by hand after it was generated.</summary>
    public bool IsEdited { get; }

    /// <summary>The text of <c>definition.sql</c>, which creates the whole schema from nothing.</summary>
    internal string ReadDefinition() => File.ReadAllText(Path.Combine(Folder, "definition.sql"));
}
