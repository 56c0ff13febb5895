namespace Pod.EndToEnd.Tests.Support;

/// <summary>A content root of its own for the sample, so that the checkout's data is never touched.</summary>
internal sealed class ServerFolder : IAsyncDisposable
{
    public ServerFolder()
    {
        Root = EnterableFolder.Create("pod-end-to-end-");
        File.Copy(Path.Combine(Repository.ChatServer, "appsettings.json"), Path.Combine(Root, "appsettings.json"));
        Copy(Path.Combine(Repository.ChatServer, "migrations"), Migrations);
        Copy(Path.Combine(Repository.ChatServer, "wwwroot"), Path.Combine(Root, "wwwroot"));
    }

    public string Root { get; }

    public string Migrations => Path.Combine(Root, "migrations");

    /// <summary>Adds a migration as a developer's hand would.</summary>
    public void AddMigration(string version, string sql)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Migrations, version));
        File.WriteAllText(Path.Combine(folder.FullName, "migration.sql"), sql);
        File.AppendAllText(Path.Combine(Migrations, "migration_registry.txt"), version + "\n");
    }

    public async ValueTask DisposeAsync()
    {
        // After a kill the database server takes a moment to notice that its owner is gone.
        await Machine.UntilAsync(() => Machine.ProcessesMentioning(Root).Count == 0, $"nothing runs on {Root} any more");
        Directory.Delete(Root, recursive: true);
    }

    private static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
