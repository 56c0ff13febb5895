using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pod.Database;
using Pod.Runtime;

namespace Pod.Testing.Databases;

/// <summary>The template of a project: a database with all of its migrations, made once per process.</summary>
internal static class MigratedTemplate
{
    public static Task<string> GetAsync(DatabaseServer server, IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Pod.Testing");
        var settings = services.GetRequiredService<IOptions<PodOptions>>().Value;
        var folder = Path.Combine(services.GetRequiredService<IHostEnvironment>().ContentRootPath, settings.Migrations.Folder);
        var directory = MigrationDirectory.Read(folder, logger);
        return server.GetTemplateAsync(KeyOf(folder), async connectionString =>
        {
            try
            {
                await using var database = new PodDatabase(connectionString, new PodDatabaseOptions { SearchPath = settings.Database.SearchPath });
                await new MigrationRunner(database, directory, TimeProvider.System, logger).ApplyAsync().ConfigureAwait(false);
            }
            catch (MigrationException exception)
            {
                throw new PodTestStartException($"Migration {exception.Version ?? "?"} of '{folder}' failed on the test database: {exception.Message}", exception);
            }
        });
    }

    // Tests of migrations change a folder while the process runs.
    private static string KeyOf(string folder)
        => !Directory.Exists(folder) ? folder
            : string.Create(CultureInfo.InvariantCulture, $"{folder}|{Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Max(static file => (long?)File.GetLastWriteTimeUtc(file).Ticks)}");
}
