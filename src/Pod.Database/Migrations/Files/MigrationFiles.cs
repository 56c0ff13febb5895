using Pod.Database.Migrations;
using Pod.Schema;

namespace Pod.Database;

/// <summary>One folder below <c>migrations/</c>.</summary>
public sealed class MigrationFiles
{
    private readonly MigrationDescription _description;

    internal MigrationFiles(string folder)
    {
        Folder = folder;
        Version = Path.GetFileName(folder);
        Sql = File.ReadAllText(Path.Combine(folder, "migration.sql"));
        Hash = MigrationHash.Of(Sql);
        _description = MigrationDescription.Read(folder);
        IsEdited = _description.SqlHash is { } recorded && recorded != Hash;
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

    /// <summary>The versions that a rebase put together into this one.</summary>
    public IReadOnlyList<string> Replaces => _description.Replaces;

    /// <summary>The version before; null for the first one.</summary>
    internal string? Parent => _description.Parent;

    /// <summary>Reads the schema after this migration.</summary>
    /// <exception cref="MigrationException">POD3054: there is no <c>definition.json</c>, or it cannot be read.</exception>
    public DatabaseSchema ReadSchema()
    {
        var path = Path.Combine(Folder, "definition.json");
        try
        {
            return SchemaJsonReader.Read(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is FormatException or IOException)
        {
            throw new MigrationException($"POD3054: '{path}' cannot be read: {exception.Message}", exception) { Version = Version };
        }
    }

    /// <summary>Whether there is a <c>definition.sql</c>. A migration written by hand may lack it.</summary>
    internal bool HasDefinition => File.Exists(Path.Combine(Folder, "definition.sql"));

    /// <summary>The text of <c>definition.sql</c>, which creates the whole schema from nothing.</summary>
    internal string ReadDefinition() => File.ReadAllText(Path.Combine(Folder, "definition.sql"));

    /// <summary>The text of <c>rollback.sql</c>, and whether it was changed by hand; null when there is none.</summary>
    internal (string Sql, bool IsEdited)? ReadRollback()
    {
        var path = Path.Combine(Folder, "rollback.sql");
        if (!File.Exists(path))
        {
            return null;
        }

        var sql = File.ReadAllText(path);
        return (sql, _description.RollbackHash is { } recorded && recorded != MigrationHash.Of(sql));
    }
}
