namespace Pod.Generator.Contracts.Reading;

/// <summary>A contract file as data.</summary>
/// <param name="Module">The module's name.</param>
/// <param name="Endpoints">The endpoints in the file's order.</param>
/// <param name="Types">The types by name, in the file's order.</param>
/// <param name="Modules">The contracts of the modules that the application uses, by nickname.</param>
public sealed record Contract(
    string Module,
    IReadOnlyList<ContractEndpoint> Endpoints,
    IReadOnlyDictionary<string, ContractType> Types,
    IReadOnlyDictionary<string, Contract> Modules)
{
    /// <summary>Gets the endpoints that can be called themselves.</summary>
    public IEnumerable<ContractEndpoint> CallableEndpoints => Endpoints.Where(static endpoint => !endpoint.IsAbstract);
}
