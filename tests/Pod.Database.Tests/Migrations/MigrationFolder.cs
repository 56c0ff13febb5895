using System.Text;
using Pod.Schema;

namespace Pod.Database.Tests.Migrations;

/// <summary>A folder of migrations made by a test.</summary>
internal sealed class MigrationFolder : IDisposable
{
    private readonly List<string> _versions = [];

    public string Path { get; } = Directory.CreateTempSubdirectory("pod-migrations-").FullName;

    public MigrationFolder Add(string version, string sql, string? definition = null, bool isEdited = false, DatabaseSchema? schema = null, string? rollback = null, string members = "")
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Path, version)).FullName;
        var hash = isEdited ? "sha256:" + new string('0', 64) : MigrationHash.Of(sql);
        File.WriteAllText(System.IO.Path.Combine(folder, "migration.sql"), sql);
        File.WriteAllText(System.IO.Path.Combine(folder, "migration.json"), $$"""{ "format": 1, "version": "{{version}}", "sqlHash": "{{hash}}"{{members}} }""");
        File.WriteAllText(System.IO.Path.Combine(folder, "definition.sql"), definition ?? "SELECT 1/0 /* not to be used */;");
        File.WriteAllText(System.IO.Path.Combine(folder, "definition.json"), schema is null ? """{ "format": 1, "module": "chat" }""" : SchemaJsonWriter.Write(schema));
        if (rollback is not null)
        {
            File.WriteAllText(System.IO.Path.Combine(folder, "rollback.sql"), rollback);
        }

        _versions.Add(version);
        return WriteRegistry([.. _versions]);
    }

    public MigrationFolder WriteRegistry(params string[] versions)
    {
        var text = new StringBuilder("# one version per line\n").AppendJoin('\n', versions).Append('\n');
        File.WriteAllText(System.IO.Path.Combine(Path, "migration_registry.txt"), text.ToString());
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
