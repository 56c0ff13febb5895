using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pod.Runtime.Database;

namespace Pod.Runtime.Tests.Hosting;

public sealed class DatabaseRulesTests
{
    [Fact]
    public void Settings_of_PostgreSQL_cannot_reach_the_connections_of_somebody_elses_data_source()
    {
        var options = new PodOptions();
        options.Database.RuntimeParameters["work_mem"] = "7MB";
        var services = new ServiceCollection();
        Assert.True(Rules(services).Validate(null, options).Succeeded);

        services.AddSingleton(static _ => NpgsqlDataSource.Create("Host=nowhere"));

        Assert.Contains("UsePhysicalConnectionInitializer", Rules(services).Validate(null, options).FailureMessage, StringComparison.Ordinal);
        Assert.True(Rules(services).Validate(null, new PodOptions()).Succeeded);
    }

    private static DatabaseRules Rules(ServiceCollection services) => new(services.BuildServiceProvider().GetRequiredService<IServiceProviderIsService>());
}
