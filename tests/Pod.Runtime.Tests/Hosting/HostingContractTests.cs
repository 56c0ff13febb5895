using ChatApp.Server;
using Microsoft.Extensions.Configuration;
using Pod.Runtime.Hosting;
using Pod.Runtime.Hosting.Starting;

namespace Pod.Runtime.Tests.Hosting;

/// <summary>What an AppHost tells a server is what the server understands.</summary>
public sealed class HostingContractTests
{
    [Fact]
    public void Arguments_of_the_migration_job_apply_and_do_not_listen()
    {
        var arguments = ServerArguments.Parse(HostingContract.MigrationArguments);

        Assert.Equal((ServerRole.Maintenance, true), (arguments.Role, arguments.ApplyMigrations));
    }

    [Fact]
    public void Settings_behind_an_argument_without_value_are_not_lost()
    {
        string[] arguments = ["--healthcheck", "--urls", "http://localhost:9000", "--apply-migrations", "--Pod:MaxRequestSize=1", "--AllowedHosts:0", "seen"];

        var parsed = ServerArguments.Parse(arguments);

        Assert.Equal(
            new Dictionary<string, string?> { ["urls"] = "http://localhost:9000", ["Pod:MaxRequestSize"] = "1" },
            parsed.HiddenSettings);
        Assert.True(parsed is { IsHealthCheck: true, ApplyMigrations: true });
    }

    [Fact]
    public void Variable_of_a_server_in_development_is_a_setting()
    {
        var key = HostingContract.ApplyMigrationsVariable.Replace("__", ":", StringComparison.Ordinal);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, HostingContract.ApplyMigrationsOnStart)]).Build();

        var options = configuration.GetSection(PodOptions.SectionName).Get<PodOptions>()!;

        Assert.Equal(MigrationApplication.OnStart, options.Migrations.Apply);
    }

    [Fact]
    public async Task Health_path_answers()
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.Http.GetAsync(new Uri(HostingContract.HealthPath, UriKind.Relative));

        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
    }
}
