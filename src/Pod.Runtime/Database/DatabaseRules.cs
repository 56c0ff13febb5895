using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Pod.Database;

namespace Pod.Runtime.Database;

/// <summary>Checks the settings of the database at the start.</summary>
internal sealed class DatabaseRules(IServiceProviderIsService registered) : IValidateOptions<PodOptions>
{
    public ValidateOptionsResult Validate(string? name, PodOptions options)
    {
        var failures = Check(options.Database).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Check(PodDatabaseSettings settings)
    {
        foreach (var parameter in settings.RuntimeParameters.Keys.Where(static parameter => !RuntimeParameters.IsName(parameter)))
        {
            yield return $"Pod:Database:RuntimeParameters: '{parameter}' is no name of a setting of PostgreSQL. Write one in small letters, such as work_mem.";
        }

        if (settings.RuntimeParameters.Count > 0 && registered.IsService(typeof(NpgsqlDataSource)))
        {
            yield return "Pod:Database:RuntimeParameters cannot reach the connections of the NpgsqlDataSource among the services. "
                + "Set them in UsePhysicalConnectionInitializer of its builder.";
        }
    }
}
