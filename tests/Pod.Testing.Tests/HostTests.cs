using System.Collections.Concurrent;
using Helpdesk.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pod.Database;

namespace Pod.Testing.Tests;

public sealed class HostTests
{
    private static readonly TestEndpoints Endpoints = new();

    [Fact]
    public async Task Eight_hosts_run_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(static i => Task.Run(async () =>
        {
            await using var host = new PodTestHost<Helpdesk.Server.Protocol>();
            await using var test = await host.BeginAsync();
            await Endpoints.Ticket.OpenAsync(test.Sessions, $"Ticket {i}");
            Assert.Equal($"Ticket {i}", Assert.Single(await Endpoints.Ticket.ListAsync(test.Sessions)).Title);
        })));
    }

    [Fact]
    public async Task Services_can_be_replaced()
    {
        var mail = new RecordingMail();
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(o => o.ConfigureServices = services => services.AddSingleton<IMail>(mail));
        await using var test = await host.BeginAsync();

        await Endpoints.Ticket.NotifyAsync(test.Sessions, "Mended.");

        Assert.Equal(["Mended."], mail.Sent);
    }

    [Fact]
    public async Task Interceptors_see_the_statements_of_all_tests()
    {
        var counter = new CountingInterceptor();
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(o => o.Interceptors.Add(counter));
        await using var first = await host.BeginAsync();
        await using var second = await host.BeginAsync();

        await Ticket.Db.CountAsync(first.Session);
        await Ticket.Db.CountAsync(second.Session);

        Assert.Equal(2, counter.Count);
    }

    [Fact]
    public async Task Log_lines_go_to_the_output()
    {
        var lines = new ConcurrentQueue<string>();
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(o => o.WriteLine = lines.Enqueue);
        await host.StartAsync();
        await using var test = host.Begin(writeLine: lines.Enqueue);
        await test.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Endpoints.Ticket.FailAsync(test.Sessions));

        Assert.Contains("It broke.", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_is_Test()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>();
        await host.StartAsync();

        Assert.Equal("Test", host.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostEnvironment>().EnvironmentName);
    }

    [Fact]
    public async Task The_database_goes_with_the_host()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>();
        await using var watcher = new PodTestHost<Helpdesk.Server.Protocol>();
        await using var watching = await watcher.BeginAsync();
        string name;
        await using (var test = await host.BeginAsync())
        {
            name = test.Session.Database.Name;
            Assert.Matches($"^pod_test_{Environment.ProcessId}_[0-9a-f]{{16}}$", name);
        }

        await host.DisposeAsync();

        Assert.Equal([0L], await watching.Session.Db.QueryAsync<long>($"SELECT count(*) FROM pg_database WHERE datname = {name}"));
    }

    [Fact]
    public async Task The_real_clock_can_be_asked_for()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.Time = TimeProvider.System);
        await using var test = await host.BeginAsync();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => test.Time.AdvanceAsync(TimeSpan.FromDays(1)));

        Assert.Contains("PodTestHostOptions.Time", failure.Message, StringComparison.Ordinal);
        await Endpoints.Ticket.WaitAsync(test.Sessions, TimeSpan.FromMilliseconds(1));
    }

    [Theory]
    [InlineData("Desk:Lines", "0", "Desk:Lines must be at least 1.")]
    [InlineData("Pod:Database:RuntimeParameters:Work Mem", "7MB", "'Work Mem' is no name of a setting of PostgreSQL.")]
    public async Task An_invalid_configuration_is_named(string key, string value, string message)
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(o =>
            o.Configure = configuration => configuration.AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]));

        var failure = await Assert.ThrowsAsync<PodTestStartException>(host.StartAsync);

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_named()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.ConnectionString = "Host=127.0.0.1;Port=1;Username=x;Timeout=2");

        var failure = await Assert.ThrowsAsync<PodTestStartException>(host.StartAsync);

        Assert.Contains("POD_TEST_CONNECTION", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_its_migration_fails_the_start()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.ApplyMigrations = false);

        var failure = await Assert.ThrowsAsync<PodTestStartException>(host.StartAsync);

        Assert.Contains("dotnet pod migration create", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_fails_is_named_with_its_version()
    {
        var folder = Directory.CreateTempSubdirectory("pod-migrations-");
        try
        {
            var version = CopyMigrations(folder.FullName);
            var file = Path.Combine(folder.FullName, version, "definition.sql");
            await File.WriteAllTextAsync(file, "CREATE TABLE broken (;");
            await using var host = new PodTestHost<Helpdesk.Server.Protocol>(o =>
                o.Configure = configuration => configuration.AddInMemoryCollection([KeyValuePair.Create("Pod:Migrations:Folder", (string?)folder.FullName)]));

            var failure = await Assert.ThrowsAsync<PodTestStartException>(host.StartAsync);

            Assert.Contains(version, failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Calls_through_a_port_need_commits()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.Http = true);

        var failure = await Assert.ThrowsAsync<PodTestStartException>(host.StartAsync);

        Assert.Contains("Isolation.Rollback", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_has_not_started_says_so()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>();

        Assert.Throws<InvalidOperationException>(() => host.Begin());
        Assert.Throws<InvalidOperationException>(() => host.Services);
    }

    [Fact]
    public async Task A_call_that_does_not_end_is_named()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.LeakTimeout = TimeSpan.FromMilliseconds(200));
        var test = await host.BeginAsync(name: "forgetful");
        _ = Endpoints.Ticket.HangAsync(test.Sessions);

        var failure = await Assert.ThrowsAsync<PodTestLeakException>(async () => await test.DisposeAsync());

        Assert.Contains("'ticket.hang'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'forgetful'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_waits_for_time_nobody_advances_fails()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => o.LeakTimeout = TimeSpan.FromMilliseconds(200));
        await using var test = await host.BeginAsync();

        var failure = await Assert.ThrowsAsync<PodTestLeakException>(() => Endpoints.Ticket.WaitAsync(test.Sessions, TimeSpan.FromDays(1)));

        Assert.Contains("Time.AdvanceAsync", failure.Message, StringComparison.Ordinal);
    }

    private static string CopyMigrations(string target)
    {
        var source = Path.Combine(Hosting.ProjectFolder.Find("Helpdesk.Server"), "migrations");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return Path.GetFileName(Directory.GetDirectories(target).Single());
    }

    private sealed class RecordingMail : IMail
    {
        public List<string> Sent { get; } = [];

        public void Send(string text) => Sent.Add(text);
    }

    private sealed class CountingInterceptor : IDatabaseInterceptor
    {
        private int _count;

        public int Count => _count;

        public ValueTask ExecutedAsync(DatabaseCommand command, TimeSpan duration, long rows)
        {
            Interlocked.Increment(ref _count);
            return ValueTask.CompletedTask;
        }
    }
}
