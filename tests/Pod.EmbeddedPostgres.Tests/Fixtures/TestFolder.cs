namespace Pod.EmbeddedPostgres.Tests.Fixtures;

/// <summary>A fresh folder for one test, removed afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    public TestFolder()
    {
        Root = Directory.CreateTempSubdirectory("pod-pg-test-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            // The system makes it private to root, and the server does not run as root.
            File.SetUnixFileMode(Root, (UnixFileMode)Convert.ToInt32("755", 8));
        }
    }

    public string Root { get; }

    public string Data => Path.Combine(Root, "data");

    public string At(string relative) => Path.Combine(Root, relative);

    public List<string> Log { get; } = [];

    public EmbeddedPostgresOptions Options(string? data = null) => new()
    {
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

    public void Dispose() => Directory.Delete(Root, recursive: true);

}
