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

        settings.SearchPath = options.SearchPath ?? settings.SearchPath;
        settings.SslMode = options.SslMode ?? settings.SslMode;

        // This assembly never changes the session state of connections: resetting them would only cost a round trip's worth of work per statement.
        // What runs foreign SQL that may (migrations, scripts, SET) renews the connections afterwards.
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
        return builder.Build();
    }
}
