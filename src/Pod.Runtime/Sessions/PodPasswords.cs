using Microsoft.Extensions.Configuration;

namespace Pod.Runtime;

/// <summary>The secrets of the running environment: the configuration section <c>Pod:Secrets</c>, whatever provides it. Read-only, a singleton.</summary>
public sealed class PodPasswords
{
    private const string Section = "Pod:Secrets";

    private readonly IConfigurationSection _secrets;

    internal PodPasswords(IConfiguration configuration) => _secrets = configuration.GetSection(Section);

    /// <summary>Gets a secret.</summary>
    /// <param name="name">The key below <c>Pod:Secrets</c>.</param>
    /// <exception cref="InvalidOperationException">There is none; the message names the key.</exception>
    public string this[string name] => Find(name) ?? throw new InvalidOperationException(
        $"There is no secret '{name}'. Set '{Section}:{name}' (environment: Pod__Secrets__{name}; in development: dotnet user-secrets set \"{Section}:{name}\" \"…\").");

    /// <summary>Gets a secret, or null where there is none.</summary>
    /// <param name="name">The key below <c>Pod:Secrets</c>.</param>
    public string? Find(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _secrets[name];
    }
}
