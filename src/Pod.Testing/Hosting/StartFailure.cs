using Microsoft.Extensions.Options;
using Pod.Database;
using Pod.Runtime;

namespace Pod.Testing.Hosting;

/// <summary>Says in one message why a server under test did not start.</summary>
internal static class StartFailure
{
    public static PodTestStartException Explain(Exception exception) => exception switch
    {
        PodTestStartException explained => explained,
        PodStartException { Message: var text } when text.Contains("POD3055", StringComparison.Ordinal) => new PodTestStartException(
            $"{text}\nThe tests run on the project's migrations. If a model changed, make the migration that belongs to it: dotnet pod migration create", exception),
        PodStartException => new PodTestStartException(exception.Message, exception),
        OptionsValidationException invalid => new PodTestStartException($"The configuration is invalid: {string.Join(' ', invalid.Failures)}", exception),
        MigrationException { Version: { } version } => new PodTestStartException($"Migration {version} failed on the test database: {exception.Message}", exception),
        PodDatabaseException => new PodTestStartException($"The test database is not ready: {exception.Message}", exception),
        _ => new PodTestStartException($"The server did not start. {exception.GetType().Name}: {exception.Message}", exception),
    };
}
