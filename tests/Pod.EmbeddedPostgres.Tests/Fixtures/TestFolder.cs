namespace Pod.EmbeddedPostgres.Tests.Fixtures;

/// <summary>A fresh folder for one test, removed afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    public string Root { get; } = EnterableFolder.Create("pod-pg-test-");

    public string Data => Path.Combine(Root, "data");

    public string At(string relative) => Path.Combine(Root, relative);

    public List<string> Log { get; } = [];

    public EmbeddedPostgresOptions Options(string? data = null, bool shared = false) => new()
    {
        Shared = shared,
        DataDirectory = data ?? Data,
        AllowDownload = false,
        Log = line =>
        {
            lock (Log)
            {
                Log.Add(line);
            }
        },
    };

    public Task<EmbeddedPostgresServer> StartAsync(string? data = null) => EmbeddedPostgresServer.StartAsync(Options(data));

    public Task<EmbeddedPostgresServer> ShareAsync() => EmbeddedPostgresServer.StartAsync(Options(shared: true));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
