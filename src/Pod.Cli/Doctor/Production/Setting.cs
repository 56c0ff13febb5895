using Microsoft.Extensions.Configuration;

namespace Pod.Cli.Doctor.Production;

/// <summary>Reads settings as their binder would.</summary>
internal static class Setting
{
    public static bool IsTrue(IConfiguration configuration, string key) => bool.TryParse(configuration[key], out var value) && value;
}
