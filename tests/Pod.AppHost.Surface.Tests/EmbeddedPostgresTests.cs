using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Pod.AppHost.Surface.Tests.Support;

namespace Pod.AppHost.Surface.Tests;

/// <summary>The process, the health check and the commands of the model, run as Aspire would run them.</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("pod-apphost-").FullName;

    public EmbeddedPostgresTests()
    {
        // PostgreSQL runs under another account when this one is root.
        File.SetUnixFileMode(_folder, (UnixFileMode)Convert.ToInt32("755", 8));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Process_of_the_model_is_a_database_that_the_commands_of_the_dashboard_migrate()
    {
        CopyServer();
        var application = RecordedApplication.Begin("--Pod:Containers=false", $"--Pod:Tool={Checkout.Tool}", $"--folder={_folder}");
        CopiedServer.Path = Path.Combine(_folder, "Chat.Server.csproj");
        var server = application.AddPod<CopiedServer>("server").WithPodDatabase(application.AddPodDatabase()).WithPodCommands().Resource;
        var database = application.Get<EmbeddedPostgresDatabaseResource>("poddb");
        await using var services = ((ServiceCollection)application.Services).BuildServiceProvider();
        var health = services.GetRequiredService<HealthCheckService>();

        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync()).Status);
        using var process = await StartAsync(database.Parent);
        try
        {
            await UntilHealthyAsync(health, process);

            var applied = await RunAsync(server, "pod-apply-migrations", services);

            Assert.True(applied.Success, applied.Message);
            await using var connection = new NpgsqlConnection(await ((IResourceWithConnectionString)database).GetConnectionStringAsync());
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("SELECT count(*) FROM message", connection);
            Assert.Equal(0L, await command.ExecuteScalarAsync());
        }
        finally
        {
            await Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExitAsync();
            await process.WaitForExitAsync();
        }

        var refused = await RunAsync(server, "pod-apply-migrations", services);
        Assert.False(refused.Success);
        Assert.Contains("127.0.0.1", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<Process> StartAsync(EmbeddedPostgresResource postgres)
    {
        var start = new ProcessStartInfo(postgres.Command, postgres.Arguments())
        {
            WorkingDirectory = postgres.WorkingDirectory,
        };
        foreach (var variable in postgres.All<RecordedVariable>())
        {
            start.Environment[variable.Name] = await ((IValueProvider)variable.Value!).GetValueAsync();
        }

        return Process.Start(start)!;
    }

    private static async Task UntilHealthyAsync(HealthCheckService health, Process process)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while ((await health.CheckHealthAsync(deadline.Token)).Status != HealthStatus.Healthy)
        {
            Assert.False(process.HasExited, "The process has ended.");
            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }

    private static Task<ExecuteCommandResult> RunAsync(ProjectResource server, string command, IServiceProvider services) =>
        server.All<RecordedCommand>().Single(recorded => recorded.Name == command).RunAsync(new ExecuteCommandContext
        {
            ServiceProvider = services,
            ResourceName = server.Name,
            CancellationToken = CancellationToken.None,
            Logger = NullLogger.Instance,
        });

    private void CopyServer()
    {
        var source = Path.GetDirectoryName(Checkout.ChatServer)!;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or ".pod" or "wwwroot")
            {
                continue;
            }

            var target = Path.Combine(_folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private sealed class CopiedServer : IProjectMetadata
    {
        public static string Path { get; set; } = "";

        public string ProjectPath => Path;
    }
}
