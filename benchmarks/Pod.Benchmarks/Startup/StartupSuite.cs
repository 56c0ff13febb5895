using System.Globalization;
using System.Text.Json.Nodes;
using Pod.Benchmarks.Rpc;
using Pod.EmbeddedPostgres;

namespace Pod.Benchmarks.Startup;

/// <summary>From the start of the process to the first answer that has asked the database: the Chat sample, and a minimal API with one query.</summary>
internal static class StartupSuite
{
    private const int Channels = 5;

    private static readonly (string Form, string? Profile)[] Forms =
        [("ordinary", null), ("ReadyToRun", "ReadyToRun"), ("trimmed, self-contained, ReadyToRun", "Trimmed")];

    public static async Task RunAsync(bool isQuick)
    {
        // Not a private folder: PostgreSQL has to enter it, and runs as another user when this one is root.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "pod-startup-" + Guid.NewGuid().ToString("N")));
        try
        {
            await using var postgres = await EmbeddedPostgresServer.StartAsync(
                new EmbeddedPostgresOptions { DataDirectory = Path.Combine(folder.FullName, "data") });
            var table = new MarkdownTable("Form", "contender", "start / peer", "first answer, ms", "CPU until then, ms", "memory at rest, MB", "on disk, MB");
            foreach (var (form, profile) in isQuick ? Forms[..1] : Forms)
            {
                await Console.Error.WriteLineAsync($"{form} ...");
                List<StartupContender> contenders =
                [
                    await StartupContender.PublishAsync("minimal API", form, profile, ProjectFolder("benchmarks/Startup.Peer"), folder.FullName),
                    await StartupContender.PublishAsync("Chat with Pod", form, profile, ProjectFolder("samples/Chat/Chat.Server"), folder.FullName),
                ];
                await PrepareAsync(contenders, postgres.ConnectionString);
                await CompareAsync(table, contenders, postgres.ConnectionString, starts: isQuick ? 3 : 9);
            }

            table.Print();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Pod's first start makes the tables. Afterwards both answer the same.
    private static async Task PrepareAsync(List<StartupContender> contenders, string connectionString)
    {
        await StartupRun.TakeAsync(contenders[1], connectionString, static async connection =>
        {
            for (var i = 0; i < Channels; i++)
            {
                await connection.CallAsync(RpcConnection.Request("/channel/create", $$"""{"name":"channel {{i}}"}"""));
            }
        });
        var theirs = Parse(await StartupRun.TakeAsync(contenders[0], connectionString));
        var ours = Parse(await StartupRun.TakeAsync(contenders[1], connectionString));
        if (ours.Count != Channels || !JsonNode.DeepEquals(ours, theirs))
        {
            throw new InvalidOperationException($"The answers differ: {ours.ToJsonString()} and {theirs.ToJsonString()}.");
        }
    }

    private static async Task CompareAsync(MarkdownTable table, List<StartupContender> contenders, string connectionString, int starts)
    {
        var runs = contenders.Select(static _ => new List<StartupRun>()).ToArray();
        for (var i = 0; i < starts * contenders.Count; i++)
        {
            runs[i % contenders.Count].Add(await StartupRun.TakeAsync(contenders[i % contenders.Count], connectionString));
        }

        for (var place = 0; place < runs.Length; place++)
        {
            var own = runs[place];
            table.Add(
                place == 0 ? contenders[place].Form : "",
                contenders[place].Name,
                Text(Statistics.Median(own.Zip(runs[0], static (mine, peer) => mine.Elapsed / peer.Elapsed)), "0.00"),
                Text(Statistics.Median(own.Select(static run => run.Elapsed)), "0"),
                Text(Statistics.Median(own.Select(static run => run.Processor)), "0"),
                Text(Statistics.Median(own.Select(static run => run.Memory)), "0"),
                Text(contenders[place].Megabytes, "0.0"));
        }
    }

    private static JsonArray Parse(StartupRun run)
    {
        var channels = JsonNode.Parse(run.Answer)!.AsArray();
        foreach (var channel in channels)
        {
            // Pod's wire names the type, and the two write the last digits of an instant differently.
            channel!.AsObject().Remove("__className__");
            channel["createdAt"] = DateTime.Parse((string)channel["createdAt"]!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        }

        return channels;
    }

    private static string ProjectFolder(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pod.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The suite runs inside a checkout of the repository.");
        }

        return Path.Combine(folder.FullName, path);
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
