using Npgsql;

namespace Pod.Database.Sessions;

/// <summary>Makes the pool of a database that is given as a connection string.</summary>
internal static class DataSourceFactory
{
    public static NpgsqlDataSource Create(string connectionString, PodDatabaseOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        var settings = builder.ConnectionStringBuilder;
        if (!settings.ShouldSerialize("Maximum Pool Size"))
        {
            settings.MaxPoolSize = options.MaxPoolSize;
        }

        // Nobody outside this assembly gets hold of these connections, and it never changes their session state: resetting them would only cost a
        // round trip's worth of work per statement. What runs foreign SQL (migrations) renews the connections afterwards.
        settings.NoResetOnClose = true;
        settings.MaxAutoPrepare = options.PreparedStatements;
        settings.AutoPrepareMinUsages = 2;
        settings.CommandTimeout = (int)Math.Ceiling(options.CommandTimeout.TotalSeconds);
        settings.IncludeErrorDetail = options.IncludeSensitiveData;
        settings.ApplicationName ??= "Pod";

        builder.EnableArrays();
        builder.EnableExtraConversions();
        builder.EnableTransportSecurity();
        builder.UseLoggerFactory(options.LoggerFactory);
        if (options.RuntimeParameters.Count > 0)
        {
            UseParameters(builder, [.. options.RuntimeParameters]);
        }

        return builder.Build();
    }

    private static void UseParameters(NpgsqlSlimDataSourceBuilder builder, RuntimeParameters[] parameters)
        => builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = ParameterCommand.Of(parameters, isLocal: false);
                command.Connection = connection;
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                var command = ParameterCommand.Of(parameters, isLocal: false);
                await using (command.ConfigureAwait(false))
                {
                    command.Connection = connection;
                    await command.ExecuteNonQueryAsync().ConfigureAwait(false);
                }
            });
}
